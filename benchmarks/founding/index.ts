import { join } from "node:path";
import { createCoder } from "../../src/coder/coder.ts";
import { readTable } from "../../src/text/table.ts";
import type { BenchOptions, BenchResult } from "../bench.ts";
import {
  type GoldDocument,
  type GoldEvent,
  type GoldParty,
  type GoldReport,
  type GoldSpan,
  readLines,
  reportOf,
  toGold,
} from "../gold-format.ts";

type Cell =
  | "type"
  | "actor"
  | "recipient"
  | "factuality"
  | "phase"
  | "attempt"
  | "date"
  | "place"
  | "sources";
const CORE: readonly Cell[] = ["type", "actor", "recipient", "factuality"];
const ALL: readonly Cell[] = [...CORE, "phase", "attempt", "date", "place", "sources"];

/** What the sheet accepts besides the coding it prefers. */
const ALLOWANCES = readTable("benchmarks/founding/allowances.tsv").map(({ cells }) => cells);

/** The founding report, row by row and cell by cell against ../shared/gold/seed-expected.md. */
export async function run(options: BenchOptions): Promise<BenchResult> {
  const folder = join(options.data, "gold");
  const document = readLines<GoldDocument>(join(folder, "seed-docs.jsonl"))[0]!;
  const gold = readLines<GoldReport>(join(folder, "seed.jsonl"))[0]!.events;
  const coder = await createCoder();
  const system = toGold(await coder.code(reportOf({ ...document, published: "2022-05-17" }))).events;
  await coder.close();

  const matches = matchAll(gold, system);
  const required = gold.filter((row) => !row.optional);
  const right = (cells: readonly Cell[]): number =>
    required.filter((row) => cells.every((cell) => cellRight(cell, row, matches.get(row)))).length;
  const matched = new Set(matches.values());
  const extra = system.filter((event) => !matched.has(event));
  return {
    title: "founding report: 26 required rows",
    figures: [
      {
        name: "rows found",
        value: required.filter((row) => matches.has(row)).length,
        n: required.length,
        digits: 0,
      },
      {
        name: "rows right in type, actor, recipient, factuality",
        value: right(CORE),
        floor: 10,
        goal: 26,
        n: required.length,
        digits: 0,
      },
      {
        name: "rows right in every cell",
        value: right(ALL),
        floor: 20,
        goal: 26,
        n: required.length,
        digits: 0,
      },
      {
        name: "events that are no row",
        value: extra.length,
        floor: 5,
        goal: 0,
        digits: 0,
        lowerIsBetter: true,
      },
      ...ALL.map((cell) => ({
        name: `${cell} right, of rows found`,
        value: required.filter((row) => matches.has(row) && cellRight(cell, row, matches.get(row))).length,
        n: matches.size,
        digits: 0,
      })),
    ],
    details: [
      ...gold.map((row) => {
        const event = matches.get(row);
        const wrong =
          event === undefined
            ? "not found"
            : ALL.filter((cell) => !cellRight(cell, row, event)).join(", ") || "right";
        return `${row.eid.padEnd(4)}${row.optional ? "(opt) " : "      "}${row.type.padEnd(10)}${row.trigger.text.slice(0, 30).padEnd(32)}${wrong}`;
      }),
      ...extra.map((event) => `extra ${event.type.padEnd(10)}${event.trigger.text}`),
    ],
  };
}

/** Each row is given the unused event that fits it best; the type need not agree to be matched by its words. */
function matchAll(
  gold: readonly GoldEvent[],
  system: readonly GoldEvent[],
): ReadonlyMap<GoldEvent, GoldEvent> {
  const pairs = gold.flatMap((row) =>
    system.map((event) => ({ row, event, closeness: closeness(row, event) })),
  );
  pairs.sort((a, b) => b.closeness - a.closeness);
  const found = new Map<GoldEvent, GoldEvent>();
  const used = new Set<GoldEvent>();
  for (const { row, event, closeness: near } of pairs) {
    if (near < 2 || found.has(row) || used.has(event)) continue;
    found.set(row, event);
    used.add(event);
  }
  return found;
}

function closeness(row: GoldEvent, event: GoldEvent): number {
  const words = [row.trigger, ...(row.mentions ?? [])];
  const told = [event.trigger, ...(event.mentions ?? [])];
  const trigger = words.some((a) => told.some((b) => overlap(a, b)));
  if (!trigger) return 0;
  return (
    2 +
    Number(cellRight("type", row, event)) +
    ["actor", "recipient"].filter((cell) => cellRight(cell as Cell, row, event)).length / 2
  );
}

function cellRight(cell: Cell, row: GoldEvent, event: GoldEvent | undefined): boolean {
  if (event === undefined) return false;
  switch (cell) {
    case "type":
      return event.type === row.type || event.type === row.alt_type;
    case "actor":
    case "recipient":
      return parties(row[cell], event[cell]);
    case "sources":
      if (event.sources.some(({ text }) => isAllowed(row.eid, "sources", "*", text))) return true;
      return row.sources.length === 0
        ? event.sources.length === 0
        : row.sources.some((a) => event.sources.some((b) => overlap(a, b)));
    case "date":
      if (event.date?.from == null) return row.date === null || isAllowed(row.eid, "date", "*", null);
      return event.date.from === row.date?.from && event.date.to === row.date.to;
    case "place":
      return row.place === null
        ? event.place === null
        : event.place !== null &&
            (overlap(row.place, event.place) ||
              row.place.name === event.place.name ||
              row.place.country === event.place.country);
    default:
      return row[cell] === event[cell];
  }
}

/** The same people on both sides, by words or name, each with the expected country. */
function parties(gold: GoldEvent["actor"], system: GoldEvent["actor"]): boolean {
  const same = (a: GoldParty, b: GoldParty): boolean =>
    (overlap(a, b) ||
      a.text.endsWith(b.text) ||
      (a.name !== null && a.name === b.name) ||
      (a.country !== null && a.country === b.country && a.sector === b.sector)) &&
    sameCountry(a, b);
  return gold.length === system.length ? gold.every((a) => system.some((b) => same(a, b))) : false;
}

function sameCountry(gold: GoldParty, system: GoldParty): boolean {
  return gold.country === system.country || isAllowed("*", "country", gold.country ?? "-", system.country);
}

function isAllowed(row: string, cell: string, written: string, given: string | null): boolean {
  return ALLOWANCES.some(
    (one) =>
      one.row === row &&
      one.cell === cell &&
      one.written === written &&
      one.allowed!.split("|").includes(given ?? "-"),
  );
}

function overlap(a: GoldSpan, b: GoldSpan): boolean {
  return a.start < b.end && b.start < a.end;
}
