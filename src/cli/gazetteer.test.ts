import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { joinGazetteers, openLocal } from "../knowledge/gazetteer-local.ts";
import { gazetteerCommand } from "./gazetteer.ts";

function dumpLine(id: number | string, name: string, feature: string, lat = "16.5"): string {
  const kind = feature === "ADM1" ? "A" : "P";
  const cells = [id, name, name, "", lat, "-1.5", kind, feature, "ML", "", "09", "", "", "", "700"];
  return [...cells, "", "", "Africa/Bamako", "2023-01-01"].join("\t");
}

let folder: string;
let problems: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "khaldun-gazetteer-"));
  problems = "";
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    problems += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const index = (): string => join(folder, "index");
const opened = () => openLocal(index())[0]!;
function file(name: string, ...lines: readonly string[]): string {
  writeFileSync(join(folder, name), lines.join("\n"));
  return join(folder, name);
}
async function add(...files: readonly string[]): Promise<void> {
  await gazetteerCommand().parseAsync(["add", "--folder", index(), ...files], { from: "user" });
}

describe("khaldun gazetteer add", () => {
  it("makes an index of places in their units, with alternate names", async () => {
    const names = file("alternateNamesV2.txt", "1\t901\tfr\tAutrebourg", "2\t77\ten\tElsewhere");
    await add(names, file("XX.txt", dumpLine(901, "Testbourg", "PPL"), dumpLine(900, "Testland", "ADM1")));
    expect(opened().find("autrebourg")).toMatchObject([
      { geonames: 901, name: "Testbourg", country: "MLI", admin1: "Testland", primary: false },
    ]);
    expect(opened().find("Elsewhere")).toEqual([]);
  });

  it.each([
    ["too few columns", "only\tthree\tcells", "3 columns"],
    ["an id that is no number", dumpLine("x", "Badbourg", "PPL"), "the id is x"],
    ["a latitude beyond the pole", dumpLine(9, "Badbourg", "PPL", "91"), "the latitude is 91"],
  ])("names a line with %s and loads the rest", async (_, bad, reason) => {
    await add(file("XX.txt", dumpLine(901, "Testbourg", "PPL"), bad, dumpLine(903, "Lastbourg", "PPL")));
    expect(problems).toContain(`line 2: ${reason}`);
    expect(opened().size).toBe(2);
  });

  it("leaves the old index, and nothing half-written, when a file has no places", async () => {
    await add(file("XX.txt", dumpLine(901, "Testbourg", "PPL")));
    await expect(add(file("XX.txt", "nonsense"))).rejects.toMatchObject({ code: "K405" });
    await expect(add(join(folder, "none.txt"))).rejects.toMatchObject({ code: "K101" });
    expect(readdirSync(index())).toEqual(["XX.khgz"]);
    expect(opened().find("Testbourg")).toHaveLength(1);
  });

  it("adds places to a gazetteer, and names to places that both have", async () => {
    await add(file("AA.txt", dumpLine(900, "Testland", "ADM1"), dumpLine(901, "Testbourg", "PPL")));
    const base = opened();
    rmSync(index(), { recursive: true });
    const rows = [dumpLine(900, "Terre", "ADM1"), dumpLine(901, "Autrebourg", "PPL")];
    await add(file("BB.txt", ...rows, dumpLine(905, "Newbourg", "PPL")));
    const both = joinGazetteers(base, opened());
    expect(both.find("Autrebourg")).toEqual([{ ...base.find("Testbourg")[0]!, primary: false }]);
    const added = both.find("Newbourg")[0]!;
    expect(added.admin1Row).toBe(base.find("Testland")[0]!.row);
    expect(both.entry(added.row)).toEqual(added);
  });
});
