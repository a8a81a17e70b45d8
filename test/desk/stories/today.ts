import { expect, it } from "vitest";
import type { Desk } from "../harness.ts";
import { settled } from "../harness.ts";

/** Longer than the pause after which somebody who looks again is on another visit. */
const LATER_MS = 2 * 3_600_000;

export function todayStories(desk: () => Desk): void {
  it("what came since the last visit is new, however long ago it was published; a first visit has no news", async () => {
    const { page, close } = await desk().open("/today");
    await settled(page);
    const onlyNew = page.getByRole("button", { name: "new", exact: true });
    expect(await onlyNew.count()).toBe(0);

    await takeIn(desk(), {
      title: "Market in Kidal attacked",
      text: "Gunmen attacked a market in Kidal on Monday and killed three traders, the mayor said.",
      published: "2025-04-08",
    });
    await page.clock.install({ time: Date.now() + LATER_MS });
    await page.reload();
    await page.getByText("You were last here").waitFor();
    await onlyNew.click();
    const stories = page.locator("article.story");
    await expect.poll(() => stories.count()).toBe(1);
    await stories.locator(".flag.new").waitFor();
    await stories.getByRole("link", { name: "Market in Kidal attacked" }).click();
    await page
      .locator("[data-report]", { hasText: "Market in Kidal attacked" })
      .locator(".flag.new")
      .waitFor();
    await close();
  });
}

/** Sends a report and waits until it is read and linked. */
async function takeIn({ url }: Desk, report: Readonly<Record<string, string>>): Promise<void> {
  const headers = { "content-type": "application/json" };
  const sent = await fetch(`${url}/api/v1/imports`, {
    method: "POST",
    headers,
    body: JSON.stringify(report),
  });
  const { run } = (await sent.json()) as { readonly run: number };
  // The stream of its progress ends with it.
  expect(await (await fetch(`${url}/api/v1/imports/${run}/progress`)).text()).toContain('"done"');
}
