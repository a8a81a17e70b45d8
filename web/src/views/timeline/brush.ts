import type { Bucket } from "../../../../src/store/types.ts";
import { type Days, isoOf } from "./intervals.ts";

/** A stretch of whole days, both ends in it. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
}

/** The day under a share of the axis, 0 to 1 from the side where reading begins. */
export function dayAt(share: number, axis: Days): number {
  const day = Math.floor(axis.from + share * (axis.to - axis.from));
  return Math.min(Math.max(day, axis.from), axis.to - 1);
}

/** The days between two that were pointed at, whichever came first. */
export function stretchOf(one: number, other: number): Stretch {
  return { from: isoOf(Math.min(one, other)), to: isoOf(Math.max(one, other)) };
}

/** So many days, weeks, months or years further; a month ends where the next is shorter. */
export function stepped(day: number, bucket: Bucket, by: number): number {
  if (bucket === "day") return day + by;
  if (bucket === "week") return day + 7 * by;
  const date = new Date(day * 86_400_000);
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth() + by * (bucket === "year" ? 12 : 1);
  const last = Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0) / 86_400_000;
  const same = Date.UTC(Math.floor(months / 12), months % 12, date.getUTCDate()) / 86_400_000;
  return Math.min(last, same);
}

/** Where a key moves an end of the stretch; undefined for keys that move nothing. */
export function movedBy(
  key: string,
  day: number,
  { bucket, axis, isRtl }: { readonly bucket: Bucket; readonly axis: Days; readonly isRtl: boolean },
): number | undefined {
  const ahead = isRtl ? "ArrowLeft" : "ArrowRight";
  const back = isRtl ? "ArrowRight" : "ArrowLeft";
  if (key === ahead || key === "ArrowUp") return stepped(day, bucket, 1);
  if (key === back || key === "ArrowDown") return stepped(day, bucket, -1);
  if (key === "PageUp") return stepped(day, bucket, 4);
  if (key === "PageDown") return stepped(day, bucket, -4);
  if (key === "Home") return axis.from;
  if (key === "End") return axis.to - 1;
  return undefined;
}
