import { type Overruled, overruled } from "../../review/index.ts";
import type { Store } from "../../store/index.ts";

export interface OverruledEvent extends Overruled {
  readonly event: string;
  readonly report: { readonly key: string; readonly title?: string };
  /** The words by which the report tells it. */
  readonly words: string;
}
export interface OverruledPage {
  readonly reviewer: string;
  /** Events that the reviewer judged, of which `items` are those that somebody has judged otherwise. */
  readonly judged: number;
  readonly items: readonly OverruledEvent[];
}

/** What became of a coder's judgements: those that no longer hold, the newest change first. */
export async function overruledOf(store: Store, reviewer: string): Promise<OverruledPage> {
  const items: OverruledEvent[] = [];
  let judged = 0;
  for await (const { key, coded, reviews } of store.reviewedReports()) {
    const { title } = coded.report;
    for (const event of coded.events) {
      const id = `${key}.${event.id}`;
      const own = reviews.filter((review) => review.event === id);
      if (!own.some((review) => review.reviewer === reviewer)) continue;
      judged += 1;
      const found = overruled(event, own, reviewer);
      const report = { key, ...(title === undefined ? {} : { title }) };
      if (found !== undefined) items.push({ event: id, report, words: event.trigger.text, ...found });
    }
  }
  return { reviewer, judged, items: items.sort((a, b) => b.at.localeCompare(a.at)) };
}
