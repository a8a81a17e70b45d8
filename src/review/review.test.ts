import { describe, expect, it } from "vitest";
import { figure, party, place, reportWith, said } from "../../test/helpers/events.ts";
import { effectiveEvent, judgementOf, REVIEW_FIELDS } from "../corrections/index.ts";
import type { Event } from "../record/event.ts";
import { eventSchema } from "../record/event.ts";
import type { NewReview, Review } from "../store/types.ts";
import { adjudicationOf } from "./adjudicate.ts";
import { agreement } from "./agreement.ts";
import { codingsIn, differencesOf } from "./coding.ts";
import { evaluate } from "./evaluation.ts";
import { overruled } from "./overruled.ts";
import { rejections } from "./reasons.ts";
import { trainingLine } from "./training.ts";

const CODED = reportWith({
  actors: [party("Gunmen", "MLI", "UAF")],
  place: place("Doru", "town", "MLI"),
  quantities: [figure("dead", 8, null)],
});
const EVENT: Event = CODED.events[0]!;
const WORDS = { start: 16, end: 24, text: "the town" };

type Told = Partial<NewReview> & Pick<NewReview, "verdict"> & { readonly undoes?: number };

/** Reviews in the order given; `ada` says what nobody else is said to say. */
function log(...told: readonly Told[]): readonly Review[] {
  return told.map((one, index) => ({
    event: "r.e",
    reviewer: "ada",
    ...one,
    id: index + 1,
    at: `2026-05-06T10:0${index}:00.000Z`,
  }));
}
const accept = { verdict: "accept" } as const;
const reject = { verdict: "reject", reason: "metaphor" } as const;
const timbuktu = {
  verdict: "edit",
  field: "place",
  value: { quote: WORDS, name: "Timbuktu", kind: "town", country: "MLI" },
} as const;

describe("what the reviews of an event come to", () => {
  it.each<[string, readonly Told[], string]>([
    ["nobody said anything", [], "unreviewed"],
    ["a comment judges nothing", [{ verdict: "comment", reason: "who?" }], "unreviewed"],
    ["accepted", [accept], "accepted"],
    ["one field alone is not the event", [{ verdict: "accept", field: "place" }], "unreviewed"],
    ["a value given", [timbuktu], "edited"],
    ["a field rejected without a value", [accept, { verdict: "reject", field: "time" }], "edited"],
    ["corrected, then accepted as it is now", [timbuktu, accept], "edited"],
    [
      "the correction withdrawn for the field",
      [timbuktu, { verdict: "accept", field: "place" }, accept],
      "accepted",
    ],
    ["rejected", [accept, reject], "rejected"],
    ["rejected, then corrected after all", [reject, timbuktu], "edited"],
    ["corrected, then rejected", [timbuktu, reject], "rejected"],
    ["taken back", [accept, { ...accept, undoes: 1 }], "unreviewed"],
    ["taken back to what was before", [accept, reject, { ...reject, undoes: 2 }], "accepted"],
    ["the newest of two people", [accept, { ...reject, reviewer: "bo" }], "rejected"],
    ["who adjudicates wins", [accept, { ...reject, adjudicates: true, reviewer: "cy" }, accept], "rejected"],
    [
      "until the adjudication is taken back",
      [accept, { ...reject, adjudicates: true }, { ...reject, adjudicates: true, undoes: 2 }],
      "accepted",
    ],
  ])("%s: %#", (_, told, state) => {
    expect(judgementOf(log(...told)).state).toBe(state);
  });
});

describe("an event after its reviews", () => {
  it("has the value that a person gave, as assigned, with the words selected, by whom and when", () => {
    const { event, changes } = effectiveEvent(EVENT, log(timbuktu));
    expect(event.place).toMatchObject({ name: "Timbuktu", basis: "assigned", quotes: [WORDS] });
    expect(changes).toMatchObject([
      {
        field: "place",
        was: { name: "Doru" },
        now: { name: "Timbuktu" },
        reviewer: "ada",
        adjudicated: false,
      },
    ]);
    expect(EVENT.place).toMatchObject({ name: "Doru" });
    expect(eventSchema.parse(event)).toEqual(event);
  });

  it("empties a field that was rejected without another value", () => {
    const { event } = effectiveEvent(EVENT, log({ verdict: "reject", field: "quantities" }));
    expect(event.quantities).toEqual([]);
  });

  it("leaves what does not fit its field", () => {
    const { event, changes } = effectiveEvent(EVENT, log({ verdict: "edit", field: "type", value: "WAR" }));
    expect([event, changes]).toEqual([EVENT, []]);
  });

  it.each<[string, unknown, object]>([
    ["actors", [{ quote: WORDS, country: "MLI", sector: "MIL" }], { kind: "unnamed", basis: "assigned" }],
    ["recipients", EVENT.actors, { quote: EVENT.actors[0]!.quote }],
  ])("takes parties as selected words and as whole records: %s", (field, value, expected) => {
    const { event } = effectiveEvent(EVENT, log({ verdict: "edit", field, value }));
    expect(event[field as "actors"]).toMatchObject([expected]);
    expect(eventSchema.parse(event)).toEqual(event);
  });

  it("keeps a figure with its source when sources are corrected, and leaves it to nobody when that is gone", () => {
    const told: Event = {
      ...EVENT,
      attributions: [said(party("the army")), said({ ...party("a nurse"), quote: WORDS })],
      quantities: [{ ...figure("dead", 8), attribution: 1 }],
    };
    const only = (source: object) => log({ verdict: "edit", field: "attributions", value: [{ source }] });
    expect(effectiveEvent(told, only({ quote: WORDS })).event.quantities[0]!.attribution).toBe(0);
    expect(effectiveEvent(told, only({ name: "UN" })).event.quantities[0]).not.toHaveProperty("attribution");
  });
});

describe("two coders", () => {
  const other = { reviewer: "bo" } as const;

  it("differ in the field that one corrected and the other accepted, and in no other", () => {
    const codings = codingsIn("r.e", EVENT, log(timbuktu, accept, { ...accept, ...other }));
    expect(differencesOf(codings)).toEqual([
      {
        name: "place",
        codes: [
          { coder: "ada", code: "MLI Timbuktu" },
          { coder: "bo", code: "MLI Doru" },
        ],
      },
    ]);
  });

  it("do not differ in fields that one of them never judged", () => {
    expect(
      differencesOf(codingsIn("r.e", EVENT, log(timbuktu, { ...accept, field: "type", ...other }))),
    ).toEqual([]);
  });

  it("differ in whether there is an event", () => {
    const codings = codingsIn("r.e", EVENT, log(accept, { ...reject, ...other }));
    expect(differencesOf(codings).map(({ name }) => name)).toEqual(["event"]);
  });

  it("agree by field and by pair, on what both judged", () => {
    const codings = ["r.1", "r.2", "r.3"].flatMap((unit, at) =>
      codingsIn(unit, EVENT, log(at === 0 ? timbuktu : accept, accept, { ...accept, ...other })),
    );
    const report = agreement([...codings, { unit: "r.4", coder: "cy", codes: new Map() }]);
    expect(report).toMatchObject({
      events: 3,
      coders: [
        { coder: "ada", events: 3 },
        { coder: "bo", events: 3 },
      ],
    });
    const [place] = report.fields.filter(({ field }) => field === "place");
    // One T, five D: 2 of 6 pairs differ; by chance 2 x 1 x 5 / 5 = 2 would.
    expect(place).toMatchObject({ metric: "nominal", units: 3, same: 2 });
    expect(place!.alpha).toBeCloseTo(0, 10);
    expect(report.pairs).toMatchObject([{ coders: ["ada", "bo"], events: 3 }]);
  });
});

describe("adjudication", () => {
  const told = log(timbuktu, accept, { ...reject, reviewer: "bo" });
  const settled = (...reviews: readonly NewReview[]): readonly Review[] =>
    [...told, ...reviews].map((one, index) => ({ at: "2026-05-07T00:00:00.000Z", ...one, id: index + 1 }));

  it("takes one coding as it is; both stay", () => {
    const added = adjudicationOf({ event: "r.e", adjudicator: "cy", take: "ada" }, told);
    expect(added.every(({ adjudicates, reviewer }) => adjudicates === true && reviewer === "cy")).toBe(true);
    const { event, state, isAdjudicated } = effectiveEvent(EVENT, settled(...added));
    expect([state, isAdjudicated, event.place]).toMatchObject(["edited", true, { name: "Timbuktu" }]);
  });

  it("may find that both are wrong", () => {
    const verdicts = [{ verdict: "edit", field: "place", value: null } as const, accept];
    const added = adjudicationOf({ event: "r.e", adjudicator: "cy", verdicts }, told);
    expect(effectiveEvent(EVENT, settled(...added)).event.place).toMatchObject({ status: "unknown" });
  });

  it.each([
    ["one coding is no dispute", { take: "ada" }, log(accept)],
    ["nobody of that name coded it", { take: "di" }, told],
    ["nothing is decided", {}, told],
  ])("refuses: %s", (_, decision, reviews) => {
    expect(() => adjudicationOf({ event: "r.e", adjudicator: "cy", ...decision }, reviews)).toThrow(
      /adjudicate/,
    );
  });
});

describe("the evaluation", () => {
  const judged = (...told: readonly Told[]) => ({ event: EVENT, outlet: "Mail", reviews: log(...told) });
  const found = (list: Parameters<typeof evaluate>[0], field: string, by: string) =>
    evaluate(list).outcomes.find((one) => one.field === field && one.by === by);

  it("counts per field, and always of how many; a rejected event says nothing of its fields", () => {
    const list = [judged(accept), judged(timbuktu, accept), judged(reject), judged()];
    expect(evaluate(list).events).toBe(3);
    expect(found(list, "event", "all")).toMatchObject({
      accepted: { count: 1, of: 3 },
      corrected: { count: 1, of: 3 },
      rejected: { count: 1, of: 3 },
    });
    expect(found(list, "place", "all")).toMatchObject({
      accepted: { count: 1, of: 2 },
      corrected: { count: 1, of: 2 },
      expected: 0.5,
    });
    expect(evaluate(list).rejections).toMatchObject([{ reason: "metaphor", share: { count: 1, of: 1 } }]);
  });

  it("groups by confidence, type and outlet", () => {
    const groups = evaluate([judged(accept)]).outcomes.filter(({ field }) => field === "place");
    expect(groups.map(({ by, group }) => [by, group])).toEqual([
      ["all", ""],
      ["band", "0.4-0.6"],
      ["type", "ASSAULT"],
      ["outlet", "Mail"],
    ]);
  });

  it("takes only what was met in one queue, if asked", () => {
    const list = [judged({ ...accept, queue: "random" }), judged({ ...reject, queue: "uncertain" })];
    expect(evaluate(list, "random")).toMatchObject({ events: 1, queue: "random", rejections: [] });
  });
});

describe("training data", () => {
  const line = (reviews: readonly Review[], withText = false) =>
    trainingLine({ key: "r", coded: CODED, reviews }, withText);
  const of = (...told: readonly Told[]) => log(...told).map((one) => ({ ...one, event: `r.${EVENT.id}` }));

  it("has the values after review, in the shape of gold, and never who reviewed", () => {
    const told = line(of(timbuktu, accept));
    expect(told).toMatchObject({
      complete: true,
      published: "2026-05-05",
      events: [
        {
          eid: "e1",
          type: "ASSAULT",
          mode: null,
          place: { ...WORDS, name: "Timbuktu", country: "MLI" },
          date: null,
          actor: [{ text: "Gunmen", country: "MLI", sector: "UAF", name: null }],
          quantities: [{ kind: "dead", min: 8, max: null }],
          review: { state: "corrected", reviewers: 1, adjudicated: false },
        },
      ],
    });
    expect(JSON.stringify(told)).not.toContain("ada");
    expect(told).not.toHaveProperty("text");
    expect(line(of(accept), true)).toHaveProperty("text", CODED.report.text);
  });

  it("keeps what was rejected apart, with the reason", () => {
    expect(line(of(reject))).toMatchObject({
      events: [],
      rejected: [{ type: "ASSAULT", reason: "metaphor" }],
    });
  });

  it("says that a report is not complete while an event waits", () => {
    const two = { ...CODED, events: [EVENT, { ...EVENT, id: "second" }] };
    expect(trainingLine({ key: "r", coded: two, reviews: of(accept) })).toMatchObject({ complete: false });
  });

  it("gives no line for a report that nobody judged", () => {
    expect(line(of({ verdict: "comment" }))).toBeUndefined();
  });
});

describe("reasons for a rejection", () => {
  it("are about the event, its text, or a field that can be reviewed", () => {
    const known = new Set<string>(["event", "text", ...REVIEW_FIELDS]);
    expect(rejections().filter(({ about }) => !known.has(about))).toEqual([]);
    expect(rejections().length).toBeGreaterThan(5);
  });
});

describe("what became of a coder's judgement", () => {
  const bo = { reviewer: "bo" } as const;
  it.each<[string, readonly Told[]]>([
    ["not judged by the coder", [{ ...timbuktu, ...bo }]],
    ["judged by nobody else", [timbuktu]],
    ["the same by somebody else", [timbuktu, { ...timbuktu, ...bo }]],
    [
      "another field than the coder judged",
      [timbuktu, { verdict: "edit", field: "type", value: "AID", ...bo }],
    ],
    ["changed and taken back", [accept, { ...reject, ...bo }, { ...reject, ...bo, undoes: 2 }]],
  ])("%s: nothing to say", (_, told) => {
    expect(overruled(EVENT, log(...told), "ada")).toBeUndefined();
  });

  it("says which field holds what else, by whom", () => {
    const reviews = log(accept, { ...timbuktu, ...bo, adjudicates: true, reason: "the second paragraph" });
    expect(overruled(EVENT, reviews, "ada")).toMatchObject({
      yours: "accepted",
      now: "edited",
      fields: [{ field: "place", yours: { name: "Doru" }, now: { name: "Timbuktu" } }],
      by: ["bo"],
      reason: "the second paragraph",
      isAdjudicated: true,
    });
  });

  it("says that the event was rejected, and no field of it", () => {
    expect(overruled(EVENT, log(timbuktu, { ...reject, ...bo }), "ada")).toMatchObject({
      yours: "edited",
      now: "rejected",
      fields: [],
      reason: "metaphor",
    });
  });
});
