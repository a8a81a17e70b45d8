import { readTable } from "../text/table.ts";

/** Finds lemmas. Spelling decides where a known word comes out, the model's edit rule where none does. */
export interface Lemmatiser {
  readonly lemma: (word: string, xpos: string, rule: string) => string;
}

/** Tags whose words are inflected, with the kind of their irregular forms. */
const INFLECTED: Readonly<Record<string, "V" | "N" | "A">> = {
  VBD: "V",
  VBN: "V",
  VBG: "V",
  VBZ: "V",
  NNS: "N",
  JJR: "A",
  JJS: "A",
  RBR: "A",
  RBS: "A",
};

const VOWEL = /[aeiou]/;

/** `isWord` knows the vocabulary: of "accus" and "accuse" only one is a word. */
export function createLemmatiser(isWord: (word: string) => boolean): Lemmatiser {
  const irregular = new Map(
    readTable("src/language/data/irregular.tsv").map(({ cells }) => [
      `${cells.form} ${cells.pos}`,
      cells.lemma!,
    ]),
  );
  return {
    lemma: (word, xpos, rule) => {
      const kind = INFLECTED[xpos];
      const lower = word.toLowerCase();
      if (kind === undefined) {
        // A base form is its own lemma; the rule only decides clitics and the like.
        return /^(?:VB|VBP|NN|JJ|RB)$/.test(xpos)
          ? (clitic(lower) ?? (rule.startsWith("k") ? word : lower))
          : applyLemmaRule(rule, word);
      }
      if (lower === "'s" || lower === "people") return lower === "people" ? lower : "be";
      const known = irregular.get(`${lower} ${kind}`);
      if (known !== undefined) return known;
      const candidates =
        kind === "V" ? verbBases(lower) : kind === "N" ? nounBases(lower) : adjectiveBases(lower);
      return candidates.find(isWord) ?? candidates[0] ?? applyLemmaRule(rule, word);
    },
  };
}

/** Clitics and the present of "be" carry the tags of base forms. */
function clitic(lower: string): string | undefined {
  if (lower === "n't" || lower === "nt") return "not";
  if (/^(?:am|are|'re|'m)$/.test(lower)) return "be";
  return lower === "'ve" ? "have" : undefined;
}

/** Possible base forms of "-s", "-ed", "-ing", the likeliest first where spelling alone must decide. */
function verbBases(form: string): readonly string[] {
  if (form.endsWith("ies") || form.endsWith("ied")) return [`${form.slice(0, -3)}y`, form.slice(0, -1)];
  if (/(?:ss|x|zz|ch|sh|o)es$/.test(form)) return [form.slice(0, -2), form.slice(0, -1)];
  // "criticizes", "uses"; "focuses"
  if (/[sz]es$/.test(form)) return [form.slice(0, -1), form.slice(0, -2)];
  if (form.endsWith("s") && !form.endsWith("ss")) return [form.slice(0, -1)];
  const stem = form.endsWith("ed") ? form.slice(0, -2) : form.endsWith("ing") ? form.slice(0, -3) : undefined;
  if (stem === undefined || !VOWEL.test(stem.replace(/y/g, "i"))) return [form];
  if (/(?:ll|ss|ff|zz)$/.test(stem)) return [stem, stem.slice(0, -1)];
  const doubled = /([bdgmnprtv])\1$/.test(stem) ? [stem.slice(0, -1)] : [];
  const silent = `${stem}e`;
  return LOST_E.test(stem) ? [silent, ...doubled, stem] : [...doubled, stem, silent];
}

/** Stems that lost an e: one short syllable ("tak-ing"), or an ending that no English verb has ("accus-ed", "violat-ing"). */
const LOST_E =
  /^[^aeiou]*[aeiou][bcdfgklmnprstvz]$|(?:[^eo]at|[uvc]|iz|[^s]s|[^o]ok|[rld]g|[aeiou]g|ang|[^e]ar|[iou]r|[bcdfgkpt]l|[^ao]ul|[^o]ut|it|[^aeo]in|ven|pon|phon|ak|ik|uk|ced|[^aeo]id|[^e]ad|am|um|op|ib|ap)$/;

function nounBases(form: string): readonly string[] {
  if (form.endsWith("ies") && form.length > 4) return [`${form.slice(0, -3)}y`, form.slice(0, -1)];
  if (form.endsWith("ves")) return [form.slice(0, -1), `${form.slice(0, -3)}f`, `${form.slice(0, -3)}fe`];
  if (form.endsWith("men") && form.length > 4) return [`${form.slice(0, -2)}an`];
  if (/(?:ss|x|z|ch|sh)es$/.test(form)) return [form.slice(0, -2)];
  if (form.endsWith("oes")) return [form.slice(0, -1), form.slice(0, -2)];
  return form.endsWith("s") && !/(?:ss|us|is)$/.test(form) ? [form.slice(0, -1)] : [form];
}

function adjectiveBases(form: string): readonly string[] {
  const stem = form.endsWith("est") ? form.slice(0, -3) : form.endsWith("er") ? form.slice(0, -2) : undefined;
  if (stem === undefined) return [form];
  if (stem.endsWith("i")) return [`${stem.slice(0, -1)}y`, stem];
  const doubled = /([bdgmnpt])\1$/.test(stem) ? [stem.slice(0, -1)] : [];
  return [...doubled, stem, `${stem}e`];
}

/**
 * The lemma that an edit rule makes of a word: `l|2|y` lower-cases, strips 2 characters from the end and appends
 * y; `k|…` keeps the case; `=be` is the lemma itself. training/rules.py makes the rules.
 */
export function applyLemmaRule(rule: string, word: string): string {
  if (rule.startsWith("=")) return rule.slice(1);
  const [kind, strip, ...added] = rule.split("|");
  const base = Array.from(kind === "l" ? word.toLowerCase() : word);
  const count = Number(strip);
  const kept = count <= base.length ? base.slice(0, base.length - count) : base;
  return kept.join("") + added.join("|");
}
