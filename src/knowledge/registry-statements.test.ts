import { describe, expect, it } from "vitest";
import { parseTable } from "../text/table.ts";
import { loadCountries } from "./countries.ts";
import { loadStatements, readPeoples, type Statement, statementsOf } from "./registry-statements.ts";
import { organisation, readOrganisations, readPersons } from "./registry-tables.ts";

const statements = loadStatements();
const countries = new Set(loadCountries().all.map(({ iso3 }) => iso3));
const actors = new Set(readOrganisations().map(({ id }) => id));
const peoples = new Set(readPeoples().map(({ id }) => `people:${id}`));
const at = ({ file, line, subject, relation, object }: Statement): string =>
  `${file}:${line} ${subject} ${relation} ${object}`;
const OWNERSHIP = new Set(["state", "public", "private"]);
const DATE = /^(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)?$/;

describe("statements", () => {
  it("are at least 1,500", () => expect(statements.all.length).toBeGreaterThanOrEqual(1500));

  it("each name a source and the day they were written", () =>
    expect(
      statements.all
        .filter(({ source, written }) => source === "" || !/^\d{4}-\d\d-\d\d$/.test(written))
        .map(at),
    ).toEqual([]));

  it("speak of known actors, states and peoples only", () => {
    const isKnown = (id: string): boolean => countries.has(id) || actors.has(id) || peoples.has(id);
    expect(
      statements.all
        .filter(({ subject, object, relation }) =>
          relation === "ownership"
            ? !isKnown(subject) || !OWNERSHIP.has(object)
            : !isKnown(subject) || !isKnown(object),
        )
        .map(at),
    ).toEqual([]);
  });

  it("have dates that exist, the first before the last", () =>
    expect(
      statements.all
        .filter(
          ({ from, to }) => !DATE.test(from) || !DATE.test(to) || (from !== "" && to !== "" && from > to),
        )
        .map(at),
    ).toEqual([]));

  it("do not say one thing twice at a time", () => {
    const open = new Map<string, Statement[]>();
    for (const one of statements.all) {
      const key = `${one.relation} ${one.subject} ${one.object}`;
      open.set(key, [...(open.get(key) ?? []), one]);
    }
    const doubled = [...open.values()].flatMap((list) => {
      const sorted = [...list].sort((a, b) => a.from.localeCompare(b.from));
      return sorted.filter((one, index) => {
        const next = sorted[index + 1];
        return next !== undefined && (one.to === "" || one.to > next.from);
      });
    });
    expect(doubled.map(at)).toEqual([]);
  });

  it.each([
    ["NATO", "north-atlantic-treaty-organization", "2024-03-07", 32],
    ["the EU before Brexit", "european-union", "2020-01-30", 28],
    ["the EU after it", "european-union", "2020-02-01", 27],
    ["ECOWAS before the three left", "economic-community-of-west-african-states", "2025-01-01", 15],
    ["ECOWAS after they left", "economic-community-of-west-african-states", "2025-02-01", 12],
    ["the African Union", "african-union", "2024-01-01", 55],
    ["the United Nations", "united-nations", "2024-01-01", 193],
    ["the Arab League", "arab-league", "2024-01-01", 22],
    ["the OIC", "organisation-of-islamic-cooperation", "2024-01-01", 57],
    ["the Commonwealth", "commonwealth-of-nations", "2024-01-01", 56],
    ["the Council of Europe", "council-of-europe", "2024-01-01", 46],
    ["the OSCE", "organization-for-security-and-co-operation-in-europe", "2024-01-01", 57],
    ["the OECD", "organisation-for-economic-co-operation-and-development", "2024-01-01", 38],
  ])("count the members of %s", (_, body, day, members) =>
    expect(statements.to(body, "member", day)).toHaveLength(members),
  );

  it("know the coloniser", () =>
    expect(statements.of("MLI", "colony_of").map(({ object }) => object)).toEqual(["FRA"]));
});

describe("a registry file with an error", () => {
  const STATEMENT_COLUMNS = "relation\tobject\tsubjects\tfrom\tto\tsource\twritten";

  it.each([
    ["a relation that is none", "befriends\tMLI\tFRA\t\t\thand\t2026-01-01", "relation befriends"],
    ["a day that no calendar has", "member\tMLI\tFRA\t2025-02-31\t\thand\t2026-01-01", "2025-02-31 is no"],
    ["an end before its start", "member\tMLI\tFRA\t2025\t2024\thand\t2026-01-01", "before it begins"],
    ["no source", "member\tMLI\tFRA\t2025\t\t\t2026-01-01", "needs a source"],
    ["no subject", "member\tMLI\t\t2025\t\thand\t2026-01-01", "needs subjects"],
    ["a cell too many", "member\tMLI\tFRA\t\t\thand\t2026-01-01\tmore", "8 cells, but 7 columns"],
  ])("is refused with file and line: %s", (_, row, reason) => {
    const good = "member\tMLI\tFRA\t\t\thand\t2026-01-01";
    const read = () =>
      statementsOf(parseTable([STATEMENT_COLUMNS, good, row].join("\n"), "mine.tsv"), "mine.tsv");
    expect(read).toThrow(expect.objectContaining({ code: "K403" }));
    expect(read).toThrow(/mine\.tsv.*line 3/);
    expect(read).toThrow(reason);
  });

  it.each([
    ["kind clan", "a\tA\tclan\tGOV"],
    ["sector ARMY", "a\tA\tngo\tARMY"],
    ["needs an id and a name", "\tA\tngo\tNGO"],
  ])("so is an organisation: %s", (reason, row) => {
    const [parsed] = parseTable(`id\tname\tkind\tsector\n${row}`, "mine.tsv");
    expect(() => organisation("mine.tsv", parsed!)).toThrow(reason);
  });
});

describe("heads of state and government written by hand", () => {
  it("do not hold one seat at the same time", () => {
    const seats = new Map<string, (readonly [string, string, string])[]>();
    for (const { isLeader, person } of readPersons()) {
      if (isLeader !== true) continue;
      const { name, tenures } = person();
      for (const { position, country, start, end } of tenures) {
        if (!/^(?:President|Prime Minister|Chancellor|Supreme Leader|King)$/.test(position)) continue;
        const seat = `${position} ${country}`;
        seats.set(seat, [...(seats.get(seat) ?? []), [start, end, name]]);
      }
    }
    const overlapping = [...seats].flatMap(([seat, held]) =>
      [...held]
        .sort((a, b) => a[0].localeCompare(b[0]))
        .flatMap(([, end, name], index, sorted) => {
          const next = sorted[index + 1];
          return next !== undefined && (end === "" || end > next[0]) ? [`${seat}: ${name}, ${next[2]}`] : [];
        }),
    );
    expect(overlapping).toEqual([]);
  });
});
