import { expect, it } from "vitest";
import type { Desk } from "../harness.ts";
import { settled } from "../harness.ts";

export function placesStories(desk: () => Desk): void {
  it("a browser that cannot draw says so and lists the same places", async () => {
    const { page, close } = await desk().open("/settings");
    await page.context().addInitScript("HTMLCanvasElement.prototype.getContext = () => null;");
    await page.goto(`${desk().url}/map`);
    await page.getByText("This browser cannot draw the map").waitFor();
    await page.getByRole("row", { name: /Gao/ }).waitFor();
    await close();
  });

  it("what the library of the map says is in the reader's language too", async () => {
    const { page, close } = await desk().open("/map", { language: "ar" });
    await page.getByRole("button", { name: "تكبير" }).waitFor();
    await page.getByRole("button", { name: /Gao/ }).first().waitFor();
    expect(await page.locator(".map").innerHTML()).not.toMatch(/[Zz]oom (?:in|out)"|two fingers/);
    await close();
  });

  it("the timeline draws a month as a month and lists the same in a table", async () => {
    const { page, close } = await desk().open("/timeline");
    await settled(page);
    const width = async (kind: string) =>
      (await page.locator(`.timeline-row .interval.${kind}`).first().boundingBox())?.width ?? Number.NaN;
    await expect.poll(async () => (await width("wide")) - (await width("sharp"))).toBeGreaterThanOrEqual(0);
    await page.getByRole("button", { name: "Table" }).click();
    await page.getByRole("columnheader", { name: "Known to" }).waitFor();
    await close();
  });

  it("a stretch of time that is dragged over, or set by keys, filters and stands in the address", async () => {
    const { page, close } = await desk().open("/timeline");
    await settled(page);
    const count = page.getByText(/^\d+ events?$/);
    const all = await count.textContent();
    const bars = (await page.locator(".timeline-brush .timeline-track").boundingBox())!;
    await page.mouse.move(bars.x + bars.width * 0.6, bars.y + 8);
    await page.mouse.down();
    await page.mouse.move(bars.x + bars.width * 0.8, bars.y + 8, { steps: 4 });
    await page.mouse.up();
    await page.waitForURL(/from=\d{4}-\d\d-\d\d&to=\d{4}/);
    await expect.poll(() => count.textContent()).not.toBe(all);

    const end = page.getByRole("slider", { name: "To" });
    const before = await end.getAttribute("aria-valuenow");
    await end.focus();
    await page.keyboard.press("Shift+ArrowLeft");
    await expect.poll(() => end.getAttribute("aria-valuenow")).toBe(String(Number(before) - 1));
    const chosen = page.url();
    await page.reload();
    await settled(page);
    expect(page.url()).toBe(chosen);
    await expect.poll(() => end.getAttribute("aria-valuenow")).toBe(String(Number(before) - 1));
    await close();
  });

  it("a cell of the matrix leads to the events behind its number", async () => {
    const { page, close } = await desk().open("/actors?as=matrix");
    await page.locator(".matrix td a").first().click();
    await page.waitForURL(/\/events\?.*actors=/);
    await close();
  });
}
