import type { GoldEvent, GoldParty, GoldSpan } from "./gold-format.ts";

/** Pairs of found and hand-coded events, each at most once, the best first: the rule of ../shared/gold/score.py. */
export function matched(
  gold: readonly GoldEvent[],
  found: readonly GoldEvent[],
): ReadonlyMap<GoldEvent, GoldEvent> {
  const pairs = gold
    .flatMap((one) => found.map((other) => ({ one, other, score: likeness(one, other) })))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const partner = new Map<GoldEvent, GoldEvent>();
  const used = new Set<GoldEvent>();
  for (const { one, other } of pairs) {
    if (used.has(one) || partner.has(other)) continue;
    used.add(one);
    partner.set(other, one);
  }
  return partner;
}

/** Two codings of one report: of each event that the coders have what was found (undefined: missed), and what only was found. */
export interface Matches {
  readonly matches: readonly { readonly gold: GoldEvent; readonly found: GoldEvent | undefined }[];
  readonly extra: readonly GoldEvent[];
}

export function matchEvents(gold: readonly GoldEvent[], found: readonly GoldEvent[]): Matches {
  const partner = matched(gold, found);
  const foundFor = new Map([...partner].map(([one, other]) => [other, one]));
  return {
    matches: gold.map((one) => ({ gold: one, found: foundFor.get(one) })),
    extra: found.filter((one) => !partner.has(one)),
  };
}

/** Types agree, and the words that state it overlap or the parties are the same. */
function likeness(gold: GoldEvent, found: GoldEvent): number {
  if (!isType(gold, found)) return 0;
  const words = [gold.trigger, ...(gold.mentions ?? [])];
  const isTrigger = words.some((word) =>
    [found.trigger, ...(found.mentions ?? [])].some((other) => overlap(word, other)),
  );
  const actor = sharesParty(gold.actor, found.actor);
  const recipient = sharesParty(gold.recipient, found.recipient);
  const isActor = actor || gold.actor.length === 0 || found.actor.length === 0;
  const isRecipient = recipient || gold.recipient.length === 0 || found.recipient.length === 0;
  const dates = sameDate(gold, found);
  if (!isTrigger && !(isActor && isRecipient && (actor || recipient) && dates !== false)) return 0;
  const points = [actor, recipient, gold.type === found.type, dates === true];
  return 1 + (isTrigger ? 2 : 0) + points.filter(Boolean).length;
}

function isType(gold: GoldEvent, found: GoldEvent): boolean {
  return found.type === gold.type || found.type === gold.alt_type;
}

/** Undefined if one of them has no date. */
export function sameDate(gold: GoldEvent, found: GoldEvent): boolean | undefined {
  if (!gold.date?.from || !found.date?.from) return undefined;
  return gold.date.from === found.date.from && gold.date.to === found.date.to;
}

/** True if everybody in one list stands in the other. */
export function sameParties(gold: readonly GoldParty[], found: readonly GoldParty[]): boolean {
  const isIn = (list: readonly GoldParty[]) => (one: GoldParty) =>
    list.some((other) => sameParty(one, other));
  return gold.every(isIn(found)) && found.every(isIn(gold));
}

export function overlap(one: GoldSpan, other: GoldSpan): boolean {
  return one.start < other.end && other.start < one.end;
}

export function normalised(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function sharesParty(gold: readonly GoldParty[], found: readonly GoldParty[]): boolean {
  return gold.some((one) => found.some((other) => sameParty(one, other)));
}

function sameParty(one: GoldParty, other: GoldParty): boolean {
  if (overlap(one, other)) return true;
  const name = normalised(one.name ?? one.text);
  return name !== "" && name === normalised(other.name ?? other.text);
}
