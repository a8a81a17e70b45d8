import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { addressOf } from "../../api/client.ts";
import { type ImportProgress, isOver } from "../../api/imports.ts";

/**
 * Follows a run until it is over, as the server tells of it; a lost connection is taken up again by the browser. Imports go
 * one after the other, and a browser has six connections to a server: only the one that is read is followed, and only
 * where somebody sees it, or the desk would have none left.
 */
export function useProgress(known: ImportProgress): ImportProgress {
  const [told, tell] = useState<ImportProgress>();
  const { run } = known;
  const over = isOver(known);
  const isRead = !over && known.phase !== "waiting";
  const isSeen = useSyncExternalStore(whenSeen, () => document.visibilityState === "visible");
  useEffect(() => {
    if (!isRead || !isSeen) return;
    const source = new EventSource(addressOf(`imports/${run}/progress`, {}));
    source.addEventListener("progress", ({ data }: MessageEvent<string>) => {
      const next = JSON.parse(data) as ImportProgress;
      tell(next);
      if (isOver(next)) source.close();
    });
    return () => source.close();
  }, [run, isRead, isSeen]);
  const now = over ? known : (told ?? known);
  useEndOf(now);
  return now;
}

/** What came in may show in any view. */
function useEndOf(progress: ImportProgress): void {
  const queries = useQueryClient();
  const over = isOver(progress);
  const before = useRef(over);
  useEffect(() => {
    if (over && !before.current) void queries.invalidateQueries();
    before.current = over;
  }, [over, queries]);
}

function whenSeen(listener: () => void): () => void {
  document.addEventListener("visibilitychange", listener);
  return () => document.removeEventListener("visibilitychange", listener);
}
