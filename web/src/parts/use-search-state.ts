import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import type { Search } from "../search.ts";

/** The state of a view as its address has it, and how to change it: the keys given are set, undefined takes one away. */
export function useSearchState(): readonly [Search, (change: Search, keep?: "push" | "replace") => void] {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const change = useCallback(
    (next: Search, keep: "push" | "replace" = "push") => {
      void navigate({
        to: ".",
        search: ((before: Search) => ({ ...before, ...next })) as never,
        replace: keep === "replace",
        resetScroll: false,
      });
    },
    [navigate],
  );
  return [search, change];
}
