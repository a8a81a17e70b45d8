import type { Tree } from "../../../language/index.ts";
import type { EventType } from "../../../ontology/index.ts";
import { nearbySpans } from "../../../text/nearby.ts";
import { overlaps } from "../../../text/span.ts";
import type { PlaceMention } from "../../places/layer.ts";
import type { TimeMention } from "../../times/layer.ts";
import { locatedBy, readingOf, type Trust } from "../ensemble/index.ts";
import { SPOKEN } from "../speech-acts.ts";
import type { World } from "../world.ts";
import { type Circumstance, circumstance, type Holders, headInPhrase } from "./attachment.ts";
import { type Placed, placeOf } from "./place-of.ts";
import { standsAt } from "./place-standing.ts";
import { quantitiesOf, tollsApart } from "./quantities-of.ts";
import { countsBack, timeOf } from "./time-of.ts";
import { type Bound, UNBOUND } from "./way.ts";

/** Which circumstance belongs to which event: from the tree, not from nearness. Indices in their layers, -1 for none. */
export interface Circumstances {
  readonly place: (event: Placed) => Bound;
  /** The place that a word has as its own adjunct ("said in Rabat"); -1 for none. */
  readonly standsUnder: (token: number) => number;
  /** Places at which the main clause of a sentence plays. */
  readonly standingIn: (sentence: number) => readonly number[];
  readonly time: (event: Placed) => Bound;
  /** The other dates that "and" joins to one. */
  readonly coordinatedTimes: (time: number) => readonly number[];
  readonly quantities: (token: number, type: EventType) => readonly number[];
}

type Layers = Pick<
  World,
  "isDateline" | "published" | "tree" | "times" | "places" | "quantities" | "attributions" | "readings"
>;

/** Built once a report. `triggers` are the tokens that state an event: each may have circumstances of its own. */
export function circumstancesOf(
  { isDateline, published, tree, times, places, quantities, attributions, readings }: Layers,
  triggers: Holders["triggers"],
  trust: Trust,
): Circumstances {
  const cues = attributions.map((one) => one.cueToken).filter((cue) => cue >= 0 && !triggers.has(cue));
  const holders: Holders = { triggers, cues: new Set(cues) };
  const hang = (mention: PlaceMention | TimeMention, index: number): Circumstance =>
    circumstance(tree, index, tree.headOf(mention.first, mention.last), holders);
  const hangTime = (time: TimeMention, index: number): Circumstance => {
    if (time.datesToken !== undefined) return circumstance(tree, index, time.datesToken, holders, true);
    const content = contentBefore(tree, tree.headOf(time.first, time.last), holders);
    if (content >= 0) return circumstance(tree, index, content, holders, true);
    const noun = headInPhrase(tree, time.first, time.last);
    return noun < time.last ? hang(time, index) : circumstance(tree, index, noun, holders, true);
  };
  const dated = times.flatMap((time, index) =>
    dates(time) || countsBack(tree, time, tree.headOf(time.first, time.last)) ? [hangTime(time, index)] : [],
  );
  const located = places.flatMap((place, index) =>
    place.metonym ||
    isDateline(place) ||
    isPrefix(tree, place) ||
    isNeighbour(tree, place) ||
    nearbySpans(times, place).some((time) => overlaps(time, place))
      ? []
      : [hang(place, index)],
  );
  // Where something was said is no answer to where it happened.
  const placed = located
    .filter(({ holder }) => !holders.cues.has(holder) && !SPOKEN.has(triggers.get(holder) ?? "ASSAULT"))
    .map(({ index }) => ({ ...places[index]!, index }));
  const tolls = tollsApart(tree, quantities, triggers);
  const sentenceOf = (token: number): number => tree.tokens[token]!.sentence;
  const [datedIn, locatedIn] = [dated, located].map((all) => inSentences(all, (one) => sentenceOf(one.head)));
  const countedIn = inSentences([...quantities.entries()], ([, one]) => sentenceOf(one.noun));
  return {
    // Who is on the telephone is in two places.
    place: (event) =>
      event.modes.includes("phone")
        ? UNBOUND
        : locatedBy(
            placeOf(tree, places, located, holders, event),
            placed,
            readingOf(event, readings),
            tree,
            trust,
          ),
    standsUnder: (token) =>
      locatedIn!([sentenceOf(token)]).find(
        (one) => tree.tokens[one.head]!.head === token && standsAt(tree, one.head),
      )?.index ?? -1,
    standingIn: (sentence) =>
      locatedIn!([sentence]).flatMap((one) =>
        standsAt(tree, one.head) && one.chain.every((at) => !isSubordinate(tree, at)) ? [one.index] : [],
      ),
    time: (event) =>
      timeOf(
        tree,
        times,
        // What a date hangs on stands in its own sentence.
        datedIn!([event.token, ...event.extra.filter((at) => at >= 0)].map(sentenceOf)),
        holders,
        event,
        published,
      ),
    coordinatedTimes: (time) => {
      const head = dated.find((one) => one.index === time)?.head;
      if (head === undefined) return [];
      const joined = tree.dependents(head, "conj");
      return dated.flatMap((one) => (joined.includes(one.head) ? [one.index] : []));
    },
    quantities: (token, type) => [
      ...quantitiesOf(tree, countedIn([sentenceOf(token)]), { token, type }, triggers),
      ...(tolls.get(token) ?? []),
    ],
  };
}

/** What stands in given sentences, in the order of the list. */
function inSentences<Item>(
  items: readonly Item[],
  sentenceOf: (item: Item) => number,
): (sentences: readonly number[]) => readonly Item[] {
  const found = new Map<number, Item[]>();
  for (const item of items) {
    const here = found.get(sentenceOf(item)) ?? [];
    here.push(item);
    found.set(sentenceOf(item), here);
  }
  return (sentences) =>
    [...new Set(sentences)].sort((a, b) => a - b).flatMap((sentence) => found.get(sentence) ?? []);
}

/** "Four soldiers were killed today, the agency reported": before who says so stands a date of what is said. */
function contentBefore(tree: Tree, head: number, { cues }: Holders): number {
  const cue = tree.tokens[head]!.head;
  if (!cues.has(cue) || head > cue) return -1;
  const said = tree.dependents(cue, "ccomp").find((verb) => verb < head);
  const speaker = tree.dependents(cue, "nsubj")[0] ?? -1;
  return said !== undefined && speaker > head ? said : -1;
}

/** A deadline, a length, a repetition, "now" or "recent" dates no event. */
function dates(time: TimeMention): boolean {
  if (time.from === undefined && time.unknown === undefined) return false;
  return time.use === "when" || time.use === "since" || time.use === "modifier";
}

function isSubordinate(tree: Tree, at: number): boolean {
  return /^(?:acl|advcl|ccomp|csubj|parataxis)/.test(tree.tokens[at]!.deprel);
}

/** "a district bordering Afghanistan", "a state that borders Colombia": what lies beside the place. */
function isNeighbour({ tokens, headOf }: Tree, { first, last }: PlaceMention): boolean {
  const { deprel, head } = tokens[headOf(first, last)]!;
  const isBordered = deprel.startsWith("obj") && tokens[head]?.lemma === "border";
  return isBordered || /^bordering$/i.test(tokens[first - 1]?.text ?? "");
}

/** "U.S.-led", "Damascus-based", "pro-Moscow": a part of an adjective. */
function isPrefix(tree: Tree, place: PlaceMention): boolean {
  const { tokens } = tree;
  if (tokens[place.last]?.text === "-" && tokens[place.last]!.start === place.end) return true;
  const [hyphen, word] = [tokens[place.first - 1], tokens[place.first - 2]];
  return (
    hyphen?.text === "-" && hyphen.end === place.start && /^(?:pro|anti|ex|non)$/i.test(word?.text ?? "")
  );
}
