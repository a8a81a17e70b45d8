import { type OverruledEvent, type OverruledPage, overruled } from "../../review/index.ts";
import type { Store } from "../../store/index.ts";

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
