import { useInfiniteQuery } from "@tanstack/react-query";
import { useRef } from "react";
import type { StoredEvent } from "../../../../src/store/types.ts";
import { eventPagesQuery } from "../../api/timeline.ts";
import type { Words } from "../../catalogue/speak.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { eventTitle, partyWords, placeWords, timeWords } from "../../parts/event-words.ts";
import { filterIn } from "../../parts/filter.ts";
import { FilterChips } from "../../parts/filter-chips.tsx";
import { MoreButton } from "../../parts/more-button.tsx";
import { Empty, Failed, Loading } from "../../parts/states.tsx";
import { useRowKeys } from "../../parts/use-row-keys.ts";
import { useSearchState } from "../../parts/use-search-state.ts";
import { first } from "../../search.ts";
import type { Sentence } from "./draft.ts";

interface ChooserProps {
  readonly chosen: readonly string[];
  readonly onChoose: (sentence: Sentence) => void;
}

/** Claims to write from: those of a story, or whatever the filter of the address leaves. */
export function Chooser({ chosen, onChoose }: ChooserProps) {
  const t = useWords();
  const language = useLanguage();
  const list = useRef<HTMLUListElement>(null);
  useRowKeys(list);
  const [search, change] = useSearchState();
  const pages = useInfiniteQuery(eventPagesQuery(filterIn(search), 50));
  const { data, error, refetch } = pages;
  const events = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="chooser no-print">
      <h2>{t("brief.choose")}</h2>
      <input
        type="search"
        placeholder={t("brief.find")}
        aria-label={t("brief.find")}
        defaultValue={first(search.text) ?? ""}
        dir="auto"
        onKeyDown={({ key, currentTarget }) => {
          if (key === "Enter") change({ text: currentTarget.value.trim() || undefined });
        }}
      />
      <FilterChips />
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && events.length === 0 && <Empty />}
      <ul className="plain" ref={list}>
        {events.map((event) => (
          <li key={event.id}>
            <button
              type="button"
              className="choice-row"
              data-row
              aria-pressed={chosen.includes(event.id)}
              onClick={() =>
                onChoose({
                  key: crypto.randomUUID(),
                  text: firstWords(event, language, t),
                  events: [event.id],
                })
              }
            >
              <span dir="auto">{eventTitle(event.event, t)}</span>
              <span className="meta">
                <bdi>{about(event, language, t).join(" · ")}</bdi>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <MoreButton pages={pages} words={t("brief.more")} />
    </section>
  );
}

/** Where, when, by whom, and whether anybody looked at it; what is not known is left out. */
function about({ event, report, review }: StoredEvent, language: string, t: Words): readonly string[] {
  return [
    ...(event.place.status === "known" ? [placeWords(event, t)] : []),
    ...(event.time.status === "known" ? [timeWords(event, language, t)] : []),
    ...(report.outlet === undefined ? [] : [report.outlet]),
    t(`review-state.${review}`),
  ];
}

/** A first wording that claims no more than the report: who says what, in the report's own words. */
function firstWords({ event, report }: StoredEvent, language: string, t: Words): string {
  const speakers = event.attributions.map(
    ({ source, stance }) => `${partyWords(source)} (${t(`stance.${stance}`)})`,
  );
  const parts = [
    `${t(`type.${event.type}`)}: “${event.trigger.text}”`,
    ...event.actors.map((party) => `${t("field.actors")}: ${partyWords(party)}`),
    ...event.recipients.map((party) => `${t("field.recipients")}: ${partyWords(party)}`),
    ...(event.place.status === "known" ? [placeWords(event, t)] : []),
    ...(event.time.status === "known" ? [timeWords(event, language, t)] : []),
    `${t("field.attributions")}: ${speakers.length > 0 ? speakers.join(", ") : (report.outlet ?? t("voice.outlet"))}`,
  ];
  return `${parts.join("; ")}.`;
}
