import { useSyncExternalStore } from "react";
import { LANGUAGE_CODES, type LanguageCode } from "../catalogue/languages.ts";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** What a reader chose for this browser. Nothing of it is sent anywhere. */
export interface Settings {
  readonly language: LanguageCode;
  readonly theme: Theme;
  /** Keys that were set otherwise than in the table, by action. */
  readonly keys: Readonly<Record<string, string>>;
  /** False: keys without Ctrl or Cmd do nothing, for those who speak to their computer. */
  readonly singleKeys: boolean;
}

const PLACE = "khaldun.settings";

function preferredLanguage(): LanguageCode {
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2));
  return LANGUAGE_CODES.find((code) => spoken[0] === code) ?? "en";
}

const defaults = (): Settings => ({
  language: preferredLanguage(),
  theme: "system",
  keys: {},
  singleKeys: true,
});

function stored(): Settings {
  try {
    const kept = JSON.parse(localStorage.getItem(PLACE) ?? "{}") as Partial<Settings>;
    const settings = { ...defaults(), ...kept };
    return {
      ...settings,
      language: LANGUAGE_CODES.includes(settings.language) ? settings.language : "en",
      theme: THEMES.includes(settings.theme) ? settings.theme : "system",
    };
  } catch {
    // A browser that keeps nothing, or something else under our name: the desk works, it only forgets.
    return defaults();
  }
}

let current = stored();
const listeners = new Set<() => void>();

export const settings = (): Settings => current;

export function changeSettings(change: Partial<Settings>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(PLACE, JSON.stringify(current));
  } catch {
    // As above: only this visit knows.
  }
  applySettings();
  for (const listener of listeners) listener();
}

/** Puts the theme on the page, before anything is drawn. */
export function applySettings(): void {
  document.documentElement.dataset.theme = current.theme;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useSettings = (): Settings => useSyncExternalStore(subscribe, settings);
