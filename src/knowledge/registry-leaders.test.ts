import { describe, expect, it } from "vitest";
import { foldName } from "./gazetteer-fold.ts";
import { createLeaders } from "./registry-leaders.ts";
import type { PersonRow } from "./registry-tables.ts";

const row = (name: string, tenures: string, by: Pick<PersonRow, "isLeader" | "isHead">, country = "MLI") => ({
  ...by,
  keys: [foldName(name)],
  person: () => ({
    id: name,
    name,
    aliases: [],
    country,
    tenures: (tenures === "" ? [] : tenures.split("|")).map((cell) => {
      const [position = "", dates = ""] = cell.split("@");
      const [start = "", end = ""] = dates.split("..");
      return { position, country, start, end };
    }),
  }),
});

const leader = createLeaders([
  row("Ada B. Stone", "President@1989-01-20..1993-01-20", { isLeader: true }),
  row("Ben W. Stone", "President@2001-01-20..2009-01-20", { isHead: true }),
  row("Cy Hill", "Prime Minister@1997-05-02..2007-06-27", { isHead: true }),
  row("Dee Hill", "Minister of Justice@2006-01-01..2006-12-31", { isLeader: true }),
  row("Eve Lake", "", { isLeader: true }),
  row("Flo Lake", "President@2017-05-20..2022-05-20", { isHead: true }),
  row("Gus Reed", "Minister of Defence@2014-05-05..2015-05-05", {}),
  row("Hal Ford", "Minister of Defence@2001-01-01..2003-01-01|Prime Minister@2015-01-01..", {
    isLeader: true,
  }),
  row("Ian Moor", "President@2010-01-01..2012-01-01", { isLeader: true }),
  row("Jo Moor", "President@2009-01-01..2013-01-01", { isHead: true }, "NER"),
  row("Kim Hassan", "President@2010-01-01..2015-01-01", { isHead: true }),
  row("Hassan Dale", "", {}),
  row("Hassan Vale", "", {}),
  row("Hassan Wood", "", {}),
  row("Zhu Min", "President@2013-03-14..", { isLeader: true }, "CHN"),
]);

describe("a leader by the surname", () => {
  it.each([
    ["the one in office, of two", "Stone", "1991-06-01", "Ada B. Stone"],
    ["the other one in office later", "Stone", "2005-06-01", "Ben W. Stone"],
    ["the one who left office a few years ago", "Stone", "2012-06-01", "Ben W. Stone"],
    ["nobody after many years", "Stone", "2025-06-01", undefined],
    ["nobody of two without a day", "Stone", undefined, undefined],
    ["one written by hand before one taken over", "Lake", "2020-01-01", "Eve Lake"],
    ["one written by hand while in any office", "Hill", "2006-06-01", "Dee Hill"],
    ["the head of government else", "Hill", "2000-06-01", "Cy Hill"],
    ["no mere minister of the table taken over", "Reed", "2014-06-01", undefined],
    ["the family name where it comes first", "Zhu", "2015-01-01", "Zhu Min"],
    ["no given name", "Min", "2015-01-01", undefined],
    ["the full name without its middle", "Ben Stone", "2005-06-01", "Ben W. Stone"],
    ["the one written by hand, of two who left office", "Moor", "2016-06-01", "Ian Moor"],
    ["whoever is to come into office again", "Ford", "2012-06-01", "Hal Ford"],
    ["nobody by what is a given name for most", "Hassan", "2012-06-01", undefined],
    ["whoever was to come into office soon", "Stone", "1985-01-01", "Ada B. Stone"],
  ])("is %s", (_, words, day, expected) => expect(leader(words, day)?.name).toBe(expected));
});
