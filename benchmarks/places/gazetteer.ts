import { readFileSync, statSync } from "node:fs";
import { openGazetteer } from "../../src/knowledge/gazetteer.ts";
import { packageFile } from "../../src/text/package-files.ts";
import type { Figure } from "../bench.ts";

const FILE = "src/knowledge/data/gazetteer.bin";
const LOADS = 7;

/** Size, time to open and time of a look-up; `names` are looked up as they stand in the corpora. */
export function gazetteerFigures(names: readonly string[]): readonly Figure[] {
  const loads = Array.from({ length: LOADS }, () => {
    const start = performance.now();
    openGazetteer(readFileSync(packageFile(FILE)));
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const gazetteer = openGazetteer(readFileSync(packageFile(FILE)));
  const start = process.cpuUsage();
  for (const name of names) gazetteer.find(name);
  const { user, system } = process.cpuUsage(start);
  const each = (user + system) / Math.max(1, names.length);
  const least = { digits: 1, lowerIsBetter: true } as const;
  return [
    { name: "gazetteer, MB", value: statSync(packageFile(FILE)).size / 1e6, floor: 40, ...least },
    { name: "gazetteer opened in ms", value: loads[LOADS >> 1]!, floor: 300, n: LOADS, ...least },
    { name: "look-up in CPU-µs", value: each, floor: 20, n: names.length, ...least },
  ];
}
