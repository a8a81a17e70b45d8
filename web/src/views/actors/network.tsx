import { useNavigate } from "@tanstack/react-router";
import { DirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import { useEffect, useRef } from "react";
import Sigma from "sigma";
import type { Dyad } from "../../../../src/store/types.ts";
import { useWords } from "../../catalogue/words.tsx";
import { inkOf } from "../map/style.ts";
import { graphOf, placeOnSpiral } from "./graph.ts";
import { nameBoxes } from "./name-boxes.ts";

const ROUNDS = 300;
const SIZE = 14;
const FONT = "Noto Sans, Noto Sans Arabic, sans-serif";
const MOST_STRETCH = 1.8;

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
    const graph = laidOut(dyads, ink, holder.current.clientHeight / holder.current.clientWidth);
    const drawing = new Sigma(graph, holder.current, {
      defaultEdgeType: "arrow",
      labelColor: { color: ink("--ink") },
      labelFont: FONT,
      // Sigma would put one over the other; a name that one points at it shows all the same.
      renderLabels: false,
      enableEdgeEvents: true,
    });
    const name = () => writeNames(drawing, graph, ink("--ink"));
    drawing.on("afterRender", name);
    // The first time was drawn before anybody could listen.
    name();
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

/** Those of the parties with most events first: who has no room is left out until one looks closer. */
function writeNames(drawing: Sigma, graph: DirectedGraph, ink: string): void {
  const context = drawing.getCanvases().labels?.getContext("2d");
  if (!context) return;
  context.font = `${SIZE}px ${FONT}`;
  context.fillStyle = ink;
  context.textBaseline = "middle";
  const parties = graph
    .mapNodes((name, { x, y, size }) => ({
      name,
      ...drawing.graphToViewport({ x, y }),
      radius: drawing.scaleSize(size),
      width: context.measureText(name).width,
      height: SIZE,
    }))
    .sort((a, b) => b.radius - a.radius);
  for (const [at, box] of nameBoxes(parties, drawing.getDimensions()).entries())
    if (box) context.fillText(parties[at]!.name, box.left, (box.top + box.bottom) / 2);
}

/** `shape`: the height of the drawing for its width, which the layout fills as far as it looks natural. */
function laidOut(dyads: readonly Dyad[], ink: (name: string) => string, shape: number): DirectedGraph {
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
  const spread = (axis: "x" | "y") => {
    const all = graph.mapNodes((_, node) => node[axis] as number);
    return Math.max(...all) - Math.min(...all);
  };
  const stretch = (shape * spread("x")) / spread("y");
  const by = Number.isFinite(stretch) ? Math.min(MOST_STRETCH, Math.max(1 / MOST_STRETCH, stretch)) : 1;
  graph.updateEachNodeAttributes((_, node) => ({ ...node, y: node.y * by }));
  return graph;
}
