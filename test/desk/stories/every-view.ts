import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import type { Desk } from "../harness.ts";
import { settled } from "../harness.ts";
import { exampleReports, keyOf } from "../reports.ts";

const VIEWS = [
  "/today",
  "/reports",
  `/reports/${keyOf(exampleReports()[0]!)}`,
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
  "/settings",
];

/** What holds for every view, on a wide screen in the light and on a narrow one in the dark, in Arabic. */
export function everyView(desk: () => Desk): void {
  it.each(VIEWS)("%s can be used by everybody and asks nobody else", async (path) => {
    const { page, complaints, strangers, close } = await desk().open(path);
    await settled(page);
    expect(await seriousFindings(page)).toEqual([]);
    expect(strangers).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it.each(VIEWS)("%s fits a telephone, in Arabic and in the dark", async (path) => {
    const { page, complaints, close } = await desk().open(path, {
      language: "ar",
      theme: "dark",
      width: 390,
    });
    await settled(page);
    expect(await page.evaluate("document.documentElement.dir")).toBe("rtl");
    const over = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
    expect(over).toBeLessThanOrEqual(0);
    expect(await seriousFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
}

async function seriousFindings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 140)).join(" | ")}`);
}
