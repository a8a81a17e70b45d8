import { expect, it } from "vitest";
import { words as english } from "../../catalogue/en.ts";
import { createWords } from "../../catalogue/speak.ts";
import { valueWords } from "./value-words.ts";

const t = createWords("en", english);

it.each([
  ["dead", "14-", "14 or more"],
  ["quantities.injured", "8-12", "8 to 12"],
  ["dead", "1200", "1,200"],
  ["dead", "denied: 9", "denies 9"],
  ["place", "14-July Bridge", "14-July Bridge"],
  ["type", "ASSAULT firearms", "Attack · firearms"],
])("%s %s is said as %s", (field, value, words) => {
  expect(valueWords(field, value, "en", t)).toBe(words);
});
