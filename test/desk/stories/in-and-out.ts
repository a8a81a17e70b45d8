import { expect, it } from "vitest";
import type { Desk } from "../harness.ts";

/** Reports come in, files go out; both say what happens. */
export function inAndOut(desk: () => Desk): void {
  it("an export says before it is written what goes in, what stays out and why, and the file has as many lines", async () => {
    const { page, close } = await desk().open("/events?columns=acled");
    await page.getByRole("link", { name: "Export …" }).click();
    await page.waitForURL(/\/export\?format=acled/);
    const preview = page.getByRole("region", { name: "What the file will hold" });
    await preview.getByText("8 records from 24 rows of the filter").waitFor();
    await preview.getByText(/still to come: \d of 24 events/).waitFor();
    await preview.getByText(/bylines left out/).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Write the file: 8 records" }).click(),
    ]);
    const lines = await textOf(await download.createReadStream());
    expect(lines.trim().split("\n")).toHaveLength(1 + 8);
    await close();
  });

  it("a file that cannot be read is listed with its reason and can be tried again", async () => {
    const { page, close } = await desk().open("/import");
    await page.getByLabel("Choose files").setInputFiles({
      name: "nothing.txt",
      mimeType: "text/plain",
      buffer: Buffer.from(" "),
    });
    const failures = page.getByRole("region", { name: "What could not be read" });
    await failures.getByText("nothing.txt", { exact: true }).waitFor();
    await failures.getByText("K102").waitFor();
    await failures.getByRole("button", { name: "Try again nothing.txt" }).click();
    await failures.getByText("tried 2 times").waitFor();
    await close();
  });
}

async function textOf(stream: AsyncIterable<unknown>): Promise<string> {
  let text = "";
  for await (const part of stream) text += String(part);
  return text;
}
