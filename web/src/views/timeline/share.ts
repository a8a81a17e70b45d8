import type { CSSProperties } from "react";
import type { Bar } from "./intervals.ts";

/** A bar's place for the style sheet: `--start` and `--width` in per cent, from the side where reading begins. */
export function share({ start, width }: Pick<Bar, "start" | "width">): CSSProperties {
  return { "--start": `${start * 100}%`, "--width": `${width * 100}%` } as CSSProperties;
}
