import { LANGUAGE_CODES, LANGUAGES, type LanguageCode } from "../catalogue/languages.ts";
import { useWords } from "../catalogue/words.tsx";
import { changeSettings, THEMES, type Theme, useSettings } from "./settings.ts";

export function LanguageSwitch() {
  const t = useWords();
  const { language } = useSettings();
  return (
    <label className="switch">
      {t("settings.language")}
      <select
        value={language}
        onChange={({ target }) => changeSettings({ language: target.value as LanguageCode })}
      >
        {LANGUAGE_CODES.map((code) => (
          <option key={code} value={code} lang={code}>
            {LANGUAGES[code].name}
          </option>
        ))}
      </select>
    </label>
  );
}

export function ThemeSwitch() {
  const t = useWords();
  const { theme } = useSettings();
  return (
    <label className="switch">
      {t("settings.theme")}
      <select value={theme} onChange={({ target }) => changeSettings({ theme: target.value as Theme })}>
        {THEMES.map((one) => (
          <option key={one} value={one}>
            {t(`theme.${one}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
