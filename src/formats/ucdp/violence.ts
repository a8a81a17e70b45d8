import type { Event } from "../../record/event.ts";
import { countryOf, type Participant } from "../../record/participant.ts";
import { areCivil, isArmed, isState } from "../sectors.ts";

/** Who fights whom. UCDP counts organised violence with at least one dead. */
export interface Violence {
  /** 1 state-based, 2 non-state, 3 one-sided. */
  readonly type: 1 | 2 | 3;
  readonly a: Participant;
  /** Absent in one-sided violence: civilians are no side. */
  readonly b?: Participant;
}

/** Undefined if the parties are not told, not organised, or of one state. A state comes first. */
export function violenceOf({ type, actors, recipients }: Event): Violence | undefined {
  if (type !== "ASSAULT") return undefined;
  const first = actors.find((one) => isState(one) || isArmed(one));
  if (first === undefined) return undefined;
  if (areCivil(recipients)) return { type: 3, a: first };
  const others = recipients.length > 0 ? recipients : actors.slice(actors.indexOf(first) + 1);
  const second = others.find((one) => (isState(one) || isArmed(one)) && !sameState(first, one));
  if (second === undefined) return undefined;
  if (isState(first)) return { type: 1, a: first, b: second };
  return isState(second) ? { type: 1, a: second, b: first } : { type: 2, a: first, b: second };
}

function sameState(a: Participant, b: Participant): boolean {
  return isState(a) && isState(b) && countryOf(a) === countryOf(b);
}
