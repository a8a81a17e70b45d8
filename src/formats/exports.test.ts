import { describe, expect, it } from "vitest";
import { days, figure, party, place, reportWith, STATED, said } from "../../test/helpers/events.ts";
import { fromCameo } from "../ontology/index.ts";
import type { Event } from "../record/event.ts";
import { readTable } from "../text/table.ts";
import { COLUMN_TYPES, columnsOf, isLeftEmpty } from "./columns.ts";
import { EXPORT_NAMES, EXPORTS, type ExportName } from "./index.ts";
import { type ExportRow, rowsOf } from "./row.ts";
import { standingOf } from "./standing.ts";

const GOMA = place("Goma", "town", "COD", {
  lat: -1.674,
  lon: 29.228,
  admin1: "North Kivu",
  geonames: 216281,
});
const GUNMEN = party("Gunmen", undefined, "UAF");
const ARMY = party("the army", "COD", "MIL", { kind: "organ" });
const REBELS = party("M23 fighters", "COD", "REB", { name: "M23", kind: "armed-group" });
const TRADERS = party("traders", "COD", "CVL", { kind: "population" });

const row = (event: Partial<Event>): ExportRow => rowsOf(reportWith(event))[0]!;

/** The cells of a row by column. */
function cells(format: ExportName, event: Partial<Event>): Readonly<Record<string, unknown>> {
  const values = EXPORTS[format].cells!(row(event));
  return Object.fromEntries(columnsOf(format).map(({ name }, index) => [name, values[index]]));
}

const TABLES = ["csv", "polecat", "polecat-extended", "acled", "ucdp", "gdelt", "gdelt-mentions"] as const;

describe("column sets", () => {
  it.each([
    ["polecat", 40, "Event ID", "Version"],
    ["acled", 31, "event_id_cnty", "timestamp"],
    ["ucdp", 49, "id", "gwnob"],
    ["gdelt", 61, "GlobalEventID", "SOURCEURL"],
    ["gdelt-mentions", 16, "GLOBALEVENTID", "Extras"],
  ] as const)("%s has its %i columns from %s to %s", (format, count, first, last) => {
    const names = columnsOf(format).map(({ name }) => name);
    expect([names.length, names[0], names.at(-1)]).toEqual([count, first, last]);
    expect(new Set(names).size).toBe(count);
  });

  it("polecat-extended begins with polecat", () => {
    expect(columnsOf("polecat-extended").slice(0, 40)).toEqual(columnsOf("polecat"));
  });

  it.each(TABLES)("%s: every column has a type, a meaning, and how it is filled or why not", (format) => {
    for (const column of columnsOf(format)) {
      expect(COLUMN_TYPES).toContain(column.type);
      expect(column.meaning).not.toBe("");
      expect(column.filled).not.toBe("");
    }
  });

  it.each(TABLES)("%s: what is said to be left empty is, and cells have the type that is said", (format) => {
    const full: Partial<Event> = {
      actors: [ARMY],
      recipients: [REBELS],
      place: GOMA,
      time: days("2026-05-03"),
      quantities: [figure("dead", 3)],
    };
    const values = cells(format, full);
    for (const column of columnsOf(format)) {
      const value = values[column.name];
      if (isLeftEmpty(column)) expect(value, column.name).toBeUndefined();
      if (value === undefined) continue;
      const type = column.type === "integer" ? "number" : column.type;
      expect(typeof value, column.name).toBe(type);
      if (column.type === "integer") expect(Number.isSafeInteger(value), column.name).toBe(true);
    }
  });

  it("every CAMEO code that GDELT gets leads back to the type it came from", () => {
    const rows = readTable("src/formats/data/gdelt-cameo.tsv");
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.filter(({ cells }) => fromCameo(cells.cameo!)?.type !== cells.type)).toEqual([]);
  });
});

describe("what a format cannot hold is withheld, never turned into a fact", () => {
  const claim = (stance: "asserts" | "denies"): Event["attributions"] => [
    said(ARMY, { stance, factuality: stance === "denies" ? "CT-" : "CT+" }),
  ];
  const reported: Event["factuality"] = {
    value: "Uu",
    certainty: "unknown",
    polarity: "unknown",
    quotes: [],
  };

  it.each([
    ["stated", { factuality: STATED }, "asserted"],
    ["claimed", { factuality: reported, attributions: claim("asserts") }, "claimed"],
    [
      "claimed and denied",
      { factuality: reported, attributions: [...claim("denies"), ...claim("asserts")] },
      "claimed",
    ],
    ["denied only", { factuality: reported, attributions: claim("denies") }, "denied"],
    ["negated", { factuality: { ...STATED, value: "CT-", polarity: "-" } }, "not-happened"],
    ["planned", { factuality: { ...STATED, value: "PR+" }, phase: "future" }, "planned"],
    ["conditional", { phase: "hypothetical" }, "hypothetical"],
    ["possible", { factuality: { ...STATED, value: "PS+", certainty: "possible" } }, "hypothetical"],
    ["nobody says whether", { factuality: reported }, "unclear"],
  ] as readonly (readonly [string, Partial<Event>, string])[])("%s", (_, event, standing) => {
    const full = row({ actors: [GUNMEN], recipients: [TRADERS], quantities: [figure("dead", 1)], ...event });
    expect(standingOf(full.event)).toBe(standing);
    const holdsIt = standing === "asserted" || standing === "claimed";
    for (const name of ["polecat", "acled", "ucdp", "gdelt", "gdelt-mentions", "ftm"] as const) {
      expect(EXPORTS[name].withheld(full) === undefined, name).toBe(holdsIt);
      expect(EXPORTS[name].records(full).length > 0, name).toBe(holdsIt);
    }
    for (const name of ["csv", "jsonl", "plover", "geojson", "w3c", "polecat-extended"] as const) {
      expect(EXPORTS[name].records(full).length, name).toBeGreaterThan(0);
    }
  });

  it("a foiled attempt is no attack", () => {
    expect(
      EXPORTS.acled.withheld(
        row({ actors: [GUNMEN], recipients: [TRADERS], attempt: true, outcome: "foiled" }),
      ),
    ).toContain("foiled");
  });
});

describe("nothing finer than known", () => {
  const country = place("Congo", "country", "COD");
  it("an area has no pin anywhere", () => {
    const event = {
      actors: [GUNMEN],
      recipients: [TRADERS],
      place: country,
      quantities: [figure("dead", 1)],
    };
    const shown = JSON.parse(EXPORTS.geojson.records(row(event))[0]!) as { geometry: unknown };
    expect(shown.geometry).toBeNull();
    expect(cells("acled", event)).toMatchObject({
      latitude: undefined,
      geo_precision: undefined,
      country: "DR Congo",
    });
    expect(cells("ucdp", event)).toMatchObject({ latitude: undefined, geom_wkt: undefined, where_prec: 6 });
    expect(cells("gdelt", event)).toMatchObject({
      ActionGeo_Lat: undefined,
      ActionGeo_Type: 1,
      ActionGeo_CountryCode: "CG",
    });
    expect(cells("polecat", event)).toMatchObject({ Latitude: undefined, City: undefined, Country: "COD" });
  });

  it("no day is no day: the day of publication is not put there", () => {
    const event = { actors: [GUNMEN], recipients: [TRADERS], quantities: [figure("dead", 1)] };
    expect(cells("acled", event).event_date).toBeUndefined();
    expect(cells("ucdp", event).date_start).toBeUndefined();
    expect(cells("gdelt", event)).toMatchObject({ Day: undefined, Year: undefined });
    expect(cells("polecat", event)["Event Date"]).toBeUndefined();
  });

  it.each([
    ["2026-05-03", "2026-05-03", 20260503, 202605, 2026, 1, 1],
    ["2026-05-01", "2026-05-31", undefined, 202605, 2026, 3, 4],
    ["2026-01-01", "2026-12-31", undefined, undefined, 2026, undefined, 5],
    ["2020-01-01", "2029-12-31", undefined, undefined, undefined, undefined, undefined],
  ])("%s to %s", (from, to, day, month, year, acled, ucdp) => {
    const event = { time: days(from, to) };
    expect(cells("gdelt", event)).toMatchObject({ Day: day, MonthYear: month, Year: year });
    expect(cells("acled", event).time_precision).toBe(acled);
    expect(cells("ucdp", event).date_prec).toBe(ucdp);
  });

  it("a figure that is not told is not 0", () => {
    expect(cells("acled", { quantities: [] }).fatalities).toBeUndefined();
    expect(cells("acled", { quantities: [figure("dead", 0)] }).fatalities).toBe(0);
  });
});

describe("acled", () => {
  it.each([
    [
      "gunmen on civilians",
      { actors: [GUNMEN], recipients: [TRADERS] },
      "Attack",
      "Political militia-Civilians",
    ],
    ["army and rebels", { actors: [ARMY, REBELS] }, "Armed clash", "State forces-Rebel group"],
    ["a march", { type: "PROTEST", actors: [TRADERS] }, "Peaceful protest", "Protesters only"],
    ["nobody knows who was shot at", { actors: [GUNMEN] }, undefined, "Political militia only"],
    ["a speech", { type: "ACCUSE", actors: [ARMY] }, undefined, "State forces only"],
    [
      "criminals arrested",
      {
        type: "COERCE",
        modes: [{ value: "arrest", confidence: 1, quotes: [] }],
        recipients: [party("smugglers", "COD", "CRM")],
      },
      undefined,
      "Political militia",
    ],
  ] as readonly (readonly [string, Partial<Event>, string | undefined, string])[])(
    "%s",
    (_, event, sub, kinds) => {
      const values = cells("acled", { place: GOMA, ...event });
      expect(values.sub_event_type).toBe(sub);
      expect(String(values.interaction)).toContain(kinds);
      expect(EXPORTS.acled.withheld(row(event)) === undefined).toBe(sub !== undefined);
    },
  );

  it("says in its notes who says so, and that no person has looked", () => {
    const { notes, source } = cells("acled", { actors: [ARMY, REBELS], attributions: [said(ARMY)] });
    expect(notes).toContain("the army");
    expect(notes).toContain("coded by machine, not reviewed");
    expect(source).toBe("Mail");
  });
});

describe("ucdp", () => {
  it.each([
    ["army and rebels", { actors: [ARMY, REBELS] }, 1, "Government of DR Congo", "M23"],
    [
      "rebels on the army: the state is side A",
      { actors: [REBELS], recipients: [ARMY] },
      1,
      "Government of DR Congo",
      "M23",
    ],
    ["two groups", { actors: [REBELS], recipients: [GUNMEN] }, 2, "M23", "Gunmen"],
    ["civilians", { actors: [REBELS], recipients: [TRADERS] }, 3, "M23", "Civilians"],
    ["one state alone", { actors: [ARMY], recipients: [ARMY] }, undefined, undefined, undefined],
  ] as readonly (readonly [
    string,
    Partial<Event>,
    number | undefined,
    string | undefined,
    string | undefined,
  ])[])("%s", (_, event, type, a, b) => {
    const quantities = [figure("dead", 4, 9)];
    const values = cells("ucdp", { ...event, quantities, place: GOMA });
    expect(values).toMatchObject({ type_of_violence: type, side_a: a, best: 4, low: 4, high: 9 });
    expect(EXPORTS.ucdp.withheld(row({ ...event, quantities })) === undefined).toBe(type !== undefined);
    if (b !== undefined) expect(values.side_b).toBe(b);
  });

  it("no dead, no row; the cell of PRIO-GRID is that of the point", () => {
    expect(EXPORTS.ucdp.withheld(row({ actors: [ARMY, REBELS] }))).toContain("no dead told");
    expect(cells("ucdp", { place: GOMA }).priogrid_gid).toBe(176 * 720 + 418 + 1);
  });
});

describe("gdelt", () => {
  it("has a mention for every place that tells it, with offsets and our hash", () => {
    const event = { actors: [ARMY], mentions: [{ start: 30, end: 38, text: "army said" }] };
    const records = EXPORTS["gdelt-mentions"].records(row(event)).map((line) => line.trimEnd().split("\t"));
    expect(records.map((cell) => cell[9])).toEqual(["22", "30"]);
    expect(records[0]?.[15]).toBe("hash=test;standing=asserted");
  });
});

describe.each(EXPORT_NAMES)("%s", (name) => {
  it("writes the same bytes again, and no record with a line end inside a text table", () => {
    const one = row({
      actors: [party("the\tarmy\nof\r\nGoma", "COD", "MIL"), REBELS],
      quantities: [figure("dead", 2)],
    });
    const records = EXPORTS[name].records(one);
    expect(records).toEqual(EXPORTS[name].records(one));
    if (EXPORTS[name].mediaType !== "text/tab-separated-values") return;
    for (const record of records) expect(record.trimEnd()).not.toMatch(/[\r\n]/);
  });
});

describe("JSON notations", () => {
  it("W3C: positions and the words with what stands around them", () => {
    const [first] = EXPORTS.w3c.records(row({}));
    const { target } = JSON.parse(first!) as { target: readonly { selector: readonly object[] }[] };
    expect(target[0]?.selector).toEqual([
      { type: "TextPositionSelector", start: 22, end: 43 },
      {
        type: "TextQuoteSelector",
        exact: "wn. The army said so.",
        prefix: "Gunmen attacked the to",
        suffix: "",
      },
    ]);
  });

  it("FollowTheMoney: event, article as proof, parties only under a name, nobody without one", () => {
    const lines = EXPORTS.ftm.records(row({ actors: [REBELS], recipients: [TRADERS], place: GOMA }));
    const entities = lines.map(
      (line) => JSON.parse(line) as { id: string; schema: string; properties: Record<string, string[]> },
    );
    expect(entities.map(({ schema }) => schema)).toEqual(["Article", "Organization", "Event"]);
    expect(entities[2]?.properties).toMatchObject({
      involved: [entities[1]?.id],
      proof: [entities[0]?.id],
      country: ["cd"],
    });
  });

  it("PLOVER: sources and certainty in fields of their own, auxiliary modes of the manual", () => {
    const [line] = EXPORTS.plover.records(
      row({
        phase: "hypothetical",
        attributions: [said(ARMY, { kind: "named", stance: "denies", factuality: "CT-" })],
      }),
    );
    expect(JSON.parse(line!)).toMatchObject({
      auxiliary_mode: ["hypothetical"],
      attribution: [{ entity_text: "the army", stance: "denies", factuality: "CT-" }],
    });
  });
});
