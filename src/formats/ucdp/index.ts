import { countryOf, type Participant } from "../../record/participant.ts";
import {
  figureOf,
  flat,
  idNumber,
  labelOf,
  outletsOf,
  placeOf,
  pointOf,
  publishedOf,
  timeOf,
} from "../cells.ts";
import { codesOf } from "../countries.ts";
import type { Notation } from "../notation.ts";
import type { ExportRow } from "../row.ts";
import { isState } from "../sectors.ts";
import { notAsserted } from "../standing.ts";
import { type Cells, COMMAS, joint, tableNotation } from "../table.ts";
import { datePrecision, priogrid, wherePrecision } from "./precision.ts";
import { violenceOf } from "./violence.ts";

const list = (values: readonly (string | undefined)[]): string => joint(values, ";");

/** UCDP names a state's side by its government. */
function sideName(one: Participant | undefined): string | undefined {
  if (one === undefined) return undefined;
  const state = isState(one) ? codesOf(countryOf(one))?.name : undefined;
  return state === undefined ? labelOf(one) : `Government of ${state}`;
}

const sideA = ({ event }: ExportRow) => violenceOf(event)?.a;
const sideB = ({ event }: ExportRow) => violenceOf(event)?.b;
const nameB = (row: ExportRow): string | undefined =>
  violenceOf(row.event)?.type === 3 ? "Civilians" : sideName(sideB(row));
const gw = (one: Participant | undefined): number | undefined =>
  one !== undefined && isState(one) ? digits(codesOf(countryOf(one))?.gw) : undefined;

const SOURCES: Cells = {
  number_of_sources: ({ happening }) => happening?.origins ?? 1,
  source_article: (row) => {
    const articles = row.happening?.claims.map(({ outlet, published, url }) => [outlet, published, url]) ?? [
      [row.coded.report.outlet, publishedOf(row), row.coded.report.title],
    ];
    return list([...new Set(articles.map((parts) => parts.filter((part) => part !== undefined).join(", ")))]);
  },
  source_office: (row) => list(outletsOf(row)),
  source_date: (row) =>
    list([...new Set(row.happening?.claims.map(({ published }) => published) ?? [publishedOf(row)])]),
  source_headline: ({ coded }) => coded.report.title,
  source_original: ({ event }) =>
    list([...new Set(event.attributions.map(({ source }) => flat(source.quote.text)))]),
};

const WHERE: Cells = {
  where_prec: ({ event }) => wherePrecision(event),
  where_coordinates: ({ event }) => (pointOf(event) === undefined ? undefined : placeOf(event)?.name),
  where_description: ({ event: { place } }) =>
    place.status === "known" ? flat(place.quotes[0]?.text ?? place.name) : undefined,
  adm_1: ({ event }) =>
    placeOf(event)?.admin1 ?? (placeOf(event)?.kind === "admin1" ? placeOf(event)?.name : undefined),
  adm_2: ({ event }) => (placeOf(event)?.kind === "admin2" ? placeOf(event)?.name : undefined),
  latitude: ({ event }) => pointOf(event)?.lat,
  longitude: ({ event }) => pointOf(event)?.lon,
  geom_wkt: ({ event }) => {
    const point = pointOf(event);
    return point && `POINT (${point.lon} ${point.lat})`;
  },
  priogrid_gid: ({ event }) => priogrid(event),
  country: ({ event }) => codesOf(placeOf(event)?.country)?.name,
  country_id: ({ event }) => digits(codesOf(placeOf(event)?.country)?.gw),
  region: ({ event }) => codesOf(placeOf(event)?.country)?.ucdp,
};

const DEATHS: Cells = {
  deaths_civilians: (row) => (violenceOf(row.event)?.type === 3 ? figureOf(row, "dead")?.best : undefined),
  deaths_unknown: (row) => (violenceOf(row.event)?.type === 3 ? undefined : figureOf(row, "dead")?.best),
  best: (row) => figureOf(row, "dead")?.best,
  high: (row) => figureOf(row, "dead")?.high,
  low: (row) => figureOf(row, "dead")?.low,
};

const CELLS: Cells = {
  id: idNumber,
  relid: ({ event, happening }) => {
    const [year, month] = (timeOf(event)?.from ?? "").split("-");
    const parts = [placeOf(event)?.country, year, month && Number(month), happening?.id ?? event.id];
    return parts.filter((part) => part !== undefined && part !== "").join("-");
  },
  year: ({ event }) => digits(timeOf(event)?.from.slice(0, 4)),
  code_status: () => "Machine-coded, not reviewed",
  type_of_violence: ({ event }) => violenceOf(event)?.type,
  dyad_name: (row) => `${sideName(sideA(row)) ?? ""} - ${nameB(row) ?? ""}`,
  side_a: (row) => sideName(sideA(row)),
  side_b: nameB,
  ...SOURCES,
  ...WHERE,
  date_prec: ({ event }) => datePrecision(event),
  date_start: ({ event }) => timeOf(event)?.from.slice(0, 10),
  date_end: ({ event }) => timeOf(event)?.to.slice(0, 10),
  ...DEATHS,
  gwnoa: (row) => gw(sideA(row)),
  gwnob: (row) => gw(sideB(row)),
};

function digits(text: string | undefined): number | undefined {
  return text === undefined || text === "" ? undefined : Number(text);
}

/** Why an event that took place is none of UCDP's. */
export const NOT_OF_UCDP = {
  violence: "no violence between parties that UCDP counts, or they are not told",
  dead: "no dead told: UCDP counts events with at least one",
} as const;

function outOfScope(row: ExportRow): string | undefined {
  if (violenceOf(row.event) === undefined) return NOT_OF_UCDP.violence;
  return (figureOf(row, "dead")?.best ?? 0) < 1 ? NOT_OF_UCDP.dead : undefined;
}

/** UCDP GED's 49 columns: organised violence with dead, as far as a report asserts or a source claims it. */
export const UCDP: Notation = tableNotation({
  format: "ucdp",
  title: "UCDP GED, comma-separated, 49 columns",
  extension: "csv",
  style: COMMAS,
  cells: CELLS,
  withheld: (row) => notAsserted(row) ?? outOfScope(row),
});
