import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Desk, Watched } from "../harness.ts";
import { settled } from "../harness.ts";
import { exampleReports, keyOf } from "../reports.ts";

const VIEWS = [
  "/today",
  "/reports",
  `/reports/${keyOf(exampleReports()[0]!)}`,
  "/stories/s-sides",
  "/events",
  "/claims",
  "/claims/s-first",
  "/timeline",
  "/map",
  "/actors",
  "/review",
  "/agreement",
  "/evaluation",
  "/import",
  "/export",
  "/brief",
  "/sources",
  "/sources?as=speakers",
  "/settings",
];

/** WCAG 2.2 AA and what axe calls best practice on a wide screen in the light; in the dark only the colours are others. */
const SIZES = [
  [
    "wide, light, English",
    { width: 1400, theme: "light", language: "en" },
    { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] },
  ],
  [
    "a telephone, light, English",
    { width: 390, theme: "light", language: "en" },
    { type: "rule", values: ["color-contrast"] },
  ],
  [
    "a telephone, dark, Arabic",
    { width: 390, theme: "dark", language: "ar" },
    { type: "rule", values: ["color-contrast"] },
  ],
] as const;

export function everyView(desk: () => Desk): void {
  describe.each(SIZES)("%s", (_, options, rules) => {
    // One page for all views: what a visit loads is loaded once, as it is for a person.
    let watched: Watched;
    beforeAll(async () => {
      watched = await desk().open("/settings", options);
    });
    afterAll(() => watched.close());

    it.each(VIEWS)("%s can be used by everybody, fits, and asks nobody else", async (path) => {
      const { page, complaints, strangers } = watched;
      const before = complaints.length;
      await page.goto(desk().url + path);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      await settled(page);
      expect(await page.evaluate("document.documentElement.dir")).toBe(
        options.language === "ar" ? "rtl" : "ltr",
      );
      const over = await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      expect(over).toBeLessThanOrEqual(0);
      // As text, so that the line of a failure says what it was.
      expect((await findings(page, rules)).join("\n")).toBe("");
      expect(strangers.join("\n")).toBe("");
      expect(complaints.slice(before).join("\n")).toBe("");
    });
  });
}

async function findings(page: Page, runOnly: (typeof SIZES)[number][2]): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({
      // Off unless asked for by its name.
      rules: { "target-size": { enabled: true } },
      runOnly: { type: runOnly.type, values: [...runOnly.values] },
      resultTypes: ["violations"],
    })
    .analyze();
  return violations
    .filter(({ impact }) => impact !== "minor")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 140)).join(" | ")}`);
}
