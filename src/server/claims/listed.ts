import type { Choice } from "../../linking/index.ts";
import type { StorySummary } from "../../record/story-summary.ts";
import type { Page, Paged, Store, StoryFilter, StoryHead } from "../../store/index.ts";
import { newsIn, type Since } from "./news.ts";
import { summaryOfClaims } from "./story.ts";

/** What a reader may look for among stories: came in since a day, told in more than one way, said otherwise later. */
export const STORY_KINDS = ["new", "contested", "corrected"] as const;
export type StoryKind = (typeof STORY_KINDS)[number];

const IS_OF: Readonly<Record<StoryKind, (summary: StorySummary) => boolean>> = {
  new: ({ isNew }) => isNew === true,
  contested: ({ contested }) => contested.length > 0,
  corrected: ({ corrected }) => corrected,
};

export interface SummarisedHead extends StoryHead {
  readonly summary: StorySummary;
}
interface Asked {
  readonly page: Page;
  readonly filter: StoryFilter;
  readonly choice: Choice;
  readonly since?: Since | undefined;
}

export async function summarisedStories(store: Store, asked: Asked): Promise<Paged<SummarisedHead>> {
  const { page, filter, choice, since } = asked;
  const found = await store.stories(page, filter);
  const ids = found.items.map(({ id }) => id);
  const [claims, isNews] = await Promise.all([store.claimsOfEach(ids), newsIn(store, ids, since)]);
  const items = found.items.map(async (head) => ({
    ...head,
    summary: await summaryOfClaims(store, claims.get(head.id) ?? [], choice, isNews),
  }));
  return { ...found, items: await Promise.all(items) };
}

/** Stories that one request reads at most to find those of a kind. */
const MOST_READ = 400;
const USUAL_SIZE = 50;

/**
 * Stories of a kind. Their kind shows only in their claims, so that stories are read one stretch after another until the
 * page is half full: it may be shorter than asked for, even empty, and still have a `next`.
 */
export async function storiesOfKind(
  store: Store,
  kind: StoryKind,
  asked: Asked,
): Promise<Paged<SummarisedHead>> {
  const size = asked.page.size ?? USUAL_SIZE;
  const items: SummarisedHead[] = [];
  let after = asked.page.after;
  for (let read = 0; read < MOST_READ && items.length * 2 < size; ) {
    const page = { ...asked.page, size: size - items.length, ...(after === undefined ? {} : { after }) };
    const stretch = await summarisedStories(store, { ...asked, page });
    items.push(...stretch.items.filter(({ summary }) => IS_OF[kind](summary)));
    if (stretch.next === undefined) return { items };
    after = stretch.next;
    read += stretch.items.length;
  }
  return { items, ...(after === undefined ? {} : { next: after }) };
}
