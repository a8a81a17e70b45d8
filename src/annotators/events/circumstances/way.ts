/** How an event came by its place or its time: from its own clause, from a clause beside it, or from the telling around it. */
export type Way =
  | "own"
  | "beside"
  | "shared"
  | "pointed"
  | "unnamed-site"
  | "alone"
  | "model"
  | "occasion"
  | "scene"
  | "home"
  | "act"
  | "none";

/** In the words of an explanation. */
export const WAYS: Readonly<Record<Way, string>> = {
  own: "stated with the event",
  beside: "stated in a clause beside it",
  shared: "shared with the words above it",
  pointed: "named before and pointed back to",
  "unnamed-site": "a site that the report does not name",
  alone: "the only one of its sentence",
  model: "the model binds it to the event",
  occasion: "of the occasion on which it was said",
  scene: "of the scene told before",
  home: "of the country whose parties they are",
  act: "of the act that it is done to",
  none: "not stated",
};

/** Ways that read more than the clauses that tell the event: the record marks the cell as inferred. */
const INFERRED: ReadonlySet<Way> = new Set<Way>(["occasion", "scene", "home", "act"]);

export function isInferred(way: Way): boolean {
  return INFERRED.has(way);
}

/** A circumstance of an event: its index in its layer, -1 for none, and how the event came by it. */
export interface Bound {
  readonly index: number;
  readonly by: Way;
}

export const UNBOUND: Bound = { index: -1, by: "none" };

/** The circumstance, or none where there is none. */
export function bound(index: number, by: Way): Bound {
  return index < 0 ? UNBOUND : { index, by };
}
