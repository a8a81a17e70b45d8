/** A count as a range; `max` null = no upper bound. */
export interface Bounds {
  readonly min: number;
  readonly max: number | null;
  readonly approximate: boolean;
}

/** Words that are vague numbers: the least that each can mean (../gold guidelines: "dozens" is 24 or more). */
const VAGUE: readonly (readonly [RegExp, number])[] = [
  [/\bhundreds of thousands\b/, 200_000],
  [/\btens of thousands\b/, 20_000],
  [/\bmillions\b/, 2_000_000],
  [/\bthousands\b/, 2_000],
  [/\bhundreds\b/, 200],
  [/\bscores\b/, 40],
  [/\bdozens\b/, 24],
  [/\bseveral\b/, 3],
];

/** The range of a number phrase: "more than 800", "between 8 and 23", "dozens", "no"; undefined if it is none. */
export function boundsOf(phrase: string, value: (words: string) => number | undefined): Bounds | undefined {
  const words = phrase.toLowerCase().replace(/\s+/g, " ").trim();
  if (/^(?:no|nobody|none|zero)$/.test(words)) return { min: 0, max: 0, approximate: false };
  const vague = VAGUE.find(([pattern]) => pattern.test(words));
  if (vague !== undefined) return { min: vague[1], max: null, approximate: true };
  const pair =
    /([\d,.]+) ?[-–] ?([\d,.]+)$/.exec(words) ??
    /(?:between )?([\d,.]+|[a-z-]+) (?:and|to|or|-) ([\d,.]+|[a-z-]+)$/.exec(words);
  const low = pair === null ? undefined : value(pair[1]!);
  const high = pair === null ? undefined : value(pair[2]!);
  if (low !== undefined && high !== undefined && low < high)
    return { min: low, max: high, approximate: false };
  const number =
    value(
      words.replace(
        /^.*?\b(?:least|most|than|over|under|to|about|around|some|nearly|almost|roughly|approximately|as many as|only|another|estimated|the|exceeding)\s+(?=[\d a-z])/,
        "",
      ),
    ) ?? lastNumber(words, value);
  if (number === undefined) return undefined;
  if (/\bat least\b/.test(words)) return { min: number, max: null, approximate: false };
  if (/\b(?:more than|over|exceed(?:ing)?)\b/.test(words))
    return { min: number + 1, max: null, approximate: false };
  if (/\b(?:fewer than|less than|under)\b/.test(words))
    return { min: 0, max: number - 1, approximate: false };
  if (/\b(?:up to|as many as|at most)\b/.test(words)) return { min: 0, max: number, approximate: false };
  const approximate = /\b(?:about|around|some|nearly|almost|roughly|approximately|estimated)\b/.test(words);
  return { min: number, max: number, approximate };
}

function lastNumber(words: string, value: (words: string) => number | undefined): number | undefined {
  const parts = words.split(" ");
  for (let from = 0; from < parts.length; from += 1) {
    const number = value(parts.slice(from).join(" "));
    if (number !== undefined && parts.slice(from).join(" ") !== "a") return number;
  }
  return undefined;
}
