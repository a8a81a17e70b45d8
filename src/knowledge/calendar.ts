/** Names of months, days and seasons as English reports print them, and number words. */
export const MONTHS: Readonly<Record<string, number>> = {
  january: 1,
  jan: 1,
  february: 2,
  feb: 2,
  march: 3,
  mar: 3,
  april: 4,
  apr: 4,
  may: 5,
  june: 6,
  jun: 6,
  july: 7,
  jul: 7,
  august: 8,
  aug: 8,
  september: 9,
  sept: 9,
  sep: 9,
  october: 10,
  oct: 10,
  november: 11,
  nov: 11,
  december: 12,
  dec: 12,
};

/** ISO weekday numbers: Monday is 1. */
export const WEEKDAYS: Readonly<Record<string, number>> = {
  monday: 1,
  mon: 1,
  tuesday: 2,
  tue: 2,
  tues: 2,
  wednesday: 3,
  wed: 3,
  thursday: 4,
  thu: 4,
  thurs: 4,
  friday: 5,
  fri: 5,
  saturday: 6,
  sat: 6,
  sunday: 7,
  sun: 7,
};

/** First month of each northern season; a season is three months (docs/record.md). */
export const SEASONS: Readonly<Record<string, { readonly month: number; readonly code: string }>> = {
  spring: { month: 3, code: "SP" },
  summer: { month: 6, code: "SU" },
  autumn: { month: 9, code: "FA" },
  fall: { month: 9, code: "FA" },
  winter: { month: 12, code: "WI" },
};

/** How many quarters or halves a year has. */
export const HALVES: Readonly<Record<string, number>> = { quarter: 4, half: 2 };

/** TIMEX3 code of a part of the day: MO, MI, AF, EV, NI; undefined for other words. */
export function dayPartCode(words: string): string | undefined {
  if (/morning|dawn|daybreak/i.test(words)) return "MO";
  if (/afternoon/i.test(words)) return "AF";
  if (/evening|dusk/i.test(words)) return "EV";
  if (/midday|noon/i.test(words)) return "MI";
  return /night/i.test(words) ? "NI" : undefined;
}

const ORDINALS =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first".split(
    " ",
  );

/** "third", "3rd", "twenty-first" as a number. */
export function ordinalValue(words: string): number | undefined {
  const digits = /^(\d+)(?:st|nd|rd|th)$/i.exec(words);
  if (digits !== null) return Number(digits[1]);
  const position = ORDINALS.indexOf(words.toLowerCase());
  return position < 0 ? undefined : position + 1;
}

const UNITS =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1000,
  million: 1_000_000,
  billion: 1_000_000_000,
};

export const NUMBER_WORD: string = `(?:a\\s+couple\\s+of|a\\s+few|several|(?:${[...UNITS].reverse().join("|")})|(?:${TENS.join("|")})(?:[- ](?:${UNITS.slice(0, 9).join("|")}))?|an?)`;

/** The value of a number in digits or words ("1,200", "twenty-three", "two hundred", "3.5 million"); undefined if none. */
export function numberValue(words: string): number | undefined {
  let total = 0;
  let current = 0;
  let seen = false;
  for (const part of words
    .toLowerCase()
    .replace(/,(?=\d{3})/g, "")
    .split(/[\s-]+/)) {
    const value = smallValue(part);
    const scale = SCALES[part];
    if (value !== undefined) current += value;
    else if (scale === 100) current = (current || 1) * 100;
    else if (scale !== undefined) {
      total += (current || 1) * scale;
      current = 0;
    } else if (part === "and" && seen) continue;
    else return undefined;
    seen = true;
  }
  return seen ? Math.round(total + current) : undefined;
}

function smallValue(word: string): number | undefined {
  if (/^\d+(?:\.\d+)?$/.test(word)) return Number(word);
  if (word === "a" || word === "an") return 1;
  const unit = UNITS.indexOf(word);
  if (unit >= 0) return unit + 1;
  const ten = TENS.indexOf(word);
  return ten >= 0 ? (ten + 2) * 10 : undefined;
}
