import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { afterAll, describe, expect, it } from "vitest";
import { days, figure, party, place, reportWith } from "../../../test/helpers/events.ts";
import { columnsOf } from "../columns.ts";
import { EXPORT_NAMES, EXPORTS, type ExportName } from "../index.ts";
import { openParquet } from "../parquet.ts";
import { type ExportRow, rowsOf } from "../row.ts";
import { type DatasetFile, datapackage } from "./datapackage.ts";
import { datasetCodebook, datasetReadme } from "./readme.ts";
import { createTally, type Summary } from "./summary.ts";
import { NOWHERE, writeRows } from "./write.ts";

const folder = mkdtempSync(join(tmpdir(), "khaldun-dataset-"));
afterAll(() => rmSync(folder, { recursive: true }));

const GUNMEN = party("Gunmen, masked", "COD", "UAF");
const TRADERS = party('"traders"', "COD", "CVL");
const GOMA = place("Goma", "town", "COD", { lat: -1.674, lon: 29.228 });
const reports = [
  reportWith({
    actors: [GUNMEN],
    recipients: [TRADERS],
    place: GOMA,
    quantities: [figure("dead", 2)],
    time: days("2026-05-03"),
  }),
  reportWith({ id: "0a1b2c3d4e60", phase: "hypothetical" }, { outlet: "=cmd" }),
  reportWith({ id: "0a1b2c3d4e61", actors: [GUNMEN], recipients: [TRADERS] }),
];

async function* rows(): AsyncIterable<ExportRow> {
  for (const coded of reports) yield* rowsOf(coded);
}

async function written(format: ExportName): Promise<{ text: string; summary: Summary }> {
  let text = "";
  const tally = createTally();
  const sink = {
    text: async (more: string) => {
      text += more;
    },
  };
  await writeRows(rows(), EXPORTS[format], sink, tally);
  return { text, summary: tally.summary() };
}

const lines = (text: string): readonly string[] => text.split("\n").filter((line) => line !== "");

/** Of the formats that are one document: where the records stand in it. */
const LISTS: Readonly<Partial<Record<ExportName, string>>> = { geojson: "features", jsonld: "@graph" };

describe.each(EXPORT_NAMES.filter((name) => name !== "parquet"))("%s", (format) => {
  it("has as many records as are counted without writing, and every event is in or withheld", async () => {
    const { text, summary } = await written(format);
    const counted = createTally();
    await writeRows(rows(), EXPORTS[format], NOWHERE, counted);
    expect(counted.summary()).toEqual(summary);
    const withheld = [...summary.withheld.values()].reduce((sum, count) => sum + count, 0);
    expect(summary.rows).toBe(3);
    const kept = reports
      .flatMap((coded) => rowsOf(coded))
      .filter((row) => EXPORTS[format].withheld(row) === undefined);
    expect(kept.length + withheld).toBe(3);
    const list = LISTS[format];
    const found =
      list !== undefined
        ? (JSON.parse(text) as Record<string, readonly unknown[]>)[list]!.length
        : lines(text).length - (EXPORTS[format].head === "" ? 0 : 1);
    expect(found).toBe(summary.records);
  });
});

describe("parquet", () => {
  it("comes back with its types, its nulls and every row", async () => {
    const path = join(folder, "events.parquet");
    const file = await openParquet(path);
    const tally = createTally();
    await writeRows(rows(), EXPORTS.parquet, { ...NOWHERE, cells: file.add }, tally);
    file.close();
    const back = await parquetReadObjects({ file: await asyncBufferFromFile(path) });
    expect(back).toHaveLength(tally.summary().records);
    expect(Object.keys(back[0]!)).toEqual(columnsOf("csv").map(({ name }) => name));
    expect(back[0]).toMatchObject({
      latitude: -1.674,
      trigger_start: 22,
      attempt: false,
      quantities: "dead:2-2",
    });
    expect(back[1]).toMatchObject({ latitude: null, date_from: null, standing: "hypothetical" });
  });

  it("without a row is a file with columns", async () => {
    const path = join(folder, "empty.parquet");
    const file = await openParquet(path);
    file.close();
    expect(await parquetReadObjects({ file: await asyncBufferFromFile(path) })).toEqual([]);
    expect(readFileSync(path).subarray(0, 4).toString()).toBe("PAR1");
  });
});

describe("the description beside a file", () => {
  const describedAs = async (format: ExportName): Promise<DatasetFile> => ({
    format,
    path: "events.csv",
    bytes: 1,
    sha256: "00",
    profile: "public",
    summary: (await written(format)).summary,
  });

  it("the data package has every column with type and description, and what was withheld", async () => {
    const parsed = JSON.parse(datapackage(await describedAs("acled"))) as {
      profile: string;
      resources: readonly {
        schema: { fields: readonly { name: string; type: string; description: string }[] };
      }[];
      khaldun: { withheld: Record<string, number>; records: number };
    };
    expect(parsed.profile).toBe("tabular-data-package");
    const { fields } = parsed.resources[0]!.schema;
    expect(fields.map(({ name }) => name)).toEqual(columnsOf("acled").map(({ name }) => name));
    expect(fields.every(({ type, description }) => type !== "" && description !== "")).toBe(true);
    expect(parsed.khaldun).toMatchObject({
      records: 2,
      withheld: { "only supposed, possible, feared or asked for": 1 },
    });
  });

  it("the README says the same in words, the codebook has every column", async () => {
    const described = await describedAs("acled");
    expect(datasetReadme(described)).toContain("| only supposed, possible, feared or asked for | 1 |");
    expect(datasetReadme(described)).toContain("nobody has");
    for (const { name } of columnsOf("acled")) expect(datasetCodebook(described)).toContain(`\`${name}\``);
  });
});
