import { quadClassOf } from "../../ontology/index.ts";
import { countryOf, type Participant } from "../../record/participant.ts";
import type { TimeValue } from "../../record/time.ts";
import { idNumber, labelOf, placeOf, pointOf, timeOf } from "../cells.ts";
import { codesOf } from "../countries.ts";
import type { Notation } from "../notation.ts";
import type { ExportRow } from "../row.ts";
import { notAsserted } from "../standing.ts";
import { type Cells, TABS, tableNotation } from "../table.ts";
import { actorCodeOf, cameoOf, typeCodeOf } from "./cameo.ts";

/** GDELT has one party on each side. */
export function partiesOf({ event }: ExportRow): readonly [Participant | undefined, Participant | undefined] {
  return [event.actors[0], event.recipients[0] ?? event.actors[1]];
}

function party(side: 0 | 1): Cells {
  const of =
    (read: (one: Participant) => string | undefined) =>
    (row: ExportRow): string | undefined => {
      const one = partiesOf(row)[side];
      return one && read(one);
    };
  const name = `Actor${side + 1}`;
  return {
    [`${name}Code`]: of(actorCodeOf),
    [`${name}Name`]: of((one) => labelOf(one).toUpperCase()),
    [`${name}CountryCode`]: of(countryOf),
    [`${name}Type1Code`]: of(typeCodeOf),
  };
}

/** The first `length` characters of a date, if its whole interval shares them: never finer than known. */
function shared(time: TimeValue | undefined, length: number): number | undefined {
  const start = time?.from.slice(0, length);
  return start !== undefined && time?.to.slice(0, length) === start
    ? Number(start.replaceAll("-", ""))
    : undefined;
}

const WHEN: Cells = {
  Day: ({ event }) => shared(timeOf(event), 10),
  MonthYear: ({ event }) => shared(timeOf(event), 7),
  Year: ({ event }) => shared(timeOf(event), 4),
  FractionDate: ({ event }) => {
    const day = shared(timeOf(event), 10);
    if (day === undefined) return undefined;
    const [year, month, date] = [Math.floor(day / 10_000), Math.floor(day / 100) % 100, day % 100];
    return Math.round((year + (month * 30 + date) / 365) * 10_000) / 10_000;
  },
};

const isUnitedStates = (row: ExportRow): boolean => placeOf(row.event)?.country === "USA";

function geoType(row: ExportRow): number | undefined {
  const kind = placeOf(row.event)?.kind;
  if (kind === "country") return 1;
  if (kind === "admin1") return isUnitedStates(row) ? 2 : 5;
  return kind === "town" || kind === "site" ? (isUnitedStates(row) ? 3 : 4) : undefined;
}

const WHERE: Cells = {
  ActionGeo_Type: geoType,
  ActionGeo_FullName: ({ event }) => {
    const place = placeOf(event);
    const country = codesOf(place?.country)?.name;
    return place && [...new Set([place.name, country])].filter((part) => part !== undefined).join(", ");
  },
  ActionGeo_CountryCode: ({ event }) => codesOf(placeOf(event)?.country)?.fips,
  ActionGeo_Lat: ({ event }) => pointOf(event)?.lat,
  ActionGeo_Long: ({ event }) => pointOf(event)?.lon,
};

/** In the headline or the first paragraph of the body. */
function isRoot({ event, coded }: ExportRow): number {
  const { blocks } = coded.report;
  const lead = [blocks.find(({ kind }) => kind === "headline"), blocks.find(({ kind }) => kind === "body")];
  return [event.trigger, ...event.mentions].some((mention) =>
    lead.some((block) => block !== undefined && block.start <= mention.start && mention.end <= block.end),
  )
    ? 1
    : 0;
}

const CELLS: Cells = {
  GlobalEventID: idNumber,
  ...WHEN,
  ...party(0),
  ...party(1),
  IsRootEvent: isRoot,
  EventCode: ({ event }) => cameoOf(event),
  EventBaseCode: ({ event }) => cameoOf(event).slice(0, 3),
  EventRootCode: ({ event }) => cameoOf(event).slice(0, 2),
  QuadClass: ({ event }) => quadClassOf(event.type),
  NumMentions: ({ event, happening }) => happening?.claims.length ?? event.mentions.length + 1,
  NumSources: ({ happening }) => happening?.origins ?? 1,
  NumArticles: ({ happening }) => happening?.reports ?? 1,
  ...WHERE,
  SOURCEURL: ({ coded }) => coded.report.url,
};

/** GDELT 2.0 Events: 61 columns without a head. */
export const GDELT: Notation = tableNotation({
  format: "gdelt",
  title: "GDELT 2.0 Events, tab-separated, 61 columns, no head",
  extension: "export.CSV",
  style: { ...TABS, hasHead: false },
  cells: CELLS,
  withheld: notAsserted,
});
