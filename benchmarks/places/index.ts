import { join } from "node:path";
import { candidatesOf } from "../../src/annotators/places/candidates.ts";
import {
  createPlaces,
  type PlaceKnowledge,
  type Toponym,
  toponymsOf,
} from "../../src/annotators/places/index.ts";
import { loadCountries } from "../../src/knowledge/countries.ts";
import { loadGazetteer } from "../../src/knowledge/gazetteer.ts";
import { loadRegions } from "../../src/knowledge/gazetteer-regions.ts";
import { createLanguage } from "../../src/language/index.ts";
import { REPORT } from "../../src/record/report.ts";
import { apply } from "../../src/text/annotator.ts";
import { createDocument, type Document, withLayer } from "../../src/text/document.ts";
import type { BenchOptions, BenchResult, Figure } from "../bench.ts";
import { calibrationError, curve } from "./calibration.ts";
import { gazetteerFigures } from "./gazetteer.ts";
import { type GoldText, readCorpus } from "./read-corpus.ts";
import { addText, emptyTally, type FoundPlace, type Tally } from "./score.ts";

const CORPORA = [
  { name: "LGL", file: "lgl.xml", floor: 0.5 },
  { name: "GWN", file: "GWN.xml", floor: 0.6 },
] as const;
const MOST_EXAMPLES = 25;
const GOAL = 0.75;
/** Of evaluation.md. */
const MOST_CALIBRATION_ERROR = 0.08;

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
  const names: string[] = [];
  for (const { name, file, floor } of CORPORA) {
    const tally = emptyTally();
    for (const text of readCorpus(join(options.data, "data", "places", file)).slice(0, limit)) {
      names.push(...text.places.map((place) => place.text));
      const [document] = await language.annotate([documentOf(text)]);
      addText(tally, text.places, placesIn(document!, knowledge));
    }
    figures.push(...figuresOf(name, tally, floor));
    details.push(...examples(name, tally));
  }
  await language.close();
  figures.push(...gazetteerFigures(names));
  return { title: "places: LGL and GeoWebNews (development)", figures, details };
}

export function loadKnowledge(): PlaceKnowledge {
  return { gazetteer: loadGazetteer(), countries: loadCountries(), regions: loadRegions() };
}

/** What `khaldun annotate --layers places` gives. */
export function placesIn(document: Document, knowledge: PlaceKnowledge): readonly FoundPlace[] {
  return toponymsOf(apply(document, createPlaces(knowledge))).map(({ kind, ...place }) => ({
    ...place,
    ...areaOf(kind, place, knowledge),
  }));
}

/** A point anywhere in a state or a wide region is right. */
function areaOf(
  kind: Toponym["kind"],
  { name, country }: Pick<Toponym, "name" | "country">,
  knowledge: PlaceKnowledge,
): Pick<FoundPlace, "areaRadiusKm"> {
  if (!["country", "region", "international", "water"].includes(kind)) return {};
  const area = candidatesOf(name, knowledge).find(
    (candidate) => candidate.kind === kind && candidate.country === country,
  );
  return area === undefined ? {} : { areaRadiusKm: area.radiusKm };
}

export function documentOf(text: GoldText): Document {
  return withLayer(createDocument(text.text), REPORT, {
    id: text.id,
    text: text.text,
    language: "en",
    published: { status: "unknown", reason: "not-stated", quotes: [] },
    blocks: [{ kind: "body", start: 0, end: text.text.length, text: text.text }],
  });
}

export function figuresOf(name: string, tally: Tally, floor: number, goal = GOAL): readonly Figure[] {
  const { gold, found, exact, near, nearest, overlap } = tally;
  const f1 = (hits: number): number => (2 * hits) / Math.max(1, gold + found);
  const n = gold;
  return [
    { name: `${name} precision`, value: exact / Math.max(1, found), n: found },
    { name: `${name} recall`, value: exact / Math.max(1, gold), n },
    { name: `${name} F1`, value: f1(exact), n },
    { name: `${name} recall, overlapping`, value: overlap / Math.max(1, gold), n },
    { name: `${name} within 161 km of exact`, value: near / Math.max(1, exact), n: exact },
    { name: `${name} end-to-end F1`, value: f1(near), floor, goal, n },
    {
      name: `${name} calibration error`,
      value: calibrationError(tally.bins),
      floor: MOST_CALIBRATION_ERROR,
      n: exact,
      lowerIsBetter: true,
    },
    { name: `${name} end-to-end F1, points only`, value: f1(nearest), n },
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
    `${name} right by confidence: ${curve(tally.bins)}`,
    `${name} missed: ${most(tally.missed)}`,
    `${name} not in gold: ${most(tally.spurious)}`,
    `${name} wrong: ${most(tally.wrong)}`,
  ];
}
