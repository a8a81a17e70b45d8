import { ACTORS, type ActorMention } from "../annotators/actors/layer.ts";
import { WAYS, type Way } from "../annotators/events/circumstances/way.ts";
import type { EventMention } from "../annotators/events/layer.ts";
import { TIMES, type TimeMention } from "../annotators/times/layer.ts";
import { TOKENS } from "../language/layers.ts";
import type { Because } from "../record/event.ts";
import { type Document, read } from "../text/document.ts";
import { grouped, once } from "../text/grouped.ts";
import { type Quote, quote, type Span } from "../text/span.ts";

/** Who else is called so: canonical names, for words as they are written. */
export type Namesakes = (words: string) => readonly string[];

const MOST_RIVALS = 3;
/** So many sentences back a pronoun or a nominal may mean something else. */
const REACH = 1;

/** Why each party and the time of an event are what they are, and what else they might have been. */
export function cellReasons(
  document: Document,
  mention: EventMention,
  namesakes: Namesakes,
): readonly Because[] {
  const parties = (field: "actors" | "recipients"): readonly Because[] =>
    mention[field].map((one) => partyReason(document, field, one.mention, one.inferred, namesakes));
  const time = timeReason(document, mention);
  return [...parties("actors"), ...parties("recipients"), ...(time === undefined ? [] : [time])];
}

function partyReason(
  document: Document,
  field: string,
  index: number,
  inferred: boolean,
  namesakes: Namesakes,
): Because {
  const { ofEntity } = around(document);
  const party = read(document, ACTORS)[index]!;
  const words = quote(document.text, party);
  const same = ofEntity.get(party.entity)!.filter((other) => other !== party);
  const told = same.filter((other) => other.form !== "pronoun");
  const antecedent = told.findLast((other) => other.start < party.start) ?? told[0];
  const means =
    party.form === "name" || antecedent === undefined
      ? (party.knowledge ?? "no registry row; as the report describes it")
      : `taken for “${shown(document, antecedent)}” (${same.length + 1} mentions)`;
  const rivals = party.form === "name" ? others(party, words, namesakes) : nearby(document, party);
  return {
    field,
    rule: inferred ? "inferred" : party.form,
    text: [
      `${inferred ? "from the telling around the event; " : ""}${means}`,
      party.country === undefined ? undefined : `${party.country} ${party.countryBasis ?? "normalised"}`,
      `rivals: ${rivals.length === 0 ? "none" : rivals.slice(0, MOST_RIVALS).join(", ")}`,
    ]
      .filter((part) => part !== undefined)
      .join("; "),
    quotes: [
      words,
      ...(antecedent === undefined || party.form === "name" ? [] : [quote(document.text, antecedent)]),
    ],
  };
}

function others(party: ActorMention, words: Quote, namesakes: Namesakes): readonly string[] {
  return namesakes(words.text).filter((name) => name !== party.name);
}

/** What else was spoken of just before, once each, the nearest first. */
function nearby(document: Document, party: ActorMention): readonly string[] {
  const here = read(document, TOKENS)[party.head]!.sentence;
  const { inSentence } = around(document);
  const near = Array.from({ length: REACH + 1 }, (_, back) => inSentence.get(here - back) ?? [])
    .flat()
    .filter(
      ({ mention: other }) =>
        other.start < party.start &&
        other.form !== "pronoun" &&
        other.entity !== party.entity &&
        other.plural === party.plural,
    )
    .sort((a, b) => a.index - b.index)
    .map(({ mention }) => mention);
  const entities = [...new Set(near.map(({ entity }) => entity).reverse())];
  return entities.map((entity) => `“${shown(document, near.findLast((one) => one.entity === entity)!)}”`);
}

/** Parties and dates by where they stand, worked out once a report: a long one has thousands. */
const around = once((document: Document) => {
  const tokens = read(document, TOKENS);
  const mentions = read(document, ACTORS);
  return {
    ofEntity: grouped(mentions, ({ entity }) => [entity]),
    inSentence: grouped(
      mentions.map((mention, index) => ({ mention, index })),
      ({ mention }) => [tokens[mention.head]!.sentence],
    ),
    timesIn: grouped(read(document, TIMES), ({ first }) => {
      const token = tokens[first];
      return token === undefined ? [] : [token.sentence];
    }),
  };
});

/** `passed`: the sentence has dates, and none was taken. */
export type TimeWay = Way | "passed";

/** How the event came by its time, or that the dates of its sentence were passed over. */
export function timeWay(document: Document, mention: EventMention): TimeWay {
  return (timeReason(document, mention)?.rule as TimeWay | undefined) ?? "none";
}

function timeReason(document: Document, mention: EventMention): Because | undefined {
  const times = read(document, TIMES);
  const time = times[mention.time];
  const { sentence } = read(document, TOKENS)[mention.token]!;
  const rivals = (around(document).timesIn.get(sentence) ?? []).filter((one) => one !== time);
  if (time === undefined && rivals.length === 0) return undefined;
  const chosen =
    time === undefined
      ? "no date hangs on the event"
      : `${WAYS[mention.timeBy]}; ${countsFrom(document, time)}`;
  const passed = rivals.map((one) => `“${shown(document, one)}” (${one.from ?? one.value}, ${one.use})`);
  return {
    field: "time",
    rule: time === undefined ? "passed" : mention.timeBy,
    text: `${chosen}; passed over: ${passed.length === 0 ? "none" : passed.join(", ")}`,
    quotes: time === undefined ? [] : [quote(document.text, time)],
  };
}

function countsFrom(document: Document, { anchor, anchorSpan, unknown }: TimeMention): string {
  if (unknown !== undefined) return unknown;
  if (anchorSpan !== undefined) return `counts from “${shown(document, anchorSpan)}”`;
  return anchor === "explicit" ? "written out" : `counts from the ${FROM[anchor]}`;
}

const FROM = {
  published: "publication date",
  dateline: "dateline",
  "mentioned-date": "date told before",
  event: "time told before",
} as const;

function shown(document: Document, span: Span): string {
  return document.text.slice(span.start, span.end).replace(/\s+/g, " ");
}
