import { expect, it } from "vitest";
import type { Desk } from "../harness.ts";
import { settled } from "../harness.ts";

export function storyStories(desk: () => Desk): void {
  it("a report leaves its story and another story joins it, by keys alone, and both are taken back", async () => {
    const { page, close } = await desk().open("/stories/s-sides");
    await settled(page);
    const rows = page.locator("[data-report]");
    await expect.poll(() => rows.count()).toBe(2);

    await page.keyboard.press("j");
    await page.keyboard.press("d");
    const leave = page.getByRole("dialog", { name: "Which story does the report tell?" });
    await leave.getByLabel("Why").fill("it tells of another raid");
    await page.keyboard.press("Enter");
    await expect.poll(() => rows.count()).toBe(1);
    await page.locator(".decisions").getByText("it tells of another raid").waitFor();
    // What can be taken back outlives a reload.
    await page.reload();
    await page.locator(".decisions").waitFor();
    await page.keyboard.press("u");
    await expect.poll(() => rows.count()).toBe(2);
    await page.getByText("taken back").first().waitFor();

    await page.keyboard.press("m");
    const join = page.getByRole("dialog", { name: "Which story is the same as this one?" });
    await join.getByLabel("Words of its reports").fill("A headline that goes on");
    await expect.poll(() => join.getByRole("radio").count()).toBe(1);
    await join.getByRole("radio").check();
    await join.getByLabel("Why").fill("the committee met about it");
    await page.keyboard.press("Enter");
    await expect.poll(() => rows.count()).toBe(3);
    await page.keyboard.press("u");
    await expect.poll(() => rows.count()).toBe(2);
    await close();
  });
}
