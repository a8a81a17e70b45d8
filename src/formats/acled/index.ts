import type { Participant } from "../../record/participant.ts";
import { daysOf, figureOf, labelOf, noteOf, outletsOf, placeOf, pointOf, timeOf } from "../cells.ts";
import { codesOf } from "../countries.ts";
import type { Notation } from "../notation.ts";
import type { ExportRow } from "../row.ts";
import { areCivil } from "../sectors.ts";
import { notAsserted, standingOf } from "../standing.ts";
import { type Cells, COMMAS, joint, tableNotation } from "../table.ts";
import { interactionOf, interOf } from "./kinds.ts";
import { acledType } from "./types.ts";

/** The two sides. A two-sided fight has all its sides among the actors. */
function sidesOf({ event }: ExportRow): readonly [readonly Participant[], readonly Participant[]] {
  if (event.recipients.length > 0) return [event.actors, event.recipients];
  return event.type === "ASSAULT" ? [event.actors.slice(0, 1), event.actors.slice(1)] : [event.actors, []];
}

const countryOf = ({ event }: ExportRow): string | undefined => placeOf(event)?.country;
const country = (row: ExportRow) => codesOf(countryOf(row));
const inter = (row: ExportRow, side: 0 | 1): string | undefined =>
  interOf(sidesOf(row)[side][0], row.event, countryOf(row));

const AREAS: Readonly<Record<string, number>> = { admin2: 2, admin1: 3, region: 3 };

function geoPrecision({ event }: ExportRow): number | undefined {
  return pointOf(event) === undefined ? AREAS[placeOf(event)?.kind ?? ""] : 1;
}

function timePrecision({ event }: ExportRow): number | undefined {
  const time = timeOf(event);
  if (time === undefined) return undefined;
  const days = daysOf(time);
  if (days <= 1) return 1;
  return days <= 7 ? 2 : days <= 31 ? 3 : undefined;
}

const PARTIES: Cells = {
  actor1: (row) => sidesOf(row)[0].slice(0, 1).map(labelOf)[0],
  assoc_actor_1: (row) => joint(sidesOf(row)[0].slice(1).map(labelOf), ";"),
  inter1: (row) => inter(row, 0),
  actor2: (row) => sidesOf(row)[1].slice(0, 1).map(labelOf)[0],
  assoc_actor_2: (row) => joint(sidesOf(row)[1].slice(1).map(labelOf), ";"),
  inter2: (row) => inter(row, 1),
  interaction: (row) => interactionOf(inter(row, 0), inter(row, 1)),
  civilian_targeting: ({ event }) =>
    event.type === "ASSAULT" && areCivil(event.recipients) ? "Civilian targeting" : undefined,
};

const PLACE: Cells = {
  iso: (row) => number(country(row)?.isoNumeric),
  region: (row) => country(row)?.acled,
  country: (row) => country(row)?.name,
  admin1: ({ event }) => placeOf(event)?.admin1,
  admin2: ({ event }) => (placeOf(event)?.kind === "admin2" ? placeOf(event)?.name : undefined),
  location: ({ event }) => placeOf(event)?.name,
  latitude: ({ event }) => pointOf(event)?.lat,
  longitude: ({ event }) => pointOf(event)?.lon,
  geo_precision: geoPrecision,
};

const CELLS: Cells = {
  event_id_cnty: (row) => `${countryOf(row) ?? ""}${row.happening?.id ?? row.event.id}`,
  event_date: ({ event }) => timeOf(event)?.from.slice(0, 10),
  year: ({ event }) => number(timeOf(event)?.from.slice(0, 4)),
  time_precision: timePrecision,
  disorder_type: ({ event }) => acledType(event)?.disorder,
  event_type: ({ event }) => acledType(event)?.event,
  sub_event_type: ({ event }) => acledType(event)?.sub,
  ...PARTIES,
  ...PLACE,
  source: (row) => joint(outletsOf(row), ";"),
  notes: noteOf,
  fatalities: (row) => figureOf(row, "dead")?.best,
  tags: (row) => {
    const crowd = row.event.quantities.find(({ kind }) => kind === "participants");
    const size =
      crowd && `crowd size=${crowd.min}${crowd.max === crowd.min ? "" : ` to ${crowd.max ?? "more"}`}`;
    const plover = [row.event.type, ...row.event.modes.map(({ value }) => value)].join("/");
    return [size, `standing=${standingOf(row.event)}`, `plover=${plover}`]
      .filter((tag) => tag !== undefined)
      .join("; ");
  },
};

function number(digits: string | undefined): number | undefined {
  return digits === undefined || digits === "" ? undefined : Number(digits);
}

/** Why an event that took place is none of ACLED's. */
export const NOT_OF_ACLED = "outside of ACLED's types, or it is not told who was attacked";

/** ACLED's 31 columns: what a report asserts or a source claims, as far as ACLED's types reach. */
export const ACLED: Notation = tableNotation({
  format: "acled",
  title: "ACLED, comma-separated, 31 columns",
  extension: "csv",
  style: COMMAS,
  cells: CELLS,
  withheld: (row) => notAsserted(row) ?? (acledType(row.event) === undefined ? NOT_OF_ACLED : undefined),
});
