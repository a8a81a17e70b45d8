import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Command } from "cmdk";
import { useDeferredValue, useEffect, useRef, useState } from "react";
import type { NameHit } from "../../../src/store/types.ts";
import { get } from "../api/client.ts";
import { LANGUAGE_CODES, LANGUAGES } from "../catalogue/languages.ts";
import { useWords } from "../catalogue/words.tsx";
import type { Search } from "../search.ts";
import { Dialog } from "./dialog.tsx";
import { Keys } from "./key-caps.tsx";
import { keysOf } from "./keys.ts";
import { PaletteItem } from "./palette-item.tsx";
import { SavedViewItems } from "./palette-views.tsx";
import { MAIN_VIEWS, MORE_VIEWS } from "./places.ts";
import { changeSettings, settings, THEMES } from "./settings.ts";
import { useUndo } from "./use-undo.ts";

interface PaletteProps {
  /** Opened to search: what is typed is looked for first of all. */
  readonly searching: boolean;
  readonly onClose: () => void;
  readonly onHelp: () => void;
}

/** One field for everything: words of reports, parties by name, views, and what else can be done. */
export function Palette({ searching, onClose, onHelp }: PaletteProps) {
  const t = useWords();
  const navigate = useNavigate();
  const [typed, type] = useState("");
  const words = useDeferredValue(typed.trim());
  const names = useNames(words);
  const undo = useUndo();
  const field = useRef<HTMLInputElement>(null);
  // After the dialog has opened: it gives the focus to the first thing that could have it.
  useEffect(() => field.current?.focus(), []);
  const go = (to: string, search: Search = {}) => {
    onClose();
    void navigate({ to, search: search as never });
  };
  const act = (action: () => void) => () => {
    onClose();
    action();
  };
  // Whoever asked for the search means words first of all; whoever asked for commands, views.
  const found = words !== "" && (
    <Command.Group heading={t("palette.find")} forceMount>
      <PaletteItem forceMount id="find-reports" onSelect={() => go("/reports", { q: words })}>
        {t("palette.reports-with", { words })}
      </PaletteItem>
      <PaletteItem forceMount id="find-events" onSelect={() => go("/events", { text: words })}>
        {t("palette.events-with", { words })}
      </PaletteItem>
      {names.map(({ name, country, actorId, alias }) => (
        <PaletteItem
          key={`${name} ${country} ${actorId}`}
          forceMount
          id={`name ${name} ${country} ${actorId}`}
          onSelect={() => go("/events", { actors: actorId ?? name ?? "" })}
        >
          <bdi>{name}</bdi> {alias && <bdi className="meta">{alias}</bdi>}{" "}
          {country && <span className="meta">{country}</span>}
        </PaletteItem>
      ))}
    </Command.Group>
  );
  return (
    <Dialog title={t("palette.title")} onClose={onClose} bare className="palette">
      <Command label={t("palette.title")} loop>
        <Command.Input
          ref={field}
          value={typed}
          onValueChange={type}
          placeholder={t(searching ? "palette.search" : "palette.any")}
          dir="auto"
        />
        <Command.List>
          {searching && found}
          <Command.Group heading={t("shell.views")}>
            {[...MAIN_VIEWS, ...MORE_VIEWS].map(([to, key, action]) => (
              <PaletteItem key={to} id={`go ${t(key)}`} onSelect={() => go(to)}>
                {t(key)}
                {action && <Keys keys={keysOf(action, settings().keys)} />}
              </PaletteItem>
            ))}
          </Command.Group>
          <SavedViewItems go={go} />
          <Command.Group heading={t("palette.do")}>
            <PaletteItem id={t("help.title")} onSelect={act(onHelp)}>
              {t("help.title")} <Keys keys={keysOf("help", settings().keys)} />
            </PaletteItem>
            <PaletteItem id={t("key.undo")} onSelect={act(() => void undo())}>
              {t("key.undo")} <Keys keys={keysOf("undo", settings().keys)} />
            </PaletteItem>
            {THEMES.map((theme) => (
              <PaletteItem
                key={theme}
                id={`${t("settings.theme")} ${t(`theme.${theme}`)}`}
                onSelect={act(() => changeSettings({ theme }))}
              >
                {t("settings.theme")}: {t(`theme.${theme}`)}
              </PaletteItem>
            ))}
            {LANGUAGE_CODES.map((language) => (
              <PaletteItem
                key={language}
                id={`${t("settings.language")} ${LANGUAGES[language].name}`}
                onSelect={act(() => changeSettings({ language }))}
              >
                {t("settings.language")}: <bdi lang={language}>{LANGUAGES[language].name}</bdi>
              </PaletteItem>
            ))}
          </Command.Group>
          {!searching && found}
        </Command.List>
      </Command>
    </Dialog>
  );
}

/** Parties whose name looks like the words, spelling mistakes allowed. */
function useNames(words: string): readonly NameHit[] {
  const found = useQuery({
    queryKey: ["names", words],
    queryFn: ({ signal }) =>
      get<{ readonly items: readonly NameHit[] }>("names", { parameters: { q: words }, signal }),
    enabled: words.length >= 3,
  });
  return found.data?.items.slice(0, 6) ?? [];
}
