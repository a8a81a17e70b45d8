import type { Anchor, ClaimCell } from "../../record/side-by-side.ts";
import type { Statement } from "./statements.ts";

type Said = ClaimCell["also"][number];

/**
 * What one speaker says of one field: the newest report of each origin stands, earlier ones of that origin are what was
 * said first. Of several that stand the newest is shown, the others are beside it. `contradicts` marks outliers.
 */
export function cellOf(
  statements: readonly Statement[],
  contradicts: (statement: Statement) => boolean,
): ClaimCell | null {
  const standing = standingOf(statements);
  const [shown] = [...standing].sort((a, b) => descending(dayOf(a), dayOf(b)));
  if (shown === undefined) return null;
  const same = statements.filter(({ value, stance }) => value === shown.value && stance === shown.stance);
  const first = firstOf(statements, shown);
  return {
    ...saidOf(shown),
    ...(shown.figure === undefined ? {} : { figure: shown.figure }),
    stance: shown.stance,
    factuality: shown.claim.factuality,
    outlier: contradicts(shown),
    quotes: anchorsOf(shown),
    articles: new Set(same.map(({ telling }) => telling.coded.id)).size,
    origins: new Set(same.map(({ telling }) => telling.origin)).size,
    ...(first === undefined ? {} : { first: saidOf(first) }),
    also: uniqueBy(
      standing.filter(({ value }) => value !== shown.value),
      ({ value }) => value,
    ).map(saidOf),
  };
}

/**
 * Of each origin its newest report; copies add nothing that their original does not say. A toll that the same speaker
 * has raised since no longer stands, whoever reported it first: the roll-up sees it so too.
 */
export function standingOf(statements: readonly Statement[]): readonly Statement[] {
  const newest = new Map<string, string>();
  for (const one of statements)
    if (dayOf(one) >= (newest.get(one.telling.origin) ?? "")) newest.set(one.telling.origin, dayOf(one));
  const latest = statements.filter(
    (one) => dayOf(one) === newest.get(one.telling.origin) && !isRaised(one, statements),
  );
  const originals = latest.filter(({ telling }) => telling.copyOf === undefined);
  return latest.filter(
    (one) =>
      one.telling.copyOf === undefined ||
      !originals.some(({ telling }) => telling.origin === one.telling.origin),
  );
}

function isRaised(one: Statement, statements: readonly Statement[]): boolean {
  const { figure, telling } = one;
  return (
    figure !== undefined &&
    telling.day !== undefined &&
    statements.some((later) => dayOf(later) > dayOf(one) && (later.figure?.min ?? 0) > figure.min)
  );
}

/** The earliest thing that the one shown took the place of: said before in its origin, or raised since. */
function firstOf(statements: readonly Statement[], shown: Statement): Statement | undefined {
  const earlier = statements.filter(
    (one) =>
      one.telling.day !== undefined &&
      dayOf(one) < dayOf(shown) &&
      (one.telling.origin === shown.telling.origin || isRaised(one, statements)),
  );
  const [first] = [...earlier].sort((a, b) => descending(dayOf(b), dayOf(a)));
  return first === undefined || first.value === shown.value ? undefined : first;
}

function saidOf({ value, telling }: Statement): Said {
  const { coded, event, day } = telling;
  return { value, report: coded.id, event: event.id, ...(day === undefined ? {} : { published: day }) };
}

export function anchorsOf({ quotes, telling }: Statement): readonly Anchor[] {
  return quotes.map(({ start, end, text }) => ({
    start,
    end,
    text,
    report: telling.coded.id,
    event: telling.event.id,
  }));
}

function dayOf({ telling }: Statement): string {
  return telling.day ?? "";
}

function descending(a: string, b: string): number {
  return a > b ? -1 : a < b ? 1 : 0;
}

function uniqueBy<Item>(items: readonly Item[], key: (item: Item) => string): readonly Item[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}
