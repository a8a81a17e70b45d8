import { describe, expect, it } from "vitest";
import { days, figure, party, place, reportWith, STATED, said } from "../../../test/helpers/events.ts";
import type { Attribution } from "../../record/attribution.ts";
import type { CodedReport } from "../../record/coded-report.ts";
import type { Event } from "../../record/event.ts";
import type { Participant } from "../../record/participant.ts";
import { type ClaimRow, type SideBySide, sideBySideSchema } from "../../record/side-by-side.ts";
import { storySummarySchema } from "../../record/story-summary.ts";
import type { Quote } from "../../text/span.ts";
import type { Member } from "../roll-up/index.ts";
import { type IsNews, sideBySide, summaryOf } from "./index.ts";

/** An invented attack, told by a ministry twice, a nurse, the rebels and a monitor. */
const UNKNOWN: Event["factuality"] = { value: "Uu", certainty: "unknown", polarity: "unknown", quotes: [] };

function wordsIn(text: string, words: string): Quote {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`${words} is not in ${text}`);
  return { start, end: start + words.length, text: words };
}

interface Sketch {
  readonly id: string;
  readonly outlet: string;
  readonly day: number;
  readonly text: string;
  readonly trigger: string;
  readonly event?: (quote: (words: string) => Quote) => Partial<Event>;
  readonly copyOf?: string;
}

function member({ id, outlet, day, text, trigger, event, copyOf }: Sketch): Member {
  const quote = (words: string): Quote => wordsIn(text, words);
  const coded: CodedReport = reportWith({}, { text, outlet, title: `Of ${outlet}` });
  const published = { ...coded.report.published, ...days(`2026-05-0${day}`) } as Event["time"];
  return {
    coded: { ...coded, id, report: { ...coded.report, published } },
    event: {
      ...coded.events[0]!,
      id: `e-${id}`,
      factuality: UNKNOWN,
      trigger: quote(trigger),
      ...event?.(quote),
    },
    ...(copyOf === undefined ? {} : { copyOf }),
  };
}

const by = (source: Participant, content: Quote, more: Partial<Attribution> = {}): Attribution =>
  said(source, { content: [content], ...more });
const at = (one: Participant, quote: Quote): Participant => ({ ...one, quote });
const ministry = (quote: Quote): Participant => at(party("Defence ministry", "MLI", "GOV"), quote);
const victims = (quote: Quote): Participant => at(party("soldiers", "MLI", "MIL"), quote);

const FIRST = "The defence ministry said gunmen attacked the garrison in Doru and five soldiers were killed.";
const ministryFirst: Sketch = {
  id: "m1",
  outlet: "Wire One",
  day: 4,
  text: FIRST,
  trigger: "attacked",
  event: (quote) => ({
    actors: [at(party("gunmen"), quote("gunmen"))],
    recipients: [victims(quote("soldiers"))],
    place: { ...place("Doru", "town", "MLI"), quotes: [quote("Doru")] } as Event["place"],
    quantities: [{ ...figure("dead", 5), quote: quote("five"), attribution: 0 }],
    attributions: [
      by(
        ministry(quote("defence ministry")),
        quote("gunmen attacked the garrison in Doru and five soldiers were killed"),
      ),
    ],
  }),
};
const LATER = "At least eight soldiers were killed when gunmen attacked Doru, the defence ministry said.";
const ministryLater: Sketch = {
  ...ministryFirst,
  id: "m2",
  day: 5,
  text: LATER,
  event: (quote) => ({
    actors: [at(party("gunmen"), quote("gunmen"))],
    recipients: [victims(quote("soldiers"))],
    quantities: [{ ...figure("dead", 8, null), quote: quote("At least eight"), attribution: 0 }],
    attributions: [
      by(
        ministry(quote("defence ministry")),
        quote("At least eight soldiers were killed when gunmen attacked Doru"),
      ),
    ],
  }),
};
const nurseIn = (id: string, day: number): Sketch => ({
  id,
  outlet: "Sahel Courier",
  day,
  text: "A nurse put the toll of the attack at twenty-three.",
  trigger: "attack",
  event: (quote) => ({
    quantities: [{ ...figure("dead", 23), quote: quote("twenty-three"), attribution: 0 }],
    attributions: [
      by(at(party("nurse", undefined, "MED"), quote("nurse")), quote("toll of the attack at twenty-three"), {
        kind: "unnamed",
      }),
    ],
  }),
});
const rebels: Sketch = {
  id: "r",
  outlet: "Front Radio",
  day: 5,
  text: "The Front denied that its fighters attacked the garrison.",
  trigger: "attacked",
  event: (quote) => ({
    actors: [at(party("fighters", "MLI", "REB"), quote("fighters"))],
    attributions: [
      by(
        at(party("The Front", "MLI", "REB"), quote("The Front")),
        quote("its fighters attacked the garrison"),
        {
          stance: "denies",
          factuality: "CT-",
        },
      ),
    ],
  }),
};
const monitor: Sketch = {
  id: "h",
  outlet: "Monitor",
  day: 5,
  text: "Between 12 and 15 bodies lay in Doru after the attack on Monday.",
  trigger: "attack",
  event: (quote) => ({
    factuality: STATED,
    time: { ...days("2026-05-04"), quotes: [quote("Monday")] } as Event["time"],
    place: { ...place("Doru", "town", "MLI"), quotes: [quote("Doru")] } as Event["place"],
    quantities: [{ ...figure("dead", 12, 15), quote: quote("12 and 15") }],
  }),
};
const reprint: Sketch = { ...ministryLater, id: "c", outlet: "Daily Post", copyOf: "m2" };
const ALL = [ministryFirst, ministryLater, reprint, nurseIn("n", 5), rebels, monitor].map(member);

const table = (members: readonly Member[] = ALL, rule: "conservative" | "informative" = "conservative") =>
  sideBySide("h1", members, { rule });
const row = ({ rows }: SideBySide, field: string): ClaimRow => rows.find((one) => one.field === field)!;
/** What each column says of a field, by the words of its speaker. */
const saysOf = (one: SideBySide, field: string): Readonly<Record<string, string | null>> =>
  Object.fromEntries(
    row(one, field).cells.map((cell, index) => [
      one.columns[index]!.words,
      cell === null ? null : `${cell.stance === "denies" ? "denies " : ""}${cell.value}`,
    ]),
  );

describe("columns are speakers, not outlets", () => {
  it("parties first, then who was there, others, and outlets in their own voice", () => {
    expect(table().columns.map(({ words, group }) => [words, group])).toEqual([
      ["defence ministry", "party"],
      ["The Front", "party"],
      ["nurse", "witness"],
      ["Monitor", "outlet"],
    ]);
  });

  it("counts articles, folds copies under their origin", () => {
    const one = table();
    expect([one.articles, one.copies, one.origins]).toEqual([6, 1, 4]);
    expect(one.columns[0]).toMatchObject({ articles: 3, origins: ["Wire One"], copies: ["c"] });
  });

  it("never takes two unnamed sources for one, also not of one outlet", () => {
    const twice = [nurseIn("n", 5), nurseIn("o", 6)].map(member);
    expect(table(twice).columns).toHaveLength(2);
  });

  it("but the unnamed source of a copy is that of the original", () => {
    const copied = [nurseIn("n", 5), { ...nurseIn("o", 6), outlet: "Post", copyOf: "n" }].map(member);
    expect(table(copied).columns).toMatchObject([{ articles: 2, copies: ["o"] }]);
  });
});

describe("cells", () => {
  it("hold what each says, or nothing", () => {
    expect(saysOf(table(), "dead")).toEqual({
      "defence ministry": "8-",
      "The Front": null,
      nurse: "23",
      Monitor: "12-15",
    });
    expect(saysOf(table(), "place")).toMatchObject({ "The Front": null, Monitor: "Doru, MLI" });
  });

  it("show what the same speaker said first, when it was revised", () => {
    const cell = row(table(), "dead").cells[0]!;
    expect(cell).toMatchObject({ value: "8-", first: { value: "5", published: "2026-05-04", report: "m1" } });
    expect(cell.articles).toBe(2);
  });

  it("take a raised toll of a named speaker for a revision, also when another outlet tells it", () => {
    const elsewhere = { ...ministryLater, id: "p", outlet: "Daily Post" };
    const { cells, contested } = row(table([ministryFirst, elsewhere].map(member)), "dead");
    expect(cells[0]).toMatchObject({ value: "8-", first: { value: "5", report: "m1" }, also: [] });
    expect(contested).toBe(false);
  });

  it("keep a lower figure of another outlet beside it: nobody knows which is the later word", () => {
    const lower = { ...ministryFirst, id: "p", outlet: "Daily Post", day: 6 };
    const { cells } = row(table([ministryLater, lower].map(member)), "dead");
    expect(cells[0]).toMatchObject({ value: "5", also: [{ value: "8-" }] });
  });

  it("have the words that they rest on, with report and offsets", () => {
    for (const cell of table().rows.flatMap(({ cells }) => cells)) {
      for (const { report, start, end, text } of cell?.quotes ?? []) {
        const { text: whole } = ALL.find(({ coded }) => coded.id === report)!.coded.report;
        expect(whole.slice(start, end)).toBe(text);
      }
    }
    expect(row(table(), "dead").cells.flatMap((cell) => cell?.quotes ?? [])).toHaveLength(3);
  });

  it("say that a party denies its own part; the denial makes the row contested", () => {
    expect(saysOf(table(), "actors")["The Front"]).toBe("denies MLI REB");
    expect(row(table(), "type").contested).toBe(true);
  });
});

describe("one value by rule", () => {
  it.each([
    ["conservative", "8-", []],
    ["informative", "23", ["Monitor"]],
  ] as const)("%s: %s; %s cannot be true beside it", (rule, value, outliers) => {
    const one = table(ALL, rule);
    const dead = row(one, "dead");
    expect(dead).toMatchObject({ contested: true, range: { min: 8, max: null }, one: { value } });
    const marked = dead.cells.flatMap((cell, index) => (cell?.outlier ? [one.columns[index]!.words] : []));
    expect(marked).toEqual(outliers);
  });

  it("is not contested by a figure that leaves room for the other", () => {
    const two = [ministryLater, nurseIn("n", 5)].map(member);
    expect(row(table(two), "dead").contested).toBe(false);
  });

  it("says what another rule would change", () => {
    expect(table().changes.informative).toContainEqual({ field: "dead", from: "8-", to: "23" });
    expect(table().changes).not.toHaveProperty("conservative");
  });

  it("is a record that its schema takes", () => expect(sideBySideSchema.parse(table())).toEqual(table()));
});

describe("the summary of a story", () => {
  const titles = new Map(ALL.map(({ coded }) => [coded.id, coded.report.title!]));
  const summary = (isNews?: IsNews) =>
    summaryOf([{ id: "h1", members: ALL }], titles, { rule: "conservative" }, isNews);

  it("leads with what nobody contradicts, each clause with its words", () => {
    const { lead, title } = summary();
    expect(title).toBe("Of Wire One");
    expect(lead.map(({ field }) => field)).toContain("recipients");
    expect(lead.map(({ field }) => field)).not.toContain("dead");
    expect(lead.every(({ quotes }) => quotes.length > 0)).toBe(true);
  });

  it("lists what is contested with who says what, and what was corrected", () => {
    const { contested, corrected, corrections } = summary();
    expect(contested.find(({ field }) => field === "dead")!.values.map(({ value }) => value)).toEqual([
      "8-",
      "23",
      "12-15",
    ]);
    expect([corrected, corrections[0]]).toMatchObject([true, { by: "speaker", from: "5", to: "8-" }]);
  });

  it("says what is news, and nothing of it to whom nothing can be", () => {
    const published = summary((_, day = "") => day >= "2026-05-05");
    expect(published).toMatchObject({ isNew: true });
    expect(published.news).not.toContain("m1");
    expect(summary((report) => report === "m1").news).toEqual(["m1"]);
    expect(summary(() => false).isNew).toBe(false);
    expect(summary()).not.toHaveProperty("isNew");
  });

  it("groups sources by origin and puts happenings on their own day", () => {
    expect(summary().origins[0]).toEqual({
      name: "Wire One",
      reports: 3,
      copies: 1,
      outlets: ["Wire One", "Daily Post"],
    });
    expect(summary().timeline).toMatchObject([
      { id: "h1", from: "2026-05-04", precision: "day", origins: 4 },
    ]);
    expect(storySummarySchema.parse(summary())).toEqual(summary());
  });
});
