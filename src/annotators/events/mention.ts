import type { Tree } from "../../language/index.ts";
import type { Span } from "../../text/span.ts";
import { isOwnDate } from "./circumstances/time-of.ts";
import type { ContextFinder } from "./contexts.ts";
import type { Draft } from "./draft.ts";
import { DUTY_LINE } from "./duties.ts";
import { NO_LINE } from "./ensemble/proposed.ts";
import type { Completion } from "./inferences.ts";
import type { EventMention } from "./layer.ts";
import type { Happening } from "./tellings/index.ts";
import type { World } from "./world.ts";

/** The layer's entry of a happening: what its tellings state, and, marked so, what the context adds. */
export function mentionOf(
  { lead, others }: Happening,
  added: Completion,
  contexts: ContextFinder,
  { tree, times }: World,
): EventMention {
  const span = triggerSpan(tree, lead);
  const parties = (stated: readonly number[], inferred: readonly number[]): EventMention["actors"] => [
    ...stated.map((mention) => ({ mention, inferred: false })),
    ...inferred.map((mention) => ({ mention, inferred: true })),
  ];
  return {
    token: lead.token,
    trigger: span,
    type: lead.type,
    modes: lead.modes.map((value) => ({
      value,
      confidence: Math.round(lead.sense.weight * 1000) / 1000,
      spans: [span],
    })),
    contexts: contexts.at(tree, lead.token),
    alternatives: lead.alternatives,
    tellings: others.map((other) => ({ token: other.token, span: triggerSpan(tree, other) })),
    actors: parties(lead.actors, []),
    recipients: parties(lead.recipients, added.recipients),
    place: added.place.index >= 0 ? added.place.index : lead.place,
    placeBy: added.place.index >= 0 ? added.place.by : lead.placeBy,
    time: added.time.index >= 0 ? added.time.index : lead.time,
    timeBy: added.time.index >= 0 ? added.time.by : lead.timeBy,
    ...(isOwnDate(tree, times, lead.time, lead.token) ? { timeIsOwn: true } : {}),
    quantities: lead.quantities,
    confidence: lead.confidence,
    rule: ruleOf(lead),
    because: lead.because,
    ...(lead.performed ? { performed: true } : {}),
    ...(lead.bySpeaker === true ? { bySpeaker: true } : {}),
    ...(lead.part === undefined ? {} : { part: lead.part }),
  };
}

function ruleOf({ sense }: Draft): string {
  if (sense.line === NO_LINE) return "event-head";
  return sense.line === DUTY_LINE ? "duty" : `predicates.tsv:${sense.line}`;
}

/** The shortest words that state the event: the word itself with its particle or the object it needs. */
function triggerSpan(tree: Tree, draft: Draft): Span {
  const own = tree.tokens[draft.token]!;
  const isNear = (at: number): boolean =>
    Math.abs(at - draft.token) <= 6 &&
    // A table or a list can set words of one sentence far apart.
    Math.max(own.start, tree.tokens[at]!.start) - Math.min(own.end, tree.tokens[at]!.end) <= 60;
  const tokens = [draft.token, ...draft.extra.filter((at) => at >= 0 && isNear(at))];
  return { start: tree.tokens[Math.min(...tokens)]!.start, end: tree.tokens[Math.max(...tokens)]!.end };
}
