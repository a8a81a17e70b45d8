import { useWords } from "../../catalogue/words.tsx";
import { changeSettings, useSettings } from "../../shell/settings.ts";
import { LanguageSwitch, ThemeSwitch } from "../../shell/switches.tsx";
import { Accounts } from "./accounts.tsx";
import { KeyTable } from "./key-table.tsx";
import "./settings.css";

export function SettingsView() {
  const t = useWords();
  const { singleKeys } = useSettings();
  return (
    <>
      <h1>{t("view.settings")}</h1>
      <p className="meta">{t("settings.kept")}</p>
      <h2>{t("settings.look")}</h2>
      <div className="bar">
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
      <Accounts />
      <h2>{t("settings.keys")}</h2>
      <label className="check">
        <input
          type="checkbox"
          checked={singleKeys}
          onChange={({ target }) => changeSettings({ singleKeys: target.checked })}
        />
        {t("settings.single")}
      </label>
      <p className="meta">{t("settings.single.why")}</p>
      <p className="meta">{t("settings.keys.how")}</p>
      <KeyTable />
    </>
  );
}
