import { mkdtempSync, openSync, readFileSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DumpPlace } from "./gazetteer-dump.ts";
import { openIndex } from "./gazetteer-index.ts";
import { createIndexBuilder } from "./gazetteer-index-build.ts";
import { createNameSorter } from "./gazetteer-index-names.ts";
import { writeIndex } from "./gazetteer-index-write.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "khaldun-index-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function town(geonames: number, name: string, more: Partial<DumpPlace["place"]> = {}): DumpPlace {
  const point = { lat: 16.5, lon: -1.5, population: 700 };
  const place = {
    geonames,
    name,
    names: [],
    kind: "town",
    feature: "PPL",
    country: "MLI",
    ...point,
  } as const;
  return { place: { ...place, ...more }, admin1: "ML.09", admin2: "" };
}

/** Chunks of two names: everything goes through files and is merged. */
function build(places: readonly DumpPlace[], names: readonly (readonly [number, string])[] = []): string {
  const builder = createIndexBuilder(folder, 2);
  for (const place of places) builder.addPlace(place);
  for (const [geonames, alternate] of names) builder.addName({ geonames, alternate });
  const file = join(folder, "made");
  writeIndex(builder.finish(), { version: "test 1", sources: ["ours"] }, file);
  builder.close();
  return file;
}
const open = (file: string) => openIndex(openSync(file, "r"), file);

describe("sorting more names than memory holds", () => {
  it("gives them by hash and row, each once, as a first name if it is that for one", () => {
    const sorter = createNameSorter(folder, 3);
    const name = (hash: number, row: number, isPrimary = false) => ({ hash, row, check: 5, isPrimary });
    const given = [name(9, 1), name(4, 8), name(9, 0), name(4, 2), name(4, 8, true), name(4, 8), name(1, 3)];
    for (const one of given) sorter.add(one);
    expect([...sorter.sorted()]).toEqual([name(1, 3), name(4, 2), name(4, 8, true), name(9, 0), name(9, 1)]);
    sorter.close();
  });
});

describe("a local index", () => {
  it("finds places by their names, and a place by its id", () => {
    const index = open(
      build(
        [
          town(901, "Testbourg", { names: ["Vieux-Testbourg"] }),
          town(900, "Testland", { kind: "admin1", feature: "ADM1" }),
          town(4_000_000_000, "Testbourg", { country: "FRA" }),
        ],
        [
          [901, "Тестбург"],
          [77, "Nowhere"],
        ],
      ),
    );
    expect(index.find("testbourg").map((one) => [one.geonames, one.country, one.primary])).toEqual([
      [901, "MLI", true],
      [4_000_000_000, "FRA", true],
    ]);
    expect(index.find("Vieux Testbourg")).toMatchObject([{ geonames: 901, primary: false }]);
    expect(index.find("тестбург")).toMatchObject([{ admin1: "Testland", lat: 16.5, population: 700 }]);
    expect(index.find("Nowhere")).toEqual([]);
    expect(index.entry(index.rowOf(4_000_000_000)!).country).toBe("FRA");
    expect(index.rowOf(902)).toBeUndefined();
  });

  it("keeps the last of two lines about one place", () => {
    const index = open(build([town(901, "Oldbourg"), town(901, "Newbourg")]));
    expect(index.find("Oldbourg")).toEqual([]);
    expect(index.find("Newbourg")).toHaveLength(1);
  });

  it("estimates how far a unit reaches from its towns, wherever it stands in the dump", () => {
    const unit = town(900, "Testland", { kind: "admin1", feature: "ADM1", lat: 16, lon: -1 });
    const index = open(
      build([town(901, "North", { lat: 17, lon: -1 }), unit, town(902, "South", { lat: 15, lon: -1 })]),
    );
    expect(index.find("Testland")[0]!.radiusKm).toBeCloseTo(1.5 * 111.2, -1);
  });

  it("refuses a file that is none, and one cut short", () => {
    const file = build([town(901, "Testbourg")]);
    truncateSync(file, readFileSync(file).length - 20);
    expect(() => open(file)).toThrow(/cut off/);
    truncateSync(file, 0);
    expect(() => open(file)).toThrow(/cut off/);
  });
});
