import type { Way } from "../annotators/events/circumstances/way.ts";
import type { Participant } from "../record/participant.ts";
import { readTable } from "../text/table.ts";

const FILE = "src/coder/data/cell-evidence.tsv";

/** How the event came by the cell; `passed`: the sentence has dates, and none was taken. */
export type CellWay = Way | "passed";
/** How a side of an event is told: nobody, one party by name or by description, several, or one that is inferred. */
export type SideWay = "nobody" | "named" | "described" | "several" | "inferred";

/** Fields whose cells are counted. */
export type CountedField = "actors" | "recipients" | "place" | "time";
/** Acts done with words, and what happens on the ground: only these need a place and a day to be told. */
export type Act = "words" | "deed";

const UNSEEN = 0.5;

let loaded: ReadonlyMap<string, number> | undefined;

/** How often such a cell was right in our own corpus (scripts/fit-evidence.ts), 0-1; the middle for what it has not. */
export function evidenceOf(field: CountedField, way: CellWay | SideWay, act: Act): number {
  loaded ??= new Map(
    readTable(FILE).map(({ cells }) => [`${cells.field} ${cells.way} ${cells.act}`, Number(cells.right)]),
  );
  return loaded.get(`${field} ${way} ${act}`) ?? UNSEEN;
}

export function sideWay(side: readonly Participant[]): SideWay {
  const [first, second] = side;
  if (first === undefined) return "nobody";
  if (side.some(({ basis }) => basis === "inferred")) return "inferred";
  if (second !== undefined) return "several";
  return first.name.status === "known" ? "named" : "described";
}
