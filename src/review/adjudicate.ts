import { codingsOf } from "../corrections/index.ts";
import type { NewReview, Review } from "../store/types.ts";
import { fail } from "../text/errors.ts";

/** How an adjudicator settles the codings of one event. */
export interface Decision {
  readonly event: string;
  readonly adjudicator: string;
  /** The reviewer whose coding is right; absent if none is: then `verdicts` say what is. */
  readonly take?: string | undefined;
  /** What holds instead of, or on top of, the coding that was taken. */
  readonly verdicts?: readonly Pick<NewReview, "verdict" | "field" | "value" | "reason">[] | undefined;
}

/**
 * The reviews that say so: the taken coding repeated in the adjudicator's name, then what was decided on top. Throws
 * K164 if fewer than two people coded the event, if the one to be taken did not, or if nothing is decided.
 */
export function adjudicationOf(decision: Decision, reviews: readonly Review[]): readonly NewReview[] {
  const { event, adjudicator, take, verdicts = [] } = decision;
  const codings = codingsOf(reviews);
  const refuse = (reason: string): Error => fail("K164", { action: "adjudicate", subject: event, reason });
  if (codings.size < 2) throw refuse(`${codings.size} people have judged it, two are needed`);
  const taken = take === undefined ? [] : codings.get(take);
  if (taken === undefined)
    throw refuse(`${take} has not judged it; those who have: ${[...codings.keys()].join(", ")}`);
  const decided = [...taken, ...verdicts];
  if (decided.length === 0) throw refuse("take one coding, or say what holds instead");
  return decided.map(({ verdict, field, value, reason }) => ({
    event,
    verdict,
    reviewer: adjudicator,
    adjudicates: true,
    ...(field === undefined ? {} : { field }),
    ...(value === undefined ? {} : { value }),
    ...(reason === undefined ? {} : { reason }),
  }));
}
