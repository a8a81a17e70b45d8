import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { addressOf } from "../../api/client.ts";
import { type ImportProgress, isOver } from "../../api/imports.ts";

/** Follows a run until it is over, as the server tells of it; a lost connection is taken up again by the browser. */
export function useProgress(known: ImportProgress): ImportProgress {
  const queries = useQueryClient();
  const [told, tell] = useState<ImportProgress>();
  const { run } = known;
  const over = isOver(known);
  useEffect(() => {
    if (over) return;
    const source = new EventSource(addressOf(`imports/${run}/progress`, {}));
    source.addEventListener("progress", ({ data }: MessageEvent<string>) => {
      const next = JSON.parse(data) as ImportProgress;
      tell(next);
      if (!isOver(next)) return;
      source.close();
      // What came in may show in any view.
      void queries.invalidateQueries();
    });
    return () => source.close();
  }, [run, over, queries]);
  return over ? known : (told ?? known);
}
