import type { ReviewField } from "../corrections/index.ts";
import type { Event } from "../record/event.ts";
import { countryOf, nameOf, type Participant, sectorOf } from "../record/participant.ts";
import type { Metric } from "./alpha.ts";

/** A code by which two codings of a field can be compared, and how far apart two codes are. */
export interface Comparable {
  readonly name: string;
  readonly field: ReviewField;
  readonly metric: Metric;
  /** Undefined: the field holds nothing to compare, as a figure that no coder gave. */
  readonly read: (event: Event) => string | number | undefined;
}

const DAY = 86_400_000;

/** FactBank's values on one line, from certainly not to certainly so: ordinal. */
const FACTUALITY_RANK: Readonly<Record<Event["factuality"]["value"], number>> = {
  "CT-": 0,
  "PR-": 1,
  "PS-": 2,
  CTu: 3,
  Uu: 3,
  "PS+": 4,
  "PR+": 5,
  "CT+": 6,
};

export const NOTHING = "(nothing)";

/**
 * The fields as agreement is measured on them. Lists are compared as wholes: two of three actors is another list. That
 * an event has no place is a coding too and compared as such; a date that is not there has no distance to a day.
 */
export const COMPARABLES: readonly Comparable[] = [
  nominal("type", "type", ({ type }) => type),
  nominal("modes", "modes", ({ modes }) => listed(modes.map(({ value }) => value))),
  nominal("actors", "actors", ({ actors }) => listed(actors.map(participantCode))),
  nominal("recipients", "recipients", ({ recipients }) => listed(recipients.map(participantCode))),
  nominal("place", "place", ({ place }) =>
    place.status === "known" ? [place.country, place.geonames ?? place.name].join(" ") : NOTHING,
  ),
  nominal("has a date", "time", ({ time }) => (time.status === "known" ? "dated" : NOTHING)),
  {
    name: "first day",
    field: "time",
    metric: "interval",
    read: ({ time }) => (time.status === "known" ? Date.parse(time.from.slice(0, 10)) / DAY : undefined),
  },
  {
    name: "factuality",
    field: "factuality",
    metric: "ordinal",
    read: ({ factuality }) => FACTUALITY_RANK[factuality.value],
  },
  nominal("phase", "phase", ({ phase }) => phase),
  nominal("attempt", "attempt", ({ attempt }) => String(attempt)),
  nominal("sources", "attributions", ({ attributions }) =>
    listed(attributions.map(({ source, stance }) => `${participantCode(source)} ${stance}`)),
  ),
  figure("dead"),
  figure("injured"),
  figure("arrested"),
  figure("participants"),
];

function nominal(name: string, field: ReviewField, read: Comparable["read"]): Comparable {
  return { name, field, metric: "nominal", read };
}

/** The least that is told, by its magnitude: 1 for 8 and for 12 are near, 8 and 80 are not. */
function figure(kind: Event["quantities"][number]["kind"]): Comparable {
  return {
    name: kind,
    field: "quantities",
    metric: "interval",
    read: ({ quantities }) => {
      const found = quantities.filter((one) => one.kind === kind).map(({ min }) => min);
      return found.length === 0 ? undefined : Math.log10(1 + Math.max(...found));
    },
  };
}

function listed(codes: readonly string[]): string {
  return codes.length === 0 ? NOTHING : [...new Set(codes)].sort().join(" | ");
}

/** As the codebook sees a party: country and sector; the name, and last the words, where these are not known. */
export function participantCode(one: Participant): string {
  const codes = [countryOf(one), sectorOf(one)].filter((code) => code !== undefined);
  return codes.length > 0 ? codes.join(" ") : (nameOf(one) ?? one.quote.text.toLowerCase());
}
