const PLACE = "khaldun.visits";

interface Visits {
  /** ISO days: of this visit, and of the one before it. */
  readonly current: string;
  readonly before?: string;
}

/** The visits after one on a day: coming back on the same day is the same visit. */
export function visitsAfter(known: Visits | undefined, day: string): Visits {
  if (known === undefined) return { current: day };
  return known.current === day ? known : { current: day, before: known.current };
}

/** The day of the visit before this one; undefined on the first. */
export function lastVisit(): string | undefined {
  const day = new Date().toISOString().slice(0, 10);
  try {
    const visits = visitsAfter(JSON.parse(localStorage.getItem(PLACE) ?? "null") ?? undefined, day);
    localStorage.setItem(PLACE, JSON.stringify(visits));
    return visits.before;
  } catch {
    // A browser that keeps nothing: every visit is the first.
    return undefined;
  }
}
