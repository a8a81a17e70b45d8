import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Anchor } from "../../../src/record/side-by-side.ts";
import { reportQuery } from "../api/queries.ts";
import { useLanguage, useWords } from "../catalogue/words.tsx";
import { formatDay } from "./dates.ts";
import { MarkedText } from "./marked-text.tsx";
import { placeOf } from "./place-in-text.ts";
import { sentenceAround } from "./sentence.ts";
import { Failed, Loading } from "./states.tsx";

/** The sentences of several reports that a value rests on, each with where it stands; none is said, not hidden. */
export function Anchors({ quotes }: { readonly quotes: readonly Anchor[] }) {
  const t = useWords();
  if (quotes.length === 0) return <p className="unknown">{t("evidence.none")}</p>;
  return (
    <ul className="anchors">
      {quotes.map((quote) => (
        <li key={`${quote.report} ${quote.start} ${quote.end}`}>
          <AnchoredSentence quote={quote} />
        </li>
      ))}
    </ul>
  );
}

function AnchoredSentence({ quote }: { readonly quote: Anchor }) {
  const t = useWords();
  const language = useLanguage();
  const { data, error, refetch } = useQuery(reportQuery(quote.report));
  if (error && !data) return <Failed error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { report, outlet, title, published, key } = data;
  const isHeld = report.text.slice(quote.start, quote.end) === quote.text;
  const { start, end } = sentenceAround(report, quote);
  return (
    <>
      {isHeld ? (
        <p className="text sentence" dir="auto" lang={report.language}>
          <MarkedText text={report.text} from={start} to={end} laned={[]} found={quote} />
        </p>
      ) : (
        <p className="failed-words">
          {t("evidence.lost")} <q dir="auto">“{quote.text}”</q>
        </p>
      )}
      <p className="meta">
        <bdi>{outlet ?? title ?? t("reader.untitled")}</bdi>
        {published && ` · ${formatDay(published, language)}`}
        {" · "}
        <Link
          to="/reports/$key"
          params={{ key }}
          search={{ event: quote.event.split(".").at(-1), at: placeOf(quote) }}
        >
          {t("evidence.open")}
        </Link>
      </p>
    </>
  );
}
