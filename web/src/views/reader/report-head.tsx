import { Link } from "@tanstack/react-router";
import type { CodedStoredReport } from "../../api/queries.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { formatDay } from "../../parts/dates.ts";
import type { Laned } from "../../parts/lanes.ts";
import { MarkedText } from "../../parts/marked-text.tsx";

interface ReportHeadProps {
  readonly stored: CodedStoredReport;
  readonly laned: readonly Laned[];
  readonly lit: string | undefined;
}

/** Headline, and whose report this is: outlet, originator, date, version, and that nobody has looked at it yet. */
export function ReportHead({ stored, laned, lit }: ReportHeadProps) {
  const t = useWords();
  const { report } = stored;
  const headline = report.blocks.find(({ kind }) => kind === "headline");
  return (
    <header className="report-head">
      <h1 dir="auto" lang={report.language}>
        {headline ? (
          <MarkedText text={report.text} from={headline.start} to={headline.end} laned={laned} lit={lit} />
        ) : (
          (report.title ?? t("reader.untitled"))
        )}
      </h1>
      <HeadLine stored={stored} />
    </header>
  );
}

function HeadLine({ stored }: { readonly stored: CodedStoredReport }) {
  const t = useWords();
  const language = useLanguage();
  const unreviewed = stored.events.filter(({ review }) => review === "unreviewed").length;
  return (
    <p className="meta parted">
      <bdi>
        <b>{stored.outlet ?? t("reader.no-outlet")}</b>
      </bdi>
      {stored.originator && (
        <span>
          {t("reader.from")} <bdi>{stored.originator}</bdi>
        </span>
      )}
      <span>{stored.published ? formatDay(stored.published, language) : t("reader.no-date")}</span>
      {stored.url && (
        <a href={stored.url} rel="noreferrer noopener" target="_blank">
          {t("reader.original")}
        </a>
      )}
      {stored.copyOf && (
        <Link to="/reports/$key" params={{ key: stored.copyOf }}>
          {t("reader.copy-of")}
        </Link>
      )}
      {stored.story && (
        <Link to="/claims/$story" params={{ story: stored.story }}>
          {t("reader.story")}
        </Link>
      )}
      <Link to="/export" search={{ reports: stored.key } as never} className="no-print">
        {t("view.export")} …
      </Link>
      <span>
        {t("reader.machine-coded")}
        {unreviewed > 0 && <b> {t("reader.unreviewed", { count: unreviewed, all: stored.events.length })}</b>}
      </span>
    </p>
  );
}
