import type { EventType, Sector } from "../../ontology/plover/codes.ts";
import type { ActorMention } from "../actors/layer.ts";

/** Sectors whose part in something makes it political. Civilians, media and business need company or a strong word. */
const POLITICAL: ReadonlySet<Sector> = new Set<Sector>([
  "GOV",
  "MIL",
  "COP",
  "JUD",
  "LEG",
  "PTY",
  "REB",
  "UAF",
  "OPP",
  "SPY",
  "PRM",
  "IGO",
  "IMG",
  "ISM",
  "NGO",
  "REF",
]);
const HALF: ReadonlySet<Sector> = new Set<Sector>(["CVL", "JRN", "LAB", "REL", "SOC", "EDU", "MED"]);

const FIGHTERS: ReadonlySet<Sector> = new Set<Sector>(["UAF", "COP", "MIL", "CVL", "UNK"]);

/** Types that stand without a political partner: people protest, civilians are attacked. */
const OPEN_TYPES: ReadonlySet<EventType> = new Set<EventType>(["PROTEST", "ASSAULT", "MOBILIZE"]);

/** How far the participants make it a political event, 0-1. */
export function politicalWeight(
  type: EventType,
  actors: readonly ActorMention[],
  recipients: readonly ActorMention[],
  isCrowd: boolean,
): number {
  const all = [...actors, ...recipients];
  const political = (mention: ActorMention): boolean =>
    POLITICAL.has(mention.sector) ||
    mention.kind === "state" ||
    (mention.country !== undefined &&
      mention.sector === "UNK" &&
      mention.form === "name" &&
      mention.kind !== "person");
  const half = (mention: ActorMention): boolean => HALF.has(mention.sector);
  // Assailants arrive and travel too: a meeting needs somebody who can speak for others.
  if (type === "CONSULT" && all.length > 0 && all.every((one) => FIGHTERS.has(one.sector))) return 0.5;
  if (actors.some(political)) return 1;
  if (recipients.some(political)) return actors.length === 0 || actors.some(half) ? 0.85 : 0.75;
  // Nobody but the state arrests, charges and convicts: there the agent that a passive leaves out is political.
  const isStateAct = type === "COERCE" || type === "SANCTION" || type === "ACCUSE";
  const byState = isStateAct && actors.length === 0 && recipients.length > 0;
  if (all.some(half)) return OPEN_TYPES.has(type) || byState ? 0.75 : 0.5;
  // "Thousands marched": a count of people is somebody.
  // "Ten arrests" are as many people.
  if (all.length === 0 && isCrowd) return OPEN_TYPES.has(type) || type === "COERCE" ? 0.75 : 0.5;
  if (all.length === 0) return OPEN_TYPES.has(type) || type === "COERCE" ? 0.5 : 0.4;
  return byState ? 0.6 : 0.35;
}
