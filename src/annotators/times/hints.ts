import { DAY_NUMBER, MONTH, YEAR } from "./patterns.ts";

/** Most sentences have no time: this tells them apart cheaply. */
export const HINT =
  /\d|day|date|dawn|noon|week|month|year|decade|centur|night|morning|afternoon|evening|hour|minute|second|spring|summer|autumn|fall|winter|quarter|half|now|current|present|modern|recent|late|once|soon|past|previous|former|future|ago|dail|annual|january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter|ramad|ramaz|eid|ashura|nowruz|passover|thanksgiving|halloween|pentecost|yom kippur|\btet\b|mawlid|moment|ties\b|\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b/i;

const AHEAD: RegExp = new RegExp(
  `^\\s*(?:,?\\s*(?:and|or|to|until|till|through|into)\\s+|-\\s*|,\\s*)(?:the\\s+|on\\s+|in\\s+|by\\s+)*(?:(?:early|mid|late|end\\s+of)[\\s-]+)?(?:${MONTH}\\.?\\s+${DAY_NUMBER},?|${DAY_NUMBER}\\s+(?:of\\s+)?${MONTH},?|${MONTH},?)\\s+(${YEAR})(?!\\d)`,
  "iu",
);

/** The year in what follows an expression, if that goes on to a second date of the same year: "… and 7 June 2021". */
export function yearAhead(after: string): number | undefined {
  const year = AHEAD.exec(after)?.[1];
  return year === undefined ? undefined : Number(year);
}
