import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";

/** Milliseconds after which something that did not show is not waited for. */
const PATIENCE = 10_000;
/** Milliseconds for which nothing moves before the next act. */
const CALM = 400;
const ROWS = ".grid-body .grid-row";

/** Milliseconds from asking for the page to its largest paint, each time in a browser profile of its own. */
export async function firstView(browser: Browser, url: string, rounds: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const page = await openPage(browser);
    await page.goto(url, { waitUntil: "networkidle" });
    times.push(await page.evaluate<number>("bench.largestPaint()"));
    await page.context().close();
  }
  return times;
}

/** Milliseconds by interaction of the table of events, from the input to the first frame that shows its result. */
export async function interactions(
  browser: Browser,
  url: string,
  rounds: number,
): Promise<Readonly<Record<string, readonly number[]>>> {
  const times: Record<string, number[]> = { filter: [], sort: [], scroll: [], "open a cell": [] };
  const add = (name: string, time: number | null) => {
    if (time !== null) times[name]!.push(time);
  };
  for (let round = 0; round < rounds; round += 1) {
    const page = await openPage(browser);
    await page.goto(`${url}/events`, { waitUntil: "networkidle" });
    await page.locator(ROWS).first().waitFor();
    // Another value each round, so that the server has not answered it just now.
    const facet = page.locator(".facets fieldset").nth(1).locator("input:enabled");
    const value = facet.nth(round % Math.max(1, Math.min(5, await facet.count())));
    const order = page.locator(".bar select").nth(1);
    add("scroll", await timed(page, () => page.mouse.wheel(0, 1500), page.locator(".grid")));
    add("filter", await timed(page, () => value.click()));
    add("sort", await timed(page, () => order.selectOption("oldest")));
    await page.locator(`${ROWS} [role=gridcell]`).first().click();
    add("open a cell", await timed(page, () => page.keyboard.press("Space"), undefined, ".evidence"));
    await page.context().close();
  }
  return times;
}

/** As the page's own clock has it. The pointer is put over `under` before. */
async function timed(
  page: Page,
  act: () => Promise<unknown>,
  under?: Locator,
  appears = "",
): Promise<number | null> {
  await under?.hover();
  await page.evaluate(`bench.calm(".grid-body", ${CALM})`);
  const shown = page.evaluate<number | null>(
    `bench.untilShown(".grid-body", ${JSON.stringify(appears)}, ${PATIENCE})`,
  );
  await act();
  return shown;
}

/** A page in a browser profile of its own. What measures comes with it; the desk's policy would keep it out. */
async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, bypassCSP: true });
  await context.addInitScript({ path: join(import.meta.dirname, "in-page.js") });
  return context.newPage();
}
