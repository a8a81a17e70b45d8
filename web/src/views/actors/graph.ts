import type { Dyad } from "../../../../src/store/types.ts";
import { labelOf } from "./matrix.ts";

export interface GraphNode {
  readonly name: string;
  /** Events in which it acts or receives. */
  readonly events: number;
}
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly events: number;
}
export interface ActorGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** Named parties and what runs between them, from the one that acts to the one that receives. */
export function graphOf(dyads: readonly Dyad[]): ActorGraph {
  const edges = new Map<string, GraphEdge>();
  const totals = new Map<string, number>();
  for (const { actor, recipient, events } of dyads) {
    const [from, to] = [labelOf(actor), labelOf(recipient)];
    if (from === undefined || to === undefined || from === to) continue;
    const key = JSON.stringify([from, to]);
    edges.set(key, { from, to, events: events + (edges.get(key)?.events ?? 0) });
    for (const name of [from, to]) totals.set(name, events + (totals.get(name) ?? 0));
  }
  return { nodes: [...totals].map(([name, events]) => ({ name, events })), edges: [...edges.values()] };
}

/** Where nodes begin before the layout moves them: on a spiral, so that the same data give the same drawing. */
export function placeOnSpiral(index: number): { readonly x: number; readonly y: number } {
  const angle = index * 2.399963;
  const radius = Math.sqrt(index + 1);
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
}
