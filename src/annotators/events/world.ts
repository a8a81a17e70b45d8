import type { Tree } from "../../language/index.ts";
import type { ActorMention } from "../actors/layer.ts";
import type { AttributionMention } from "../attributions/layer.ts";
import type { EventFactuality } from "../factuality/layer.ts";
import type { PlaceMention } from "../places/layer.ts";
import type { QuantityMention } from "../quantities/layer.ts";
import type { TimeMention } from "../times/layer.ts";
import type { ParticipantFinder } from "./participants.ts";

/** Everything that a report's other layers say, in one hand, while its events are worked out. */
export interface World {
  readonly tree: Tree;
  readonly mentions: readonly ActorMention[];
  readonly attributions: readonly AttributionMention[];
  readonly factuality: ReadonlyMap<number, EventFactuality>;
  readonly times: readonly TimeMention[];
  readonly places: readonly PlaceMention[];
  readonly quantities: readonly QuantityMention[];
  readonly participants: ParticipantFinder;
  /** Whether a token stands in a headline: what it says is told again below. */
  readonly inHeadline: (token: number) => boolean;
  /** 1 for a report about politics, less where its words are those of sport or markets. */
  readonly seriousness: number;
}
