import { expect, it } from "vitest";
import type { Desk } from "../harness.ts";
import { exampleReports, keyOf, REPORTS } from "../reports.ts";

const CLASH = exampleReports().find(({ report }) => report.text.includes("Jermuk"))!;

export function reader(desk: () => Desk): void {
  it("an event lights its words, and words light their event", async () => {
    const { page, close } = await desk().open(`/reports/${keyOf(CLASH)}`);
    await page.keyboard.press("j");
    const first = page.locator(".cards .card.on");
    await expect.poll(() => first.count()).toBe(1);
    await expect.poll(() => page.locator("mark.on").count()).toBeGreaterThan(1);

    await page.locator(".text mark.event", { hasText: "denied" }).first().click();
    await expect.poll(() => first.getByRole("heading").textContent()).toContain("REJECT");
    await close();
  });

  it("labels what was not coded and keeps it", async () => {
    const { page, close } = await desk().open(`/reports/${keyOf(CLASH)}`);
    const teaser = page.locator(".side", { hasText: "Ten quiet valleys" });
    expect(await teaser.textContent()).toMatch(/^Teaser · not coded/);
    await close();
  });

  it("shows the versions of an article and what changed between them", async () => {
    const { page, close } = await desk().open(`/reports/${keyOf(REPORTS.second)}`);
    await page.getByText("version 2 of 2").waitFor();
    await page.getByRole("button", { name: "difference to version 1" }).click();
    await page.locator("ins").first().waitFor();
    expect(await page.locator("del").allTextContents()).toEqual(["Five"]);
    expect(await page.locator("ins").allTextContents()).toEqual(["Eleven"]);
    // What the events of the first version rest on stands in the second, has moved or is gone: each is said.
    const fates = page.locator(".fates");
    await fates.getByText(/passages? under events/).waitFor();
    await expect.poll(() => fates.getByRole("link", { name: /moved|gone/ }).count()).toBeGreaterThan(0);
    await close();
  });

  it("a report in Arabic runs from right to left, and words after an emoji keep their places", async () => {
    const { page, close } = await desk().open(`/reports/${keyOf(REPORTS.arabic)}`);
    await page.locator("article .text p").first().waitFor();
    const direction = await page.evaluate(
      'getComputedStyle(document.querySelector("article .text p")).direction',
    );
    expect(direction).toBe("rtl");
    const { report, events } = REPORTS.arabic;
    const { start, end } = events[0]!.trigger;
    const triggers = page.locator(".text mark.event");
    await expect
      .poll(async () => (await triggers.allTextContents()).join(""))
      .toContain(report.text.slice(start, end));
    await close();
  });

  it("what a report contains is text, whatever it contains", async () => {
    const { page, complaints, close } = await desk().open(`/reports/${keyOf(REPORTS.harmful)}`);
    await page.getByText("<script>window.harmed=1</script>").first().waitFor();
    expect(await page.evaluate("window.harmed")).toBeUndefined();
    expect(complaints).toEqual([]);
    await close();
  });
}
