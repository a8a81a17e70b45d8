import type { z } from "zod";
import type { Attribution } from "../record/attribution.ts";
import { NOT_STATED } from "../record/cell.ts";
import type { Event } from "../record/event.ts";
import type { Participant } from "../record/participant.ts";
import type { PLACE_KINDS } from "../record/place.ts";
import type { Quote } from "../text/span.ts";
import { CORRECTIONS, type Figure, type Party, type Source } from "./corrections.ts";
import type { ReviewField } from "./fields.ts";

/** The event with one field as a reviewer gave it; undefined if the value is none of this field. */
export function corrected(event: Event, field: ReviewField, value: unknown): Event | undefined {
  const read = CORRECTIONS[field].safeParse(value);
  return read.success ? { ...event, ...PATCHES[field](read.data as never, event) } : undefined;
}

type Patch = (value: never, event: Event) => Partial<Event>;
const coded = (values: readonly string[]): Event["modes"] =>
  values.map((value) => ({ value, confidence: 1, quotes: [] }));

/** Every value that a person gave is `assigned`, rests on the words that were selected, and is sure by definition. */
const PATCHES: Readonly<Record<ReviewField, Patch>> = {
  type: (type: Event["type"]) => ({ type }),
  modes: (values: readonly string[]) => ({ modes: coded(values) }),
  contexts: (values: readonly string[]) => ({ contexts: coded(values) }),
  actors: (list: readonly Party[], event) => ({ actors: list.map((one) => participantOf(one, event)) }),
  recipients: (list: readonly Party[], event) => ({
    recipients: list.map((one) => participantOf(one, event)),
  }),
  place: (value: z.infer<typeof CORRECTIONS.place>) => ({ place: placeOf(value) }),
  time: (value: z.infer<typeof CORRECTIONS.time>) => ({ time: timeOf(value) }),
  factuality: (value: Event["factuality"]["value"]) => ({ factuality: factualityOf(value) }),
  phase: (phase: Event["phase"]) => ({ phase }),
  attempt: (attempt: boolean) => ({ attempt }),
  outcome: (outcome: Event["outcome"]) => ({ outcome }),
  attributions: (list: readonly Source[], event) => ({
    attributions: list.map((one) => attributionOf(one, event)),
    quantities: event.quantities.map((figure) => ownedAnew(figure, event, list)),
  }),
  quantities: (list: readonly Figure[]) => ({
    quantities: list.map(({ attribution, ...figure }) => ({
      ...figure,
      ...(attribution === undefined ? {} : { attribution }),
    })),
  }),
};

/** Whose figure it is points into the list of sources: it follows its source, or is nobody's if that is gone. */
function ownedAnew(
  { attribution, ...figure }: Event["quantities"][number],
  event: Event,
  list: readonly Source[],
): Event["quantities"][number] {
  const before = attribution === undefined ? undefined : event.attributions[attribution]?.source.quote.start;
  const at = list.findIndex(({ source }) => before !== undefined && source.quote?.start === before);
  return at < 0 ? figure : { ...figure, attribution: at };
}

const receipt = (quote: Quote | undefined) =>
  ({
    status: "known",
    basis: "assigned",
    quotes: quote === undefined ? [] : [quote],
    confidence: 1,
  }) as const;

function participantOf(given: Party, event: Event): Participant {
  if ("mentions" in given) return given;
  const { quote = event.trigger, name, country: of, sector, kind, actorId, role } = given;
  const words = receipt(given.quote);
  return {
    quote,
    mentions: [],
    name: name === undefined ? NOT_STATED : { ...words, value: name },
    country: of === undefined ? NOT_STATED : { ...words, value: of },
    sector: sector === undefined ? NOT_STATED : { ...words, value: sector },
    kind: kind ?? (name === undefined ? "unnamed" : "organisation"),
    basis: "assigned",
    ...(actorId === undefined ? {} : { actorId }),
    ...(role === undefined ? {} : { role }),
  };
}

function placeOf(given: z.infer<typeof CORRECTIONS.place>): Event["place"] {
  if (given === null) return NOT_STATED;
  const { quote, name, kind, radiusKm, country: of, admin1, geonames, lat, lon } = given;
  return {
    ...receipt(quote),
    name,
    kind,
    precision: { kind, radiusKm: radiusKm ?? USUAL_RADIUS[kind] },
    ...(of === undefined ? {} : { country: of }),
    ...(admin1 === undefined ? {} : { admin1 }),
    ...(geonames === undefined ? {} : { geonames }),
    ...(lat === undefined ? {} : { lat }),
    ...(lon === undefined ? {} : { lon }),
  };
}

/** Kilometres, where the reviewer gives none: as coarse as places of this kind are. */
const USUAL_RADIUS: Readonly<Record<(typeof PLACE_KINDS)[number], number>> = {
  site: 1,
  town: 5,
  admin2: 30,
  admin1: 100,
  region: 200,
  country: 500,
  water: 200,
  international: 1000,
};

function timeOf(given: z.infer<typeof CORRECTIONS.time>): Event["time"] {
  if (given === null) return NOT_STATED;
  const { quote, from, to = from, precision, approximate } = given;
  return { ...receipt(quote), from, to, precision, approximate, anchor: "explicit" };
}

function factualityOf(value: Event["factuality"]["value"]): Event["factuality"] {
  const certainty = { CT: "certain", PR: "probable", PS: "possible", Uu: "unknown" } as const;
  return {
    value,
    certainty: certainty[value.slice(0, 2) as keyof typeof certainty],
    polarity: value.endsWith("+") ? "+" : value.endsWith("-") ? "-" : "unknown",
    quotes: [],
  };
}

function attributionOf(given: Source, event: Event): Attribution {
  const { source, kind, stance, factuality, cue, content } = given;
  return {
    source: participantOf(source, event),
    kind,
    stance,
    factuality,
    content,
    chain: [],
    ...(cue === undefined ? {} : { cue }),
  };
}
