import { expect, it } from "vitest";
import type { ToldAct } from "./acts.ts";
import { eventsOf, loadPairWeights } from "./events.ts";
import type { LinkMention } from "./mention.ts";
import type { Stories } from "./stories.ts";

/** "Killed" in as many reports of one story as there are acts. */
function killings(acts: readonly ToldAct[]): { mentions: readonly LinkMention[]; stories: Stories } {
  const vector = Float32Array.from([1, 0]);
  const mentions = acts.map(
    (act, report): LinkMention => ({
      report,
      lemma: "kill",
      stem: "kill",
      isVerb: true,
      sentence: 0,
      words: new Set(["kill"]),
      context: new Set(["gunman", "worshipper", "town"]),
      names: new Set(),
      figures: new Set(),
      agent: new Set(["gunman"]),
      patient: new Set(["worshipper"]),
      where: new Set(),
      when: new Set(),
      dependents: new Set(["gunman", "worshipper"]),
      governor: "",
      vector,
      act,
    }),
  );
  const alike = acts.map((_, row) => new Map(acts.map((__, column) => [column, row === column ? 1 : 0.6])));
  return {
    mentions,
    stories: { stories: [[...acts.keys()]], direct: alike, mixed: alike, rarity: () => 1 },
  };
}

const on = (day?: string): ToldAct => ({
  type: "ASSAULT",
  ...(day === undefined ? {} : { days: [day, day] }),
});

it("one that is like two of different years does not bring them together", () => {
  const together = killings([on("2024-03-22"), on(), on("2024-03-23")]);
  expect(eventsOf(together.mentions, together.stories, loadPairWeights())).toEqual([[0, 1, 2]]);
  const apart = killings([on("2004-09-01"), on(), on(), on(), on("2024-03-22")]);
  const found = eventsOf(apart.mentions, apart.stories, loadPairWeights());
  expect(found.find((members) => members.includes(0))).not.toContain(4);
});
