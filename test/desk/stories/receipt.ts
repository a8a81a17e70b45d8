import { expect, it } from "vitest";
import type { Desk } from "../harness.ts";

/** From any cell, one step to the sentence it rests on; a cell without one says so. */
export function receipt(desk: () => Desk): void {
  it("a cell of the events table opens its sentence with Space, and its report with Enter", async () => {
    const { page, close } = await desk().open("/events?text=Jermuk&types=ASSAULT");
    const grid = page.getByRole("grid");
    await grid.focus();
    const place = page.getByRole("gridcell", { name: "Jermuk, ARM" }).first();
    await place.click();
    await page.keyboard.press("Space");
    const evidence = page.getByRole("complementary", { name: "The sentence it rests on" });
    await evidence.getByText("in an exchange of fire with Azerbaijani troops near the town of").waitFor();
    expect(await evidence.locator(".found").allTextContents()).toEqual(["Jermuk"]);

    await page.keyboard.press("Enter");
    await page.waitForURL(/\/reports\/.*at=/);
    await page.locator(".text .found").first().waitFor();
    expect((await page.locator(".text .found").allTextContents()).join("")).toBe("Jermuk");
    await close();
  });

  it("a cell that rests on no words says so", async () => {
    const { page, close } = await desk().open("/events?outlets=Sahel+Courier");
    await page.getByRole("gridcell", { name: "Gao, MLI" }).first().click();
    await page.keyboard.press("Space");
    await page.getByText("No sentence: this cell rests on no words of the report.").waitFor();
    await close();
  });

  it("the table can be asked for what one party alone claims", async () => {
    const { page, close } = await desk().open("/events");
    const rows = () => page.getByRole("grid").getAttribute("aria-rowcount");
    // Until they are counted the table says that it does not know how many rows it has.
    await expect.poll(rows).not.toBe("-1");
    const all = await rows();
    await page.getByRole("checkbox", { name: "claimed by one party only" }).check();
    await page.waitForURL(/voices=one-party/);
    await expect.poll(rows).not.toBe(all);
    await page.getByRole("button", { name: /who says so/ }).click();
    await expect.poll(rows).toBe(all);
    await close();
  });
}
