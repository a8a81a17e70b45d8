import { describe, expect, it } from "vitest";
import { codedReport } from "../../../test/helpers/coded.ts";
import { reportOf } from "../../../test/helpers/parsed.ts";
import type { Attribution } from "../../record/attribution.ts";
import type { Event, Quantity } from "../../record/event.ts";
import { happeningSchema, type RollUpRule } from "../../record/happening.ts";
import type { Participant } from "../../record/participant.ts";
import { type Member, rollUp } from "./index.ts";

const TEXT = "Soldiers shelled the town. The army said so.";
const plain = codedReport(TEXT).events[0]!;
const at = { start: 0, end: 8, text: "Soldiers" };
const receipt = { status: "known", basis: "quoted", quotes: [at], confidence: 1 } as const;

function party(words: string, country?: string, sector?: "MIL" | "REB" | "GOV"): Participant {
  return {
    ...plain.actors[0]!,
    quote: { ...at, text: words },
    ...(country === undefined ? {} : { country: { ...receipt, value: country } }),
    ...(sector === undefined ? {} : { sector: { ...receipt, value: sector } }),
  };
}

function said(source: Participant, more: Partial<Attribution> = {}): Attribution {
  return { source, kind: "named", content: [], stance: "asserts", factuality: "CT+", chain: [], ...more };
}

const dead = (min: number, max: number | null = min, attribution?: number): Quantity => ({
  kind: "dead",
  min,
  max,
  approximate: false,
  quote: at,
  ...(attribution === undefined ? {} : { attribution }),
});

/** A report of an outlet on a day in May 2026 with one event. */
function member(id: string, outlet: string, day: number, event: Partial<Event>, more: object = {}): Member {
  const coded = codedReport(TEXT);
  const report = { ...reportOf(TEXT, `2026-05-0${day}`), outlet, ...more };
  return { coded: { ...coded, id, report }, event: { ...plain, id: `e-${id}`, ...event } };
}

const field = (
  members: readonly Member[],
  name: string,
  rule: RollUpRule = "representative",
  source?: string,
) => rollUp("h", members, { rule, source }).happening.fields.find((one) => one.field === name);

describe("figures of one happening", () => {
  const members = [
    member("a", "Wire", 1, { quantities: [dead(4, 9)] }),
    member("b", "Mail", 2, { quantities: [dead(12)] }),
    member("c", "Post", 3, { quantities: [dead(12)] }),
    member("d", "Radio", 4, { quantities: [dead(30, null)] }),
  ];

  it.each([
    ["conservative", undefined, "4-9"],
    ["informative", undefined, "30-"],
    ["representative", undefined, "12"],
    ["latest", undefined, "30-"],
    ["source", "wire", "4-9"],
  ] as const)("%s %s gives %s, and the range of all", (rule, source, value) => {
    expect(field(members, "dead", rule, source)).toMatchObject({ value, range: { min: 4, max: null } });
  });

  it("those who say otherwise are listed with their claims", () => {
    expect(field(members, "dead")?.others).toEqual([
      { value: "4-9", relation: "disagrees", claims: ["a/e-a/own"] },
      { value: "30-", relation: "disagrees", claims: ["d/e-d/own"] },
    ]);
  });

  it.each([
    ["the same outlet raises its toll", "Wire", 5, "superseded"],
    ["another outlet has a higher one", "Mail", 5, "disagrees"],
    ["the same outlet lowers it: a correction is for a person to see", "Wire", 2, "disagrees"],
  ])("%s", (_, outlet, toll, relation) => {
    const told = [
      member("a", "Wire", 1, { quantities: [dead(3)] }),
      member("b", outlet, 2, { quantities: [dead(toll)] }),
    ];
    const others = field(told, "dead", "latest")?.others;
    expect(others?.map((one) => one.relation)).toEqual([relation]);
  });

  it("an update by one ministry in two papers is no contradiction", () => {
    const source = [said(party("defence ministry", "ARM", "GOV"))];
    const told = [
      member("a", "Wire", 1, { attributions: source, quantities: [dead(2, 2, 0)] }),
      member("b", "Mail", 2, { attributions: source, quantities: [dead(5, 5, 0)] }),
    ];
    expect(field(told, "dead", "conservative")).toMatchObject({ value: "5", range: { min: 5, max: 5 } });
  });
});

describe("fields of one happening", () => {
  const town = {
    ...receipt,
    name: "Goma",
    kind: "town",
    country: "COD",
    lat: -1.67,
    lon: 29.23,
    precision: { kind: "town", radiusKm: 5 },
  } as const;
  const country = {
    ...receipt,
    name: "Congo",
    kind: "country",
    country: "COD",
    precision: { kind: "country", radiusKm: 900 },
  } as const;
  const days = (from: string, to: string) =>
    ({ ...receipt, from, to, precision: "day", approximate: false, anchor: "explicit" }) as const;

  it.each([
    ["conservative", "Congo, COD", "2026-05-01/2026-05-07"],
    ["informative", "Goma, COD", "2026-05-03"],
  ] as const)(
    "%s: place %s, time %s; the other is coarser or finer, no contradiction",
    (rule, place, time) => {
      const told = [
        member("a", "Wire", 1, { place: town, time: days("2026-05-01", "2026-05-07") }),
        member("b", "Mail", 2, { place: country, time: days("2026-05-03", "2026-05-03") }),
      ];
      expect(field(told, "place", rule)).toMatchObject({ value: place, others: [{ relation: "agrees" }] });
      expect(field(told, "time", rule)).toMatchObject({ value: time, others: [{ relation: "agrees" }] });
    },
  );

  it("two days that do not meet disagree", () => {
    const told = [
      member("a", "Wire", 1, { time: days("2026-05-01", "2026-05-01") }),
      member("b", "Mail", 2, { time: days("2026-05-03", "2026-05-03") }),
    ];
    expect(field(told, "time")?.others).toMatchObject([{ value: "2026-05-03", relation: "disagrees" }]);
  });

  it.each([
    ["rebels and a named group of theirs agree", "M23", undefined, "agrees"],
    ["two named groups do not", "M23", "ADF", "disagrees"],
  ])("%s", (_, one, other, relation) => {
    const named = (name: string | undefined): Participant => ({
      ...party("rebels", "COD", "REB"),
      ...(name === undefined ? {} : { name: { ...receipt, value: name } }),
    });
    const told = [
      member("a", "Wire", 1, { actors: [named(one)] }),
      member("b", "Mail", 2, { actors: [named(other)] }),
    ];
    expect(field(told, "actors")?.others.map((found) => found.relation)).toEqual([relation]);
  });

  it.each([
    ["one report says that it happened, and that the army denies it", "CT+", ["a/e-a/own"]],
    ["one report passes on both sides", "Uu", ["a/e-a/1"]],
  ] as const)("%s: the field lists who denies it", (_, value, claims) => {
    const attributions = [
      said(party("army", "ARM", "MIL"), { stance: "denies", factuality: "CT-" }),
      said(party("rebels", "ARM", "REB")),
    ];
    const told = member("a", "Wire", 1, {
      attributions,
      factuality: { ...plain.factuality, value, polarity: value === "Uu" ? "unknown" : "+" },
    });
    expect(field([told], "factuality")).toMatchObject({
      value,
      claims: expect.arrayContaining([...claims]),
      others: [{ value: "CT-", relation: "disagrees", claims: ["a/e-a/0"] }],
    });
    expect(field([told], "factuality")?.claims).not.toContain("a/e-a/0");
  });
  it("a denial that another source contradicts: who says that it happened is listed", () => {
    const told = member("a", "Wire", 1, {
      attributions: [said(party("rebels", "ARM", "REB"))],
      factuality: { ...plain.factuality, value: "CT-", polarity: "-" },
    });
    expect(field([told], "factuality")?.others).toEqual([
      { value: "CT+", relation: "disagrees", claims: ["a/e-a/0"] },
    ]);
  });

  it("a field that nobody tells is not there, and stays unknown in the event", () => {
    const rolled = rollUp("h", [member("a", "Wire", 1, {})], { rule: "informative" });
    expect(rolled.happening.fields.map((one) => one.field)).toEqual(["type", "actors", "factuality"]);
    expect(rolled.event.place.status).toBe("unknown");
  });

  it("is a record that its schema takes", () => {
    const { happening } = rollUp("h", [member("a", "Wire", 1, { quantities: [dead(1)] })], {
      rule: "latest",
    });
    expect(happeningSchema.parse(happening)).toEqual(happening);
  });
});

describe("who is independent", () => {
  const ministry = said(party("Armenia's defence ministry", "ARM", "GOV"));
  const nurse = said(party("a nurse"), { kind: "unnamed" });
  const uncertain = { ...plain.factuality };

  it.each([
    ["two outlets", [member("a", "Wire", 1, {}), member("b", "Mail", 1, {})], 2, 2],
    ["one outlet twice", [member("a", "Wire", 1, {}), member("b", "Wire", 2, {})], 1, 1],
    ["a copy", [member("a", "Wire", 1, {}), { ...member("b", "Mail", 1, {}), copyOf: "a" }], 1, 1],
    [
      "a copy of a report that is not among them, twice",
      [
        { ...member("a", "Wire", 1, {}), copyOf: "z" },
        { ...member("b", "Mail", 1, {}), copyOf: "z" },
      ],
      1,
      1,
    ],
    [
      "one agency in two papers",
      [
        member("a", "Post", 1, {}, { originator: "Wire" }),
        member("b", "Mail", 1, {}, { originator: "Wire" }),
      ],
      1,
      1,
    ],
    [
      "two papers that quote one ministry",
      [
        member("a", "Post", 1, { attributions: [ministry], factuality: uncertain }),
        member("b", "Mail", 1, { attributions: [ministry], factuality: uncertain }),
      ],
      2,
      1,
    ],
    [
      "two nurses are never taken for one",
      [
        member("a", "Post", 1, { attributions: [nurse], factuality: uncertain }),
        member("b", "Mail", 1, { attributions: [nurse], factuality: uncertain }),
      ],
      2,
      2,
    ],
  ] as const)("%s", (_, members, origins, speakers) => {
    const { happening } = rollUp("h", members, { rule: "representative" });
    expect([happening.origins, happening.speakers]).toEqual([origins, speakers]);
  });

  it.each([
    ["a ministry on its country's soldiers", "ARM", true],
    ["another state's ministry", "AZE", false],
  ])("%s", (_, country, ownAffair) => {
    const told = member("a", "Wire", 1, {
      actors: [party("Armenian soldiers", "ARM", "MIL")],
      attributions: [said(party("defence ministry", country, "GOV"))],
    });
    expect(rollUp("h", [told], { rule: "latest" }).happening.claims.map((one) => one.ownAffair)).toEqual([
      ownAffair,
    ]);
  });
});
