import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Span } from "../../src/text/span.ts";

export const ROLES = ["source", "cue", "content"] as const;
export type Role = (typeof ROLES)[number];

/** A text with the fragments of its attributions by role: half-open, UTF-16. */
export interface GoldText {
  readonly id: string;
  readonly text: string;
  readonly fragments: Readonly<Record<Role, readonly Span[]>>;
}

/** Reads PolNeAR's brat files. Of several annotators the first in sorted order counts; a torn line is left out. */
export function readPolnear(folder: string): readonly GoldText[] {
  const texts = join(folder, "text");
  if (!existsSync(texts)) throw new Error(`no PolNeAR texts in ${folder}; give --data`);
  const annotations = readdirSync(join(folder, "attributions")).sort();
  return readdirSync(texts)
    .sort()
    .flatMap((file) => {
      const id = file.replace(/\.txt$/, "");
      const annotation = annotations.find((name) => name.startsWith(id));
      if (annotation === undefined) return [];
      const text = readFileSync(join(texts, file), "utf8");
      const lines = readFileSync(join(folder, "attributions", annotation), "utf8").split("\n");
      return [{ id, text, fragments: fragmentsOf(lines, unitsOf(text)) }];
    });
}

function fragmentsOf(lines: readonly string[], units: readonly number[]): GoldText["fragments"] {
  const found: Record<Role, Span[]> = { source: [], cue: [], content: [] };
  for (const line of lines) {
    const match = /^T\d+\t(Source|Cue|Content) ([\d ;]+)\t/.exec(line);
    if (match === null) continue;
    const role = match[1]!.toLowerCase() as Role;
    for (const piece of match[2]!.split(";")) {
      const [start = 0, end = 0] = piece.trim().split(" ").map(Number);
      found[role].push({ start: units[start] ?? 0, end: units[end] ?? 0 });
    }
  }
  return found;
}

/** The corpus counts code points; we count UTF-16 units. */
function unitsOf(text: string): readonly number[] {
  const units: number[] = [];
  let at = 0;
  for (const character of text) {
    units.push(at);
    at += character.length;
  }
  return [...units, at];
}
