import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Run } from "../../../../src/store/types.ts";
import { addressOf } from "../../api/client.ts";
import type { ImportProgress } from "../../api/imports.ts";

/** Follows a run that is not finished, as the server tells of it; a lost connection is taken up again by the browser. */
export function useProgress({ id, finished }: Run): ImportProgress | undefined {
  const queries = useQueryClient();
  const [progress, setProgress] = useState<ImportProgress>();
  useEffect(() => {
    if (finished !== undefined) return;
    const told = new EventSource(addressOf(`imports/${id}/progress`, {}));
    const take = ({ data }: MessageEvent<string>) => {
      const next = JSON.parse(data) as ImportProgress;
      setProgress(next);
      if (next.finished === undefined) return;
      told.close();
      // What came in may show in any view.
      void queries.invalidateQueries();
    };
    told.addEventListener("message", take);
    told.addEventListener("progress", take);
    told.addEventListener("done", take);
    return () => told.close();
  }, [id, finished, queries]);
  return progress;
}
