import { Outlet, useRouterState } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useLayoutEffect, useState } from "react";
import { useWords } from "../catalogue/words.tsx";
import { useGoKeys } from "./go-keys.ts";
import { Header } from "./header.tsx";
import { Gate } from "./login.tsx";
import { NoticeBar } from "./notice.tsx";
import { StoreScreen } from "./store-screen.tsx";
import { listenForKeys, useKeys } from "./use-keys.ts";

const loadPalette = () => import("./palette.tsx");
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));
const loadHelp = () => import("./help.tsx");
const Help = lazy(async () => ({ default: (await loadHelp()).Help }));
type Open = "palette" | "search" | "help" | undefined;

export function Shell() {
  const t = useWords();
  const [open, setOpen] = useState<Open>();
  useLayoutEffect(listenForKeys, []);
  // Whoever presses its key types on at once, and may do so when the server is away: it is there before.
  useEffect(() => {
    const idle = setTimeout(() => void Promise.allSettled([loadPalette(), loadHelp()]), 500);
    return () => clearTimeout(idle);
  }, []);
  useGoKeys();
  useKeys(
    {
      palette: () => setOpen("palette"),
      search: () => setOpen("search"),
      help: () => setOpen("help"),
    },
    "desk",
  );
  useViewTitle();
  const close = () => setOpen(undefined);
  return (
    <>
      <a className="skip" href="#main">
        {t("shell.skip")}
      </a>
      <Header onFind={() => setOpen("palette")} onHelp={() => setOpen("help")} />
      <main id="main" tabIndex={-1}>
        <StoreScreen />
        <Gate>
          <Outlet />
        </Gate>
      </main>
      <NoticeBar />
      <Suspense>
        {(open === "palette" || open === "search") && (
          <Palette searching={open === "search"} onClose={close} onHelp={() => setOpen("help")} />
        )}
        {open === "help" && <Help onClose={close} />}
      </Suspense>
    </>
  );
}

/** The browser's title is the view's own heading, so that tabs and histories can be told apart. */
function useViewTitle(): void {
  const address = useRouterState({ select: ({ location, status }) => `${status} ${location.href}` });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is read is the page, which changes with the address
  useEffect(() => {
    const read = () => {
      const heading = document.querySelector("h1")?.textContent?.trim();
      document.title = heading ? `${heading} · Khaldun` : "Khaldun";
    };
    read();
    const later = setTimeout(read, 400);
    return () => clearTimeout(later);
  }, [address]);
}
