import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import type { Desk } from "../harness.ts";

export function briefStories(desk: () => Desk): void {
  it("a claim becomes a sentence with its reference, and the brief a file", async () => {
    const { page, close } = await desk().open("/brief");
    await page.getByLabel("Title of the brief").fill("Menaka");
    await page.locator(".choice-row", { hasText: "Wire One" }).first().click();
    await page.locator(".references li", { hasText: "Wire One" }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save as Markdown" }).click(),
    ]);
    const written = await readFile((await download.path())!, "utf8");
    expect(written).toContain("# Menaka");
    expect(written).toContain("Wire One");
    const [references] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "References: CSL-JSON" }).click(),
    ]);
    expect(references.suggestedFilename()).toBe("Menaka.json");
    expect(JSON.parse(await readFile((await references.path())!, "utf8"))).toMatchObject([
      { type: "article-newspaper", "container-title": "Wire One" },
    ]);
    await close();
  });

  it("a sentence that rests on nothing keeps the brief from being given out, until it has a reference", async () => {
    const { page, close } = await desk().open("/brief");
    const save = page.getByRole("button", { name: "Save as Markdown" });
    await page.locator(".choice-row").first().click();
    await expect.poll(() => save.isEnabled()).toBe(true);
    await page.getByRole("button", { name: "+ sentence" }).click();
    await page.locator(".brief-sentence textarea").last().fill("Everybody knows who did it.");
    await page.getByText(/1 sentence rests on no words/).waitFor();
    await expect.poll(() => save.isDisabled()).toBe(true);
    await page.locator(".brief-sentence.loose").getByRole("button", { name: "+ [1]" }).click();
    await expect.poll(() => save.isEnabled()).toBe(true);
    await close();
  });

  it("one that was emptied is taken back, after a reload too", async () => {
    const { page, close } = await desk().open("/brief");
    const title = page.getByLabel("Title of the brief");
    await title.fill("Menaka");
    await page.locator(".choice-row").first().click();
    await page.getByRole("button", { name: "Begin anew" }).click();
    await expect.poll(() => title.inputValue()).toBe("");
    await page.reload();
    await page.locator(".choice-row").first().waitFor();
    await page.keyboard.press("u");
    await expect.poll(() => title.inputValue()).toBe("Menaka");
    await page.locator(".brief-sentence").waitFor();
    await close();
  });

  it("the server refuses it too, and names the sentence", async () => {
    const body = { title: "t", sentences: [{ text: "Everybody knows who did it.", events: [] }] };
    const answer = await fetch(`${desk().url}/api/v1/brief`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await answer.text()).toContain("Everybody knows who did it.");
  });
}
