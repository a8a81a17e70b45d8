import { join } from "node:path";
import { candidatesOf } from "../../src/annotators/places/candidates.ts";
import {
  createPlaces,
  PLACES,
  type PlaceKnowledge,
  type PlaceMention,
} from "../../src/annotators/places/index.ts";
import { loadCountries } from "../../src/knowledge/countries.ts";
import { loadGazetteer } from "../../src/knowledge/gazetteer.ts";
import { loadRegions } from "../../src/knowledge/gazetteer-regions.ts";
import { createLanguage, TOKENS, type Token } from "../../src/language/index.ts";
import { REPORT } from "../../src/record/report.ts";
import { apply } from "../../src/text/annotator.ts";
import { createDocument, type Document, read, withLayer } from "../../src/text/document.ts";
import type { BenchOptions, BenchResult, Figure } from "../bench.ts";
import { type GoldText, readCorpus } from "./read-corpus.ts";
import { addText, emptyTally, type FoundPlace, type Tally } from "./score.ts";

const CORPORA = [
  { name: "LGL", file: "lgl.xml", floor: 0.5 },
  { name: "GWN", file: "GWN.xml", floor: 0.6 },
] as const;
const MOST_EXAMPLES = 25;

/**
 * Place names and what they are resolved to, on the development corpora. Exact spans against all gold toponyms that
 * have coordinates; right = within 161 km, for states and wide
 * regions within a disc of their size. `--` words: a limit of texts a corpus.
 */
export async function run(options: BenchOptions): Promise<BenchResult> {
  const limit = Number(options.rest[0] ?? Number.POSITIVE_INFINITY);
  const knowledge = loadKnowledge();
  const language = await createLanguage();
  const figures: Figure[] = [];
  const details: string[] = [];
  for (const { name, file, floor } of CORPORA) {
    const tally = emptyTally();
    for (const text of readCorpus(join(options.data, "data", "places", file)).slice(0, limit)) {
      const [document] = await language.annotate([documentOf(text)]);
      addText(tally, text.places, placesIn(document!, knowledge));
    }
    figures.push(...figuresOf(name, tally, floor));
    details.push(...examples(name, tally));
  }
  await language.close();
  return { title: "places: LGL and GeoWebNews (development)", figures, details };
}

export function loadKnowledge(): PlaceKnowledge {
  return { gazetteer: loadGazetteer(), countries: loadCountries(), regions: loadRegions() };
}

/** Our places in the corpora's terms: bare names, adjectives of origin counted, "the capital" and the like not. */
export function placesIn(document: Document, knowledge: PlaceKnowledge): readonly FoundPlace[] {
  const annotated = apply(document, createPlaces(knowledge));
  const tokens = read(annotated, TOKENS);
  const mentions = read(annotated, PLACES).filter((mention) =>
    /\p{Lu}/u.test(document.text.slice(mention.start, mention.end)),
  );
  const named = mentions.map((mention) => bare(mention, document.text, tokens, knowledge));
  const origins = tokens.flatMap((token, index) => {
    if (!/^\p{Lu}/u.test(token.text)) return [];
    const next = tokens[index + 1];
    const pair = knowledge.countries.byDemonym(`${token.text} ${next?.text ?? ""}`);
    const iso3 = pair ?? knowledge.countries.byDemonym(token.text);
    const end = pair !== undefined && next !== undefined ? next.end : token.end;
    const isCovered = mentions.some((mention) => mention.first <= index && index < mention.last);
    if (iso3 === undefined || isCovered) return [];
    return {
      start: token.start,
      end,
      ...pointOf(knowledge.countries.name(iso3), iso3, knowledge),
    };
  });
  return [...named, ...origins];
}

/** "northern Mali" is counted as "Mali", "Mogadishu airport" as "Mogadishu". */
function bare(
  mention: PlaceMention,
  text: string,
  tokens: readonly Token[],
  knowledge: PlaceKnowledge,
): FoundPlace {
  let { first, last } = mention;
  while (first < last - 1 && /^\p{Ll}/u.test(tokens[first]!.text) && tokens[first]!.text.length > 3)
    first += 1;
  while (last > first + 1 && /^\p{Ll}/u.test(tokens[last - 1]!.text)) last -= 1;
  const span = { start: tokens[first]!.start, end: tokens[last - 1]!.end };
  const { geonames, lat, lon } = mention;
  if (lat !== undefined && lon !== undefined) {
    const origin = mention.country === undefined ? {} : { country: mention.country };
    return {
      ...span,
      name: mention.name,
      lat,
      lon,
      ...origin,
      ...(geonames === undefined ? {} : { geonames }),
    };
  }
  const isPart = mention.kind === "region" && mention.last - mention.first > last - first;
  const name = isPart ? text.slice(span.start, span.end) : mention.name;
  return { ...span, ...pointOf(name, mention.country, knowledge, mention.admin1) };
}

function pointOf(
  name: string,
  country: string | undefined,
  knowledge: PlaceKnowledge,
  admin1?: string,
): Omit<FoundPlace, "start" | "end"> {
  const area = candidatesOf(name, knowledge).find(
    (candidate) =>
      candidate.kind !== "town" &&
      (country === undefined || candidate.country === country) &&
      (admin1 === undefined || candidate.admin1 === admin1),
  );
  const origin = country === undefined ? {} : { country };
  if (area?.point === undefined) return { name, ...origin };
  const isWide = ["country", "region", "international", "water"].includes(area.kind);
  const radius = isWide ? { areaRadiusKm: area.radiusKm } : {};
  const id = area.geonames === undefined ? {} : { geonames: area.geonames };
  return { name, ...origin, ...area.point, ...radius, ...id };
}

function documentOf(text: GoldText): Document {
  return withLayer(createDocument(text.text), REPORT, {
    id: text.id,
    text: text.text,
    language: "en",
    published: { status: "unknown", reason: "not-stated", quotes: [] },
    blocks: [{ kind: "body", start: 0, end: text.text.length, text: text.text }],
  });
}

export function figuresOf(name: string, tally: Tally, floor: number): readonly Figure[] {
  const { gold, found, exact, near, overlap } = tally;
  const f1 = (hits: number): number => (2 * hits) / Math.max(1, gold + found);
  const n = gold;
  return [
    { name: `${name} precision`, value: exact / Math.max(1, found), n: found },
    { name: `${name} recall`, value: exact / Math.max(1, gold), n },
    { name: `${name} F1`, value: f1(exact), n },
    { name: `${name} recall, overlapping`, value: overlap / Math.max(1, gold), n },
    { name: `${name} within 161 km of exact`, value: near / Math.max(1, exact), n: exact },
    { name: `${name} end-to-end F1`, value: f1(near), floor, n },
  ];
}

export function examples(name: string, tally: Tally): readonly string[] {
  const most = (counts: ReadonlyMap<string, number>): string =>
    [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST_EXAMPLES)
      .map(([text, number]) => `${text} ${number}`)
      .join("; ");
  return [
    `${name} missed: ${most(tally.missed)}`,
    `${name} not in gold: ${most(tally.spurious)}`,
    `${name} wrong: ${most(tally.wrong)}`,
  ];
}
