/** How long the items of a day took, for the line above the queue. */
export interface Pace {
  /** ISO day. */
  readonly day: string;
  readonly items: number;
  readonly milliseconds: number;
}

/** A break is no work: what is longer than this is not counted into the mean. */
const BREAK = 120_000;

export function countItem(pace: Pace | undefined, day: string, milliseconds: number): Pace {
  const before = pace?.day === day ? pace : { day, items: 0, milliseconds: 0 };
  if (milliseconds > BREAK) return before;
  return { day, items: before.items + 1, milliseconds: before.milliseconds + milliseconds };
}

/** Seconds an item, to one decimal; undefined before the first. */
export function secondsAnItem(pace: Pace | undefined, day: string): number | undefined {
  if (pace?.day !== day || pace.items === 0) return undefined;
  return Math.round(pace.milliseconds / pace.items / 100) / 10;
}
