import type { Event } from "../../record/event.ts";
import { daysOf, placeOf, pointOf, timeOf } from "../cells.ts";

/** 1 exact, 2 within 25 km, 3 second-order, 4 first-order division, 5 part of a country, 6 country, 7 international. */
export function wherePrecision(event: Event): number | undefined {
  const place = placeOf(event);
  if (place === undefined) return undefined;
  if (place.kind === "site" || place.kind === "town") {
    if (pointOf(event) === undefined) return undefined;
    return place.precision.radiusKm <= 5 ? 1 : 2;
  }
  return { admin2: 3, admin1: 4, region: 5, country: 6, water: 7, international: 7 }[place.kind];
}

/** 1 a day, 2 two to six days, 3 a week, 4 a month, 5 up to a year; undefined if coarser or unknown. */
export function datePrecision(event: Event): number | undefined {
  const time = timeOf(event);
  if (time === undefined) return undefined;
  const days = daysOf(time);
  if (days <= 1) return 1;
  if (days <= 6) return 2;
  if (days <= 7) return 3;
  return days <= 31 ? 4 : days <= 366 ? 5 : undefined;
}

const CELLS_A_ROW = 720;

/** The cell of PRIO-GRID: half a degree wide, numbered from 1 at the south-west corner of the globe, eastwards. */
export function priogrid(event: Event): number | undefined {
  const point = pointOf(event);
  if (point === undefined) return undefined;
  const row = Math.min(359, Math.floor((point.lat + 90) * 2));
  const column = Math.min(CELLS_A_ROW - 1, Math.floor((point.lon + 180) * 2));
  return row * CELLS_A_ROW + column + 1;
}
