import { Link } from "@tanstack/react-router";
import { useWords } from "../catalogue/words.tsx";
import { Keys } from "./key-caps.tsx";
import { keysOf } from "./keys.ts";
import { MAIN_VIEWS, MORE_VIEWS } from "./places.ts";
import { useSettings } from "./settings.ts";
import { LanguageSwitch, ThemeSwitch } from "./switches.tsx";

interface HeaderProps {
  readonly onFind: () => void;
  readonly onHelp: () => void;
}

export function Header({ onFind, onHelp }: HeaderProps) {
  const t = useWords();
  const { keys } = useSettings();
  return (
    <header className="top">
      <Link to="/today" className="brand">
        Khaldun
      </Link>
      <nav aria-label={t("shell.views")}>
        {MAIN_VIEWS.map(([to, key]) => (
          <Link key={to} to={to}>
            {t(key)}
          </Link>
        ))}
        <More />
      </nav>
      <button type="button" className="find" onClick={onFind}>
        {t("shell.find")} <Keys keys={keysOf("search", keys)} /> <Keys keys={keysOf("palette", keys)} />
      </button>
      <button type="button" className="round" onClick={onHelp} aria-label={t("help.title")}>
        ?
      </button>
    </header>
  );
}

/** Closed by choosing, by Escape and by leaving it, as menus are. */
function More() {
  const t = useWords();
  return (
    <details
      className="more"
      onKeyDown={({ key, currentTarget }) => {
        if (key !== "Escape") return;
        currentTarget.open = false;
        currentTarget.querySelector("summary")?.focus();
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) currentTarget.open = false;
      }}
    >
      <summary>{t("shell.more")}</summary>
      <div className="more-list">
        {MORE_VIEWS.map(([to, key]) => (
          <Link
            key={to}
            to={to}
            onClick={(event) => event.currentTarget.closest("details")?.removeAttribute("open")}
          >
            {t(key)}
          </Link>
        ))}
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </details>
  );
}
