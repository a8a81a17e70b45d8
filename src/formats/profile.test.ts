import { describe, expect, it } from "vitest";
import { party, place, reportWith, said } from "../../test/helpers/events.ts";
import { EXPORT_NAMES, EXPORTS } from "./index.ts";
import { HELD_BACK, PROFILES, redact } from "./profile.ts";
import { rowsOf } from "./row.ts";

const NAME = "Amina Example";
const coded = reportWith(
  {
    recipients: [party(NAME, "COD", "CVL", { kind: "person", name: NAME })],
    actors: [
      party("President Sample", "COD", "GOV", { kind: "person", name: "Sam Sample", role: "president" }),
    ],
    attributions: [
      said(party("a nurse at the main hospital of the town who asked not to be named", "COD"), {
        kind: "unnamed",
      }),
    ],
    place: place("Sample clinic", "site", "COD", { lat: -1.5, lon: 29.1 }),
  },
  { byline: { start: 0, end: 6, text: "By Reporter" } },
);

describe("what a reader may see", () => {
  it.each([
    ["public", false, false, false, 8],
    ["partner", true, true, false, 25],
    ["internal", true, true, true, 25],
  ] as const)(
    "%s: private name %s, pin of a site %s, text of the report %s",
    (profile, name, pin, text, words) => {
      const { coded: shown } = redact(coded, profile);
      const [event] = shown.events;
      const everything = JSON.stringify(shown);
      expect(everything.includes(NAME)).toBe(name);
      expect(event?.place.status === "known" && event.place.lat !== undefined).toBe(pin);
      expect(shown.report.text !== "").toBe(text);
      expect(everything.includes("By Reporter")).toBe(text);
      expect(event?.actors[0]?.name.status).toBe("known");
      expect(event?.attributions[0]?.source.quote.text.split(" ").length).toBeLessThanOrEqual(words + 1);
    },
  );

  it("says what it held back", () => {
    expect(new Set(redact(coded, "public").heldBack)).toEqual(new Set(Object.values(HELD_BACK)));
    expect(redact(coded, "internal").heldBack).toEqual([]);
  });

  it.each(EXPORT_NAMES)("public %s nowhere shows a private name", (format) => {
    const [row] = rowsOf(redact(coded, "public").coded);
    expect(EXPORTS[format].records(row!).join("")).not.toContain(NAME);
    expect((EXPORTS[format].cells?.(row!) ?? []).join("")).not.toContain(NAME);
  });

  it.each(PROFILES)("%s leaves the record that it was given as it was", (profile) => {
    const before = JSON.stringify(coded);
    redact(coded, profile);
    expect(JSON.stringify(coded)).toBe(before);
  });
});
