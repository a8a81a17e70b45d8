const PLACE = "khaldun.visits";

/** Whoever has not looked for so long begins another visit. */
const PAUSE_MS = 3_600_000;

/** Instants, in milliseconds. */
interface Visits {
  /** When the stories were last looked at. */
  readonly seen: number;
  /** The same, of the visit before this one. */
  readonly before?: number;
}

export function visitsAfter(known: Visits | undefined, now: number): Visits {
  if (known === undefined) return { seen: now };
  return now - known.seen > PAUSE_MS ? { seen: now, before: known.seen } : { ...known, seen: now };
}

/** When the stories were last looked at before this visit, as an instant; undefined on the first. */
export function lastVisit(): string | undefined {
  try {
    const visits = visitsAfter(readVisits(localStorage.getItem(PLACE)), Date.now());
    localStorage.setItem(PLACE, JSON.stringify(visits));
    return visits.before === undefined ? undefined : new Date(visits.before).toISOString();
  } catch {
    // A browser that keeps nothing: every visit is the first.
    return undefined;
  }
}

function readVisits(kept: string | null): Visits | undefined {
  const found = JSON.parse(kept ?? "null") as Partial<Visits> | null;
  return typeof found?.seen === "number" ? (found as Visits) : undefined;
}
