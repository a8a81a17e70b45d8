import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { reportQuery } from "../../api/queries.ts";
import { queueQuery } from "../../api/reviews.ts";
import { sessionQuery } from "../../api/session.ts";
import { useWords } from "../../catalogue/words.tsx";
import { NotAllowed, useMay } from "../../parts/may.tsx";
import { Empty, Failed, Loading } from "../../parts/states.tsx";
import { useSearchState } from "../../parts/use-search-state.ts";
import { Waiting } from "../../parts/waiting.tsx";
import { first } from "../../search.ts";
import { Item } from "./item.tsx";
import { useOutbox } from "./office.ts";
import { Outgoing } from "./outgoing.tsx";
import { isOrder, Queues } from "./queues.tsx";
import { useReviewer } from "./reviewer.ts";
import { useQueue } from "./use-queue.tsx";
import "./review.css";

/** One event, one screen, one question: did we read this right? Nothing is decided before it is known who decides. */
export function ReviewView() {
  const t = useWords();
  const session = useQuery(sessionQuery);
  const may = useMay("review");
  if (session.data === undefined)
    return <Waiting title={t("view.review")} error={session.error} retry={() => void session.refetch()} />;
  if (may) return <Review />;
  return (
    <>
      <h1>{t("view.review")}</h1>
      <NotAllowed right="review" />
    </>
  );
}

function Review() {
  const t = useWords();
  const client = useQueryClient();
  const [search] = useSearchState();
  const asked = first(search.order);
  const order = isOrder(asked) ? asked : "uncertain";
  const { reviewer } = useReviewer();
  const pages = useInfiniteQuery(queueQuery(order, reviewer));
  const items = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const queue = useQueue(order, items);
  const outbox = useOutbox();
  const { current } = queue;
  const report = useQuery({
    ...reportQuery(current?.event.report.key ?? ""),
    enabled: current !== undefined,
  });

  // The next texts are fetched while this one is read: the pause between two items is the reviewer's alone.
  useEffect(() => {
    for (const next of queue.upcoming) void client.prefetchQuery(reportQuery(next.event.report.key));
    if (queue.upcoming.length < 3 && pages.hasNextPage && !pages.isFetching) void pages.fetchNextPage();
  });

  const total = pages.data?.pages[0]?.waiting ?? items.length;
  // What was there when the line broke stays: with it would go what is being typed.
  const failed = pages.isLoadingError ? pages.error : current && report.isLoadingError ? report.error : null;
  return (
    <>
      <h1 className="hidden">{t("view.review")}</h1>
      <Queues order={order} at={queue.at} total={total} />
      <Outgoing outbox={outbox} />
      {failed ? (
        <Failed
          error={failed}
          retry={() => void (pages.isLoadingError ? pages.refetch() : report.refetch())}
        />
      ) : !pages.data || (current && !report.data) ? (
        <Loading />
      ) : current && report.data ? (
        <Item key={current.event.id} item={current} report={report.data.report} queue={queue} />
      ) : (
        <Empty title={t("review.none")}>
          <p>
            {order === "second" || order === "disagreement"
              ? t(`review.none.${order}`)
              : t("review.none.cure")}
          </p>
          {queue.undoButton}
        </Empty>
      )}
    </>
  );
}
