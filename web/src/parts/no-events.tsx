import { Link } from "@tanstack/react-router";
import { useWords } from "../catalogue/words.tsx";
import { filterValues } from "./filter.ts";
import { Empty, NotCollected } from "./states.tsx";
import { useSearchState } from "./use-search-state.ts";

/** No event to draw: because of the filter, or because there is none in the store. */
export function NoEvents() {
  const t = useWords();
  const [search] = useSearchState();
  if (filterValues(search).length === 0) return <NoEventsYet />;
  return (
    <Empty>
      <p>{t("timeline.empty.cure")}</p>
    </Empty>
  );
}

export function NoEventsYet() {
  const t = useWords();
  return (
    <NotCollected title={t("events.not-collected")}>
      <Link to="/import">{t("events.not-collected.cure")}</Link>
    </NotCollected>
  );
}
