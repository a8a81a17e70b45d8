import { describe, expect, it } from "vitest";
import { readTable } from "../text/table.ts";
import { loadAgents } from "./roles.ts";

const agents = loadAgents();

describe("agent nouns", () => {
  it.each([
    ["soldier", "MIL"],
    ["policeman", "COP"],
    ["militant", "REB"],
    ["gunman", "UAF"],
    ["protester", "CVL"],
    ["defence minister", "GOV"],
    ["opposition leader", "OPP"],
    ["prosecutor", "JUD"],
    ["lawmaker", "LEG"],
    ["journalist", "JRN"],
    ["mercenary", "PRM"],
    ["asylum seeker", "REF"],
    ["aid worker", "NGO"],
    ["accomplice", "UNK"],
  ])("%s is %s", (noun, sector) => expect(agents.agent(noun)?.sector).toBe(sector));

  it("are many, and things are none", () => {
    expect(agents.size).toBeGreaterThan(400);
    for (const noun of ["table", "offensive", "ceasefire", "street"])
      expect(agents.agent(noun)).toBeUndefined();
  });

  it.each([
    ["Minister of Justice", "GOV"],
    ["Justice of the Supreme Court", "JUD"],
    ["President", "GOV"],
    ["President of the National Assembly", "LEG"],
    ["Chief of the General Staff", "MIL"],
    ["ambassador to the European Union", "GOV"],
  ])("the office of %s is %s", (title, sector) => expect(agents.office(title)).toBe(sector));

  it("give every noun and modifier once, in lower case", () => {
    for (const [file, column] of [
      ["agents.tsv", "noun"],
      ["agent-modifiers.tsv", "word"],
      ["office-sectors.tsv", "pattern"],
    ] as const) {
      const words = readTable(`src/knowledge/data/${file}`).map(({ cells }) => cells[column]);
      expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
      expect(words.filter((word) => word !== word?.toLowerCase() || word === "")).toEqual([]);
    }
  });

  it("give modifiers a sector", () => {
    expect(agents.modifier("rebel")).toBe("REB");
    expect(agents.modifier("green")).toBeUndefined();
  });
});
