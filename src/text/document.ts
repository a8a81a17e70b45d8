import { fail } from "./errors.ts";
import type { Note } from "./note.ts";

/**
 * A named, typed layer over a document. The name is what messages show, the type parameter what `read` gives back.
 * Two layers are the same layer only if they are the same object: declare each once, in the folder that provides it.
 */
export interface Layer<Value> {
  readonly name: string;
  /** Never present at run time; carries the type. */
  readonly value?: Value;
}

/**
 * A report's text with everything said about it so far. Documents are immutable: an annotator gives back
 * new layers and the pipeline makes the next document of them.
 */
export interface Document {
  readonly text: string;
  readonly layers: ReadonlyMap<Layer<unknown>, unknown>;
  readonly notes: readonly Note[];
}

export function layer<Value>(name: string): Layer<Value> {
  return Object.freeze({ name });
}

export function createDocument(text: string): Document {
  return { text, layers: new Map(), notes: [] };
}

/** The value of a layer. Throws K901 if no annotator before this one has provided it. */
export function read<Value>(document: Document, wanted: Layer<Value>): Value {
  if (!document.layers.has(wanted)) {
    const present = [...document.layers.keys()].map((known) => known.name).join(", ");
    throw fail("K901", { layer: wanted.name, present: present || "none" });
  }
  return document.layers.get(wanted) as Value;
}

export function has(document: Document, wanted: Layer<unknown>): boolean {
  return document.layers.has(wanted);
}

/** A new document with one layer more (or replaced). */
export function withLayer<Value>(document: Document, key: Layer<Value>, value: Value): Document {
  return { ...document, layers: new Map(document.layers).set(key, value) };
}

export function withNotes(document: Document, notes: readonly Note[]): Document {
  return notes.length === 0 ? document : { ...document, notes: [...document.notes, ...notes] };
}
