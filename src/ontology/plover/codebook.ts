import { readFileSync } from "node:fs";
import { packageFile } from "../../text/package-files.ts";
import type { EventType } from "./codes.ts";

/** One of the 16 types with its modes; types.json has definitions and examples. Scores run from -10 to 10. */
export interface TypeEntry {
  readonly name: EventType;
  /** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
  readonly quadClass: 1 | 2 | 3 | 4;
  readonly recipient: string;
  readonly score: number;
  readonly definition: string;
  readonly examples: readonly string[];
  readonly notThis: readonly string[];
  readonly modes: readonly { readonly name: string; readonly score: number; readonly definition: string }[];
}

export interface ContextEntry {
  readonly name: string;
  readonly definition: string;
  /** Words that speak for the context. */
  readonly words: readonly string[];
}

/** What a CAMEO code is in PLOVER. */
export interface CrosswalkRow {
  readonly cameo: string;
  readonly type: EventType;
  readonly mode: string | null;
  readonly contexts: readonly string[];
}

/** Reads a file of the codebook once, when it is first asked for. */
function once<Value>(file: string, pick: (content: never) => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= pick(JSON.parse(readFileSync(packageFile(`src/ontology/plover/${file}`), "utf8")) as never);
    return value;
  };
}

export const eventTypes: () => readonly TypeEntry[] = once(
  "types.json",
  (file: { types: readonly TypeEntry[] }) => file.types,
);
export const contexts: () => readonly ContextEntry[] = once(
  "contexts.json",
  (file: { contexts: readonly ContextEntry[] }) => file.contexts,
);
export const crosswalk: () => readonly CrosswalkRow[] = once(
  "cameo.json",
  (file: { rows: readonly CrosswalkRow[] }) => file.rows,
);

function entryOf(type: EventType): TypeEntry {
  return eventTypes().find((entry) => entry.name === type)!;
}

export function modesOf(type: EventType): readonly string[] {
  return entryOf(type).modes.map((mode) => mode.name);
}

export function quadClassOf(type: EventType): 1 | 2 | 3 | 4 {
  return entryOf(type).quadClass;
}

/** The conflict-cooperation value: the mode's own, else the type's. */
export function scoreOf(type: EventType, mode?: string): number {
  const entry = entryOf(type);
  return entry.modes.find((one) => one.name === mode)?.score ?? entry.score;
}

/** The PLOVER reading of a CAMEO code by its longest known prefix; undefined for 01 and 02, which are no events. */
export function fromCameo(code: string): CrosswalkRow | undefined {
  for (let length = code.length; length >= 2; length -= 1) {
    const row = crosswalk().find((one) => one.cameo === code.slice(0, length));
    if (row !== undefined) return row;
  }
  return undefined;
}
