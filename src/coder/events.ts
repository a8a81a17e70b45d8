import { createHash } from "node:crypto";
import { ATTRIBUTIONS } from "../annotators/attributions/layer.ts";
import { isInferred, WAYS } from "../annotators/events/circumstances/way.ts";
import type { CodedMode, EventMention } from "../annotators/events/layer.ts";
import { type EventFactuality, FACTUALITY } from "../annotators/factuality/layer.ts";
import { PLACES } from "../annotators/places/layer.ts";
import { QUANTITIES, type QuantityMention } from "../annotators/quantities/layer.ts";
import { TIMES } from "../annotators/times/layer.ts";
import type { Attribution, FactualityValue } from "../record/attribution.ts";
import type { Because, CodedValue, Event, Quantity } from "../record/event.ts";
import { publishedDay, REPORT } from "../record/report.ts";
import { type Document, read } from "../text/document.ts";
import { contains, quote, type Span } from "../text/span.ts";
import { cellReasons, type Namesakes } from "./because-cells.ts";
import { placeCell, timeCell } from "./cells.ts";
import { type ConfidenceTables, confidenceOf } from "./confidence.ts";
import { momentOf } from "./holders.ts";
import { type ParticipantOptions, participantOf } from "./participants.ts";
import { attributionsOf } from "./sources.ts";

/** What the report holds of an event whose trigger no rule spoke about: told plainly, as having happened. */
const PLAIN: Omit<EventFactuality, "token"> = {
  value: "CT+",
  outlet: "CT+",
  phase: "past",
  attempt: false,
  outcome: "unknown",
  attributions: [],
  cues: [],
  rule: "plain-statement",
};

export interface EventOptions extends ParticipantOptions, ConfidenceTables {
  readonly namesakes: Namesakes;
}

/** One event of the record, from an event mention and the layers that it points into. */
export function eventOf(document: Document, mention: EventMention, given: EventOptions): Event {
  const text = document.text;
  const factualities = read(document, FACTUALITY);
  const told = factualities.get(mention.token) ?? { ...PLAIN, token: mention.token };
  const own = mention.performed ? performedAct(mention, told) : told;
  const others = mention.tellings.map((telling) => factualities.get(telling.token));
  const value = outletView([
    own,
    ...others.filter((_, index) => !isHeadline(document, mention.tellings[index]!.span)),
  ]);
  const published = publishedDay(read(document, REPORT));
  const how = { inferred: isInferred(mention.timeBy), isOwn: mention.timeIsOwn ?? false };
  const time = timeCell(text, read(document, TIMES)[mention.time], how, published);
  // Who speaks of it holds the office when the report is written, whoever did it when it happened.
  const attributions = attributionsOf(document, [own, ...others], {
    ...given,
    moment: momentOf(undefined, published),
  });
  const options = { ...given, moment: momentOf(time, published) };
  const actors = mention.actors.map((one) => participantOf(document, one.mention, one.inferred, options));
  const recipients = mention.recipients.map((one) =>
    participantOf(document, one.mention, one.inferred, options),
  );
  const place = placeCell(text, read(document, PLACES)[mention.place], isInferred(mention.placeBy));
  const trigger = quote(text, mention.trigger);
  const factuality = {
    value,
    ...parts(value),
    quotes: own.cues.length > 0 ? own.cues.map((cue) => quote(text, cue)) : [trigger],
  };
  return {
    id: eventId(read(document, REPORT).id, mention, trigger.start),
    type: mention.type,
    modes: mention.modes.map((mode) => codedValue(text, mode)),
    contexts: mention.contexts.map((context) => codedValue(text, context)),
    alternatives: mention.alternatives,
    trigger,
    mentions: mention.tellings.map((telling) => quote(text, telling.span)),
    actors,
    recipients,
    place,
    time,
    factuality,
    phase: own.phase,
    attempt: own.attempt,
    outcome: own.outcome,
    attributions,
    quantities: mention.quantities.map((index) =>
      quantityOf(text, read(document, QUANTITIES)[index]!, attributions),
    ),
    confidence: confidenceOf(document, mention, { actors, recipients, factuality, attributions }, given),
    because: [...becauseOf(document, mention, own), ...cellReasons(document, mention, given.namesakes)],
  };
}

/** Done by saying it. */
function performedAct(mention: EventMention, told: EventFactuality): EventFactuality {
  const attributions = mention.bySpeaker === true ? told.attributions.slice(1) : told.attributions;
  return { ...told, value: "CT+", outlet: "CT+", phase: "past", attributions };
}

/** A headline leaves out who says so: it is no sign that the outlet vouches for it. */
function isHeadline(document: Document, span: Span): boolean {
  return read(document, REPORT).blocks.some((block) => block.kind === "headline" && contains(block, span));
}

/** Telling it as fact anywhere outweighs every reported telling: the outlet then states it too. */
function outletView(tellings: readonly (EventFactuality | undefined)[]): FactualityValue {
  const first = tellings[0]!;
  if (first.outlet !== "Uu") return first.outlet;
  return tellings.some((other) => other?.outlet === "CT+") ? "CT+" : "Uu";
}

/** FactBank's two letters and sign, spelt out. */
function parts(value: FactualityValue): Pick<Event["factuality"], "certainty" | "polarity"> {
  const certainty = { CT: "certain", PR: "probable", PS: "possible", Uu: "unknown" } as const;
  const polarity = { "+": "+", "-": "-", u: "unknown" } as const;
  return {
    certainty: certainty[value.slice(0, 2) as keyof typeof certainty],
    polarity: polarity[value.slice(-1) as keyof typeof polarity],
  };
}

function eventId(report: string, { type, part }: EventMention, start: number): string {
  const what = [report, type, start, ...(part === undefined ? [] : [part])].join(" ");
  return createHash("sha256").update(what).digest("hex").slice(0, 12);
}

function codedValue(text: string, mode: CodedMode): CodedValue {
  return {
    value: mode.value,
    confidence: mode.confidence,
    quotes: mode.spans.map((span) => quote(text, span)),
  };
}

/** A figure inside somebody's words is that source's figure. */
function quantityOf(text: string, mention: QuantityMention, attributions: readonly Attribution[]): Quantity {
  const owner = attributions.findIndex((one) => one.content.some((content) => contains(content, mention)));
  return {
    kind: mention.kind,
    min: mention.min,
    max: mention.max,
    approximate: mention.approximate,
    quote: quote(text, mention),
    ...(owner < 0 ? {} : { attribution: owner }),
  };
}

function becauseOf(document: Document, mention: EventMention, own: EventFactuality): readonly Because[] {
  const text = document.text;
  const because: Because[] = [
    {
      field: "type",
      rule: mention.rule,
      text: mention.because,
      quotes: [
        quote(text, mention.trigger),
        ...mention.modes.flatMap((mode) => mode.spans.map((span) => quote(text, span))),
      ],
    },
    {
      field: "factuality",
      rule: own.rule,
      text:
        own.cues.length === 0
          ? "stated without reservation"
          : `because of ${own.cues.map((cue) => `“${text.slice(cue.start, cue.end)}”`).join(", ")}`,
      quotes: own.cues.map((cue) => quote(text, cue)),
    },
  ];
  const place = read(document, PLACES)[mention.place];
  if (place !== undefined) {
    because.push({
      field: "place",
      rule: mention.placeBy,
      text: `${WAYS[mention.placeBy]}${place.why === undefined ? "" : `; ${place.why}`}`,
      quotes: [quote(text, place)],
    });
  }
  for (const index of own.attributions) {
    const attribution = read(document, ATTRIBUTIONS)[index];
    if (attribution === undefined) continue;
    because.push({
      field: "attributions",
      rule: attribution.rule,
      text: `the ${attribution.kind} source ${attribution.stance} it`,
      quotes: [...attribution.source, ...attribution.cue].map((span) => quote(text, span)),
    });
  }
  return because;
}
