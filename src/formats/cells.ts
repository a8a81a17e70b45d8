import type { Event, QuantityKind } from "../record/event.ts";
import { nameOf, type Participant } from "../record/participant.ts";
import type { PlaceValue } from "../record/place.ts";
import { publishedDay } from "../record/report.ts";
import type { TimeValue } from "../record/time.ts";
import { inWords } from "./in-words.ts";
import type { ExportRow } from "./row.ts";

/** What several formats read out of a row, in one way. */

/** The canonical name, else the words of the report on one line. */
export function labelOf(one: Participant): string {
  return nameOf(one) ?? flat(one.quote.text);
}

export function flat(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}

/** Our ids are hexadecimal and short enough for the whole numbers that other data sets want. */
export function idNumber({ event, happening }: ExportRow): number | undefined {
  const number = Number.parseInt(happening?.id ?? event.id, 16);
  return Number.isSafeInteger(number) ? number : undefined;
}

export function placeOf({ place }: Event): PlaceValue | undefined {
  return place.status === "known" ? place : undefined;
}

export function timeOf({ time }: Event): TimeValue | undefined {
  return time.status === "known" ? time : undefined;
}

/** Days from the first to the last possible day; 1 is a known day. */
export function daysOf({ from, to }: TimeValue): number {
  return (Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000 + 1;
}

/** A point, only where the report names a place that is one: a country or a region has none. */
export function pointOf(event: Event): { readonly lat: number; readonly lon: number } | undefined {
  const place = placeOf(event);
  return place?.lat === undefined || place.lon === undefined ? undefined : { lat: place.lat, lon: place.lon };
}

/** Lowest and highest that the row's figures of a kind allow; undefined if none is given. */
export function figureOf(
  { event, happening }: ExportRow,
  kind: QuantityKind,
): { readonly best: number; readonly low: number; readonly high: number | undefined } | undefined {
  const figure = event.quantities.find((one) => one.kind === kind);
  if (figure === undefined) return undefined;
  const own = event.quantities.filter((one) => one.kind === kind);
  const range = happening?.fields.find(({ field }) => field === kind)?.range ?? {
    min: Math.min(...own.map(({ min }) => min)),
    max: own.some(({ max }) => max === null) ? null : Math.max(...own.map(({ max }) => Number(max))),
  };
  return { best: figure.min, low: range.min, high: range.max ?? undefined };
}

/** Outlets that tell it, each once, in the order of their reports. */
export function outletsOf({ coded, happening }: ExportRow): readonly string[] {
  const told = happening?.claims.map(({ outlet }) => outlet) ?? [coded.report.outlet];
  return [...new Set(told.filter((outlet) => outlet !== undefined))];
}

export function publishedOf({ coded }: ExportRow): string | undefined {
  return publishedDay(coded.report);
}

/** A note for formats that have one: who says so, the trigger, what could not be told, who disagrees. */
export function noteOf(row: ExportRow): string {
  const { event, happening } = row;
  const figures = event.quantities.map(
    ({ kind, min, max }) => `${kind} ${min}${max === min ? "" : `-${max ?? ""}`}`,
  );
  const disputed = disputedFields(row);
  return [
    `${event.actors.map(labelOf).join(", ") || "unknown"}: "${flat(event.trigger.text)}"${event.recipients.length > 0 ? `, ${event.recipients.map(labelOf).join(", ")}` : ""}`,
    inWords(event),
    ...(figures.length > 0 ? [figures.join(", ")] : []),
    ...(happening === undefined
      ? []
      : [
          `${happening.reports} reports of ${happening.origins} independent origins, ${happening.speakers} speakers`,
        ]),
    ...(disputed.length > 0 ? [`reports disagree on ${disputed.join(", ")}`] : []),
    reviewOf(event),
  ].join("; ");
}

/** What people made of it stands among its reasons (src/review/reviewed.ts). */
function reviewOf({ because }: ExportRow["event"]): string {
  const rules = because.map(({ rule }) => rule);
  if (rules.includes("review/corrected")) return "coded by machine, corrected by a reviewer";
  return rules.includes("review/accepted")
    ? "coded by machine, accepted by a reviewer"
    : "coded by machine, not reviewed";
}

export function disputedFields({ happening }: ExportRow): readonly string[] {
  return (happening?.fields ?? [])
    .filter(({ others }) => others.some(({ relation }) => relation === "disagrees"))
    .map(({ field }) => field);
}
