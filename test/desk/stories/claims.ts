import { expect, it } from "vitest";
import type { Desk } from "../harness.ts";
import { settled } from "../harness.ts";

export function claimsStories(desk: () => Desk): void {
  it("speakers stand beside each other, and a denial says that it is one", async () => {
    const { page, close } = await desk().open("/claims/s-sides");
    await page.locator("td.outlier", { hasText: "denies" }).first().waitFor();
    await expect.poll(() => page.getByRole("columnheader").count()).toBeGreaterThanOrEqual(2);
    await close();
  });

  it("arrows move from cell to cell, Space opens the sentence, Escape leads back to the cell", async () => {
    const { page, close } = await desk().open("/claims/s-sides");
    await page.locator('[data-cell="0-0"]').focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    const place = () => page.evaluate("document.activeElement?.dataset.cell");
    await expect.poll(place).toBe("1-1");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Space");
    await page.getByRole("dialog").locator(".found").first().waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(place).toBe("1-0");
    await close();
  });

  it("the rule is a switch that stands in the address and says beforehand what it would change", async () => {
    const { page, close } = await desk().open("/claims/s-sides");
    await page
      .getByText(/would change|No other rule/)
      .first()
      .waitFor();
    await page.getByRole("button", { name: "latest" }).click();
    await page.waitForURL(/rule=latest/);
    await page.getByText("rule: latest").waitFor();
    await close();
  });

  it("the day's stories say what is contested, and lead to it", async () => {
    const { page, close } = await desk().open("/today?show=contested");
    await settled(page);
    const story = page.locator("article.story", { hasText: "Front for the North" });
    await story.getByText("contested", { exact: true }).waitFor();
    await story.getByRole("link", { name: "side by side" }).click();
    await page.waitForURL(/\/claims\/s-sides/);
    await close();
  });
}
