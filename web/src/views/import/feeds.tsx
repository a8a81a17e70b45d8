import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { askFeed, type Feed, feedsQuery, forgetFeed, watchFeed } from "../../api/feeds.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { formatMoment } from "../../parts/dates.ts";
import { useMay } from "../../parts/may.tsx";
import { Failed, Loading } from "../../parts/states.tsx";
import { didUndoably } from "../../shell/undo.ts";
import type { Start } from "./start.ts";

const PAUSES = [15, 60, 360, 1440] as const;

/** Feeds, sitemaps and pages that are asked for again and again, as long as this desk is served. */
export function Feeds({ start }: { readonly start: Start }) {
  const t = useWords();
  const feeds = useQuery(feedsQuery);
  const may = useMay("import");
  if (feeds.isPending) return <Loading />;
  if (feeds.isLoadingError) return <Failed error={feeds.error} retry={() => void feeds.refetch()} />;
  return (
    <section aria-label={t("feeds.title")}>
      <h2>{t("feeds.title")}</h2>
      {may && <WatchForm start={start} />}
      {feeds.data.items.length === 0 && <p className="meta">{t("feeds.none")}</p>}
      <ul className="runs">
        {feeds.data.items.map((feed) => (
          <FeedLine key={feed.id} feed={feed} start={start} />
        ))}
      </ul>
    </section>
  );
}

function FeedLine({ feed, start }: { readonly feed: Feed; readonly start: Start }) {
  const t = useWords();
  const language = useLanguage();
  const { id, url, minutes, asked } = feed;
  const remove = async () => {
    if (!(await start(() => forgetFeed(id)))) return;
    didUndoably({ words: t("feeds.removed", { url }), kind: "feed", what: { url, minutes } });
  };
  return (
    <li className="card">
      <p>
        <b dir="ltr">{url}</b>
      </p>
      <p className="meta">
        {t(`feeds.every.${pauseOf(minutes)}`)} ·{" "}
        {asked === undefined
          ? t("feeds.not-asked")
          : t("feeds.asked", { when: formatMoment(asked, language) })}
      </p>
      <p className="bar">
        <button type="button" className="pill" onClick={() => void start(() => askFeed(id))}>
          {t("feeds.ask")}
          <span className="hidden"> {url}</span>
        </button>
        <button type="button" className="pill" onClick={() => void remove()}>
          {t("feeds.remove")}
          <span className="hidden"> {url}</span>
        </button>
      </p>
    </li>
  );
}

/** The words for a pause; one that was set over the API has the nearest. */
function pauseOf(minutes: number): (typeof PAUSES)[number] {
  return PAUSES.find((pause) => minutes <= pause) ?? 1440;
}

function WatchForm({ start }: { readonly start: Start }) {
  const t = useWords();
  const [url, setUrl] = useState("");
  const [minutes, setMinutes] = useState<number>(60);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await start(() => watchFeed(url.trim(), minutes))) setUrl("");
  };
  return (
    <form className="bar watch" onSubmit={(event) => void submit(event)}>
      <label className="field">
        {t("feeds.address")}
        <input type="url" required value={url} onChange={({ target }) => setUrl(target.value)} dir="ltr" />
      </label>
      <label className="field">
        {t("feeds.pause")}
        <select value={minutes} onChange={({ target }) => setMinutes(Number(target.value))}>
          {PAUSES.map((pause) => (
            <option key={pause} value={pause}>
              {t(`feeds.every.${pause}`)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="pill">
        {t("feeds.watch")}
      </button>
    </form>
  );
}
