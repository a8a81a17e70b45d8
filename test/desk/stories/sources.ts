import { expect, it } from "vitest";
import type { Desk } from "../harness.ts";
import { settled } from "../harness.ts";

export function sourceStories(desk: () => Desk): void {
  it("who publishes and who is cited stand apart; a source without a name is counted and never named", async () => {
    const { page, close } = await desk().open("/sources");
    await settled(page);
    const outlet = page.getByRole("row", { name: /Wire One/ });
    await expect.poll(() => outlet.getByRole("cell").first().textContent()).toBe("1");
    await page.getByRole("button", { name: "Cited in reports" }).click();
    await page.getByRole("row", { name: /Defence ministry/ }).waitFor();
    const ministry = await page.getByRole("row", { name: /Defence ministry/ }).textContent();
    expect(ministry).toContain("asserts 1");
    expect(await page.getByRole("row", { name: /Wire One/ }).count()).toBe(0);

    // The example reports cite residents, traders and officials whom nobody can tell apart.
    const unnamed = page.locator("section", { has: page.getByRole("heading", { name: "Without a name" }) });
    await unnamed.getByRole("row", { name: /Congo - Kinshasa COP/ }).waitFor();
    const words = (await page.locator("main").textContent()) ?? "";
    expect(words).not.toMatch(/resident|spokes|official/i);
    await close();
  });
}
