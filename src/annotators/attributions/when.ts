import { UNIT, WEEKDAY } from "../times/patterns.ts";

const TODAY = "today|yesterday|tomorrow|tonight";
const IS_TIME = new RegExp(`^(?:${WEEKDAY}|${UNIT}|${TODAY})$`, "i");
const OPENS_TIME = new RegExp(`^(?:${WEEKDAY}|${TODAY}|last|this|next|earlier|late|early)$`, "i");

/** A word that names a time by itself ("Monday", "week", "today"): it says when somebody spoke, and names nobody. */
export function namesTime(word: string): boolean {
  return IS_TIME.test(word);
}

/** A word with which the telling of when something was said may open: "Monday", "last", "early". */
export function opensTime(word: string): boolean {
  return OPENS_TIME.test(word);
}
