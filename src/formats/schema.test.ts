import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { days, figure, party, place, reportWith, said } from "../../test/helpers/events.ts";
import { rollUp } from "../linking/index.ts";
import type { CodedReport } from "../record/coded-report.ts";
import { columnsOf } from "./columns.ts";
import { columnSetOf } from "./dataset/datapackage.ts";
import { EXPORT_NAMES, EXPORTS, type ExportName } from "./index.ts";
import { type ExportRow, rowsOf } from "./row.ts";
import { recordSchema } from "./schema.ts";
import { shown } from "./shown.ts";

const ARMY = party("the army", "COD", "MIL", { kind: "organ", role: "army" });
const REBELS = party("M23 fighters", "COD", "REB", { name: "M23", kind: "armed-group" });
const NEIGHBOUR = party("Amani", "COD", "CVL", { name: "Amani", kind: "person" });

const FULL = reportWith(
  {
    modes: [{ value: "firearms", confidence: 1, quotes: [] }],
    actors: [REBELS],
    recipients: [NEIGHBOUR],
    place: place("Goma", "town", "COD", { lat: -1.674, lon: 29.228, admin1: "North Kivu", geonames: 216281 }),
    time: days("2026-05-03", "2026-05-04"),
    quantities: [figure("dead", 3), figure("injured", 4, null)],
    attributions: [said(ARMY)],
  },
  { url: "https://lake.example/raid" },
);
/** Nothing is known but that it happened. */
const EMPTY = reportWith({});

const read = (coded: CodedReport, profile: "public" | "internal"): readonly ExportRow[] =>
  rowsOf(shown(coded, { profile, threshold: 0 }).coded);

function happening(): ExportRow {
  const members = [FULL, { ...FULL, id: "other" }].map((coded) => ({ coded, event: coded.events[0]! }));
  const { event, first, happening: told } = rollUp("h-1", members, { rule: "conservative" });
  return { event, coded: first.coded, happening: told, members };
}

/** What a reader of a file has: records of JSON, or rows as objects. */
function recordsOf(format: ExportName, row: ExportRow): readonly unknown[] {
  const { cells, records, withheld } = EXPORTS[format];
  if (withheld(row) !== undefined) return [];
  if (cells === undefined) return records(row).map((text) => JSON.parse(text));
  const values = cells(row);
  return [
    Object.fromEntries(
      columnsOf(columnSetOf(format)!).map(({ name }, index) => [name, values[index] ?? null]),
    ),
  ];
}

describe.each(EXPORT_NAMES)("the JSON Schema of %s", (format) => {
  const check = new Ajv2020({ strict: false, validateFormats: false, allErrors: true }).compile(
    recordSchema(format),
  );

  it("fits what the format writes, for every reader, of one report and of several", () => {
    const rows = [
      ...[FULL, EMPTY].flatMap((coded) => [...read(coded, "public"), ...read(coded, "internal")]),
      happening(),
    ];
    const records = rows.flatMap((row) => recordsOf(format, row));
    expect(records.length).toBeGreaterThan(0);
    for (const record of records) {
      check(record);
      expect(check.errors ?? []).toEqual([]);
    }
  });

  it("fits nothing with a field that the format does not have", () => {
    const [record] = read(FULL, "internal").flatMap((row) => recordsOf(format, row));
    expect(check({ ...(record as object), colour: "red" })).toBe(false);
  });
});
