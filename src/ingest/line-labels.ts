import { type BlockKind, blockKindSchema } from "../record/report.ts";
import { readTable } from "../text/table.ts";
import { isWireAndTime, wireIn } from "./wires.ts";

interface Line {
  readonly label: keyof typeof LONGEST;
  readonly pattern: RegExp;
}

/** In characters: what is longer is told, whatever it begins with. */
const LONGEST = {
  credit: 160,
  byline: 160,
  caption: 300,
  other: 200,
  teaser: Infinity,
  promo: Infinity,
} as const;
const labelSchema = blockKindSchema.extract(Object.keys(LONGEST) as (keyof typeof LONGEST)[]);
/** "© 2026 Reuters", "From The Guardian, August 7:", "Read it at Reuters": whose an agency's report is. */
const WHOSE =
  /^(?:©|\(c\)|copyright\b|from (?:the )?\p{Lu}[^.!?]{2,60}:$|read it (?:at|on|in) [^.!?]{2,60}$)/iu;

let loaded: readonly Line[] | undefined;

/** "(The Lake Post)", "(Lake News Agency)": a line that is nothing but a name in brackets says whose the text above is. */
export function nameInBrackets(words: string): string | undefined {
  const name = /^\(((?:The )?\p{Lu}[\p{L}’'.-]*(?: (?:of |the )?\p{Lu}[\p{L}’'.-]*){1,4})\)$/u.exec(
    words,
  )?.[1];
  return name !== undefined && words.length < 60 ? name : undefined;
}

/** What a paragraph's own words say it is, wherever it stands; undefined for everything that is read. */
export function labelOf(words: string): BlockKind | undefined {
  const label = lines().find((line) => words.length < LONGEST[line.label] && line.pattern.test(words))?.label;
  if (label === "teaser" || label === "promo" || label === "credit") return label;
  if (words.length < LONGEST.credit && isCredit(words)) return "credit";
  return isWireAndTime(words) ? "byline" : label;
}

function isCredit(words: string): boolean {
  return (WHOSE.test(words) && wireIn(words) !== undefined) || nameInBrackets(words) !== undefined;
}

/** Read at the first use, once. Names of authors are told by their capitals, everything else in any case. */
function lines(): readonly Line[] {
  loaded ??= readTable("src/ingest/data/lines.tsv").map(({ cells }) => {
    const label = labelSchema.parse(cells.label);
    return { label, pattern: new RegExp(`^(?:${cells.pattern})`, label === "byline" ? "u" : "iu") };
  });
  return loaded;
}
