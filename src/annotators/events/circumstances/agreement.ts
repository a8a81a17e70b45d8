import type { PlaceMention } from "../../places/layer.ts";
import type { TimeMention } from "../../times/layer.ts";

/** Two tellings may give one happening a wider and a narrower time; they may not give it two. */
export function timesAgree(a: TimeMention | undefined, b: TimeMention | undefined): boolean {
  if (a?.from === undefined || b?.from === undefined || a.to === undefined || b.to === undefined) return true;
  return within(a, b) || within(b, a);
}

/** Likewise for places: one lies in the other, as far as the gazetteer tells. */
export function placesAgree(a: PlaceMention | undefined, b: PlaceMention | undefined): boolean {
  if (a === undefined || b === undefined || a.name === b.name) return true;
  // "the courthouse" may stand in any town.
  if (a.unnamed === true || b.unnamed === true) return true;
  // What no gazetteer knows may lie in anything wider; two villages are two villages.
  if (a.country === undefined || b.country === undefined) return a.kind !== b.kind;
  if (a.country !== b.country) return false;
  if (a.kind === "country" || b.kind === "country") return true;
  // "eastern Punjab" and "northern Sindh" share nothing.
  const [unit, other] = [unitOf(a), unitOf(b)];
  if (unit !== undefined && other !== undefined && unit !== other) return false;
  // A part of a country with no borders of its own ("northern Mali") may hold any of its towns.
  if (a.kind === "region" || b.kind === "region") return true;
  if (a.kind === b.kind) return false;
  return a.admin1 === undefined || b.admin1 === undefined || a.admin1 === b.admin1;
}

/** The province that a place is or is a part of. */
function unitOf({ kind, name, named }: PlaceMention): string | undefined {
  if (kind === "admin1") return name;
  return kind === "region" && named?.kind === "admin1" ? named.name : undefined;
}

/** The narrower of two times that agree; the first if they are as narrow. */
export function narrowerTime(a: TimeMention, b: TimeMention): TimeMention {
  if (a.from === undefined || a.to === undefined) return b.from === undefined ? a : b;
  if (b.from === undefined || b.to === undefined) return a;
  return length(b) < length(a) ? b : a;
}

/** The more exact of two places that agree; the first if they are as exact. */
export function narrowerPlace(a: PlaceMention, b: PlaceMention): PlaceMention {
  if (a.unnamed !== b.unnamed && a.kind !== "country" && b.kind !== "country")
    return a.unnamed === true ? b : a;
  return b.radiusKm < a.radiusKm ? b : a;
}

function within(inner: TimeMention, outer: TimeMention): boolean {
  return day(outer.from!) <= day(inner.from!) && day(inner.to!) <= day(outer.to!);
}

function day(moment: string): string {
  return moment.slice(0, 10);
}

function length(time: TimeMention): number {
  return Date.parse(day(time.to!)) - Date.parse(day(time.from!));
}
