import type { EventType } from "../../ontology/plover/codes.ts";
import type { AttributionMention } from "../attributions/layer.ts";
import type { EventFactuality } from "../factuality/layer.ts";

/** What the codebook makes of an event that lies ahead (docs/record.md): a promise, a threat, or a plan. */
export interface Recoded {
  readonly type: EventType;
  readonly mode: string | undefined;
  readonly performed: boolean;
  readonly note: string;
}

const COOPERATIVE: ReadonlySet<EventType> = new Set<EventType>([
  "SUPPORT",
  "COOPERATE",
  "AID",
  "CONCEDE",
  "RETREAT",
]);
export const HOSTILE: ReadonlySet<EventType> = new Set<EventType>([
  "ASSAULT",
  "COERCE",
  "SANCTION",
  "MOBILIZE",
]);

const THREAT_MODES: Readonly<Record<string, string>> = {
  arrest: "arrest",
  deport: "expel",
  expel: "expel",
  seize: "territory",
  restrict: "restrict",
  censor: "restrict",
  curfew: "restrict",
  withhold: "restrict",
  withdraw: "relations",
  discontinue: "relations",
};

/**
 * Announced by the one who will do it: a hostile act is THREATEN with the mode of its content, a cooperative one
 * AGREE; a refusal stays one. All were done by saying it. Any other plan keeps its type.
 */
export function recode(
  type: EventType,
  mode: string,
  factuality: EventFactuality | undefined,
  announced: boolean,
  speaker: AttributionMention | undefined,
): Recoded | undefined {
  if (factuality === undefined || factuality.phase !== "future" || factuality.value.endsWith("-"))
    return undefined;
  // "May attack" promises nothing; "plans to attack" is a possibility that somebody has announced.
  const isPlan = /governed by (?!possib|able|likely|chance|risk)/.test(factuality.rule);
  if (factuality.value.startsWith("PS") && !isPlan) return undefined;
  const promising = speaker?.stance === "promises" || speaker?.stance === "threatens";
  if (!announced && !promising) return undefined;
  if (HOSTILE.has(type)) {
    const content = type === "ASSAULT" ? "violence" : THREAT_MODES[mode];
    return {
      type: "THREATEN",
      mode: content,
      performed: true,
      note: "a hostile act announced by the one who would do it is a threat",
    };
  }
  if (COOPERATIVE.has(type))
    return {
      type: "AGREE",
      mode: undefined,
      performed: true,
      note: "a cooperative act promised by the one who would do it is an agreement",
    };
  if (type === "REJECT")
    return {
      type,
      mode: mode === "" ? undefined : mode,
      performed: true,
      note: "a refusal announced by the one who refuses is made by saying so",
    };
  return undefined;
}
