import type { Review } from "../../../src/store/types.ts";
import { watchFeed } from "../api/feeds.ts";
import type { SavedSearch } from "../api/searches.ts";
import { restoreSearch } from "../api/searches.ts";
import { takeBack } from "../api/story-decisions.ts";
import type { WordKey } from "../catalogue/speak.ts";
import type { Draft } from "../views/brief/draft.ts";
import { keepDraft } from "../views/brief/kept-draft.ts";

/** What was done, with all that taking it back needs: data, so that a reload keeps it. */
export type Doing =
  | {
      readonly kind: "story";
      readonly what: { readonly last: Review; readonly reviewer?: string | undefined };
    }
  | { readonly kind: "view"; readonly what: SavedSearch }
  | { readonly kind: "feed"; readonly what: { readonly url: string; readonly minutes: number } }
  | { readonly kind: "brief"; readonly what: Draft };

/** Takes it back; gives the words that say why it cannot be. Throws what the server says against it. */
export async function undo({ kind, what }: Doing): Promise<WordKey | undefined> {
  switch (kind) {
    case "story":
      return (await takeBack({ reviews: [what.last] }, what.reviewer)) ? undefined : "story.undo-blocked";
    case "view":
      await restoreSearch(what);
      return undefined;
    case "feed":
      await watchFeed(what.url, what.minutes);
      return undefined;
    case "brief":
      keepDraft(what);
      return undefined;
  }
}
