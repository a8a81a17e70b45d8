import { describe, expect, it } from "vitest";
import { EVENT_TYPES } from "../../src/ontology/plover/codes.ts";
import { annotationOf } from "./annotation.ts";
import { problemsOf } from "./check.ts";
import { figuresPage, writtenFigures } from "./figures.ts";
import { toGoldShape } from "./gold-shape.ts";
import { nearDuplicates } from "./near-duplicates.ts";
import { readReport } from "./notation.ts";
import { readCorpus } from "./read.ts";
import { resolve } from "./resolve.ts";
import { statisticsOf } from "./statistics.ts";

const HEAD = "published: 2026-05-05\noutlet: O\nstyle: wire\nregion: africa\nhand: test\n---\n";
const report = (body: string, id = "test") => readReport(id, `${HEAD}${body}`);

describe("the notation", () => {
  it.each([
    ['COERCE/arrest "held"', { type: "COERCE", mode: "arrest", factuality: "CT+", phase: "past" }],
    ['AGREE|CONSULT optional "meet" PR+ future', { second: "CONSULT", optional: true, phase: "future" }],
    [
      'ASSAULT @raid "raid"#2 attempt',
      { label: "raid", trigger: { text: "raid", occurrence: 2 }, attempt: true },
    ],
    [
      'ASSAULT "hit" dead "at least 3" 3-',
      { quantities: [{ kind: "dead", words: { text: "at least 3" }, min: 3, max: null }] },
    ],
    [
      'ASSAULT "hit" on "in May" 2026-05',
      { date: { words: { text: "in May" }, from: "2026-05-01", to: "2026-05-31", precision: "month" } },
    ],
    [
      'SAYS named "she" - "it ... end" PS+',
      { form: "says", value: "PS+", content: { first: { text: "it" }, last: { text: "end" } } },
    ],
  ])("reads %s", (line, expected) => expect(annotationOf(line)).toMatchObject(expected));

  it.each([
    "COERCE",
    'COERCE "held" by GEO "police"',
    'COERCE "held" on "May" soon',
    "= arrests",
    'held "held"',
  ])("does not read %s", (line) => expect(annotationOf(line)).toBeUndefined());

  it("names the line that it cannot read", () =>
    expect(() => report("Police held him.\n> COERCE held")).toThrow("test:8"));
});

describe("finding the words", () => {
  it("takes the next occurrence of a trigger, and of other words the nearest", () => {
    const { events, report: read } = resolve(
      report('He met her and she met him.\n> CONSULT "met" by ? ? "he"\n> CONSULT "met" by ? ? "she"'),
    );
    expect(events.map((event) => event.trigger.start)).toEqual([3, 19]);
    expect(events[1]!.actors.map((actor) => read.text.slice(actor.start, actor.end))).toEqual(["she"]);
  });

  it("does not find words inside words", () =>
    expect(resolve(report('The warden left.\n> ASSAULT "war"')).problems).toEqual([
      'test:8 not in the text: "war"',
    ]));

  it("gives an event every source whose content holds its trigger or a further word of it", () => {
    const { events } = resolve(
      report(
        'Police said rebels attacked.\n> SAYS named "Police" "said" "rebels attacked"\n> ASSAULT @a "attacked" Uu\n' +
          'The raid was a lie, she said.\n> SAYS unnamed "she" "said" "The raid was a lie"\n> = @a "raid"',
      ),
    );
    expect(events[0]!.sources).toEqual([0, 1]);
  });
});

describe("the check", () => {
  it.each([
    ['SANCTION/arrest "held"', "no mode of SANCTION: arrest"],
    ['ARREST "held"', "no type: ARREST"],
    ['COERCE "held" by GEO CROWN "Police"', "no sector: CROWN"],
    ['COERCE "held" by Georgia COP "Police"', "no country code: Georgia"],
    ['COERCE "held" ctx weather', "no context: weather"],
    ['SAYS rumour "Police" "held" "him"', "no kind of source: rumour"],
    ['= @raid "held"', "no event @raid"],
  ])("finds what is wrong in %s", (line, problem) =>
    expect(problemsOf(report(`Police held him.\n> ${line}`)).join()).toContain(problem),
  );

  it("finds sentences that are too alike", () => {
    const one = report("The two ministers met in the old town hall on Monday.", "one");
    const other = report("The two ministers met in the old town hall on Friday.", "other");
    const third = report("The two ministers shook hands and left without a word to reporters.", "third");
    expect(nearDuplicates([one, other, third])).toHaveLength(1);
  });
});

it("counts offsets of the gold's shape in code points", () => {
  const { document, coding } = toGoldShape(report('😀 Police held him.\n> COERCE "held"'));
  expect(document.text).toBe("😀 Police held him.");
  expect(coding.events).toMatchObject([{ trigger: { start: 9, end: 13, text: "held" } }]);
});

describe("the corpus", () => {
  const reports = readCorpus();
  const statistics = statisticsOf(reports);

  it("has no problems", () => expect(reports.flatMap(problemsOf)).toEqual([]));
  it("has no two sentences that are too alike", () => expect(nearDuplicates(reports)).toEqual([]));
  it("has every type", () =>
    expect(Object.keys(statistics.counts.type!).sort()).toEqual([...EVENT_TYPES].sort()));
  it("has every type at least 150 times and every mode at least 25 times", () => {
    const modes = Object.entries(statistics.counts.mode!).filter(([name]) => !name.endsWith("/-"));
    expect(Object.entries(statistics.counts.type!).filter(([, count]) => count < 150)).toEqual([]);
    expect(modes.filter(([, count]) => count < 25)).toEqual([]);
  });
  it("is described by figures that are true", () =>
    expect(writtenFigures()).toBe(figuresPage(reports, statistics)));
  it("has a second coding of a tenth of it, without problems, of texts that are the same", () => {
    const texts = new Map(reports.map((report) => [report.id, report.text]));
    const second = readCorpus("second-coding");
    expect(second.length).toBeGreaterThanOrEqual(reports.length / 10);
    expect(second.flatMap(problemsOf)).toEqual([]);
    expect(second.filter((report) => report.text !== texts.get(report.id)).map(({ id }) => id)).toEqual([]);
  });
  it("has at least a quarter of sentences without an event", () =>
    expect(statistics.sentencesWithoutEvent / statistics.sentences).toBeGreaterThanOrEqual(0.25));
});
