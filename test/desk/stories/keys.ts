import { expect, it } from "vitest";
import type { Desk } from "../harness.ts";

export function keys(desk: () => Desk): void {
  it("the palette opens by its keys, finds a view by its name and goes there", async () => {
    const { page, close } = await desk().open("/settings");
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog").getByRole("combobox").fill("time");
    await page.getByRole("option", { name: "Timeline", selected: true }).waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/timeline/);
    await close();
  });

  it("a search from anywhere leads to the passages in which the words stand", async () => {
    const { page, close } = await desk().open("/settings");
    await page.keyboard.press("/");
    await page.getByRole("dialog").getByRole("combobox").fill("Jermuk");
    await page.getByRole("option", { name: "Reports with “Jermuk”", exact: true }).click();
    await page.waitForURL(/\/reports\?q=Jermuk/);
    await page.locator(".passage .found", { hasText: "Jermuk" }).first().waitFor();
    await close();
  });

  it("two strokes lead to a view, and ? shows every key", async () => {
    const { page, close } = await desk().open("/settings");
    // One after the other without a pause: two strokes that lie far apart are no pair.
    await Promise.all([page.keyboard.press("g"), page.keyboard.press("e")]);
    await page.waitForURL(/\/events/);
    await page.getByRole("heading", { level: 1, name: "Events" }).waitFor();
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).getByText("Show the sentence").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
    await close();
  });

  it("a key can be set otherwise, stays so after a reload, and one that is taken is refused", async () => {
    const { page, close } = await desk().open("/settings");
    const change = async (action: string, key: string) => {
      await page.getByRole("button", { name: `change ${action}`, exact: true }).click();
      await page.keyboard.press(key);
    };
    await change("These keys", "/");
    await page.getByText("/ is taken by: Search").waitFor();
    await change("These keys", "h");
    await page.getByRole("button", { name: "as it was These keys" }).waitFor();
    await page.keyboard.press("h");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    await close();
  });

  it("keys without Ctrl can be switched off", async () => {
    const { page, close } = await desk().open("/settings");
    await page.getByRole("checkbox", { name: "Keys without Ctrl or Cmd" }).uncheck();
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("?");
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog", { name: "Search and commands" }).waitFor();
    expect(await page.getByRole("dialog", { name: "Keys" }).count()).toBe(0);
    await close();
  });

  it("a view is saved for the whole desk, opened from the palette, and its removal taken back", async () => {
    const { page, close } = await desk().open("/events?types=PROTEST&columns=acled");
    await page.getByText("Saved views").click();
    await page.getByLabel("Name").fill("Marches");
    await page.getByRole("button", { name: "Save this view" }).click();
    await page.getByRole("button", { name: "remove Marches" }).waitFor();
    const other = await desk().open("/settings");
    await other.page.keyboard.press("Control+k");
    await other.page.getByRole("dialog").getByRole("combobox").fill("march");
    await other.page.getByRole("option", { name: "Marches" }).click();
    await other.page.waitForURL(/\/events\?types=PROTEST&columns=acled/);
    await other.close();

    await page.getByRole("button", { name: "remove Marches" }).click();
    await expect.poll(() => page.getByRole("button", { name: "Marches", exact: true }).count()).toBe(0);
    await page.getByRole("grid").focus();
    await page.keyboard.press("u");
    await page.getByRole("button", { name: "Marches", exact: true }).waitFor();
    await close();
  });
}
