import { useNavigate } from "@tanstack/react-router";
import { DirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import { useEffect, useRef } from "react";
import Sigma from "sigma";
import type { NodeLabelDrawingFunction } from "sigma/rendering";
import type { Dyad } from "../../../../src/store/types.ts";
import { useWords } from "../../catalogue/words.tsx";
import { inkOf } from "../map/style.ts";
import { graphOf, placeOnSpiral } from "./graph.ts";

const ROUNDS = 300;
const FEW = 60;
/** Pixels across, from which on names find room beside each other. */
const ROOMY = 700;
/** Pixels between a party and its name. */
const GAP = 3;

/** The drawn network; the matrix and the list say the same to those who cannot see it. */
export function NetworkDrawing({ dyads }: { readonly dyads: readonly Dyad[] }) {
  const t = useWords();
  const navigate = useNavigate();
  const holder = useRef<HTMLDivElement>(null);
  const open = useRef(navigate);
  open.current = navigate;
  useEffect(() => {
    if (!holder.current) return;
    const ink = inkOf(holder.current);
    const graph = laidOut(dyads, ink);
    const drawing = new Sigma(graph, holder.current, {
      defaultEdgeType: "arrow",
      labelColor: { color: ink("--ink") },
      labelFont: "Noto Sans, Noto Sans Arabic, sans-serif",
      defaultDrawNodeLabel: drawLabel,
      // With few parties each has its name where there is room; else those of small ones wait until one looks closer.
      labelRenderedSizeThreshold: graph.order <= FEW ? 0 : 4,
      labelDensity: graph.order <= FEW && holder.current.clientWidth >= ROOMY ? FEW : 1,
      enableEdgeEvents: true,
    });
    drawing.on("clickNode", ({ node }) => void open.current({ to: "/events", search: { actors: node } }));
    drawing.on("clickEdge", ({ edge }) => {
      const [actors, recipients] = graph.extremities(edge);
      void open.current({ to: "/events", search: { actors, recipients } });
    });
    return () => drawing.kill();
  }, [dyads]);
  return (
    <>
      {/* Labels are drawn from the left, whatever the page's direction. */}
      <div className="network" dir="ltr" ref={holder} role="img" aria-label={t("actors.network.label")} />
      <p className="foot">{t("actors.network.foot")}</p>
    </>
  );
}

/** Behind the party, or before it where the name would run out of the drawing. */
const drawLabel: NodeLabelDrawingFunction = (context, { label, x, y, size }, settings) => {
  if (!label) return;
  context.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`;
  context.fillStyle = settings.labelColor.color ?? "";
  const away = size + GAP;
  const { width } = context.measureText(label);
  const isInside = x + away + width <= context.canvas.clientWidth;
  context.fillText(label, isInside ? x + away : Math.max(GAP, x - away - width), y + settings.labelSize / 3);
};

function laidOut(dyads: readonly Dyad[], ink: (name: string) => string): DirectedGraph {
  const { nodes, edges } = graphOf(dyads);
  const graph = new DirectedGraph();
  for (const [index, { name, events }] of nodes.entries())
    graph.addNode(name, {
      ...placeOnSpiral(index),
      label: name,
      size: 4 + 3 * Math.log1p(events),
      color: ink("--actor"),
    });
  for (const { from, to, events } of edges)
    graph.addDirectedEdge(from, to, { size: 1 + Math.log1p(events), color: ink("--edge"), weight: events });
  const settings = { ...forceAtlas2.inferSettings(graph), gravity: 1.5 };
  forceAtlas2.assign(graph, { iterations: ROUNDS, settings });
  return graph;
}
