import { expect, it } from "vitest";
import type { Desk } from "../harness.ts";
import { keyOf, REPORTS } from "../reports.ts";

/** Of how many events the one that is wanted is looked for. */
const EVENTS_AT_MOST = 100;
const [EVENT, OTHER] = [REPORTS.front, REPORTS.ministry].map((record) => `${keyOf(record)}.attack`) as [
  string,
  string,
];

export function happeningStories(desk: () => Desk): void {
  it("an event is split off its happening and laid to it again, by keys alone", async () => {
    const { page, close } = await desk().open("/review?order=random");
    await page.getByLabel("You sign as").fill("ravi");
    await page.keyboard.press("Enter");
    const wanted = page.locator(`[data-event="${EVENT}"]`);
    for (let seen = 0; seen < EVENTS_AT_MOST && (await wanted.count()) === 0; seen += 1) {
      const shown = await page.locator("[data-event]").getAttribute("data-event");
      await page.keyboard.press("j");
      await page.locator(`[data-event="${shown}"]`).waitFor({ state: "detached" });
      await page.locator("[data-event]").waitFor();
    }
    await page.keyboard.press("d");
    await page.getByRole("dialog", { name: "It tells a happening of its own" }).getByLabel("Why").waitFor();
    await page.keyboard.type("another raid");
    await page.keyboard.press("Enter");
    await expect.poll(() => happeningOf(desk(), EVENT)).not.toBe(await happeningOf(desk(), OTHER));

    // Asked anew: the item that is shown knows of its happening from before.
    await page.keyboard.press("u");
    await page.getByText("Taken back").first().waitFor();
    await expect.poll(() => happeningOf(desk(), EVENT)).toBe(await happeningOf(desk(), OTHER));
    await close();
  });
}

async function happeningOf({ url }: Desk, event: string): Promise<string | undefined> {
  const answer = await fetch(`${url}/api/v1/events/${event}`);
  return ((await answer.json()) as { readonly happening?: string }).happening;
}
