import { expect, it } from "vitest";
import type { Desk } from "../harness.ts";

/** What goes out says before what it is. */
export function exportStories(desk: () => Desk): void {
  it("an export says before it is written what goes in, what stays out and why, and the file has as many lines", async () => {
    const { page, close } = await desk().open("/events?columns=acled");
    await page.getByRole("link", { name: "Export …" }).click();
    await page.waitForURL(/\/export\?format=acled/);
    const preview = page.getByRole("region", { name: "What the file will hold" });
    const rows = /(\d+) records from (\d+) rows of the filter/;
    const [, records, all] = rows.exec((await preview.getByText(rows).textContent()) ?? "") ?? [];
    await page.getByText(`${all} of ${all} events match`).waitFor();
    await preview.getByText(`still to come: 2 of ${all} events`).waitFor();
    await preview.getByText(/bylines left out/).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: `Write the file: ${records} records` }).click(),
    ]);
    const lines = await textOf(await download.createReadStream());
    expect(lines.trim().split("\n")).toHaveLength(1 + Number(records));
    await close();
  });

  it("on paper the table has every row that is read, not only those in sight", async () => {
    const { page, close } = await desk().open("/events");
    const read = /^All (\d+) rows are read in/;
    const [, all] = read.exec((await page.getByText(read).textContent()) ?? "") ?? [];
    const rows = page.getByRole("row");
    expect(await rows.count()).toBeLessThan(Number(all));
    await page.emulateMedia({ media: "print" });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    await expect.poll(() => rows.count()).toBe(1 + Number(all));
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    await close();
  });
}

async function textOf(stream: AsyncIterable<unknown>): Promise<string> {
  let text = "";
  for await (const part of stream) text += String(part);
  return text;
}
