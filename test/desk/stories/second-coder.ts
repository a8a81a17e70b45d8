import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import type { Desk } from "../harness.ts";

interface Judged {
  readonly id: number;
  readonly undoes?: number;
  readonly reviewer: string;
  readonly verdict: string;
  readonly field?: string;
  readonly value?: unknown;
  readonly adjudicates?: boolean;
}

export function secondCoderStories(desk: () => Desk): void {
  it("a second coder sees nothing of the first, a third person settles what they differ on, each by keys alone", async () => {
    const event = await coded(desk(), "PROTEST");
    await post(desk(), "reviews", { event, verdict: "edit", field: "type", value: "AID", reviewer: "ines" });

    const second = await desk().open("/review?order=second");
    await signAs(second.page, "bruno");
    await second.page.locator(".passage").waitFor();
    const shown = await second.page.locator(".review-two").innerText();
    expect(shown).toContain("Protest");
    // Neither who was there before nor what they made of it.
    expect(shown).not.toMatch(/ines|Aid|correct|unreviewed|accepted/);
    await second.page.keyboard.press("a");
    await expect.poll(() => reviewers(desk(), event)).toEqual(["ines", "bruno"]);
    await second.close();

    const third = await desk().open("/review?order=disagreement");
    await signAs(third.page, "carla");
    const codings = third.page.locator(".coding");
    await codings.first().waitFor();
    expect(await codings.allInnerTexts()).toEqual([
      expect.stringMatching(/ines[\s\S]*What: Aid[\s\S]*take ines’s coding/),
      expect.stringMatching(/bruno[\s\S]*take bruno’s coding/),
    ]);
    await third.page.keyboard.press("f");
    await third.page.getByText("Nothing left in this queue").waitFor();
    await expect.poll(() => settledIn(desk(), event)).toEqual(["edit AID"]);
    await third.page.keyboard.press("u");
    await codings.first().waitFor();

    // Neither is right: what is corrected here is settled too, not a third coding that differs.
    await third.page.keyboard.press("e");
    await third.page.getByRole("dialog").getByLabel("What").selectOption("AGREE");
    await third.page.locator(".correction").first().waitFor();
    await third.page.keyboard.press("a");
    await third.page.getByText("Nothing left in this queue").waitFor();
    await expect.poll(() => settledIn(desk(), event)).toEqual(["edit AGREE", "accept"]);
    await third.close();

    const page = await desk().open("/agreement");
    const type = page.page.getByRole("row", { name: /^What/ }).first();
    await expect.poll(() => type.innerText()).toContain("0 of 1");
    await page.close();

    const first = await desk().open("/review");
    await signAs(first.page, "ines");
    await first.page.goto(`${desk().url}/agreement`);
    const changed = first.page.getByRole("region", { name: "Your judgements that others changed" });
    await changed.getByText("1 of 1 events that you judged holds otherwise now").waitFor();
    await changed.getByRole("listitem").filter({ hasText: "What: Aid → Agreement" }).first().waitFor();
    await changed.getByText(/carla/).waitFor();
    await first.close();
  });
}

/** An event of a type that nobody has judged. */
async function coded({ url }: Desk, type: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/events?types=${type}&reviewed=unreviewed&size=1`);
  const { items } = (await answer.json()) as { readonly items: readonly [{ readonly id: string }] };
  return items[0].id;
}

async function post({ url }: Desk, path: string, body: unknown): Promise<void> {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(`${url}/api/v1/${path}`, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
  expect(answer.status).toBeLessThan(300);
}

async function reviewsOf({ url }: Desk, event: string): Promise<readonly Judged[]> {
  const answer = await fetch(`${url}/api/v1/reviews?event=${event}`);
  return ((await answer.json()) as { readonly reviews: readonly Judged[] }).reviews;
}

/** What counts before what both coders said, without what was taken back. */
async function settledIn(desk: Desk, event: string): Promise<readonly string[]> {
  const reviews = await reviewsOf(desk, event);
  const undone = new Set(reviews.map(({ undoes }) => undoes));
  return reviews
    .filter(({ id, adjudicates, undoes }) => adjudicates && undoes === undefined && !undone.has(id))
    .map(({ verdict, value }) => [verdict, value].join(" ").trim());
}

const reviewers = async (desk: Desk, event: string): Promise<readonly string[]> =>
  (await reviewsOf(desk, event)).map(({ reviewer }) => reviewer);

async function signAs(page: Page, name: string): Promise<void> {
  await page.getByLabel("You sign as").fill(name);
  await page.keyboard.press("Enter");
}
