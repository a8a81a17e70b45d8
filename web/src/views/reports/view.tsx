import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useRef, useState } from "react";
import type { Paged, ReportHeader, SearchHit } from "../../../../src/store/types.ts";
import { get } from "../../api/client.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { formatDay } from "../../parts/dates.ts";
import { MoreButton } from "../../parts/more-button.tsx";
import { Empty, Failed, Loading, NotCollected } from "../../parts/states.tsx";
import { useRowKeys } from "../../parts/use-row-keys.ts";
import { useSearchState } from "../../parts/use-search-state.ts";
import { first } from "../../search.ts";
import "./reports.css";

/** A report of the list; a search also gives the passage in which the words were found. */
interface Listed extends ReportHeader {
  readonly events?: number;
}
type Hit = Listed | SearchHit;

/** Reports, the newest first, or those with the words that are looked for. */
export function ReportsView() {
  const t = useWords();
  const [search, change] = useSearchState();
  const asked = first(search.q) ?? "";
  const [typed, type] = useState(asked);
  const list = useRef<HTMLUListElement>(null);
  useRowKeys(list);
  const pages = useInfiniteQuery({
    queryKey: ["reports", "list", asked],
    queryFn: ({ pageParam, signal }) =>
      get<Paged<Hit>>("reports", {
        parameters: { q: asked || undefined, after: pageParam, size: "50" },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const hits = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <h1>{t("view.reports")}</h1>
      <form
        className="bar no-print"
        onSubmit={(event) => {
          event.preventDefault();
          change({ q: typed.trim() || undefined });
        }}
      >
        <label>
          <span className="hidden">{t("reports.words")}</span>
          <input
            type="search"
            value={typed}
            onChange={({ target }) => type(target.value)}
            dir="auto"
            size={36}
          />
        </label>
        <button type="submit" className="pill">
          {t("reports.search")}
        </button>
        <span className="meta">{t("reports.how")}</span>
      </form>
      {pages.isPending && <Loading />}
      {pages.isError && <Failed error={pages.error} retry={() => void pages.refetch()} />}
      {pages.data && hits.length === 0 && <NoReports asked={asked} />}
      <ul className="report-list" ref={list}>
        {hits.map((hit) => (
          <ReportLine key={"report" in hit ? hit.report.key : hit.key} hit={hit} />
        ))}
      </ul>
      <MoreButton pages={pages} words={t("reports.more")} />
    </>
  );
}

function ReportLine({ hit }: { readonly hit: Hit }) {
  const t = useWords();
  const language = useLanguage();
  const report: Listed = "report" in hit ? hit.report : hit;
  return (
    <li>
      <Link to="/reports/$key" params={{ key: report.key }} className="report-title" data-row dir="auto">
        {report.title ?? t("reader.untitled")}
      </Link>
      <p className="meta parted">
        <bdi>{report.outlet ?? t("reader.no-outlet")}</bdi>
        <span>{report.published ? formatDay(report.published, language) : t("reader.no-date")}</span>
        {report.events !== undefined && <span>{t("reports.events", { count: report.events })}</span>}
        {report.copyOf && <span>{t("reader.copy-of")}</span>}
      </p>
      {"passage" in hit && (
        <p className="passage" dir="auto">
          {hit.passage.map(({ text, hit: found }, index) =>
            found ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence, which never change places
              <span key={index} className="found">
                {text}
              </span>
            ) : (
              text
            ),
          )}
        </p>
      )}
    </li>
  );
}

function NoReports({ asked }: { readonly asked: string }) {
  const t = useWords();
  if (asked !== "") return <Empty title={t("reports.none", { words: asked })} />;
  return (
    <NotCollected title={t("reports.not-collected")}>
      <Link to="/import">{t("events.not-collected.cure")}</Link>
    </NotCollected>
  );
}
