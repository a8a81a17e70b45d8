import type { PlaceMention } from "../annotators/places/layer.ts";
import type { TimeMention } from "../annotators/times/layer.ts";
import { NOT_STATED, type Unknown } from "../record/cell.ts";
import type { Place } from "../record/place.ts";
import type { Time } from "../record/time.ts";
import { quote } from "../text/span.ts";

/** Kinds of place that are areas: they carry no point, so that no map can show one. */
const AREAS: ReadonlySet<string> = new Set([
  "admin1",
  "admin2",
  "region",
  "country",
  "water",
  "international",
]);

/** Less sure than this, of several places of a name none is more likely than not (benchmarks/places). */
const CLEAR = 0.5;

/** How sure a cell is at most that no clause of the event states. */
const INFERRED = 0.6;

/** The place cell of an event. Two places that cannot be told apart are an unknown with both as candidates. */
export function placeCell(text: string, mention: PlaceMention | undefined, inferred: boolean): Place {
  if (mention === undefined) return NOT_STATED;
  const words = quote(text, mention);
  if (mention.ambiguous !== undefined && mention.confidence < CLEAR) {
    const chosen = `${mention.name}, ${mention.country ?? mention.kind}`;
    const candidates = [chosen, ...mention.ambiguous];
    return { status: "unknown", reason: "ambiguous", quotes: [words], candidates };
  }
  const point = !AREAS.has(mention.kind) && mention.lat !== undefined && mention.lon !== undefined;
  return {
    status: "known",
    name: mention.name,
    kind: mention.kind,
    precision: { kind: mention.kind, radiusKm: mention.radiusKm },
    ...(mention.geonames === undefined ? {} : { geonames: mention.geonames }),
    ...(mention.admin1 === undefined ? {} : { admin1: mention.admin1 }),
    ...(mention.country === undefined ? {} : { country: mention.country }),
    ...(point ? { lat: mention.lat, lon: mention.lon } : {}),
    basis: inferred ? "inferred" : mention.knowledge === undefined ? "quoted" : "normalised",
    quotes: [words],
    confidence: inferred ? Math.min(INFERRED, mention.confidence) : mention.confidence,
    ...(mention.knowledge === undefined ? {} : { knowledge: mention.knowledge }),
  };
}

/**
 * The time cell of an event. An expression that fixes no interval stays unknown and says why; "since 2014" lasts until
 * the report.
 */
export function timeCell(
  text: string,
  mention: TimeMention | undefined,
  { inferred, isOwn }: { readonly inferred: boolean; readonly isOwn: boolean },
  published: string | undefined,
): Time {
  if (mention === undefined) return NOT_STATED;
  const words = quote(text, mention);
  if (mention.from === undefined || mention.to === undefined || mention.precision === undefined) {
    const unknown: Unknown = { status: "unknown", reason: mention.unknown ?? "not-stated", quotes: [words] };
    return unknown;
  }
  const last = isOwn ? (mention.ownTo ?? mention.to) : mention.to;
  const lasts = !isOwn && mention.use === "since" && published !== undefined && published > mention.to;
  return {
    status: "known",
    from: mention.from,
    to: lasts ? published : last,
    precision: mention.precision,
    approximate: mention.approximate,
    anchor: mention.anchor,
    ...(mention.anchorSpan === undefined ? {} : { anchorQuote: quote(text, mention.anchorSpan) }),
    basis: inferred
      ? "inferred"
      : mention.anchor === "explicit" && !mention.approximate
        ? "quoted"
        : "normalised",
    quotes: [words],
    confidence: inferred
      ? INFERRED
      : mention.anchor === "explicit"
        ? 0.95
        : mention.anchor === "published"
          ? 0.85
          : 0.7,
  };
}
