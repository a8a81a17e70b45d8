import { quadClassOf, scoreOf } from "../ontology/index.ts";
import { countryOf, nameOf, type Participant, sectorOf } from "../record/participant.ts";
import type { PlaceKind } from "../record/place.ts";
import { flat, labelOf, placeOf, publishedOf, timeOf } from "./cells.ts";
import { codesOf } from "./countries.ts";
import { CSV_CELLS } from "./csv.ts";
import { type Notation, nothingWithheld } from "./notation.ts";
import type { ExportRow } from "./row.ts";
import { notAsserted } from "./standing.ts";
import { type Cells, joint, TABS, tableNotation } from "./table.ts";

const list = (values: readonly (string | undefined)[]): string =>
  values.some((value) => value !== undefined && value !== "") ? joint(values, ";") : "";

/** The columns of one side; POLECAT writes the same set for actors and recipients. */
function side(pick: (row: ExportRow) => readonly Participant[], name: string): Cells {
  const each = (read: (one: Participant) => string | undefined) => (row: ExportRow) =>
    list(pick(row).map(read));
  const sector =
    name === "Actor"
      ? ["Primary Actor Sector", "Actor Sectors"]
      : ["Primary Recipient Sector", "Recipient Sectors"];
  return {
    [`${name} Name`]: each(nameOf),
    [`${name} Country`]: each(countryOf),
    [`${name} COW`]: each((one) => codesOf(countryOf(one))?.cow),
    [sector[0]!]: (row) =>
      pick(row)
        .map(sectorOf)
        .find((one) => one !== undefined),
    [sector[1]!]: each(sectorOf),
    [`${name} Title`]: each((one) => one.role),
    [`${name} Name Raw`]: each((one) => flat(one.quote.text)),
  };
}

const placeIf =
  (...kinds: readonly PlaceKind[]) =>
  ({ event }: ExportRow): string | undefined => {
    const place = placeOf(event);
    return place !== undefined && kinds.includes(place.kind) ? place.name : undefined;
  };

/** Names that the report's events bring up: the nearest to what POLECAT collects over the whole story. */
function storyNames({ coded }: ExportRow, wanted: "people" | "organizations"): string {
  const parties = coded.events.flatMap(({ actors, recipients }) => [...actors, ...recipients]);
  const names = parties.filter(
    (one) => nameOf(one) !== undefined && (one.kind === "person") === (wanted === "people"),
  );
  return list([...new Set(names.map(labelOf))]);
}

const CELLS: Cells = {
  "Event ID": ({ event, happening }) => happening?.id ?? event.id,
  // A day is written only if it is known: POLECAT itself would put the day of publication here.
  "Event Date": ({ event }) => {
    const time = timeOf(event);
    return time !== undefined && time.from.slice(0, 10) === time.to.slice(0, 10)
      ? time.from.slice(0, 10)
      : undefined;
  },
  "Event Type": ({ event }) => event.type,
  "Event Mode": ({ event }) => list(event.modes.map(({ value }) => value)),
  Intensity: ({ event }) => scoreOf(event.type, event.modes[0]?.value),
  "Quad Code": ({ event }) => quadClassOf(event.type),
  Contexts: ({ event }) => list(event.contexts.map(({ value }) => value)),
  ...side(({ event }) => event.actors, "Actor"),
  ...side(({ event }) => event.recipients, "Recipient"),
  Placename: ({ event }) => placeOf(event)?.name,
  City: placeIf("town"),
  District: placeIf("admin2"),
  Province: (row) => placeOf(row.event)?.admin1 ?? placeIf("admin1")(row),
  Country: ({ event }) => placeOf(event)?.country,
  Latitude: ({ event }) => placeOf(event)?.lat,
  Longitude: ({ event }) => placeOf(event)?.lon,
  "GeoNames ID": ({ event }) => placeOf(event)?.geonames,
  "Raw Placename": ({ event: { place } }) =>
    place.status === "known" ? flat(place.quotes[0]?.text ?? "") : undefined,
  Source: ({ coded }) => coded.report.outlet,
  "Publication Date": publishedOf,
  "Story People": (row) => storyNames(row, "people"),
  "Story Organizations": (row) => storyNames(row, "organizations"),
  "Story Locations": ({ coded }) =>
    list([...new Set(coded.events.map((event) => placeOf(event)?.name))].filter(Boolean)),
  Language: ({ coded }) => coded.report.language,
  Version: ({ coded }) => coded.coder.program,
};

const STYLE = { ...TABS, missing: "None" };

/** POLECAT's 40 columns. They have no place for who says so, so that only what is asserted or claimed goes in. */
export const POLECAT: Notation = tableNotation({
  format: "polecat",
  title: "POLECAT, tab-separated, 40 columns",
  extension: "tsv",
  style: STYLE,
  cells: CELLS,
  withheld: notAsserted,
});

const ours =
  (column: string) =>
  (row: ExportRow): ReturnType<Cells[string]> =>
    CSV_CELLS[column]!(row);

/** The same and, after the 40, who says so and how sure: nothing has to be left out. */
export const POLECAT_EXTENDED: Notation = tableNotation({
  format: "polecat-extended",
  title: "POLECAT with further columns for who says so and how sure",
  extension: "tsv",
  style: STYLE,
  cells: {
    ...CELLS,
    "Date From": ours("date_from"),
    "Date To": ours("date_to"),
    "Date Precision": ours("date_precision"),
    "Place Radius": ours("place_radius_km"),
    Standing: ours("standing"),
    Factuality: ours("factuality"),
    Phase: ours("phase"),
    Attempt: ours("attempt"),
    Outcome: ours("outcome"),
    "Claim Sources": ({ event }) => list(event.attributions.map(({ source }) => flat(source.quote.text))),
    "Claim Source Kinds": ({ event }) => list(event.attributions.map(({ kind }) => kind)),
    "Claim Stances": ({ event }) => list(event.attributions.map(({ stance }) => stance)),
    "Claim Factualities": ({ event }) => list(event.attributions.map(({ factuality }) => factuality)),
    Quantities: ({ event }) =>
      list(event.quantities.map(({ kind, min, max }) => `${kind}:${min}-${max ?? ""}`)),
    URL: ours("url"),
    "Trigger Start": ours("trigger_start"),
    "Trigger End": ours("trigger_end"),
    Confidence: ours("confidence_event"),
  },
  withheld: nothingWithheld,
});
