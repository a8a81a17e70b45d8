import { z } from "zod";
import { EVENT_TYPES, SECTORS } from "../ontology/plover/codes.ts";
import { type Attribution, FACTUALITY_VALUES, SOURCE_KINDS, STANCES } from "../record/attribution.ts";
import { NOT_STATED, quoteSchema } from "../record/cell.ts";
import { type Event, OUTCOMES, PHASES, QUANTITY_KINDS } from "../record/event.ts";
import { PARTICIPANT_KINDS, type Participant, participantSchema } from "../record/participant.ts";
import { PLACE_KINDS } from "../record/place.ts";
import { PRECISIONS } from "../record/time.ts";
import type { Quote } from "../text/span.ts";
import type { ReviewField } from "./fields.ts";

const day = z.string().regex(/^\d{4}-\d\d-\d\d/, "a day as YYYY-MM-DD");
const country = z.string().regex(/^[A-Z]{3}$/, "a country as three capitals, ISO 3166 alpha-3");

/** A party as a reviewer gives it: the words that were selected, and what is known. */
const whoSchema = z.strictObject({
  quote: quoteSchema.optional(),
  name: z.string().min(1).optional(),
  country: country.optional(),
  sector: z.enum(SECTORS).optional(),
  kind: z.enum(PARTICIPANT_KINDS).optional(),
  actorId: z.string().optional(),
  role: z.string().optional(),
});
const partySchema = z.union([participantSchema, whoSchema]);
type Party = z.infer<typeof partySchema>;

const placeSchema = z.strictObject({
  quote: quoteSchema.optional(),
  name: z.string().min(1),
  kind: z.enum(PLACE_KINDS),
  country: country.optional(),
  admin1: z.string().optional(),
  geonames: z.int().optional(),
  lat: z.number().min(-90).max(90).optional(),
  lon: z.number().min(-180).max(180).optional(),
  radiusKm: z.number().min(0).optional(),
});
const timeSchema = z
  .strictObject({
    quote: quoteSchema.optional(),
    from: day,
    to: day.optional(),
    precision: z.enum(PRECISIONS).default("day"),
    approximate: z.boolean().default(false),
  })
  .refine(({ from, to }) => to === undefined || from <= to, "from must not be later than to");
const sourceSchema = z.strictObject({
  source: partySchema,
  kind: z.enum(SOURCE_KINDS).default("named"),
  stance: z.enum(STANCES).default("asserts"),
  factuality: z.enum(FACTUALITY_VALUES).default("CT+"),
  cue: quoteSchema.optional(),
  content: z.array(quoteSchema).default([]),
});
const figureSchema = z
  .strictObject({
    kind: z.enum(QUANTITY_KINDS),
    min: z.int().min(0),
    max: z.int().min(0).nullable(),
    approximate: z.boolean().default(false),
    quote: quoteSchema,
    attribution: z.int().min(0).optional(),
  })
  .refine(({ min, max }) => max === null || min <= max, "min must not be more than max");

/** What the value of an `edit` must be, by field. Null says that the report gives no place, no time. */
export const CORRECTIONS = {
  type: z.enum(EVENT_TYPES),
  modes: z.array(z.string()),
  contexts: z.array(z.string()),
  actors: z.array(partySchema),
  recipients: z.array(partySchema),
  place: placeSchema.nullable(),
  time: timeSchema.nullable(),
  factuality: z.enum(FACTUALITY_VALUES),
  phase: z.enum(PHASES),
  attempt: z.boolean(),
  outcome: z.enum(OUTCOMES),
  attributions: z.array(sourceSchema),
  quantities: z.array(figureSchema),
} as const satisfies Readonly<Record<ReviewField, z.ZodType>>;

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
  attributions: (list: readonly z.infer<typeof sourceSchema>[], event) => ({
    attributions: list.map((one) => attributionOf(one, event)),
    quantities: event.quantities.map((figure) => ownedAnew(figure, event, list)),
  }),
  quantities: (list: readonly z.infer<typeof figureSchema>[]) => ({
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
  list: readonly z.infer<typeof sourceSchema>[],
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

function attributionOf(given: z.infer<typeof sourceSchema>, event: Event): Attribution {
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
