import { relation } from "../../language/tree.ts";
import type { Draft } from "./draft.ts";
import { genderOf, type PronounKind, pronounKind, relativeHead } from "./pronouns.ts";
import type { Reading } from "./reading.ts";

/** What is known when a mention is reached: the drafts before it, filled, and their entities. */
export interface Discourse {
  readonly reading: Reading;
  readonly filled: readonly Draft[];
  readonly entityOf: readonly number[];
  /** Index of a mention by its head token. */
  readonly byHead: ReadonlyMap<number, number>;
  /** How often an entity has been mentioned so far. */
  readonly counts: ReadonlyMap<number, number>;
  readonly genders: ReadonlyMap<number, "m" | "f">;
}

const REACH = 3;
/** Below this score the actor that the whole report is about is the better guess. */
const FAINT = -2;
/** "A court ordered three men freed who …; they": a body can be "they", but people are it first. */
const SINGULAR_THEY = -2;
const ROLE: Readonly<Record<string, number>> = {
  nsubj: 2,
  obj: 0.8,
  iobj: 0.8,
  "nmod:poss": 0.7,
  obl: 0.4,
  "obl:agent": 1,
  nmod: 0.2,
  compound: -1,
  amod: -1,
  appos: -0.5,
};

const SPEECH = new Set(
  "say tell add announce declare state warn claim insist write tweet explain note stress argue vow".split(
    " ",
  ),
);

/** Index of the mention that a pronoun takes up; undefined if none is fit. */
export function antecedentOf(index: number, draft: Draft, discourse: Discourse): number | undefined {
  const { reading } = discourse;
  const token = reading.tokens[draft.head]!;
  const kind = pronounKind(token.text);
  if (kind === undefined) return undefined;
  if (kind === "who") {
    const head = relativeHead(draft.head, reading);
    return head === undefined ? undefined : mentionAt(head, discourse);
  }
  if (kind === "I" || kind === "we") return speakerOf(draft, discourse);
  return best(index, draft, kind, discourse);
}

function best(index: number, draft: Draft, kind: PronounKind, discourse: Discourse): number | undefined {
  const { reading, filled, entityOf } = discourse;
  const token = reading.tokens[draft.head]!;
  const gender = genderOf(token.text);
  const barred = coArguments(index, draft, discourse);
  let chosen: number | undefined;
  let top = Number.NEGATIVE_INFINITY;
  for (let at = index - 1; at >= 0; at -= 1) {
    const other = filled[at]!;
    const distance = token.sentence - reading.tokens[other.head]!.sentence;
    if (distance > REACH) break;
    const known = discourse.genders.get(entityOf[at]!);
    if (gender !== undefined && known !== undefined && known !== gender) continue;
    if (!fits(kind, other) || barred.has(entityOf[at]!) || isBarred(draft, other, reading)) continue;
    const number = kind !== "they" ? 0 : other.plural ? 1 : SINGULAR_THEY;
    const score = salience(other, draft, distance, reading) + frequency(entityOf[at]!, discourse) + number;
    if (score > top) {
      top = score;
      chosen = at;
    }
  }
  if (chosen !== undefined && top > FAINT) return chosen;
  return topic(index, kind, barred, discourse) ?? chosen;
}

/** Nobody near is fit: "it" and "they" go on with the actor that the report has named most. */
function topic(
  index: number,
  kind: PronounKind,
  barred: ReadonlySet<number>,
  discourse: Discourse,
): number | undefined {
  const { filled, entityOf, counts } = discourse;
  let chosen: number | undefined;
  let most = 2;
  for (let at = index - 1; at >= 0; at -= 1) {
    if (barred.has(entityOf[at]!)) continue;
    const count = counts.get(entityOf[at]!) ?? 0;
    if (count > most && filled[at]!.form !== "pronoun" && fits(kind, filled[at]!)) {
      most = count;
      chosen = at;
    }
  }
  return chosen;
}

function fits(kind: PronounKind, other: Draft): boolean {
  if (other.form === "pronoun" && other.kind === "unnamed") return false;
  // Whom the report will not name must not become somebody by a pronoun.
  if (other.kind === "state" && other.country === undefined && kind === "it") return false;
  switch (kind) {
    case "he":
      return !other.plural && (other.kind === "person" || other.kind === "role" || other.sector === "REL");
    case "it":
      return (
        (!other.plural || other.sector === "JRN") &&
        ["state", "organ", "organisation", "armed-group"].includes(other.kind)
      );
    default:
      return other.plural || ["organisation", "armed-group", "organ", "population"].includes(other.kind);
  }
}

/** Entities that are subject or object of the same verb as the pronoun: "the group denied it" is not the group. */
function coArguments(
  index: number,
  draft: Draft,
  { reading, filled, entityOf }: Discourse,
): ReadonlySet<number> {
  const { tokens } = reading;
  const { head, deprel, text, sentence } = tokens[draft.head]!;
  const found = new Set<number>();
  if (deprel === "nmod:poss" || head < 0 || /sel(?:f|ves)$/i.test(text)) return found;
  for (let at = index - 1; at >= 0; at -= 1) {
    const other = tokens[filled[at]!.head]!;
    if (other.sentence !== sentence) break;
    if (other.head === head && /^(?:nsubj|obj|iobj)/.test(other.deprel)) found.add(entityOf[at]!);
  }
  return found;
}

/** A pronoun never means its co-argument, nor the noun whose relative clause it is the subject of, nor whom its own words name. */
function isBarred(draft: Draft, other: Draft, { tokens, tree }: Reading): boolean {
  const token = tokens[draft.head]!;
  const candidate = tokens[other.head]!;
  // "“We will tell the public,” he said": nobody of whom he speaks there.
  if (token.deprel === "nsubj" && SPEECH.has(tokens[token.head]?.lemma ?? "")) {
    if (tree.ancestors(other.head).includes(token.head)) return true;
    if (isQuotedBefore(other.head, draft.head, tokens)) return true;
  }
  const reflexive = /sel(?:f|ves)$/i.test(token.text);
  if (token.deprel !== "nmod:poss" && !reflexive && token.head === candidate.head && token.head >= 0)
    return true;
  if (token.head === other.head && token.deprel === "nmod:poss") return true;
  for (const above of tree.ancestors(draft.head)) {
    if (above === other.head) return token.deprel.startsWith("nsubj");
    if (tokens[above]!.deprel === "acl:relcl" && tokens[above]!.head === other.head) {
      return token.deprel.startsWith("nsubj") && token.head === above;
    }
  }
  return false;
}

/** A quotation that is open at the one word closes before the other. */
function isQuotedBefore(inside: number, outside: number, tokens: Reading["tokens"]): boolean {
  const mark = tokens.slice(inside, outside).find(({ xpos }) => xpos === "``" || xpos === "''");
  return mark?.xpos === "''";
}

function salience(other: Draft, draft: Draft, distance: number, { tokens, tree }: Reading): number {
  const token = tokens[draft.head]!;
  let candidate = tokens[other.head]!;
  if (candidate.deprel === "conj" && candidate.head >= 0) candidate = tokens[candidate.head]!;
  const role = candidate.deprel.startsWith("nsubj")
    ? 2
    : (ROLE[candidate.deprel] ?? ROLE[relation(candidate)] ?? 0);
  const parallel = token.deprel.startsWith("nsubj") && candidate.deprel.startsWith("nsubj") ? 0.7 : 0;
  const sameClause =
    distance === 0 && candidate.head >= 0 && tree.ancestors(draft.head).includes(candidate.head);
  const top = candidate.head >= 0 && tokens[candidate.head]!.head < 0 ? 0.5 : 0;
  return (
    role +
    parallel +
    top +
    (sameClause && role === 2 ? 1 : 0) +
    (distance > 0 && speaks(draft, tokens) && speaks(other, tokens) ? SPEAKS_ON : 0) -
    1.5 * distance -
    0.02 * (draft.head - other.head)
  );
}

/** "State radio said … It said …": who has spoken speaks on. */
const SPEAKS_ON = 1.2;

function speaks({ head }: Draft, tokens: Reading["tokens"]): boolean {
  const token = tokens[head]!;
  return token.deprel === "nsubj" && token.head >= 0 && SPEECH.has(tokens[token.head]!.lemma);
}

function frequency(entity: number, { counts }: Discourse): number {
  return Math.min(counts.get(entity) ?? 0, 5) * 0.1;
}

/** Who says "we" here: the subject of the verb of saying that the words hang on, else the last one who spoke. */
function speakerOf(draft: Draft, discourse: Discourse): number | undefined {
  const { reading, filled } = discourse;
  const { tokens, tree } = reading;
  for (const above of tree.ancestors(draft.head)) {
    for (const verb of [above, ...tree.dependents(above, "parataxis", "ccomp")]) {
      if (!SPEECH.has(tokens[verb]!.lemma)) continue;
      const subject = tree.dependents(verb, "nsubj").find((child) => child !== draft.head);
      const mention = subject === undefined ? undefined : mentionAt(subject, discourse);
      if (mention !== undefined) return mention;
    }
  }
  const sentence = tokens[draft.head]!.sentence;
  for (let at = filled.length - 1; at >= 0; at -= 1) {
    const token = tokens[filled[at]!.head]!;
    if (sentence - token.sentence > 2) return undefined;
    if (token.deprel === "nsubj" && token.head >= 0 && SPEECH.has(tokens[token.head]!.lemma)) return at;
  }
  return undefined;
}

/** Index of the mention that a token heads. */
export function mentionAt(head: number, { byHead }: Discourse): number | undefined {
  return byHead.get(head);
}
