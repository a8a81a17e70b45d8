import { join } from "node:path";
import { createCoder } from "../../src/coder/coder.ts";
import type { Event } from "../../src/record/event.ts";
import {
  type GoldDocument,
  type GoldEvent,
  type GoldReport,
  readLines,
  reportOf,
  toGold,
} from "../gold-format.ts";
import { matched, normalised, overlap, sameDate, sameParties } from "../gold-match.ts";

/** One field of one event that we wrote: how sure we said we were, and whether the hand coders agree. */
export interface Case {
  readonly report: string;
  readonly field: keyof Event["confidence"];
  readonly confidence: number;
  readonly isRight: boolean;
}

export interface Cases {
  readonly cases: readonly Case[];
  /** Events that the hand coders require: what recall is counted over. */
  readonly required: number;
}

/** Every field of every event found in the development reports; fields of an event that is none are not judged. */
export async function readCases(data: string): Promise<Cases> {
  const folder = join(data, "gold");
  const gold = new Map(readLines<GoldReport>(join(folder, "dev.jsonl")).map((one) => [one.id, one.events]));
  const coder = await createCoder();
  const cases: Case[] = [];
  for (const document of readLines<GoldDocument>(join(folder, "dev-docs.jsonl"))) {
    const coded = await coder.code(reportOf(document));
    const found = toGold(coded).events;
    const partners = matched(gold.get(document.id) ?? [], found);
    coded.events.forEach((event, index) => {
      const ours = found[index]!;
      cases.push(...casesOf(document.id, event, ours, partners.get(ours)));
    });
  }
  await coder.close();
  const required = [...gold.values()].flat().filter(({ optional }) => !optional).length;
  return { cases, required };
}

function casesOf(
  report: string,
  event: Event,
  ours: GoldEvent,
  gold: GoldEvent | undefined,
): readonly Case[] {
  const told = (field: Case["field"], isRight: boolean): Case => ({
    report,
    field,
    confidence: event.confidence[field],
    isRight,
  });
  if (gold === undefined) return [told("event", false)];
  // An optional event is neither a hit nor a miss, as in score.py.
  if (gold.optional) return [];
  return [
    told("event", true),
    told("type", ours.type === gold.type),
    told("actors", sameParties(gold.actor, ours.actor)),
    told("recipients", sameParties(gold.recipient, ours.recipient)),
    told("place", isPlace(gold, ours)),
    told("time", isTime(gold, ours)),
    told("factuality", stance(gold.factuality) === stance(ours.factuality)),
    told("attributions", gold.sources.length > 0 === ours.sources.length > 0),
  ];
}

export function isTime(gold: GoldEvent, ours: GoldEvent): boolean {
  return gold.date?.from ? sameDate(gold, ours) === true : !ours.date?.from;
}

export function isPlace({ place: gold }: GoldEvent, { place: ours }: GoldEvent): boolean {
  if (!gold || !ours) return !gold && !ours;
  return overlap(gold, ours) || normalised(gold.name) === normalised(ours.name);
}

function stance(value: string): "asserted" | "denied" | "uncertain" {
  if (value === "CT+") return "asserted";
  return value.endsWith("-") ? "denied" : "uncertain";
}
