import { type Document, type Layer, withLayer, withNotes } from "./document.ts";
import { fail } from "./errors.ts";
import type { Note } from "./note.ts";

/** What one annotator adds: values for layers, and notes on what it doubted. */
export interface Annotation {
  readonly layers: readonly (readonly [Layer<unknown>, unknown])[];
  readonly notes?: readonly Note[];
}

/**
 * One step of the pipeline. Pure: the same document gives the same annotation. What it knows of the world
 * (gazetteer, registry, lexicon) is given to the function that makes the annotator.
 */
export interface Annotator {
  readonly name: string;
  readonly requires: readonly Layer<unknown>[];
  readonly provides: readonly Layer<unknown>[];
  readonly annotate: (document: Document) => Annotation;
}

/** Type-checked pair for `Annotation.layers`. */
export function provide<Value>(key: Layer<Value>, value: Value): readonly [Layer<unknown>, unknown] {
  return [key, value];
}

/** The document with everything the annotator has to say. */
export function apply(document: Document, annotator: Annotator): Document {
  const annotation = annotator.annotate(document);
  let next = document;
  for (const [key, value] of annotation.layers) next = withLayer(next, key, value);
  return withNotes(next, annotation.notes ?? []);
}

/**
 * Checks the wiring before the first report: every required layer is given at the start or by an earlier step.
 * Throws K902, which names the layer, who needs it and who could give it.
 */
export function checkPipeline(
  given: readonly Layer<unknown>[],
  steps: readonly Annotator[],
): readonly Annotator[] {
  const available = new Set<Layer<unknown>>(given);
  for (const step of steps) {
    for (const wanted of step.requires) {
      if (available.has(wanted)) continue;
      const givers = steps.filter((other) => other.provides.includes(wanted)).map((other) => other.name);
      throw fail("K902", {
        layer: wanted.name,
        annotator: step.name,
        givers: givers.join(", ") || "no annotator of this pipeline",
      });
    }
    for (const provided of step.provides) available.add(provided);
  }
  return Object.freeze([...steps]);
}
