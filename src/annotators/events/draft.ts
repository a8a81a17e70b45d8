import type { PredicateSense } from "../../knowledge/predicates.ts";
import type { EventType } from "../../ontology/plover/codes.ts";
import type { Way } from "./circumstances/way.ts";
import type { EventMention } from "./layer.ts";

/** An event while it is being worked out: one telling, its sense, its participants as indices in ACTORS. */
export interface Draft {
  readonly token: number;
  readonly extra: readonly number[];
  readonly sense: PredicateSense;
  readonly type: EventType;
  readonly modes: readonly string[];
  readonly alternatives: EventMention["alternatives"];
  readonly actors: readonly number[];
  readonly recipients: readonly number[];
  readonly place: number;
  readonly placeBy: Way;
  readonly time: number;
  readonly timeBy: Way;
  readonly quantities: readonly number[];
  readonly confidence: number;
  /** The verbal act is what happened: "Germany will attack" is a threat made, not an attack. */
  readonly performed: boolean;
  readonly because: string;
  /** The one whose words they are does it. */
  readonly bySpeaker?: boolean;
  /** Of a plural told once for several dates: which of the later ones. */
  readonly part?: number;
}
