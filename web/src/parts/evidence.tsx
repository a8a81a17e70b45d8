import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { StoredEvent } from "../../../src/store/types.ts";
import type { Quote } from "../../../src/text/span.ts";
import { reportQuery } from "../api/queries.ts";
import { useLanguage, useWords } from "../catalogue/words.tsx";
import { formatDay } from "./dates.ts";
import { MarkedText } from "./marked-text.tsx";
import { placeOf } from "./place-in-text.ts";
import { sentenceAround } from "./sentence.ts";
import { Failed, Loading } from "./states.tsx";

interface EvidenceProps {
  readonly stored: StoredEvent;
  /** What the cell is called, and what it says. */
  readonly label: string;
  readonly value: string;
  /** The words it rests on, the most telling first. */
  readonly quotes: readonly Quote[];
  /** What else is to be said of the row. */
  readonly note?: string;
  readonly onClose: () => void;
}

/** The sentence that a cell rests on, at the foot of the page; a cell without one says so. */
export function Evidence({ stored, label, value, quotes, note, onClose }: EvidenceProps) {
  const t = useWords();
  const language = useLanguage();
  const [quote] = quotes;
  const { report } = stored;
  return (
    <aside className="evidence no-print" aria-label={t("evidence.title")} aria-live="polite">
      <p className="evidence-head">
        <span>
          {label}: <b dir="auto">{value}</b>
        </span>
        <button type="button" className="pill" onClick={onClose}>
          {t("shell.close")}
        </button>
      </p>
      {quote ? <Sentence stored={stored} quote={quote} /> : <p className="unknown">{t("evidence.none")}</p>}
      {note && <p dir="auto">{note}</p>}
      <p className="meta parted">
        <bdi>{report.outlet ?? t("reader.no-outlet")}</bdi>
        <span>{report.published ? formatDay(report.published, language) : t("reader.no-date")}</span>
        <Link
          to="/reports/$key"
          params={{ key: report.key }}
          search={{ event: stored.id, at: quote && placeOf(quote) }}
        >
          {t("evidence.open")}
        </Link>
      </p>
    </aside>
  );
}

function Sentence({ stored, quote }: { readonly stored: StoredEvent; readonly quote: Quote }) {
  const t = useWords();
  const report = useQuery(reportQuery(stored.report.key));
  if (report.isPending) return <Loading />;
  if (report.isError) return <Failed error={report.error} retry={() => void report.refetch()} />;
  const { text } = report.data.report;
  if (text.slice(quote.start, quote.end) !== quote.text)
    return (
      <p className="failed-words">
        {t("evidence.lost")} <q dir="auto">“{quote.text}”</q>
      </p>
    );
  const sentence = sentenceAround(report.data.report, quote);
  return (
    <p className="text sentence" dir="auto" lang={stored.report.language}>
      <MarkedText text={text} from={sentence.start} to={sentence.end} laned={[]} found={quote} />
    </p>
  );
}
