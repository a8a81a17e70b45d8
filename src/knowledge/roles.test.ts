import { describe, expect, it } from "vitest";
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

  it("give modifiers a sector", () => {
    expect(agents.modifier("rebel")).toBe("REB");
    expect(agents.modifier("green")).toBeUndefined();
  });
});
