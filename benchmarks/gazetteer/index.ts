import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { gazetteerCommand } from "../../src/cli/gazetteer.ts";
import { openLocal } from "../../src/knowledge/gazetteer-local.ts";
import type { Bench } from "../bench.ts";

const ROWS = 400_000;
const LOOK_UPS = 50_000;
const SYLLABLES = [
  "ba",
  "do",
  "ki",
  "lu",
  "mar",
  "nen",
  "sou",
  "tra",
  "wei",
  "zin",
  "gou",
  "rel",
  "pak",
  "hin",
];

/**
 * `khaldun gazetteer add` on a dump made here: more rows than the packed format of the package can number.
 * `-- gazetteer ROWS` makes a larger one (5,000,000 is about what allCountries keeps).
 */
export const run: Bench = async ({ rest }) => {
  const rows = Number(rest[0] ?? ROWS);
  const folder = mkdtempSync(join(tmpdir(), "khaldun-gazetteer-"));
  try {
    const dump = await makeDump(join(folder, "made.txt"), rows);
    const before = process.resourceUsage().maxRSS;
    const start = performance.now();
    const index = join(folder, "index");
    await gazetteerCommand().parseAsync(["add", "--quiet", "--folder", index, dump], { from: "user" });
    const seconds = (performance.now() - start) / 1000;
    const memory = (process.resourceUsage().maxRSS - before) / 1024;
    const opening = performance.now();
    const gazetteer = openLocal(index)[0]!;
    const opened = performance.now() - opening;
    const names = Array.from({ length: LOOK_UPS }, (_, at) => nameOf((at * 7919) % (2 * rows)));
    const cpu = process.cpuUsage();
    const found = names.filter((name) => gazetteer.find(name).length > 0).length;
    const { user, system } = process.cpuUsage(cpu);
    const least = { digits: 1, lowerIsBetter: true } as const;
    return {
      title: `gazetteer add: a dump of ${rows} rows`,
      figures: [
        { name: "seconds to add", value: seconds, n: rows, ...least },
        { name: "memory added, MB", value: memory, floor: 300, ...least },
        { name: "index, MB", value: statSync(join(index, "made.khgz")).size / 1e6, ...least },
        { name: "index opened in ms", value: opened, floor: 300, ...least },
        { name: "look-up in CPU-µs", value: (user + system) / LOOK_UPS, floor: 20, n: LOOK_UPS, ...least },
        { name: "share of names found", value: found / LOOK_UPS, n: LOOK_UPS },
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Every row a place of its own name, with one alternate; a unit for each thousand. */
async function makeDump(file: string, rows: number): Promise<string> {
  const stream = createWriteStream(file);
  for (let row = 0; row < rows; row += 1) {
    const isUnit = row % 1000 === 0;
    const unit = String(Math.floor(row / 1000) % 90);
    const lat = ((row % 1700) / 10 - 85).toFixed(4);
    const lon = ((row % 3590) / 10 - 179).toFixed(4);
    const what = isUnit ? ["A", "ADM1"] : ["P", "PPL"];
    const cells = [
      row + 1,
      nameOf(row),
      nameOf(row),
      `${nameOf(row)} Vieux`,
      lat,
      lon,
      ...what,
      "ML",
      "",
      unit,
    ];
    const line = [...cells, "", "", "", row % 9000, "", "", "Africa/Bamako", "2024-01-01"].join("\t");
    if (!stream.write(`${line}\n`)) await once(stream, "drain");
  }
  stream.end();
  await finished(stream);
  return file;
}

/** A pronounceable name for a number; no two numbers share one. */
function nameOf(number: number): string {
  let rest = number + 1;
  let name = "";
  while (rest > 0) {
    name += SYLLABLES[rest % SYLLABLES.length];
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return `${name[0]!.toUpperCase()}${name.slice(1)}bourg`;
}
