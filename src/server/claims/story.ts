import { type Choice, type IsNews, sideBySide, summaryOf } from "../../linking/index.ts";
import type { SideBySide } from "../../record/side-by-side.ts";
import type { StoryHappening, StorySummary } from "../../record/story-summary.ts";
import type { ReportHeader, Store, StoredEvent } from "../../store/index.ts";
import { fail } from "../../text/errors.ts";
import { claimsByHappening } from "./gather.ts";
import { newsIn, type Since } from "./news.ts";

export interface StoryClaims {
  readonly story: string;
  readonly happenings: readonly StoryHappening[];
  /** Of the happening asked for, or of the one that most origins tell; absent if nothing is coded in the story. */
  readonly table?: SideBySide;
  /** The reports behind the table. */
  readonly reports: readonly ReportHeader[];
}

/** Throws K141 if the happening is not in the story. */
export async function storyClaims(
  store: Store,
  story: string,
  choice: Choice,
  happening?: string,
): Promise<StoryClaims> {
  const claims = await store.claimsOf(story);
  const gathered = await claimsByHappening(store, claims);
  const { timeline, happening: lead } = summaryOf(gathered, new Map(), choice);
  const wanted = happening ?? lead;
  const chosen = gathered.find(({ id }) => id === wanted);
  if (happening !== undefined && chosen === undefined)
    throw fail("K141", { what: "happening", id: `${happening} in ${story}` });
  const keys = new Set(chosen?.members.map(({ coded }) => coded.id));
  const reports = new Map(claims.map(({ report }) => [report.key, report]));
  return {
    story,
    happenings: timeline,
    ...(chosen === undefined ? {} : { table: sideBySide(chosen.id, chosen.members, choice) }),
    reports: [...reports.values()].filter(({ key }) => keys.has(key)),
  };
}

/** What a reader sees of a story. */
export async function storySummary(
  store: Store,
  story: string,
  choice: Choice,
  since?: Since,
): Promise<StorySummary> {
  const isNews = await newsIn(store, [story], since);
  return summaryOfClaims(store, await store.claimsOf(story), choice, isNews);
}

/** The same from its claims, for many stories that were asked for at once. */
export async function summaryOfClaims(
  store: Store,
  claims: readonly StoredEvent[],
  choice: Choice,
  isNews?: IsNews,
): Promise<StorySummary> {
  const titles = new Map(
    claims.flatMap(({ report: { key, title } }) => (title === undefined ? [] : [[key, title] as const])),
  );
  return summaryOf(await claimsByHappening(store, claims), titles, choice, isNews);
}
