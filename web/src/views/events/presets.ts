import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { StoredEvent } from "../../../../src/store/types.ts";
import { get } from "../../api/client.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import type { EventField } from "../../parts/receipts.ts";
import { type CellView, type GridColumn, type GridRow, ownColumns, ownRow } from "./cells.ts";

/** Whose columns the table has: our own, or those of a format, filled by the same code that writes its file. */
export const PRESETS = ["khaldun", "polecat", "acled", "ucdp"] as const;
export type Preset = (typeof PRESETS)[number];
export const PRESET_NAMES: Readonly<Record<Preset, string>> = {
  khaldun: "Khaldun",
  polecat: "PLOVER",
  acled: "ACLED",
  ucdp: "UCDP GED",
};

/** Rows of a format as its file would have them. */
export interface FormatTable {
  readonly columns: readonly { readonly name: string; readonly meaning: string; readonly filled: string }[];
  /** In the order of the events asked for; `withheld` says why the format cannot hold one. */
  readonly rows: readonly {
    readonly event: string;
    readonly cells: readonly (string | number | boolean | null)[];
    readonly withheld?: string;
  }[];
}

export interface Grid {
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  readonly failed?: unknown;
}

export function presetOf(name: string | undefined): Preset {
  return PRESETS.find((one) => one === name) ?? "khaldun";
}

export function useGrid(preset: Preset, events: readonly StoredEvent[]): Grid {
  const t = useWords();
  const language = useLanguage();
  const own = useMemo(
    () => ({ columns: ownColumns(t), rows: events.map((stored) => ownRow(stored, t, language)) }),
    [events, t, language],
  );
  const ids = useMemo(() => events.map(({ id }) => id), [events]);
  const table = useQuery({
    queryKey: ["events", "table", preset, ids],
    queryFn: ({ signal }) =>
      get<FormatTable>("events/table", { parameters: { format: preset, ids }, signal }),
    enabled: preset !== "khaldun" && ids.length > 0,
    placeholderData: (before) => before,
  });
  return useMemo(() => {
    if (preset === "khaldun" || table.data === undefined) return { ...own, failed: table.error ?? undefined };
    return inFormat(table.data, events);
  }, [preset, own, table.data, table.error, events]);
}

function inFormat({ columns, rows }: FormatTable, events: readonly StoredEvent[]): Grid {
  const byEvent = new Map(rows.map((row) => [row.event, row]));
  return {
    columns: columns.map(({ name, meaning, filled }) => ({
      id: name,
      label: name,
      about: `${meaning} — ${filled}`,
      width: Math.min(220, Math.max(90, name.length * 8 + 24)),
      field: fieldOf(name),
    })),
    rows: events.map((stored) => {
      const row = byEvent.get(stored.id);
      return { stored, cells: row ? row.cells.map((value) => cellOf(value, row.withheld)) : [] };
    }),
  };
}

function cellOf(value: string | number | boolean | null, withheld: string | undefined): CellView {
  const text = value === null ? "" : String(value);
  return { text, missing: withheld !== undefined || text === "" };
}

/** Which words are the receipt of a format's column, by what its name says it holds. */
const BY_NAME: readonly (readonly [RegExp, EventField])[] = [
  [/date|year|timestamp|time_/i, "time"],
  [/actor ?2|assoc_actor_2|inter2|recipient|side_b/i, "recipients"],
  [/actor|inter|side_a|dyad/i, "actors"],
  [/deaths|fatalities|best|high|low/i, "quantities"],
  [
    /place|city|district|province|country|latitude|longitude|geo|admin|adm_|location|region|iso|where/i,
    "place",
  ],
  [/source/i, "attributions"],
];

export function fieldOf(column: string): EventField {
  return BY_NAME.find(([pattern]) => pattern.test(column))?.[1] ?? "type";
}
