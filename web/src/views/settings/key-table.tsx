import { useEffect, useState } from "react";
import { useWords } from "../../catalogue/words.tsx";
import { Keys } from "../../shell/key-caps.tsx";
import { ACTIONS, type Action, chordOf, clashes, hasKeys, KEYS, keysOf, SCOPES } from "../../shell/keys.ts";
import { changeSettings, useSettings } from "../../shell/settings.ts";

const STROKE_PAUSE_MS = 900;

/** Every key with the means to set it otherwise; one that is taken is refused, and it is said by what. */
export function KeyTable() {
  const t = useWords();
  const { keys: own } = useSettings();
  const [changing, change] = useState<Action>();
  const [refused, refuse] = useState<string>();
  const set = (action: Action, keys: string) => {
    change(undefined);
    const others = clashes(action, keys, own);
    refuse(
      others.length === 0
        ? undefined
        : t("settings.clash", { keys, others: others.map((other) => t(KEYS[other].words)).join(", ") }),
    );
    if (others.length === 0) changeSettings({ keys: { ...own, [action]: keys } });
  };
  return (
    <>
      <p role="status" className="refused">
        {refused}
      </p>
      {SCOPES.filter(hasKeys).map((scope) => (
        <table key={scope} className="key-table">
          <caption>{t(`scope.${scope}`)}</caption>
          <tbody>
            {ACTIONS.filter((action) => KEYS[action].scope === scope).map((action) => (
              <tr key={action}>
                <th scope="row">{t(KEYS[action].words)}</th>
                <td>
                  {changing === action ? (
                    <Press onDone={(keys) => set(action, keys)} onLeave={() => change(undefined)} />
                  ) : (
                    <Keys keys={keysOf(action, own)} />
                  )}
                </td>
                <td>
                  <button type="button" className="pill" onClick={() => change(action)}>
                    {t("settings.change")}
                    <span className="hidden"> {t(KEYS[action].words)}</span>
                  </button>
                  {own[action] !== undefined && (
                    <button type="button" className="pill" onClick={() => set(action, KEYS[action].keys)}>
                      {t("settings.reset")}
                      <span className="hidden"> {t(KEYS[action].words)}</span>
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  );
}

/** Takes one or two strokes; nothing else answers to them meanwhile. */
function Press(props: { readonly onDone: (keys: string) => void; readonly onLeave: () => void }) {
  const { onDone, onLeave } = props;
  const t = useWords();
  const [strokes, setStrokes] = useState<readonly string[]>([]);
  useEffect(() => {
    const take = (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.key === "Escape") return onLeave();
      if (["Control", "Meta", "Alt", "Shift"].includes(event.key)) return;
      setStrokes((before) => [...before, chordOf(event)]);
    };
    window.addEventListener("keydown", take, { capture: true });
    return () => window.removeEventListener("keydown", take, { capture: true });
  }, [onLeave]);
  useEffect(() => {
    if (strokes.length === 0) return;
    const timer = setTimeout(
      () => onDone(strokes.slice(0, 2).join(" ")),
      strokes.length > 1 ? 0 : STROKE_PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [strokes, onDone]);
  return (
    <span role="status">{strokes.length > 0 ? <Keys keys={strokes.join(" ")} /> : t("settings.press")}</span>
  );
}
