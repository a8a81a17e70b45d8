import { join } from "node:path";
import { documentOf, loadKnowledge } from "../../benchmarks/places/index.ts";
import { readCorpus as readPlaces } from "../../benchmarks/places/read-corpus.ts";
import { distanceKm } from "../../src/annotators/places/distance.ts";
import { rankedNames } from "../../src/annotators/places/index.ts";
import { FEATURES } from "../../src/annotators/places/ranking.ts";
import type { Scored } from "../../src/annotators/places/why.ts";
import { foldName } from "../../src/knowledge/gazetteer-fold.ts";
import { createLanguage } from "../../src/language/index.ts";
import { readCorpus as readReports } from "../../training/corpus/read.ts";
import { resolve } from "../../training/corpus/resolve.ts";
import type { Question } from "./logit.ts";

const NEAR_KM = 161;

/** A report as far as places go: which candidates of a name at a span are right; undefined where nobody has said. */
interface Told {
  readonly set: string;
  readonly text: string;
  readonly isRight: (start: number, end: number) => ((place: Scored["place"]) => boolean) | undefined;
}

/** Of our own corpus a place is right in the country that the report's coder has written. */
export function ownReports(): readonly Told[] {
  return readReports().map((report) => {
    const countries = new Map<string, string>();
    for (const { place, code } of resolve(report).events)
      if (place !== undefined && code.place?.country !== undefined)
        countries.set(foldName(report.text.slice(place.start, place.end)), code.place.country);
    return {
      set: "own",
      text: report.text,
      isRight: (start, end) => {
        const country = countries.get(foldName(report.text.slice(start, end)));
        return country === undefined ? undefined : (place) => place.country === country;
      },
    };
  });
}

/** Of the development corpora it is right near the point that they give. */
export function measuredReports(data: string, set: string, file: string): readonly Told[] {
  return readPlaces(join(data, "data", "places", file)).map(({ text, places }) => ({
    set,
    text,
    isRight: (start, end) => {
      const gold = places.find((place) => place.start === start && place.end === end);
      return gold === undefined
        ? undefined
        : ({ point }) => point !== undefined && distanceKm(point, gold) <= NEAR_KM;
    },
  }));
}

/** Names with several candidates of which some are right and some wrong: nothing is learnt from the others. */
export async function questionsOf(reports: readonly Told[]): Promise<readonly Question[]> {
  const knowledge = loadKnowledge();
  const language = await createLanguage();
  const found: Question[] = [];
  for (const [index, report] of reports.entries()) {
    const [document] = await language.annotate([
      documentOf({ id: String(index), text: report.text, places: [] }),
    ]);
    for (const { start, end, ranked } of rankedNames(document!, knowledge)) {
      const isRight = report.isRight(start, end);
      if (isRight === undefined || ranked.length < 2) continue;
      const right = ranked.map(({ place }) => isRight(place));
      if (!right.includes(true)) continue;
      const features = ranked.map((one) => FEATURES.map((name) => one.features[name]));
      found.push({ set: report.set, report: index, features, right });
    }
  }
  await language.close();
  return found;
}
