import { createHash } from "node:crypto";
import type { CoderVersion } from "../record/coded-report.ts";
import type { Participant } from "../record/participant.ts";
import type { PlaceValue } from "../record/place.ts";
import { publishedDay, type Report } from "../record/report.ts";
import { clean } from "./values.ts";

/**
 * The store's name for a report. The same text in two outlets is two reports, and so is another text, title or date
 * under one address; the same thing fetched twice is one.
 */
export function reportKey(report: Report): string {
  const { id, url, outlet, title } = report;
  const header = url ?? outlet ?? report.externalId ?? null;
  return hash(clean([id, header, title ?? null, publishedDay(report) ?? null]));
}

export function coderKey(coder: CoderVersion): string {
  const { program, model, codebook, gazetteer, registry, options } = coder;
  return hash([program, model, codebook, gazetteer, registry, Object.entries(options).sort()]);
}

export interface PartyRow {
  readonly key: string;
  readonly name: string | null;
  readonly actor_id: string | null;
  readonly country: string | null;
  readonly sector: string | null;
}

/** Who it is, as far as the record says: parties that agree in all of this are one row. Unnamed ones have no name. */
export function partyOf(participant: Participant): PartyRow {
  const name = participant.name.status === "known" ? participant.name.value : null;
  const country = participant.country.status === "known" ? participant.country.value : null;
  const sector = participant.sector.status === "known" ? participant.sector.value : null;
  const actorId = participant.actorId ?? null;
  return { key: hash([name, actorId, country, sector]), name, actor_id: actorId, country, sector };
}

export interface PlaceRow {
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly geonames: number | null;
  readonly country: string | null;
  readonly admin1: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly radius_km: number;
}

export function placeOf(place: PlaceValue): PlaceRow {
  const row = {
    name: place.name,
    kind: place.precision.kind,
    geonames: place.geonames ?? null,
    country: place.country ?? null,
    admin1: place.admin1 ?? null,
    lat: place.lat ?? null,
    lon: place.lon ?? null,
    radius_km: place.precision.radiusKm,
  };
  return { key: hash(Object.values(row)), ...row };
}

export function hash(parts: unknown): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}
