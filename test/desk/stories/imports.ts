import { expect, it } from "vitest";
import { type Desk, WAITS } from "../harness.ts";

/** What is dropped is a file of the browser's own; as text, since the page's policy lets nobody hand it a function. */
const DROPPED = `(() => {
  const dropped = new DataTransfer();
  dropped.items.add(new File(["Dock workers in Gdansk went on strike on Monday over pay."], "strike.txt"));
  return dropped;
})()`;

const PAGE = `<!doctype html><html lang="en"><head><title>Envoy expelled</title>
<meta property="article:published_time" content="2026-05-05T10:00:00Z"></head><body><article><h1>Envoy expelled</h1>
<p>Mali's government expelled the ambassador of Denmark on Monday, the foreign ministry said in a statement.</p>
<p>The ministry gave no reason for its decision and said the embassy could stay open.</p></article></body></html>`;

export function importStories(desk: () => Desk): void {
  it("a file that is dropped and a text that is pasted are read, and it is said how far they are", async () => {
    const { page, close } = await desk().open("/import");
    const runs = page.getByRole("region", { name: "Imports" }).getByRole("listitem");
    await page.locator(".drop").dispatchEvent("drop", { dataTransfer: await page.evaluateHandle(DROPPED) });
    await runs
      .filter({ hasText: "strike.txt" })
      .getByText(/done · 1 reports done, 0 failed/)
      .waitFor();

    await page.getByLabel("Text of the report").fill("Police in Lima arrested two politicians on Sunday.");
    await page.getByLabel("Published on").fill("2026-05-05");
    await page.getByRole("button", { name: "Read it" }).first().click();
    await expect.poll(() => runs.filter({ hasText: /done · 1 reports done, 0 failed/ }).count()).toBe(2);
    await page.goto(`${desk().url}/reports?q=Lima`);
    await page.locator(".passage .found", { hasText: "Lima" }).first().waitFor();
    await close();
  });

  it("more imports in line than a browser has connections leave it some", async () => {
    const { page, close } = await desk().open("/settings");
    const begun = await Promise.all(
      Array.from({ length: 8 }, async (_, number) => {
        const url = desk().publish(`/waits/${number}`, WAITS);
        const answer = await page.request.post(`${desk().url}/api/v1/imports`, { data: { url } });
        return (await answer.json()) as { readonly run: number };
      }),
    );
    await page.goto(`${desk().url}/import`);
    const runs = page.getByRole("region", { name: "Imports" }).getByRole("listitem");
    await expect.poll(() => runs.filter({ hasText: "waiting" }).count()).toBe(7);
    const other = await page.context().newPage();
    await other.goto(`${desk().url}/events`);
    await other.getByRole("gridcell").first().waitFor();
    for (const { run } of begun) await page.request.post(`${desk().url}/api/v1/imports/${run}/stop`);
    await expect.poll(() => runs.filter({ hasText: "stopped" }).count(), { timeout: 30_000 }).toBe(8);
    await close();
  });

  it("earlier imports and more parties come when they are asked for", async () => {
    const { page, close } = await desk().open("/");
    // The server's own pages, only shorter.
    await page.route(/\/api\/v1\/(imports|actors)\?/, (route) =>
      route.continue({
        url: route
          .request()
          .url()
          .replace(/size=\d+/, "size=1"),
      }),
    );
    await page.goto(`${desk().url}/import`);
    const runs = page.getByRole("region", { name: "Imports" }).getByRole("listitem");
    await expect.poll(() => runs.count()).toBe(1);
    await page.getByRole("button", { name: "Earlier imports" }).click();
    await expect.poll(() => runs.count()).toBe(2);

    await page.goto(`${desk().url}/actors`);
    const parties = page.locator("tbody [data-row]");
    await expect.poll(() => parties.count()).toBe(1);
    await page.getByRole("button", { name: "More parties" }).click();
    await expect.poll(() => parties.count()).toBe(2);
    await close();
  });

  it("what fails says why and what to do, and is gone once another try has read it", async () => {
    const { page, close } = await desk().open("/import");
    const address = desk().publish("/elsewhere", PAGE).replace("elsewhere", "envoy");
    await page.getByLabel("Address of a report or a feed").fill(address);
    await page.getByRole("button", { name: "Read it" }).last().click();
    const failures = page.getByRole("region", { name: "What could not be read" });
    await failures.getByText(/answered 404/).waitFor();

    const french = await desk().open("/import", { language: "fr" });
    await french.page.getByText("La page n’a pas pu être récupérée").waitFor();
    await french.page.locator('[lang="en"]', { hasText: "answered 404" }).waitFor();
    await french.close();

    await failures.getByRole("button", { name: /^Try again/ }).click();
    await failures.getByText("tried 2 times").waitFor();
    desk().publish("/envoy", PAGE);
    await failures.getByRole("button", { name: /^Try again/ }).click();
    await failures.getByText("Nothing failed.").waitFor();
    await close();
  });

  it("a feed that is watched brings what it names, and can be removed and taken back", async () => {
    const { page, close } = await desk().open("/import");
    const named = desk().publish("/norway", PAGE.replaceAll("Denmark", "Norway"));
    const feed = `<rss version="2.0"><channel><title>Wire</title><link>http://wire.example/</link><description>d</description><item><title>Envoy of Norway expelled</title><link>${named}</link></item></channel></rss>`;
    const url = desk().publish("/feed", feed);
    await page.getByLabel("Address of a feed, sitemap or page").fill(url);
    await page.getByRole("button", { name: "Watch it" }).click();
    const feeds = page.getByRole("region", { name: "Feeds that are watched" });
    await feeds.getByRole("listitem").filter({ hasText: url }).waitFor();
    const runs = page.getByRole("region", { name: "Imports" }).getByRole("listitem");
    await runs
      .filter({ hasText: url })
      .getByText(/done · 1 reports done, 0 failed/)
      .waitFor();

    await feeds.getByRole("button", { name: `Remove ${url}` }).click();
    await feeds.getByText("Nothing is watched yet.").waitFor();
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("u");
    await feeds.getByRole("listitem").filter({ hasText: url }).waitFor();
    await close();
  });
}
