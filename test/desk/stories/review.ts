import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import type { Desk } from "../harness.ts";

/** Seconds that one item may take, keys and screen together. */
const MOST_SECONDS = 10;

export function reviewStories(desk: () => Desk): void {
  it("items are judged by keys alone, each within ten seconds", async () => {
    const { page, close } = await desk().open("/review");
    const rounds = [
      () => page.keyboard.press("a"),
      async () => {
        await selectFirstWord(page);
        await page.keyboard.press("w");
        await page.locator(".correction").first().waitFor();
        await page.keyboard.press("a");
      },
      async () => {
        await page.keyboard.press("x");
        await page.getByRole("dialog", { name: "Why is it wrong?" }).waitFor();
        await page.keyboard.press("1");
      },
    ];
    const seconds: number[] = [];
    for (const judge of rounds) {
      const before = await itemOf(page);
      const since = performance.now();
      await judge();
      await expect.poll(() => itemOf(page)).not.toBe(before);
      seconds.push((performance.now() - since) / 1000);
    }
    // The middle one: what else the machine does may hold one of them up.
    expect(seconds.sort((one, other) => one - other)[1]).toBeLessThan(MOST_SECONDS);
    await expect
      .poll(async () => (await mine(desk())).map(({ verdict }) => verdict))
      .toEqual(["reject", "accept", "edit", "accept"]);
    await close();
  });

  it("undo goes back event by event, as deep as there is something to take back, after a reload too", async () => {
    const { page, close } = await desk().open("/review");
    const undone = async () => (await mine(desk())).filter(({ undoes }) => undoes !== undefined).length;
    const before = await undone();
    await page.locator(".passage").waitFor();
    await page.keyboard.press("u");
    await expect.poll(undone).toBe(before + 1);
    await page.reload();
    await page.locator(".passage").waitFor();
    await page.keyboard.press("u");
    await expect.poll(undone).toBe(before + 2);
    await page.getByText("Taken back").first().waitFor();
    await close();
  });

  it("what is decided while the connection is gone waits, is said to wait, and arrives when it is back", async () => {
    const { page, close } = await desk().open("/review");
    await page.locator(".passage").waitFor();
    const before = (await mine(desk())).length;
    await page.context().setOffline(true);
    await page.keyboard.press("a");
    await page.getByText(/One decision waits for the server/).waitFor();
    expect((await mine(desk())).length).toBe(before);
    await page.context().setOffline(false);
    await expect.poll(async () => (await mine(desk())).length).toBe(before + 1);
    await expect.poll(() => page.getByText(/waits for the server/).count()).toBe(0);
    await close();
  });

  it("an event that is two is divided by keys, and made one again", async () => {
    const { page, close } = await desk().open("/review");
    await page.locator(".passage").waitFor();
    await page.keyboard.press("v");
    const form = page.getByRole("dialog", { name: "Two events were read as one" });
    await form.getByLabel("The second is").selectOption("AID");
    await form.getByLabel("Why").fill("relief was sent the next day");
    await page.keyboard.press("Enter");
    const divided = async () => (await mine(desk())).filter(({ verdict }) => verdict === "divide");
    await expect.poll(async () => (await divided()).length).toBe(1);
    await page.getByText("Divided into two events").waitFor();
    await page.keyboard.press("u");
    await expect.poll(async () => (await divided())[0]?.undoes).toBeDefined();
    await page.getByText("Taken back").first().waitFor();
    await close();
  });

  it("the table shows and counts what reviewers left, or what was coded", async () => {
    const { url } = desk();
    const { items } = (await (await fetch(`${url}/api/v1/events?outlets=Adriatic+Mail&size=1`)).json()) as {
      readonly items: readonly [{ readonly id: string }];
    };
    await fetch(`${url}/api/v1/reviews`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ event: items[0].id, verdict: "edit", field: "type", value: "AID" }),
    });
    const { page, close } = await desk().open("/events?outlets=Adriatic+Mail&types=AID");
    await page.getByRole("gridcell", { name: "Aid" }).first().waitFor();
    await page.getByRole("checkbox", { name: /^Aid/ }).waitFor();
    await page.getByRole("button", { name: "as coded" }).click();
    await page.waitForURL(/values=coded/);
    await page.getByText("No event matches").first().waitFor();
    await page.getByRole("button", { name: "as corrected" }).click();
    await page.getByRole("gridcell", { name: "Aid" }).first().waitFor();
    await close();
  });

  it("nothing is called verified, and an unreviewed event says that a machine coded it", async () => {
    const { page, close } = await desk().open("/review");
    await page.locator(".codes").getByText("machine-coded, unreviewed").waitFor();
    await close();
  });
}

interface Written {
  readonly verdict: string;
  readonly undoes?: number;
}

/** What this reviewer has written, the newest first. */
async function mine({ url }: Desk): Promise<readonly Written[]> {
  const answer = await fetch(`${url}/api/v1/reviews/mine?size=100`);
  return ((await answer.json()) as { readonly items: readonly Written[] }).items;
}

/** What stands on the screen: the passage with its event. */
async function itemOf(page: Page): Promise<string> {
  const [passage, codes] = await Promise.all([
    page.locator(".passage").innerText(),
    page.locator(".codes dl").innerText(),
  ]);
  return passage + codes;
}

async function selectFirstWord(page: Page): Promise<void> {
  await page.evaluate(`{
    const words = document.createTreeWalker(document.querySelector(".passage"), NodeFilter.SHOW_TEXT).nextNode();
    getSelection().setBaseAndExtent(words, 0, words, words.data.trimEnd().split(" ")[0].length);
  }`);
}
