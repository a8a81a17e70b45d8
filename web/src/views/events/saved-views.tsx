import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useWords } from "../../catalogue/words.tsx";
import { parseSearch, type Search, writeSearch } from "../../search.ts";
import { didUndoably } from "../../shell/undo.ts";
import { keepViews, keptViews, type SavedView } from "./kept-views.ts";

/** Views of the table under a name of one's own: filter, order and columns, all that the address holds. */
export function SavedViews({ search }: { readonly search: Search }) {
  const t = useWords();
  const navigate = useNavigate();
  const [views, setViews] = useState(keptViews);
  const [name, setName] = useState("");
  const address = writeSearch(search);
  const keep = (next: readonly SavedView[]) => {
    keepViews(next);
    setViews(next);
  };
  const save = () => {
    keep([...views.filter((view) => view.name !== name.trim()), { name: name.trim(), address }]);
    setName("");
  };
  const remove = (view: SavedView) => {
    keep(views.filter((one) => one !== view));
    didUndoably({ words: t("events.view-removed", { name: view.name }), undo: () => keep(views) });
  };
  return (
    <details className="menu no-print">
      <summary className="pill">{t("events.views")}</summary>
      <div className="menu-list">
        {views.length === 0 && <p className="meta">{t("events.views-none")}</p>}
        {views.map((view) => (
          <p key={view.name} className="saved-view">
            <button
              type="button"
              className={view.address === address ? "value on" : "value"}
              onClick={() => void navigate({ to: "/events", search: parseSearch(view.address) as never })}
            >
              <bdi>{view.name}</bdi>
            </button>
            <button type="button" className="pill" onClick={() => remove(view)}>
              {t("events.view-remove")}
              <span className="hidden"> {view.name}</span>
            </button>
          </p>
        ))}
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== "") save();
          }}
        >
          <label>
            {t("events.view-name")}{" "}
            <input value={name} onChange={({ target }) => setName(target.value)} dir="auto" />
          </label>{" "}
          <button type="submit" className="pill" disabled={name.trim() === ""}>
            {t("events.view-save")}
          </button>
        </form>
      </div>
    </details>
  );
}
