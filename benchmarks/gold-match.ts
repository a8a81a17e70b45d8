import type { GoldEvent, GoldSpan } from "./gold-format.ts";

/** Which events of two codings are one: the rule of the hand coders' scorer (`gold/score.py`), for breakdowns it does not print. */
export interface Match {
  readonly gold: GoldEvent;
  /** undefined: missed. */
  readonly found: GoldEvent | undefined;
}

export interface Matches {
  readonly matches: readonly Match[];
  /** What the system gives and the coders do not. */
  readonly extra: readonly GoldEvent[];
}

export function matchEvents(gold: readonly GoldEvent[], found: readonly GoldEvent[]): Matches {
  const pairs = gold
    .flatMap((one, i) => found.map((other, j) => ({ i, j, score: scoreOf(one, other) })))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || b.i - a.i || b.j - a.j);
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  for (const { i, j } of pairs) {
    if (partner.has(i) || taken.has(j)) continue;
    partner.set(i, j);
    taken.add(j);
  }
  return {
    matches: gold.map((one, i) => ({ gold: one, found: found[partner.get(i) ?? -1] })),
    extra: found.filter((_, j) => !taken.has(j)),
  };
}

function scoreOf(gold: GoldEvent, found: GoldEvent): number {
  if (![gold.type, gold.alt_type].includes(found.type)) return 0;
  const words = [found.trigger, ...(found.mentions ?? [])].some((one) => overlap(one, gold.trigger));
  const actors = shares(gold.actor, found.actor);
  const recipients = shares(gold.recipient, found.recipient);
  const isOpen = (a: readonly GoldSpan[], b: readonly GoldSpan[]): boolean =>
    a.length === 0 || b.length === 0;
  const agree =
    (actors || isOpen(gold.actor, found.actor)) &&
    (recipients || isOpen(gold.recipient, found.recipient)) &&
    (actors || recipients);
  const dated = sameDate(gold, found);
  if (!words && !(agree && dated !== false)) return 0;
  return (
    1 +
    2 * Number(words) +
    Number(actors) +
    Number(recipients) +
    Number(gold.type === found.type) +
    Number(dated === true)
  );
}

function overlap(a: GoldSpan, b: GoldSpan): boolean {
  return a.start < b.end && b.start < a.end;
}

type Party = GoldSpan & { readonly name?: string | null };

function shares(a: readonly Party[], b: readonly Party[]): boolean {
  const name = ({ name, text }: Party): string => (name || text).toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return a.some((one) =>
    b.some((other) => overlap(one, other) || (name(one) !== "" && name(one) === name(other))),
  );
}

/** undefined: one of them has no date. */
export function sameDate(a: GoldEvent, b: GoldEvent): boolean | undefined {
  if (a.date?.from == null || b.date?.from == null) return undefined;
  return a.date.from === b.date.from && a.date.to === b.date.to;
}
