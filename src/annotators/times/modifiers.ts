import type { Meaning } from "./interval.ts";
import { partOf } from "./interval-parts.ts";

/** TIMEX3 modifiers of a date counted back or ahead: "more than a year ago" lies before that day. */
export function boundedDate(meaning: Meaning, bound: string | undefined, isBack: boolean): Meaning {
  const mod = boundMod(bound);
  const beyond = isBack ? "BEFORE" : "AFTER";
  const within = isBack ? "AFTER" : "BEFORE";
  const dated: Readonly<Record<string, string>> = {
    APPROX: "APPROX",
    MORE_THAN: beyond,
    LESS_THAN: within,
    EQUAL_OR_MORE: `ON_OR_${beyond}`,
    EQUAL_OR_LESS: `ON_OR_${within}`,
  };
  return mod === undefined ? meaning : { ...meaning, mod: dated[mod]!, approximate: true };
}

/** TIMEX3 modifiers of a count: "nearly a decade", "at least ten days". */
export function bounded(meaning: Meaning, bound: string | undefined): Meaning {
  const mod = boundMod(bound);
  if (mod === undefined) return meaning;
  return { ...meaning, mod, ...(mod === "APPROX" ? { approximate: true } : {}) };
}

function boundMod(bound: string | undefined): string | undefined {
  const words = bound?.toLowerCase().replace(/\s+/g, " ");
  if (words === undefined || /^(?:just|only|another|a mere)$/.test(words)) return undefined;
  if (/^(?:about|around|approximately|roughly|some)$/.test(words)) return "APPROX";
  if (/^(?:nearly|almost|close to|just under|under|fewer than|less than|a little less than)$/.test(words))
    return "LESS_THAN";
  if (/^(?:more than|over|just over|a little more than)$/.test(words)) return "MORE_THAN";
  if (/^(?:at least|no less than|barely)$/.test(words)) return "EQUAL_OR_MORE";
  return "EQUAL_OR_LESS";
}

/** "the end of", "mid-", "early in": the part of a calendar unit that is meant. */
export function inPart(meaning: Meaning, part: string | undefined): Meaning {
  if (part === undefined) return meaning;
  if (/\b(?:early|earlier|beginning|start|onset|outset|opening)\b/i.test(part))
    return partOf(meaning, "START");
  return partOf(meaning, /\bmid/i.test(part) ? "MID" : "END");
}
