import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { diffWordsWithSpace } from "diff";
import { useMemo } from "react";
import { type CodedStoredReport, reportQuery } from "../../api/queries.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { formatMoment } from "../../parts/dates.ts";
import { Failed, Loading } from "../../parts/states.tsx";
import { useSearchState } from "../../parts/use-search-state.ts";
import { first } from "../../search.ts";
import { AnchorFates } from "./anchor-fates.tsx";

/** Every text that was ever fetched from this address: the reader goes from one to the other and sees what changed. */
export function Versions({ stored }: { readonly stored: CodedStoredReport }) {
  const t = useWords();
  const [search, change] = useSearchState();
  const versions = stored.versions ?? [];
  if (versions.length < 2) return null;
  const at = versions.indexOf(stored.key);
  const against = first(search.against);
  return (
    <section className="versions" aria-label={t("reader.versions")}>
      <p className="bar">
        <span>{t("reader.version", { number: at + 1, all: versions.length })}</span>
        {versions.map((key, index) => (
          <Link
            key={key}
            to="/reports/$key"
            params={{ key }}
            className={`pill${key === stored.key ? " on" : ""}`}
            aria-current={key === stored.key ? "page" : undefined}
          >
            {index + 1}
          </Link>
        ))}
        {versions.map(
          (key, index) =>
            key !== stored.key && (
              <button
                key={`against ${key}`}
                type="button"
                className="pill"
                aria-pressed={key === against}
                onClick={() => change({ against: key === against ? undefined : key })}
              >
                {t("reader.against", { number: index + 1 })}
              </button>
            ),
        )}
      </p>
      {against !== undefined && versions.includes(against) && (
        <Difference stored={stored} against={against} older={versions.indexOf(against) < at} />
      )}
    </section>
  );
}

function Difference(props: {
  readonly stored: CodedStoredReport;
  readonly against: string;
  readonly older: boolean;
}) {
  const { stored, against, older } = props;
  const t = useWords();
  const language = useLanguage();
  const other = useQuery(reportQuery(against));
  const parts = useMemo(() => {
    if (!other.data) return [];
    const texts = [other.data.report.text, stored.report.text] as const;
    const [before, after] = older ? texts : [texts[1], texts[0]];
    return diffWordsWithSpace(before, after);
  }, [other.data, stored, older]);
  if (other.isPending) return <Loading />;
  if (other.isLoadingError) return <Failed error={other.error} retry={() => void other.refetch()} />;
  const changed = parts.some(({ added, removed }) => added || removed);
  return (
    <div className="difference">
      <p className="meta">{t("reader.fetched", { at: formatMoment(other.data.storedAt, language) })}</p>
      {!changed && <p>{t("reader.same-text")}</p>}
      <AnchorFates older={older ? other.data : stored} newer={older ? stored : other.data} />
      <p className="text diff" dir="auto">
        {parts.map(({ value, added, removed }, index) => {
          const key = `${index} ${value.length}`;
          if (added) return <ins key={key}>{value}</ins>;
          return removed ? <del key={key}>{value}</del> : <span key={key}>{value}</span>;
        })}
      </p>
    </div>
  );
}
