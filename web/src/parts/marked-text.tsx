import { Fragment, type ReactNode } from "react";
import type { Span } from "../../../src/text/span.ts";
import { type Laned, segmentsOf } from "./lanes.ts";
import type { Mark } from "./marks.ts";

interface MarkedTextProps {
  /** The whole text of the report; `from` and `to` say which stretch of it is shown. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly laned: readonly Laned[];
  /** The event that is lit. */
  readonly lit?: string | undefined;
  /** Words that a cell was followed to. */
  readonly found?: Span | undefined;
  readonly onPoint?: (mark: Mark | undefined) => void;
  readonly onPick?: (mark: Mark) => void;
}

/** Text of a report with a line under everything that events rest on. Text only, never markup. */
export function MarkedText({ text, from, to, laned, lit, found, onPoint, onPick }: MarkedTextProps) {
  const all = found ? [...laned, foundLine(found)] : laned;
  return segmentsOf(from, to, all).map((segment) => {
    const marks = segment.marks.filter(({ lane }) => lane >= 0);
    const isFound = found !== undefined && segment.start < found.end && found.start < segment.end;
    const plain = text.slice(segment.start, segment.end);
    const words = isFound ? <span className="found">{plain}</span> : plain;
    if (marks.length === 0) return <Fragment key={segment.start}>{words}</Fragment>;
    const top = marks.at(-1)!.mark;
    return (
      // biome-ignore lint/a11y: the pointer's way to what the keys j, k and Enter do on the cards
      <span
        key={segment.start}
        onMouseEnter={() => onPoint?.(top)}
        onMouseLeave={() => onPoint?.(undefined)}
        onClick={() => onPick?.(top)}
      >
        <Lined marks={marks} lit={lit} words={words} />
        {segment.ending
          .filter((mark) => marks.some((one) => one.mark === mark))
          .map((mark) => (
            <sup key={mark.role + mark.tag} className={mark.role}>
              {mark.tag}
            </sup>
          ))}
      </span>
    );
  });
}

/** Words under their lines, the outermost first. */
function Lined(props: {
  readonly marks: readonly Laned[];
  readonly lit: string | undefined;
  readonly words: ReactNode;
}) {
  const { marks, lit, words } = props;
  const [outer, ...inner] = marks;
  if (outer === undefined) return words;
  return (
    <mark className={classOf(outer.mark, outer.lane, lit)}>
      <Lined marks={inner} lit={lit} words={words} />
    </mark>
  );
}

/** The found words take part in the cutting, without a line of their own. */
function foundLine({ start, end }: Span): Laned {
  return { lane: -1, mark: { start, end, role: "event", certainty: "stated", events: [], tag: "" } };
}

function classOf(mark: Mark, lane: number, lit: string | undefined): string {
  const on = lit !== undefined && mark.events.includes(lit);
  return `${mark.role} ${mark.certainty} lane${lane}${on ? " on" : ""}`;
}
