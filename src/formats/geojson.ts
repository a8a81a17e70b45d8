import { pointOf } from "./cells.ts";
import { CSV_CELLS, CSV_COLUMNS } from "./csv.ts";
import { type Notation, nothingWithheld } from "./notation.ts";
import type { ExportRow } from "./row.ts";

/**
 * RFC 7946. A site or a town is a point with its radius; what is known to a region or country only has no geometry:
 * a pin in the middle of a country is a place that nobody named. Its name, kind and country stand in the properties.
 */
function feature(row: ExportRow): string {
  const point = pointOf(row.event);
  return JSON.stringify({
    type: "Feature",
    id: row.happening?.id ?? row.event.id,
    geometry: point === undefined ? null : { type: "Point", coordinates: [point.lon, point.lat] },
    properties: Object.fromEntries(CSV_COLUMNS.map(({ name }) => [name, CSV_CELLS[name]!(row) ?? null])),
  });
}

export const GEOJSON: Notation = {
  title: "GeoJSON, one feature an event, without geometry where only an area is known",
  extension: "geojson",
  mediaType: "application/geo+json",
  head: '{"type":"FeatureCollection","features":[\n',
  separator: ",\n",
  tail: "\n]}\n",
  records: (row) => [feature(row)],
  withheld: nothingWithheld,
};
