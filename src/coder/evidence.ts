import type { Way } from "../annotators/events/circumstances/way.ts";
import { readTable } from "../text/table.ts";

const FILE = "src/coder/data/cell-evidence.tsv";

/** How the event came by the cell; `passed`: the sentence has dates, and none was taken. */
export type CellWay = Way | "passed";
/** Acts done with words, and what happens on the ground: only these need a place and a day to be told. */
export type Act = "words" | "deed";

const UNSEEN = 0.5;

let loaded: ReadonlyMap<string, number> | undefined;

/** How often such a cell was right in our own corpus (scripts/fit-evidence.ts), 0-1; the middle for what it has not. */
export function evidenceOf(field: "place" | "time", way: CellWay, act: Act): number {
  loaded ??= new Map(
    readTable(FILE).map(({ cells }) => [`${cells.field} ${cells.way} ${cells.act}`, Number(cells.right)]),
  );
  return loaded.get(`${field} ${way} ${act}`) ?? UNSEEN;
}
