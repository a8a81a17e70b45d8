import { useEffect } from "react";
import { useWords } from "../catalogue/words.tsx";
import { Keys } from "./key-caps.tsx";
import { keysOf } from "./keys.ts";
import { useSettings } from "./settings.ts";
import { dismissNotice, useNotice } from "./undo.ts";
import { useKeys } from "./use-keys.ts";
import { useUndo } from "./use-undo.ts";

const SHOWN_MS = 12_000;

/** What was done last, said at the foot of the page, with the way back. */
export function NoticeBar() {
  const t = useWords();
  const notice = useNotice();
  const { keys } = useSettings();
  const undo = useUndo();
  useKeys({ undo: () => void undo() }, "desk");
  useEffect(() => {
    if (notice === undefined) return;
    const timer = setTimeout(dismissNotice, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <div className="notice-place no-print" role="status">
      {notice && (
        <p className="notice">
          <span dir="auto">{notice.words}</span>
          {notice.undoable && (
            <button type="button" className="pill" onClick={() => void undo()}>
              {t("key.undo")} <Keys keys={keysOf("undo", keys)} />
            </button>
          )}
        </p>
      )}
    </div>
  );
}
