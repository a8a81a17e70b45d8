import { join } from "node:path";
import { inOrder } from "../../src/coder/assemble.ts";
import { createCoder } from "../../src/coder/coder.ts";
import { scoresOf } from "../../src/coder/confidence.ts";
import { loadShares } from "../../src/coder/shares.ts";
import type { Event } from "../../src/record/event.ts";
import {
  type GoldDocument,
  type GoldEvent,
  type GoldReport,
  type GoldSpan,
  readLines,
  reportOf,
  toGold,
} from "../gold-format.ts";
import { matched, normalised, overlap, sameDate, sameParties } from "../gold-match.ts";

/** One field of one event that we wrote: how sure we said we were, and whether the hand coders agree. */
export interface Case {
  readonly report: string;
  readonly field: keyof Event["confidence"];
  /** Before the line that is drawn to these very reports. */
  readonly score: number;
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
  const shares = loadShares();
  const cases: Case[] = [];
  for (const document of readLines<GoldDocument>(join(folder, "dev-docs.jsonl"))) {
    const annotated = await coder.annotate(reportOf(document));
    const coded = coder.recordOf(annotated);
    const mentions = inOrder(annotated);
    const found = toGold(coded).events;
    const partners = matched(gold.get(document.id) ?? [], found);
    coded.events.forEach((event, index) => {
      const ours = found[index]!;
      const scores = scoresOf(annotated, mentions[index]!, event, shares);
      const right = rightOf(ours, partners.get(ours), gold.get(document.id) ?? []);
      for (const [field, isRight] of Object.entries(right) as [Case["field"], boolean | undefined][]) {
        if (isRight === undefined) continue;
        const [score, confidence] = [scores[field], event.confidence[field]];
        cases.push({ report: document.id, field, score, confidence, isRight });
      }
    });
  }
  await coder.close();
  const required = [...gold.values()].flat().filter(({ optional }) => !optional).length;
  return { cases, required };
}

/** Whether the hand coders agree, by field; fields that are not judged are left out. */
function rightOf(
  ours: GoldEvent,
  gold: GoldEvent | undefined,
  all: readonly GoldEvent[],
): Partial<Record<Case["field"], boolean | undefined>> {
  const type = typeIsRight(all, ours);
  if (gold === undefined) return { event: false, type };
  // An optional event is neither a hit nor a miss, as in score.py.
  if (gold.optional) return { type };
  return {
    event: true,
    type,
    actors: sameParties(gold.actor, ours.actor),
    recipients: sameParties(gold.recipient, ours.recipient),
    place: isPlace(gold, ours),
    time: isTime(gold, ours),
    factuality: stance(gold.factuality) === stance(ours.factuality),
    attributions: saysWho(gold) === saysWho(ours),
  };
}

/**
 * Whether what is stated by the same words has our type, the second one that the hand allows included; undefined where the
 * hand has no event. Pairs of events are not asked: only those of one type are pairs.
 */
export function typeIsRight(gold: readonly GoldEvent[], ours: GoldEvent): boolean | undefined {
  const words = ({ trigger, mentions }: GoldEvent): readonly GoldSpan[] => [trigger, ...(mentions ?? [])];
  const same = gold.filter((one) =>
    words(one).some((word) => words(ours).some((other) => overlap(word, other))),
  );
  if (same.every(({ optional }) => optional)) return undefined;
  return same.some(({ type, alt_type }) => type === ours.type || alt_type === ours.type);
}

export function saysWho({ sources }: GoldEvent): boolean {
  return sources.length > 0;
}

export function isTime(gold: GoldEvent, ours: GoldEvent): boolean {
  return gold.date?.from ? sameDate(gold, ours) === true : !ours.date?.from;
}

export function isPlace({ place: gold }: GoldEvent, { place: ours }: GoldEvent): boolean {
  if (!gold || !ours) return !gold && !ours;
  return overlap(gold, ours) || normalised(gold.name) === normalised(ours.name);
}

export function stance(value: string): "asserted" | "denied" | "uncertain" {
  if (value === "CT+") return "asserted";
  return value.endsWith("-") ? "denied" : "uncertain";
}
