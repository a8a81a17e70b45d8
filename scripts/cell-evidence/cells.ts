import { isPlace, isTime, saysWho, stance, typeIsRight } from "../../benchmarks/calibration/cases.ts";
import {
  type GoldDocument,
  type GoldEvent,
  type GoldParty,
  type GoldReport,
  reportOf,
  toGold,
} from "../../benchmarks/gold-format.ts";
import { matched, overlap, sameParties } from "../../benchmarks/gold-match.ts";
import { inOrder } from "../../src/coder/assemble.ts";
import { createCoder } from "../../src/coder/coder.ts";
import { type CellEvidence, type ConfidenceField, evidenceOf } from "../../src/coder/evidence.ts";
import type { Participant } from "../../src/record/participant.ts";
import { offsetMap } from "../../src/text/offsets.ts";
import type { Quote } from "../../src/text/span.ts";
import { toGoldShape } from "../../training/corpus/gold-shape.ts";
import { readCorpus } from "../../training/corpus/read.ts";

/** One cell that we wrote of a report of our corpus, what it rests on, and whether the corpus has it so. */
export interface JudgedCell {
  readonly report: string;
  readonly field: ConfidenceField;
  readonly evidence: CellEvidence;
  /** Of an event, its own score. */
  readonly score: number | undefined;
  readonly isRight: boolean;
}

export async function readCells(): Promise<readonly JudgedCell[]> {
  const coder = await createCoder();
  const cells: JudgedCell[] = [];
  for (const report of readCorpus()) {
    const { document, coding } = toGoldShape(report);
    const read = await coder.annotate(reportOf(document as unknown as GoldDocument));
    const coded = coder.recordOf(read);
    const hand = (coding as unknown as GoldReport).events;
    const found = toGold(coded).events;
    const partners = matched(hand, found);
    const { toCodePoints } = offsetMap(coded.report.text);
    inOrder(read).forEach((mention, index) => {
      const event = coded.events[index]!;
      const ours = found[index]!;
      const gold = partners.get(ours);
      const evidence = evidenceOf(read, mention, event);
      const judge = (field: ConfidenceField, isRight: boolean | undefined): void => {
        if (isRight === undefined) return;
        const score = field === "event" ? mention.confidence : undefined;
        cells.push({ report: report.id, field, evidence: evidence[field], score, isRight });
      };
      judge("type", typeIsRight(hand, ours));
      if (gold?.optional === true) return;
      judge("event", gold !== undefined);
      if (gold === undefined) return;
      judge("actors", sideIsRight(gold.actor, ours.actor, event.actors, toCodePoints));
      judge("recipients", sideIsRight(gold.recipient, ours.recipient, event.recipients, toCodePoints));
      judge("place", isPlace(gold, ours));
      judge("time", isTime(gold, ours));
      judge("factuality", stance(gold.factuality) === stance(ours.factuality));
      judge("attributions", saysWho(gold) === saysWho(ours));
    });
  }
  await coder.close();
  return cells;
}

/**
 * Where the hand took a pronoun and we whom it means, the corpus cannot say whether we are right: in the reports of the
 * gold the hand gives whom it means too.
 */
function sideIsRight(
  gold: GoldEvent["actor"],
  ours: GoldEvent["actor"],
  parties: readonly Participant[],
  toCodePoints: (offset: number) => number,
): boolean | undefined {
  const followed = parties.flatMap(({ quote, mentions }) =>
    mentions.filter((one) => one.start !== quote.start),
  );
  const isPronoun = (one: GoldParty): boolean =>
    followed.some((at: Quote) =>
      overlap(one, { start: toCodePoints(at.start), end: toCodePoints(at.end), text: at.text }),
    );
  return gold.some(isPronoun) ? undefined : sameParties(gold, ours);
}
