import type { Event } from "../../../src/record/event.ts";
import type { Participant } from "../../../src/record/participant.ts";
import type { Words } from "../catalogue/speak.ts";
import { formatTime } from "./dates.ts";

/** What an event is in a few words, for a list: its type in the reader's language and the report's own words. */
export function eventTitle({ type, trigger }: Pick<Event, "type" | "trigger">, t: Words): string {
  return `${t(`type.${type}`)} · “${trigger.text}”`;
}

/** Where an event was, or why that is not known. */
export function placeWords({ place }: Pick<Event, "place">, t: Words): string {
  if (place.status === "known") return place.country ? `${place.name}, ${place.country}` : place.name;
  return place.status === "unknown" ? t(`unknown.${place.reason}`) : place.reason;
}

/** When an event was, or why that is not known. */
export function timeWords({ time }: Pick<Event, "time">, language: string, t: Words): string {
  if (time.status === "known") return `${time.approximate ? "~ " : ""}${formatTime(time, language)}`;
  return time.status === "unknown" ? t(`unknown.${time.reason}`) : time.reason;
}

/** A party by the report's words. */
export function partyWords(party: Participant): string {
  return party.name.status === "known" ? party.name.value : party.quote.text;
}
