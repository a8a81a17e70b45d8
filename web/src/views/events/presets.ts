import { useMemo } from "react";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import type { EventField } from "../../parts/receipts.ts";
import type { EventPage, Preset } from "./asked.ts";
import { type CellView, type GridColumn, type GridRow, ownColumns, ownRow } from "./cells.ts";

export const PRESET_NAMES: Readonly<Record<Preset, string>> = {
  khaldun: "Khaldun",
  polecat: "PLOVER",
  acled: "ACLED",
  ucdp: "UCDP GED",
};

export interface Grid {
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
}

/** Columns and rows of what has been read so far. */
export function useGrid(pages: readonly EventPage[] | undefined): Grid {
  const t = useWords();
  const language = useLanguage();
  return useMemo(() => {
    const columns = pages?.[0]?.format?.columns;
    if (pages === undefined || columns === undefined)
      return {
        columns: ownColumns(t),
        rows: (pages ?? []).flatMap(({ items }) => items.map((stored) => ownRow(stored, t, language))),
      };
    return {
      columns: columns.map(({ name, meaning, filled }) => ({
        id: name,
        label: name,
        about: `${meaning} — ${filled}`,
        width: Math.min(220, Math.max(90, name.length * 8 + 24)),
        field: fieldOf(name),
      })),
      rows: pages.flatMap(({ format }) =>
        (format?.items ?? []).map(({ stored, cells, withheld }) => ({
          stored,
          withheld,
          cells: cells.map((value) => cellOf(value, withheld)),
        })),
      ),
    };
  }, [pages, t, language]);
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
