import type { Page } from "playwright-core";
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
  it("an event is split off its happening and laid to it again, by keys alone, and both are taken back", async () => {
    const { page, close } = await desk().open("/review?order=random");
    await page.getByLabel("You sign as").fill("ravi");
    await page.keyboard.press("Enter");
    const first = await happeningOf(desk(), OTHER);
    await findEvent(page);
    await page.keyboard.press("d");
    await page.getByRole("dialog", { name: "It tells a happening of its own" }).getByLabel("Why").waitFor();
    await page.keyboard.type("another raid");
    await page.keyboard.press("Enter");
    await expect.poll(() => happeningOf(desk(), EVENT)).not.toBe(first);

    await page.reload();
    await findEvent(page);
    await page.keyboard.press("m");
    await page.locator(`input[name="to"][value="${first}"]`).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await page.keyboard.type("the same raid");
    await page.keyboard.press("Enter");
    await expect.poll(() => happeningOf(desk(), EVENT)).toBe(first);

    await page.keyboard.press("u");
    await expect.poll(() => happeningOf(desk(), EVENT)).not.toBe(first);
    await page.keyboard.press("u");
    await expect.poll(() => happeningOf(desk(), EVENT)).toBe(first);
    await close();
  });
}

/** Goes through the queue until the event is shown. */
async function findEvent(page: Page): Promise<void> {
  const shown = page.locator("[data-event]");
  await shown.waitFor();
  for (let seen = 0; seen < EVENTS_AT_MOST; seen += 1) {
    const event = await shown.getAttribute("data-event");
    if (event === EVENT) return;
    await page.keyboard.press("j");
    await page.locator(`[data-event="${event}"]`).waitFor({ state: "detached" });
    await shown.waitFor();
  }
  throw new Error(`${EVENT} is not in the queue`);
}

async function happeningOf({ url }: Desk, event: string): Promise<string | undefined> {
  const answer = await fetch(`${url}/api/v1/events/${event}`);
  return ((await answer.json()) as { readonly happening?: string }).happening;
}
