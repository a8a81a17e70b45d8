import type { Block, BlockKind, Report } from "../../../../src/record/report.ts";
import type { Span } from "../../../../src/text/span.ts";
import { useWords } from "../../catalogue/words.tsx";
import type { Laned } from "../../parts/lanes.ts";
import { MarkedText } from "../../parts/marked-text.tsx";
import type { Mark } from "../../parts/marks.ts";

interface ReportTextProps {
  readonly report: Report;
  readonly laned: readonly Laned[];
  readonly lit: string | undefined;
  readonly found: Span | undefined;
  readonly onPoint: (mark: Mark | undefined) => void;
  readonly onPick: (mark: Mark) => void;
}

/** Blocks that were read for events; the others are shown and labelled, and nothing was coded in them. */
const CODED: ReadonlySet<BlockKind> = new Set(["headline", "body", "caption"]);

/** The text block by block; the headline stands above. Nothing of the report is left out. */
export function ReportText(props: ReportTextProps) {
  const { report } = props;
  const blocks = report.blocks.length > 0 ? report.blocks : [wholeText(report)];
  const headline = blocks.find(({ kind }) => kind === "headline");
  return (
    <div className="text" dir="auto" lang={report.language}>
      {blocks
        .filter((block) => block !== headline)
        .map((block) => (
          <BlockText key={block.start} block={block} {...props} />
        ))}
    </div>
  );
}

function BlockText({ block, report, ...marking }: ReportTextProps & { readonly block: Block }) {
  const t = useWords();
  const words = <MarkedText text={report.text} from={block.start} to={block.end} {...marking} />;
  if (block.kind === "body") return <p dir="auto">{words}</p>;
  if (block.kind === "cross-heading")
    return (
      <h2 className="cross-heading" dir="auto">
        {words}
      </h2>
    );
  return (
    <p className="side" dir="auto">
      <span className="side-label">
        {t(`block.${block.kind}`)}
        {!CODED.has(block.kind) && ` · ${t("reader.not-coded")}`}
      </span>{" "}
      {words}
    </p>
  );
}

function wholeText({ text }: Report): Block {
  return { kind: "body", start: 0, end: text.length, text };
}
