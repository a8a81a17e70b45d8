import type { RefObject } from "react";
import { useKeys } from "../shell/use-keys.ts";

/** The keys for the next and the previous row move the focus along the elements of a list that are marked `data-row`. */
export function useRowKeys(list: RefObject<HTMLElement | null>): void {
  const step = (by: number) => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const next = at === -1 ? (by > 0 ? 0 : rows.length - 1) : at + by;
    const row = rows[Math.min(Math.max(next, 0), rows.length - 1)];
    row?.focus();
    row?.scrollIntoView({ block: "nearest" });
  };
  useKeys({ next: () => step(1), previous: () => step(-1) });
}
