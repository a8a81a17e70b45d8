import type { CSSProperties } from "react";
import type { ClaimRow } from "../../../../src/record/side-by-side.ts";
import { useWords } from "../../catalogue/words.tsx";
import { drawFigures, wholeRange } from "./range.ts";
import { rangeWords } from "./value-words.ts";

/** All figures of a row on one scale, for the eye; the range stands beside it in words. Nothing for a row without figures. */
export function RangeDrawing({ row }: { readonly row: ClaimRow }) {
  const t = useWords();
  const figures = row.cells.flatMap((cell) => cell?.figure ?? []);
  const whole = row.range ?? wholeRange(figures);
  if (whole === undefined) return null;
  return (
    <>
      <div className="range" aria-hidden="true">
        {drawFigures(figures).map(({ start, width, open }, index) => (
          <i
            // biome-ignore lint/suspicious/noArrayIndexKey: the figures are drawn in the order of the columns
            key={index}
            className={open ? "open" : undefined}
            style={{ "--start": `${start * 100}%`, "--width": `${width * 100}%` } as CSSProperties}
          />
        ))}
      </div>
      <small className="meta">{rangeWords(whole, t)}</small>
    </>
  );
}
