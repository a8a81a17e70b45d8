import { useWords } from "../catalogue/words.tsx";
import { Dialog } from "./dialog.tsx";
import { Keys } from "./key-caps.tsx";
import { ACTIONS, hasKeys, KEYS, keysOf, SCOPES } from "./keys.ts";
import { useSettings } from "./settings.ts";

/** All keys, as they are set now. */
export function Help({ onClose }: { readonly onClose: () => void }) {
  const t = useWords();
  const { keys: own, singleKeys } = useSettings();
  return (
    <Dialog title={t("help.title")} onClose={onClose} className="wide">
      {!singleKeys && <p>{t("help.single-off")}</p>}
      <div className="key-groups">
        {SCOPES.filter(hasKeys).map((scope) => (
          <section key={scope}>
            <h3>{t(`scope.${scope}`)}</h3>
            <dl className="keys">
              {ACTIONS.filter((action) => KEYS[action].scope === scope).map((action) => (
                <div key={action}>
                  <dt>
                    <Keys keys={keysOf(action, own)} />
                  </dt>
                  <dd>{t(KEYS[action].words)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="foot">{t("help.remap")}</p>
    </Dialog>
  );
}
