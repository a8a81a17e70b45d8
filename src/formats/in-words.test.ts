import { describe, expect, it } from "vitest";
import { codedReport } from "../../test/helpers/coded.ts";
import type { Attribution } from "../record/attribution.ts";
import type { CodedReport } from "../record/coded-report.ts";
import type { Event } from "../record/event.ts";
import { inWords } from "./in-words.ts";
import { ploverLines } from "./plover.ts";

const coded = codedReport("The army left. Rebels deny it.");
const [plain] = coded.events;
const { actors } = plain!;

function said(name: string, more: Partial<Attribution> = {}): Attribution {
  const source = { ...actors[0]!, quote: { ...actors[0]!.quote, text: name } };
  return { source, kind: "named", content: [], stance: "asserts", factuality: "CT+", chain: [], ...more };
}

function withValue(value: Event["factuality"]["value"], more: Partial<Event> = {}): Event {
  return { ...plain!, factuality: { ...plain!.factuality, value }, ...more };
}

describe("who says so and how sure, in words", () => {
  it.each([
    ["a statement", withValue("CT+"), "the report states it as a fact"],
    ["a negation", withValue("CT-"), "the report says that it did not happen"],
    ["a plan", withValue("PR+", { phase: "future" }), "probable, in the report's own words; still to come"],
    [
      "a condition",
      withValue("Uu", { phase: "hypothetical" }),
      "only supposed, feared or asked for; the report itself does not say that it happened",
    ],
    [
      "claims and a denial",
      withValue("Uu", {
        attributions: [
          said("the army"),
          said("a nurse", { kind: "unnamed" }),
          said("the rebels", { stance: "denies", factuality: "CT-" }),
        ],
      }),
      "claimed by the army and a nurse (not named), denied by the rebels; the report itself does not say that it happened",
    ],
    [
      "a claim of nobody in particular",
      withValue("Uu", {
        attributions: [said("are accused of", { kind: "unnamed", cue: actors[0]!.quote })],
      }),
      "claimed by somebody the report does not name; the report itself does not say that it happened",
    ],
    [
      "a chain",
      withValue("Uu", {
        attributions: [
          said("the governor", { chain: [{ source: said("the minister").source, kind: "named" }] }),
        ],
      }),
      "claimed by the governor, as told by the minister; the report itself does not say that it happened",
    ],
    [
      "a hedged claim",
      withValue("Uu", { attributions: [said("the army", { factuality: "PS+" })] }),
      "thought possible by the army; the report itself does not say that it happened",
    ],
    [
      "a foiled attempt",
      withValue("CT-", { attempt: true, outcome: "foiled" }),
      "the report says that it did not happen; an attempt, foiled",
    ],
  ])("%s", (_, event, expected) => {
    expect(inWords(event)).toBe(expected);
  });
});

describe("PLOVER's auxiliary modes", () => {
  const modesOf = (event: Event, published: string): unknown => {
    const report: CodedReport["report"] = {
      ...coded.report,
      published: {
        status: "known",
        from: published,
        to: published,
        basis: "quoted",
        quotes: [],
        confidence: 1,
      } as never,
    };
    return (JSON.parse(ploverLines({ ...coded, report, events: [event] })) as { auxiliary_mode: unknown })
      .auxiliary_mode;
  };
  const time = { ...plain!.time, status: "known", from: "2019-04-01", to: "2019-04-30" } as never;

  it.each([
    ["none for what happened", withValue("CT+"), []],
    ["historical for what is years back", withValue("CT+", { time }), ["historical"]],
    ["future", withValue("PR+", { phase: "future" }), ["future"]],
    ["hypothetical for conditions", withValue("Uu", { phase: "hypothetical" }), ["hypothetical"]],
    [
      "negation",
      withValue("CT-", {
        factuality: { ...plain!.factuality, value: "CT-", certainty: "certain", polarity: "-" },
      }),
      ["negation"],
    ],
  ])("%s", (_, event, expected) => {
    expect(modesOf(event, "2026-05-06")).toEqual(expected);
  });
});
