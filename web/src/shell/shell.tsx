import { Link, Outlet } from "@tanstack/react-router";
import { useEffect } from "react";
import { useWords } from "../catalogue/words.tsx";
import { listenForKeys } from "./use-keys.ts";

/** The views of the header, in the order of a day's work. */
export const MAIN_VIEWS = [
  ["/today", "view.today"],
  ["/reports", "view.reports"],
  ["/events", "view.events"],
  ["/claims", "view.claims"],
  ["/timeline", "view.timeline"],
  ["/map", "view.map"],
  ["/actors", "view.actors"],
  ["/review", "view.review"],
] as const;

export function Shell() {
  const t = useWords();
  useEffect(listenForKeys, []);
  return (
    <>
      <a className="skip" href="#main">
        {t("shell.skip")}
      </a>
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
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
    </>
  );
}
