import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import type { Desk } from "../harness.ts";

/** What reviews are good for. They were written by the stories before. */
export function evaluationStories(desk: () => Desk): void {
  it("reviews are counted by field, each share of how many, and go out as training data", async () => {
    const { page, close } = await desk().open("/evaluation");
    await page
      .getByText(/^\d+ events? judged/)
      .first()
      .waitFor();
    const row = page.getByRole("row", { name: /^What / }).first();
    await expect.poll(() => row.innerText()).toMatch(/\d+ of \d+/);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: /training data/ }).click(),
    ]);
    const lines = (await readFile((await download.path())!, "utf8")).trim().split("\n");
    const reports = lines.map(
      (line) =>
        JSON.parse(line) as { readonly events: readonly { readonly review: { readonly state: string } }[] },
    );
    expect(reports.flatMap(({ events }) => events.map(({ review }) => review.state))).toContain("accepted");
    await close();
  });

  it("agreement of coders comes with its interval, field by field", async () => {
    const { page, close } = await desk().open("/agreement");
    await page.getByRole("columnheader", { name: "α" }).first().waitFor();
    await page.getByText(/interval is that of 1,000 draws/).waitFor();
    await expect.poll(() => page.getByRole("row", { name: /^What/ }).first().innerText()).toMatch(/–/);
    await close();
  });
}
