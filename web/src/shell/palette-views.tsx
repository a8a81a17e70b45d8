import { useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { searchesQuery, stateOf } from "../api/searches.ts";
import { useWords } from "../catalogue/words.tsx";
import type { Search } from "../search.ts";
import { PaletteItem } from "./palette-item.tsx";

/** Saved views of events, by their names. Those that cannot be had now are no reason to hold up the palette. */
export function SavedViewItems({ go }: { readonly go: (to: string, search: Search) => void }) {
  const t = useWords();
  const { data } = useQuery(searchesQuery);
  if (!data || data.items.length === 0) return null;
  return (
    <Command.Group heading={t("events.views")}>
      {data.items.map((view) => (
        <PaletteItem
          key={view.id}
          id={`${t("events.views")} ${view.name} ${view.id}`}
          onSelect={() => go("/events", stateOf(view))}
        >
          <bdi>{view.name}</bdi> <span className="meta">{t("view.events")}</span>
        </PaletteItem>
      ))}
    </Command.Group>
  );
}
