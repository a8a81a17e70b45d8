import { Link } from "@tanstack/react-router";
import { useWords } from "../../catalogue/words.tsx";
import { scopeIn } from "../../parts/filter.ts";
import { useSearchState } from "../../parts/use-search-state.ts";
import { first, many, toggle } from "../../search.ts";
import { PRESETS, presetOf } from "./asked.ts";
import { type Grid, PRESET_NAMES } from "./presets.ts";
import { SavedViews } from "./saved-views.tsx";

const ORDERS = ["newest", "oldest", "stored"] as const;

/** Whose columns, which of them, in which order; saved views; and the way to a file of the same rows. */
export function Toolbar({ grid }: { readonly grid: Grid }) {
  const t = useWords();
  const [search, change] = useSearchState();
  const preset = presetOf(first(search.columns));
  const hidden = many(search.hide);
  return (
    <div className="bar no-print">
      <label>
        {t("events.columns")}{" "}
        <select
          value={preset}
          onChange={({ target }) =>
            change({ columns: target.value === "khaldun" ? undefined : target.value, hide: undefined })
          }
        >
          {PRESETS.map((one) => (
            <option key={one} value={one}>
              {PRESET_NAMES[one]}
            </option>
          ))}
        </select>
      </label>
      <details className="menu">
        <summary className="pill">
          {t("events.shown", { count: grid.columns.length - hidden.length, all: grid.columns.length })}
        </summary>
        <div className="menu-list">
          {grid.columns.map(({ id, label }) => (
            <label key={id} className="facet">
              <input
                type="checkbox"
                checked={!hidden.includes(id)}
                onChange={() => change(toggle(search, "hide", id))}
              />
              {label}
            </label>
          ))}
        </div>
      </details>
      <label>
        {t("events.order")}{" "}
        <select
          value={first(search.order) ?? "newest"}
          onChange={({ target }) => change({ order: target.value === "newest" ? undefined : target.value })}
        >
          {ORDERS.map((order) => (
            <option key={order} value={order}>
              {t(`events.order.${order}`)}
            </option>
          ))}
        </select>
      </label>
      <SavedViews search={search} />
      <Link
        className="pill"
        to="/export"
        search={{ ...scopeIn(search), format: preset === "khaldun" ? undefined : preset } as never}
      >
        {t("view.export")} …
      </Link>
    </div>
  );
}
