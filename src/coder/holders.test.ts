import { describe, expect, it } from "vitest";
import type { ActorMention } from "../annotators/actors/layer.ts";
import { loadRegistry } from "../knowledge/registry.ts";
import { holderOf, momentOf } from "./holders.ts";

const { offices } = loadRegistry();
const words = { start: 0, end: 13, text: "the president" };
const president: ActorMention = {
  start: 0,
  end: 13,
  first: 0,
  last: 2,
  head: 1,
  form: "nominal",
  entity: 0,
  country: "FRA",
  countryBasis: "normalised",
  sector: "GOV",
  sectorBasis: "normalised",
  kind: "role",
  role: "president",
  office: { office: "president", standing: "present" },
  basis: "quoted",
  plural: false,
  isPrivate: false,
};
const on = (day: string) => ({ from: day, to: day, isPublication: false });

describe("the holder of an office", () => {
  it("is who held it on the day of the event, with the row that says so", () =>
    expect(holderOf(president, words, offices, on("2010-10-10"))).toMatchObject({
      name: {
        status: "known",
        value: "Nicolas Sarkozy",
        basis: "knowledge",
        knowledge: expect.stringContaining("on 2010-10-10"),
      },
      wikidata: "Q329",
    }));

  it("is said to be counted from the publication where the event has no date", () => {
    const moment = momentOf(undefined, "2010-10-10");
    expect(holderOf(president, words, offices, moment!)?.name).toMatchObject({
      knowledge: expect.stringContaining("the event has no date"),
    });
  });

  it("is one of two on the day of a change", () =>
    expect(holderOf(president, words, offices, on("2012-05-15"))?.name).toMatchObject({
      status: "unknown",
      reason: "ambiguous",
      candidates: ["Nicolas Sarkozy", "François Hollande"],
    }));

  it("is not made up after the registry ends", () =>
    expect(holderOf(president, words, offices, on("2040-01-01"))?.name).toMatchObject({
      status: "unknown",
      reason: "registry-ends",
      candidates: ["Emmanuel Macron"],
    }));

  it("is left alone where the report gives the name, or no country", () => {
    expect(holderOf({ ...president, name: "Ann Example" }, words, offices, on("2010-10-10"))).toBeUndefined();
    const { country: _country, ...nowhere } = president;
    expect(holderOf(nowhere, words, offices, on("2010-10-10"))).toBeUndefined();
  });
});
