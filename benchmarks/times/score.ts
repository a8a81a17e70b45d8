import type { Timex } from "./read-corpus.ts";

/** Counts over a corpus; F1 of any of them is 2 x hits / (gold + found). */
export interface Tally {
  gold: number;
  found: number;
  strict: number;
  relaxed: number;
  value: number;
  type: number;
  readonly errors: string[];
}

export function emptyTally(): Tally {
  return { gold: 0, found: 0, strict: 0, relaxed: 0, value: 0, type: 0, errors: [] };
}

/**
 * TempEval-3 scoring (UzZaman et al. 2013): strict = equal offsets; relaxed = overlap, one to one, equal spans first,
 * then left to right; value and type = relaxed match with the attribute equal.
 */
export function addText(
  tally: Tally,
  text: string,
  gold: readonly Timex[],
  answers: readonly Timex[],
  label = "",
): void {
  const found = answers.map((one) => trimmed(text, one));
  tally.gold += gold.length;
  tally.found += found.length;
  const pairs = matched(gold, found);
  const taken = new Set(pairs.map(([, answer]) => answer));
  const met = new Set(pairs.map(([wanted]) => wanted));
  for (const [wanted, answer] of pairs) {
    tally.relaxed += 1;
    const isStrict = wanted.start === answer.start && wanted.end === answer.end;
    if (isStrict) tally.strict += 1;
    if (wanted.value === answer.value) tally.value += 1;
    if (wanted.type === answer.type) tally.type += 1;
    if (!isStrict || wanted.value !== answer.value)
      tally.errors.push(
        `${label}\t${isStrict ? "value" : "extent"}\t${show(text, wanted)}\t${show(text, answer)}\t${around(text, wanted)}`,
      );
  }
  for (const one of gold)
    if (!met.has(one)) tally.errors.push(`${label}\tmissed\t${show(text, one)}\t\t${around(text, one)}`);
  for (const one of found)
    if (!taken.has(one)) tally.errors.push(`${label}\textra\t\t${show(text, one)}\t${around(text, one)}`);
}

export function f1(hits: number, { gold, found }: Tally): number {
  return (200 * hits) / Math.max(1, gold + found);
}

function matched(gold: readonly Timex[], found: readonly Timex[]): readonly (readonly [Timex, Timex])[] {
  const equal = gold.flatMap((wanted) => {
    const answer = found.find((one) => one.start === wanted.start && one.end === wanted.end);
    return answer === undefined ? [] : [[wanted, answer] as const];
  });
  const usedGold = new Set(equal.map(([wanted]) => wanted));
  const used = new Set(equal.map(([, answer]) => answer));
  const rest = gold.flatMap((wanted) => {
    if (usedGold.has(wanted)) return [];
    const answer = found.find((one) => !used.has(one) && one.start < wanted.end && wanted.start < one.end);
    if (answer === undefined) return [];
    used.add(answer);
    return [[wanted, answer] as const];
  });
  return [...equal, ...rest];
}

function trimmed(text: string, timex: Timex): Timex {
  const words = text.slice(timex.start, timex.end);
  const lead = words.length - words.trimStart().length;
  return { ...timex, start: timex.start + lead, end: timex.start + lead + words.trim().length };
}

function show(text: string, { start, end, value }: Timex): string {
  return `${text.slice(start, end).replace(/\s+/g, " ")} = ${value}`;
}

function around(text: string, { start, end }: Timex): string {
  return text.slice(Math.max(0, start - 60), end + 40).replace(/\s+/g, " ");
}
