import { relation } from "../../language/tree.ts";
import { hasParts } from "./candidates.ts";
import { type FoundName, type Reading, wordsOf } from "./reading.ts";

/** Words around a name that change what is located: a part of it, a site in it, its border, the land near it. */
export interface Frame {
  readonly kind: "part" | "site" | "border";
  readonly first: number;
  readonly last: number;
  /** "northern Mali", "Mogadishu airport", "border with Niger". */
  readonly name: string;
}

const PART_OF: Readonly<Record<string, string>> = {
  north: "northern",
  south: "southern",
  east: "eastern",
  west: "western",
  northeast: "northeastern",
  northwest: "northwestern",
  southeast: "southeastern",
  southwest: "southwestern",
  "north-east": "northeastern",
  "north-west": "northwestern",
  "south-east": "southeastern",
  "south-west": "southwestern",
  center: "central",
  centre: "central",
};
/** "N. Pakistan", "NW Nigeria", as headlines have it. */
export const ABBREVIATED: Readonly<Record<string, string>> = {
  "N.": "north",
  "S.": "south",
  "E.": "east",
  "W.": "west",
  NE: "northeast",
  NW: "northwest",
  SE: "southeast",
  SW: "southwest",
};
const MOST_BORDER_WORDS = 7;

export function frameOf(found: FoundName, reading: Reading): Frame | undefined {
  return borderOf(found, reading) ?? partOf(found, reading) ?? siteOf(found, reading);
}

/** "northern Mali", "the north of Mali", "Mali's north". */
export function partOf(
  found: Pick<FoundName, "first" | "last" | "candidates">,
  reading: Reading,
): Frame | undefined {
  const { tokens, cues, tree } = reading;
  const { first, last } = found;
  const before = tokens[first - 1];
  const name = wordsOf(reading, first, last);
  if (
    before !== undefined &&
    (cues.is(before.text, "compass") || ABBREVIATED[before.text] !== undefined) &&
    before.sentence === tokens[first]!.sentence
  ) {
    const side = PART_OF[ABBREVIATED[before.text] ?? ""] ?? before.text.toLowerCase();
    const isCompass =
      ["ADJ", "PROPN", "ADV", "NOUN"].includes(before.upos) || ABBREVIATED[before.text] !== undefined;
    if (isCompass && (/^\p{Ll}/u.test(before.text) || hasParts(found.candidates)))
      return { kind: "part", first: first - 1, last, name: `${side} ${name}` };
  }
  const head = tokens[tree.headOf(first, last)]!;
  if (relation(head) !== "nmod" || head.head < 0) return undefined;
  const side = PART_OF[tokens[head.head]!.lemma.toLowerCase()];
  if (side === undefined || Math.abs(head.head - first) > 4) return undefined;
  // "a health centre at Gao" is no part of Gao.
  const marks = tree.dependents(tree.headOf(first, last), "case").map((at) => tokens[at]!.lemma);
  if (marks.some((mark) => !/^(?:of|['’]s?)$/.test(mark))) return undefined;
  // "east of Gao" lies outside Gao, "the east of Mali" inside Mali.
  const isInside = head.deprel === "nmod:poss" || tree.dependents(head.head, "det").length > 0;
  if (!isInside) return undefined;
  const range = { first: Math.min(head.head, first), last: Math.max(head.head + 1, last) };
  return { kind: "part", ...range, name: `${side} ${name}` };
}

/** "Mogadishu airport", "Kidal military camp": the site's noun right after the name that modifies it. */
function siteOf(found: FoundName, reading: Reading): Frame | undefined {
  const { tokens, cues, tree } = reading;
  const { first, last } = found;
  if (found.site !== undefined) {
    return { kind: "site", ...found.site, name: wordsOf(reading, found.site.first, found.site.last) };
  }
  // "US consulate", "French base": whose it is, not where.
  if (reading.knowledge.countries.byName(found.name) !== undefined) return undefined;
  const head = tokens[tree.headOf(first, last)]!;
  const site = tokens[head.head];
  if (site === undefined || !["compound", "nmod:poss", "nmod", "flat", "amod"].includes(head.deprel))
    return undefined;
  const gap = head.head - last;
  if (gap < 0 || gap > 2 || !cues.is(site.lemma, "site-noun")) return undefined;
  for (let at = last; at < head.head; at += 1) {
    if (!["NOUN", "PROPN", "ADJ"].includes(tokens[at]!.upos)) return undefined;
  }
  return { kind: "site", first, last: head.head + 1, name: wordsOf(reading, first, head.head + 1) };
}

/** "the border with Niger", "the Mexico border", "Niger's border", "the frontier between Mali and Niger". */
function borderOf(found: FoundName, reading: Reading): Frame | undefined {
  const { tokens, tree } = reading;
  const { first, last } = found;
  let head = tree.headOf(first, last);
  if (relation(tokens[head]!) === "conj") head = tokens[head]!.head;
  const border = tokens[head]?.head ?? -1;
  if (border < 0 || !["border", "frontier", "borderland"].includes(tokens[border]!.lemma)) return undefined;
  if (!["compound", "nmod", "amod", "obl"].includes(relation(tokens[head]!))) return undefined;
  const range = { first: Math.min(first, border), last: Math.max(last, border + 1) };
  if (range.last - range.first > MOST_BORDER_WORDS) return undefined;
  return { kind: "border", ...range, name: wordsOf(reading, range.first, range.last) };
}
