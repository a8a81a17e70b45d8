import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Coder, createCoder } from "../../src/coder/coder.ts";
import { readText } from "../../src/ingest/index.ts";
import {
  type LinkReport,
  linkReports,
  loadPairWeights,
  mentionReader,
  profileOf,
} from "../../src/linking/index.ts";
import { quote } from "../../src/text/span.ts";

/** Reports of three happenings; `events` are the words to be linked, by the happening they tell. */
const REPORTS: readonly {
  readonly text: string;
  readonly story: string;
  readonly events: Readonly<Record<string, string>>;
}[] = [
  {
    story: "bombing",
    text: "A bomb killed five soldiers at a checkpoint in Baidoa on Monday, the Somali army said. The bombing was the second in the town this month.",
    events: { bombing: "bombing" },
  },
  {
    story: "bombing",
    text: "Somali soldiers arrested two men on Tuesday over the bombing of a checkpoint in Baidoa in which five of their comrades died.",
    events: { bombing: "bombing", arrest: "arrested" },
  },
  {
    story: "resignation",
    text: "Peru's prime minister resigned on Tuesday after Congress rejected his budget, and President Rojas accepted the resignation at once.",
    events: { resignation: "resigned" },
  },
  {
    story: "resignation",
    text: "The resignation of Peru's prime minister leaves President Rojas without a majority in Congress, which rejected the budget last week.",
    events: { resignation: "resignation" },
  },
  {
    story: "strike",
    text: "Nurses in Lusaka went on strike over unpaid wages on Wednesday and three hospitals closed their wards, their union said.",
    events: { strike: "strike" },
  },
];

let coder: Coder;
let reports: readonly LinkReport[];
beforeAll(async () => {
  coder = await createCoder({ roles: true });
  reports = await Promise.all(
    REPORTS.map(async ({ text, events }): Promise<LinkReport> => {
      const report = readText(text, { published: "2026-05-06" });
      const document = await coder.annotate(report);
      const spans = Object.values(events).map((words) => {
        const start = text.indexOf(words);
        return quote(text, { start, end: start + words.length });
      });
      return {
        id: report.id,
        text,
        profile: profileOf(document, "2026-05-06"),
        mentions: spans.map(mentionReader(document, 0)),
      };
    }),
  );
});
afterAll(() => coder.close());

describe("reports beside each other", () => {
  it("reports of one happening are one story, others are others", () => {
    const linked = linkReports(reports, loadPairWeights());
    const storyOf = new Map(linked.map(({ story }, index) => [story, REPORTS[index]!.story]));
    expect(storyOf.size).toBe(3);
    linked.forEach(({ story }, index) => {
      expect(storyOf.get(story)).toBe(REPORTS[index]!.story);
    });
  });

  it.each(["bombing", "resignation"])("a collection that tells of one %s only is one story too", (wanted) => {
    const alone = reports.filter((_, index) => REPORTS[index]!.story === wanted);
    expect(new Set(linkReports(alone, loadPairWeights()).map(({ story }) => story)).size).toBe(1);
  });

  it("reports that have nothing in common but the words of all news are as many stories", () => {
    const apart = ["bombing", "resignation", "strike"].map(
      (wanted) => reports[REPORTS.findIndex(({ story }) => story === wanted)]!,
    );
    expect(new Set(linkReports(apart, loadPairWeights()).map(({ story }) => story)).size).toBe(3);
  });

  it("one happening has one id in all its reports, and another has another", () => {
    const ids = new Map<string, Set<string>>();
    linkReports(reports, loadPairWeights()).forEach(({ events }, index) => {
      Object.keys(REPORTS[index]!.events).forEach((name, at) => {
        ids.set(name, (ids.get(name) ?? new Set()).add(events[at]!));
      });
    });
    expect([...ids].map(([name, found]) => [name, found.size])).toEqual(
      [...ids.keys()].map((name) => [name, 1]),
    );
    expect(new Set([...ids.values()].flatMap((found) => [...found])).size).toBe(ids.size);
  });

  it("the ids do not depend on the order of the input", () => {
    const expected = new Map(
      linkReports(reports, loadPairWeights()).map((one, index) => [reports[index]!.id, one]),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray([...reports.keys()], { minLength: reports.length }), (order) => {
        const shuffled = order.map((index) => reports[index]!);
        linkReports(shuffled, loadPairWeights()).forEach(({ story, events }, index) => {
          expect({ story, events }).toEqual({
            story: expected.get(shuffled[index]!.id)!.story,
            events: expected.get(shuffled[index]!.id)!.events,
          });
        });
      }),
      { numRuns: 20 },
    );
  });
});
