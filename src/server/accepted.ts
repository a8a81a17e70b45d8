/** Formats in which a list of events is given; all but JSON are files with every event of the filter. */
export const LIST_FORMATS = ["json", "csv", "jsonl", "geojson", "jsonld", "parquet"] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

const BY_TYPE: Readonly<Record<string, ListFormat>> = {
  "application/json": "json",
  "text/csv": "csv",
  "application/x-ndjson": "jsonl",
  "application/jsonl": "jsonl",
  "application/geo+json": "geojson",
  "application/ld+json": "jsonld",
  "application/vnd.apache.parquet": "parquet",
};

/** The first media type of an Accept header that we know, the most wanted first; JSON if there is none. */
export function acceptedFormat(accept: string | undefined): ListFormat {
  const wanted = (accept ?? "").split(",").map((part) => {
    const [type = "", ...more] = part.split(";").map((word) => word.trim().toLowerCase());
    const quality = more.find((word) => word.startsWith("q="))?.slice(2);
    return { type, quality: quality === undefined ? 1 : Number(quality) };
  });
  const known = wanted.filter(({ type, quality }) => type in BY_TYPE && quality > 0);
  const [best] = known.sort((a, b) => b.quality - a.quality);
  return best === undefined ? "json" : BY_TYPE[best.type]!;
}
