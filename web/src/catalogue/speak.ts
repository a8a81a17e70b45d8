import { type English, words as english } from "./en.ts";
import { LANGUAGES, type LanguageCode } from "./languages.ts";

export type WordKey = keyof English;
/** A text, or one for each plural category of its `count` that the language has. */
export type Entry = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;
export type Catalogue = Readonly<Record<string, Entry>>;
export type Values = Readonly<Record<string, string | number>>;
/** Gives the text of a key in the reader's language; `{name}` in it is replaced by the value of that name. */
export type Words = (key: WordKey, values?: Values) => string;

export function createWords(language: LanguageCode, catalogue: Catalogue): Words {
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const isolated = LANGUAGES[language].direction === "rtl" ? isolate : (value: string) => value;
  return (key, values = {}) => {
    // A code of a later version may have no word yet: better its name than nothing.
    const entry: Entry = catalogue[key] ?? english[key] ?? key;
    const text =
      typeof entry === "string" ? entry : (entry[plurals.select(Number(values.count))] ?? entry.other ?? key);
    return text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      return typeof value === "number" ? numbers.format(value) : isolated(value ?? "");
    });
  };
}

/** Names in another script keep to themselves: two of them with an arrow between would else run the wrong way. */
function isolate(value: string): string {
  return value === "" ? "" : `\u2068${value}\u2069`;
}
