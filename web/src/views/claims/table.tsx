import { type KeyboardEvent, useRef, useState } from "react";
import type { ClaimRow, SideBySide } from "../../../../src/record/side-by-side.ts";
import type { ReportHeader } from "../../../../src/store/types.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { Anchors } from "../../parts/anchors.tsx";
import { Dialog } from "../../shell/dialog.tsx";
import { CellContent } from "./cell.tsx";
import { ColumnHead } from "./column-head.tsx";
import { modalShare } from "./modal-share.ts";
import { move, type Position } from "./moves.ts";
import { RangeDrawing } from "./range-drawing.tsx";
import { rangeWords, rowLabel, valueWords } from "./value-words.ts";

interface ClaimsTableProps {
  readonly table: SideBySide;
  readonly reports: readonly ReportHeader[];
  /** The table of the rule before, while the next is fetched. */
  readonly isStale: boolean;
}

/** A grid: one cell has the focus, arrows move it, Space opens what it rests on. */
export function ClaimsTable({ table, reports, isStale }: ClaimsTableProps) {
  const t = useWords();
  const grid = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<Position>({ row: 0, column: 0 });
  const [open, setOpen] = useState<Position>();
  const size = { rows: table.rows.length, columns: table.columns.length };

  const onKeyDown = (event: KeyboardEvent) => {
    const isCell = event.target instanceof HTMLElement && event.target.dataset.cell !== undefined;
    if (!isCell || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      setOpen(at);
      return;
    }
    const next = move(at, event.key, size, document.documentElement.dir === "rtl");
    if (!next) return;
    event.preventDefault();
    setAt(next);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${next.row}-${next.column}"]`)?.focus();
  };
  const opened = open && table.rows[open.row]?.cells[open.column];
  return (
    <div className="wide">
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are moved through with the arrows is a grid */}
      <table className="claims" role="grid" ref={grid} onKeyDown={onKeyDown} aria-busy={isStale}>
        <thead>
          <tr>
            <td />
            {table.columns.map((column) => (
              <th key={column.key} scope="col">
                <ColumnHead column={column} reports={reports} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, rowIndex) => (
            <tr key={row.field}>
              <th scope="row">
                {rowLabel(row.field, t)}
                {row.contested && <div className="contested">{t("today.contested")}</div>}
                <ShareOf row={row} />
                <RangeDrawing row={row} />
              </th>
              {row.cells.map((cell, column) => (
                // biome-ignore lint/a11y: a cell of a grid, whose keys the grid answers
                <td
                  key={table.columns[column]!.key}
                  data-cell={`${rowIndex}-${column}`}
                  data-speaker={table.columns[column]!.words}
                  tabIndex={at.row === rowIndex && at.column === column ? 0 : -1}
                  className={cell === null ? "none" : cell.outlier ? "outlier" : undefined}
                  onFocus={() => setAt({ row: rowIndex, column })}
                  onClick={() => cell && setOpen({ row: rowIndex, column })}
                >
                  <CellContent field={row.field} cell={cell} />
                </td>
              ))}
            </tr>
          ))}
          <OneValue table={table} />
        </tbody>
      </table>
      {open && (
        <Dialog
          title={`${table.columns[open.column]!.words} · ${rowLabel(table.rows[open.row]!.field, t)}`}
          onClose={() => setOpen(undefined)}
        >
          <Anchors quotes={opened?.quotes ?? []} />
        </Dialog>
      )}
    </div>
  );
}

function ShareOf({ row }: { readonly row: ClaimRow }) {
  const t = useWords();
  const share = modalShare(row);
  return (
    share && (
      <div className="same">
        {share.same === 1
          ? t("claims.none-same", { of: share.of })
          : t("claims.same", { count: share.same, of: share.of })}
      </div>
    )
  );
}

/** What the rule makes of all of it, in one sentence's reach. */
function OneValue({ table }: { readonly table: SideBySide }) {
  const t = useWords();
  const language = useLanguage();
  const value = ({ field, one, contested, range }: ClaimRow) => (
    <li key={field}>
      <span className="meta">{rowLabel(field, t)}</span>{" "}
      {one ? (
        <b dir="auto">{valueWords(field, one.value, language, t)}</b>
      ) : (
        <i className="unknown">{t("claims.nobody")}</i>
      )}
      {contested && range && (
        <span className="meta"> ({t("claims.range", { range: rangeWords(range, t) })})</span>
      )}
      {contested && !range && <span className="contested"> {t("today.contested")}</span>}
    </li>
  );
  return (
    <tr className="one-value">
      <th scope="row">{t("claims.one")}</th>
      <td colSpan={table.columns.length}>
        <ul>{table.rows.map(value)}</ul>
        <span className="meta">{t("claims.rule-is", { rule: t(`rule.${table.rule}`) })}</span>
      </td>
    </tr>
  );
}
