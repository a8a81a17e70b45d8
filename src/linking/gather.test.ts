import { describe, expect, it } from "vitest";
import { figure, reportWith } from "../../test/helpers/events.ts";
import type { CodedReport } from "../record/coded-report.ts";
import { gather, linkIndex } from "./gather.ts";

/** A report with events at the given places of its text. */
function report(id: string, ...starts: readonly number[]): CodedReport {
  const coded = reportWith({ quantities: [figure("dead", 1)] });
  const [event] = coded.events;
  return {
    ...coded,
    id,
    events: starts.map((start) => ({
      ...event!,
      id: `${id}${start}`,
      trigger: { start, end: start + 2, text: "at" },
    })),
  };
}

const mention = (start: number, event: string) => ({ start, end: start + 2, event });
const LINKS = linkIndex([
  { id: "a", mentions: [mention(1, "h1"), mention(5, "h2")] },
  { id: "b", copyOf: { id: "a" }, mentions: [mention(1, "h1")] },
  { id: "c", mentions: [mention(3, "h2")] },
  { id: "gone", mentions: [mention(3, "h3")] },
  { id: "d", mentions: [mention(9, "h3")] },
]);

async function happenings(
  reports: readonly CodedReport[],
): Promise<readonly (readonly [string, readonly string[]])[]> {
  async function* stream(): AsyncIterable<CodedReport> {
    yield* reports;
  }
  const found: [string, string[]][] = [];
  for await (const { happening, members } of gather(stream(), LINKS, { rule: "representative" })) {
    found.push([happening.id, members.map(({ event }) => event.id)]);
  }
  return found;
}

describe("coded reports are gathered to happenings", () => {
  it("each comes as soon as its last report has, the rest at the end; nothing is lost", async () => {
    expect(await happenings([report("a", 1, 5, 8), report("b", 1), report("c", 3), report("d", 9)])).toEqual([
      ["a8", ["a8"]],
      ["h1", ["a1", "b1"]],
      ["h2", ["a5", "c3"]],
      ["h3", ["d9"]],
    ]);
  });

  it("an event that fell under the threshold does not hold its happening up", async () => {
    expect(await happenings([report("c"), report("a", 5)])).toEqual([["h2", ["a5"]]]);
  });

  it("a copy is counted as a text, not as an origin", async () => {
    async function* stream(): AsyncIterable<CodedReport> {
      yield* [report("a", 1), report("b", 1)];
    }
    for await (const { happening } of gather(stream(), LINKS, { rule: "latest" })) {
      expect(happening).toMatchObject({ id: "h1", reports: 2, origins: 1 });
    }
  });
});
