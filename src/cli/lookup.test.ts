import { describe, expect, it, vi } from "vitest";
import { lookupCommand } from "./lookup.ts";

async function lookup(...words: string[]): Promise<string> {
  let out = "";
  const spy = vi.spyOn(process.stdout, "write").mockImplementation((chunk, ...rest) => {
    out += String(chunk);
    for (const callback of rest) if (typeof callback === "function") callback();
    return true;
  });
  try {
    await lookupCommand().parseAsync(words, { from: "user" });
  } finally {
    spy.mockRestore();
  }
  return out;
}

describe("khaldun lookup", () => {
  it("lists every place of a name with country, kind and population", async () => {
    const out = await lookup("place", "Gao");
    expect(out).toMatch(/^Gao, Gao.*Mali$|^Gao, Mali$/m);
    expect(out).toMatch(/town \(PPL\w*\); population \d+; -?\d+\.\d+, -?\d+\.\d+/);
  });

  it("never gives a region or country a position", async () => {
    const out = await lookup("place", "Mali");
    expect(out).toMatch(/country \(\w+\).*area, radius about \d+ km/);
  });

  it("says that nothing is known instead of guessing", async () => {
    expect(await lookup("place", "Qwertzuiopolis")).toBe("no place called Qwertzuiopolis is known\n");
    expect(await lookup("actor", "Qwertz", "Uiop")).toBe("no actor called Qwertz Uiop is known\n");
  });

  it("gives the offices held on a day", async () => {
    expect(await lookup("actor", "Emmanuel", "Macron", "--on", "2022-05-15")).toMatch(/2017-05-\d\d to/);
  });

  it("knows heads of state of small states", async () => {
    expect(await lookup("actor", "Abdulla", "Yameen", "--on", "2018-02-05")).toMatch(
      /person, Maldives; written by hand\n {2}President: 2013-11-17 to 2018-11-17/,
    );
  });

  it("gives kind, sector and the statements of an organisation that held on a day, with source and dates", async () => {
    const out = await lookup(
      "actor",
      "Economic",
      "Community",
      "of",
      "West",
      "African",
      "States",
      "--on",
      "2024-12-31",
    );
    expect(out).toMatch(/organisation: igo, IGO; 1975 to open; hand/);
    expect(out).toMatch(
      /^ {2}MLI member economic-community-of-west-african-states: \S+ to 2025-01-2\d; .+, written 20/m,
    );
    expect(await lookup("actor", "ECOWAS", "--on", "2025-06-01")).not.toMatch(/ {2}MLI member/);
  });

  it.each(["2022-13-01", "2022-02-31", "yesterday"])("refuses %s as a day", async (day) => {
    await expect(lookup("actor", "Macron", "--on", day)).rejects.toMatchObject({ code: "K302" });
  });
});
