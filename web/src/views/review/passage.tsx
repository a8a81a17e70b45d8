import { Link } from "@tanstack/react-router";
import { type RefObject, useState } from "react";
import type { Event } from "../../../../src/record/event.ts";
import type { Report } from "../../../../src/record/report.ts";
import type { ReportHeader } from "../../../../src/store/types.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { formatDay } from "../../parts/dates.ts";
import { withLanes } from "../../parts/lanes.ts";
import { MarkedText } from "../../parts/marked-text.tsx";
import { marksOf } from "../../parts/marks.ts";
import { passageOf } from "./passage.ts";

interface PassageProps {
  readonly report: Report;
  readonly event: Event;
  readonly header: ReportHeader;
  /** The element whose text is the passage, for what is selected in it. */
  readonly root: RefObject<HTMLDivElement | null>;
}

/** The sentences that the event rests on, with what stands around them. */
export function Passage({ report, event, header, root }: PassageProps) {
  const t = useWords();
  const language = useLanguage();
  const [isWhole, setWhole] = useState(false);
  const { start, end } = isWhole ? { start: 0, end: report.text.length } : passageOf(report, event);
  return (
    <div>
      <p className="meta">
        <Link to="/reports/$key" params={{ key: header.key }} search={{ event: event.id }}>
          <bdi>{header.title ?? t("reader.untitled")}</bdi>
        </Link>
        {header.outlet && (
          <>
            {" · "}
            <bdi>{header.outlet}</bdi>
          </>
        )}
        {header.published && ` · ${formatDay(header.published, language)}`}
      </p>
      <div
        className="text passage"
        dir="auto"
        lang={report.language}
        ref={root}
        data-from={start}
        data-to={end}
      >
        <MarkedText text={report.text} from={start} to={end} laned={withLanes(marksOf([event]))} />
      </div>
      <button type="button" className="pill" onClick={() => setWhole(!isWhole)}>
        {isWhole ? t("review.part") : t("review.whole")}
      </button>
    </div>
  );
}
