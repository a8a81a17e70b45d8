import { createContext, type ReactNode, use, useEffect, useMemo, useState } from "react";
import { useSettings } from "../shell/settings.ts";
import { words as english } from "./en.ts";
import { LANGUAGES, type LanguageCode } from "./languages.ts";
import { type Catalogue, createWords, type Words } from "./speak.ts";

/** English comes with the desk, the others when they are chosen. */
const load: Readonly<Record<LanguageCode, () => Promise<Catalogue>>> = {
  en: async () => english,
  fr: async () => (await import("./fr.ts")).words,
  ar: async () => (await import("./ar.ts")).words,
  es: async () => (await import("./es.ts")).words,
};

interface Spoken {
  readonly words: Words;
  readonly language: LanguageCode;
}
const WordsContext = createContext<Spoken>({ words: createWords("en", english), language: "en" });

export function WordsProvider({ children }: { readonly children: ReactNode }) {
  const { language } = useSettings();
  const [loaded, setLoaded] = useState<{ readonly language: LanguageCode; readonly catalogue: Catalogue }>();
  useEffect(() => {
    let wanted = true;
    load[language]().then((catalogue) => {
      if (wanted) setLoaded({ language, catalogue });
    });
    return () => {
      wanted = false;
    };
  }, [language]);
  const spoken = useMemo(
    () => loaded && { words: createWords(loaded.language, loaded.catalogue), language: loaded.language },
    [loaded],
  );
  useEffect(() => {
    if (!spoken) return;
    document.documentElement.lang = spoken.language;
    document.documentElement.dir = LANGUAGES[spoken.language].direction;
  }, [spoken]);
  return spoken && <WordsContext value={spoken}>{children}</WordsContext>;
}

export const useWords = (): Words => use(WordsContext).words;
/** For `Intl`: dates, numbers and names of countries are written as this language does. */
export const useLanguage = (): LanguageCode => use(WordsContext).language;
