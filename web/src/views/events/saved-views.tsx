import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { addressOf } from "../../api/client.ts";
import {
  partsOf,
  removeSearch,
  type SavedSearch,
  saveSearch,
  searchesQuery,
  stateOf,
} from "../../api/searches.ts";
import { useWords } from "../../catalogue/words.tsx";
import { Failed } from "../../parts/states.tsx";
import { type Search, writeSearch } from "../../search.ts";
import { didUndoably } from "../../shell/undo.ts";

/** Views of the table under a name, for everybody of the desk: filter, order and columns; each with a feed. */
export function SavedViews({ search }: { readonly search: Search }) {
  const t = useWords();
  const queries = useQueryClient();
  const saved = useQuery(searchesQuery);
  const [name, setName] = useState("");
  const [refused, refuse] = useState<unknown>();
  const act = async (action: () => Promise<unknown>): Promise<boolean> => {
    try {
      await action();
      refuse(undefined);
      await queries.invalidateQueries({ queryKey: searchesQuery.queryKey });
      return true;
    } catch (error) {
      refuse(error);
      return false;
    }
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== "" && (await act(() => saveSearch(name.trim(), search)))) setName("");
  };
  const remove = async (view: SavedSearch) => {
    if (await act(() => removeSearch(view.id)))
      didUndoably({ words: t("events.view-removed", { name: view.name }), kind: "view", what: view });
  };
  return (
    <details className="menu no-print">
      <summary className="pill">{t("events.views")}</summary>
      <div className="menu-list">
        {saved.isLoadingError && <Failed error={saved.error} retry={() => void saved.refetch()} />}
        {saved.data?.items.length === 0 && <p className="meta">{t("events.views-none")}</p>}
        {saved.data?.items.map((view) => (
          <SavedView key={view.id} view={view} search={search} onRemove={() => void remove(view)} />
        ))}
        <form onSubmit={(event) => void save(event)}>
          <label>
            {t("events.view-name")}{" "}
            <input value={name} onChange={({ target }) => setName(target.value)} dir="auto" />
          </label>{" "}
          <button type="submit" className="pill" disabled={name.trim() === ""}>
            {t("events.view-save")}
          </button>
        </form>
        {refused !== undefined && <Failed error={refused} />}
      </div>
    </details>
  );
}

function SavedView(props: {
  readonly view: SavedSearch;
  readonly search: Search;
  readonly onRemove: () => void;
}) {
  const { view, search, onRemove } = props;
  const t = useWords();
  const navigate = useNavigate();
  const state = stateOf(view);
  const isShown = writeSearch(state) === writeSearch(stateOf(partsOf(search)));
  return (
    <p className="saved-view">
      <button
        type="button"
        className={isShown ? "value on" : "value"}
        aria-pressed={isShown}
        title={t("events.view-owner", { owner: view.owner })}
        onClick={() => void navigate({ to: "/events", search: state as never })}
      >
        <bdi>{view.name}</bdi>
      </button>
      <a href={addressOf(`searches/${encodeURIComponent(view.id)}/feed.xml`, {})}>
        {t("events.view-feed")}
        <span className="hidden"> {view.name}</span>
      </a>
      <button type="button" className="pill" onClick={onRemove}>
        {t("events.view-remove")}
        <span className="hidden"> {view.name}</span>
      </button>
    </p>
  );
}
