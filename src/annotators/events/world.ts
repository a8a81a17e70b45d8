import { EVENT_READINGS, type EventReadings, TOKENS, type Tree, treeOf } from "../../language/index.ts";
import { publishedDay, REPORT } from "../../record/report.ts";
import { type Document, read } from "../../text/document.ts";
import { contains, overlaps } from "../../text/span.ts";
import { ACTORS, type ActorMention } from "../actors/layer.ts";
import { ATTRIBUTIONS, type AttributionMention } from "../attributions/layer.ts";
import { type EventFactuality, FACTUALITY } from "../factuality/layer.ts";
import { PLACES, type PlaceMention } from "../places/layer.ts";
import { QUANTITIES, type QuantityMention } from "../quantities/layer.ts";
import { TIMES, type TimeMention } from "../times/layer.ts";
import { strangeness } from "./domain.ts";
import { type ParticipantFinder, participantFinder } from "./participants.ts";
import { type Saying, sayings } from "./speech-acts.ts";

/** Everything that a report's other layers say, in one hand, while its events are worked out. */
export interface World {
  readonly tree: Tree;
  /** The day of publication, if it is known. */
  readonly published: string | undefined;
  readonly mentions: readonly ActorMention[];
  readonly attributions: readonly AttributionMention[];
  readonly factuality: ReadonlyMap<number, EventFactuality>;
  readonly times: readonly TimeMention[];
  readonly places: readonly PlaceMention[];
  readonly quantities: readonly QuantityMention[];
  /** The first count of a noun, by the noun's token. */
  readonly countOf: ReadonlyMap<number, QuantityMention>;
  readonly participants: ParticipantFinder;
  readonly sayings: readonly Saying[];
  /** What the model holds that words tell of events. */
  readonly readings: EventReadings;
  /** Whether a token stands in a headline: what it says is told again below. */
  readonly inHeadline: (token: number) => boolean;
  /** Whether a place is where the report was written, not where something happened. */
  readonly isDateline: (place: PlaceMention) => boolean;
  /** 1 for a report about politics, less where its words are those of sport or markets. */
  readonly seriousness: number;
}

/** Built once a report. */
export function worldOf(document: Document): World {
  const tree = treeOf(read(document, TOKENS));
  const mentions = read(document, ACTORS);
  const quantities = read(document, QUANTITIES);
  const report = read(document, REPORT);
  const { blocks, dateline } = report;
  const attributions = read(document, ATTRIBUTIONS);
  const participants = participantFinder(tree, mentions);
  const headlines = blocks.filter((block) => block.kind === "headline");
  return {
    tree,
    published: publishedDay(report),
    mentions,
    attributions,
    times: read(document, TIMES),
    places: read(document, PLACES),
    quantities,
    countOf: new Map(quantities.toReversed().map((count) => [count.noun, count])),
    factuality: read(document, FACTUALITY),
    participants,
    sayings: sayings(tree, attributions, (head) => mentions[participants.at(head)]),
    readings: read(document, EVENT_READINGS),
    inHeadline: (token) => headlines.some((block) => contains(block, tree.tokens[token]!)),
    isDateline: (place) => dateline !== undefined && overlaps(dateline, place),
    seriousness: 1 - 0.8 * strangeness(tree),
  };
}
