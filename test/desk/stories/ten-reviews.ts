import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import type { Event } from "../../../src/record/event.ts";
import type { Desk } from "../harness.ts";

/** Seconds that an item may take, keys and screen together. */
const MOST_SECONDS = 10;
/** Milliseconds that a key is held down: a person is no faster. */
const PRESSED_MS = 40;
const FIELDS_AT_MOST = 20;
const WHO = "hana";

interface Shown {
  readonly id: string;
  readonly event: Event;
}
interface Written {
  readonly verdict: string;
  readonly field?: string;
  readonly value?: unknown;
  readonly reason?: string;
  readonly reviewer?: string;
}

/** What a person decides on an item: the keys, and what must then stand in the store. */
interface Act {
  readonly name: string;
  readonly fits?: (event: Event) => boolean;
  readonly keys: (hand: Hand, event: Event) => Promise<readonly Written[]>;
}
interface Hand {
  readonly press: (...keys: readonly string[]) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** Goes on from field to field until the button is reached. */
  readonly tabTo: (button: string) => Promise<void>;
  /** The words that the screen says are chosen. */
  readonly chosen: () => Promise<string>;
}

const ACCEPTED: Written = { verdict: "accept" };
const edit = (field: string, value: unknown): Written => ({ verdict: "edit", field, value });
const quoted = (text: string) => expect.objectContaining({ text });

const ACTS: readonly Act[] = [
  {
    name: "accepted",
    keys: async ({ press }) => {
      await press("a");
      return [ACCEPTED];
    },
  },
  {
    name: "rejected for a reason of the list",
    keys: async ({ press }) => {
      await press("x", "2");
      return [{ verdict: "reject", reason: "not-political" }];
    },
  },
  {
    name: "another of the types that were weighed",
    fits: ({ alternatives }) => alternatives.length > 0,
    keys: async ({ press }, { alternatives }) => {
      await press("2", "a");
      return [edit("type", alternatives[0]!.type), ACCEPTED];
    },
  },
  {
    name: "who",
    keys: async ({ press, chosen }) => {
      await press("ArrowRight", "ArrowLeft", "w");
      const words = await chosen();
      await press("a");
      return [edit("actors", [expect.objectContaining({ quote: quoted(words) })]), ACCEPTED];
    },
  },
  {
    name: "to whom, two words",
    keys: async ({ press, chosen }) => {
      await press("ArrowRight", "ArrowRight", "Shift+ArrowRight", "r");
      const words = await chosen();
      await press("a");
      return [edit("recipients", [expect.objectContaining({ quote: quoted(words) })]), ACCEPTED];
    },
  },
  {
    name: "according to whom",
    keys: async ({ press, chosen }) => {
      await press("ArrowRight", "ArrowDown", "s");
      const words = await chosen();
      await press("a");
      const source = { quote: quoted(words) };
      return [
        edit("attributions", [expect.objectContaining({ source: expect.objectContaining(source) })]),
        ACCEPTED,
      ];
    },
  },
  {
    name: "where, with its country",
    fits: ({ place }) => place.status !== "known",
    keys: async ({ press, type }) => {
      await press("ArrowRight", "ArrowLeft", "p", "Tab", "Tab");
      await type("MLI");
      await press("Enter", "a");
      return [edit("place", expect.objectContaining({ kind: "town", country: "MLI" })), ACCEPTED];
    },
  },
  {
    name: "no time is told",
    fits: ({ time }) => time.status === "known",
    keys: async ({ press, tabTo }) => {
      await press("t");
      await tabTo("The report does not say");
      await press("Space", "a");
      return [edit("time", null), ACCEPTED];
    },
  },
  {
    name: "a figure",
    fits: ({ quantities }) => quantities.length === 0,
    keys: async ({ press, type }) => {
      await press("ArrowRight", "n", "Tab");
      await type("12");
      await press("Enter", "a");
      return [edit("quantities", [expect.objectContaining({ kind: "dead", min: 12, max: null })]), ACCEPTED];
    },
  },
  {
    name: "a comment",
    keys: async ({ press, type }) => {
      await press("c");
      await type("the second paragraph says otherwise");
      await press("Enter", "a");
      return [{ verdict: "comment", reason: "the second paragraph says otherwise" }, ACCEPTED];
    },
  },
];

export function tenReviews(desk: () => Desk): void {
  it("ten items are judged by keys alone, ten seconds each at most, and the store holds what was meant", async () => {
    const { page, close } = await desk().open("/review?order=random");
    await page.getByLabel("You sign as").fill(WHO);
    await page.keyboard.press("Enter");
    const { items } = await ask<{ readonly items: readonly { readonly event: Shown }[] }>(
      desk(),
      `reviews/queue?order=random&reviewer=${WHO}&size=40`,
    );
    const hand = handOf(page);
    const meant = new Map<string, readonly Written[]>();
    const left = [...ACTS];
    const seconds: number[] = [];
    for (const { event: shown } of items) {
      if (left.length === 0) break;
      await page.locator(`[data-event="${shown.id}"]`).waitFor();
      const index = left.findIndex(({ fits }) => fits === undefined || fits(shown.event));
      const [act] = left.splice(index, index === -1 ? 0 : 1);
      if (act === undefined) {
        await hand.press("j");
        continue;
      }
      const since = performance.now();
      meant.set(shown.id, await act.keys(hand, shown.event));
      await page.locator(`[data-event="${shown.id}"]`).waitFor({ state: "detached" });
      seconds.push((performance.now() - since) / 1000);
    }
    expect(meant.size).toBe(ACTS.length);
    // All together: what else the machine does may hold one of them up.
    expect(seconds.reduce((sum, one) => sum + one) / ACTS.length).toBeLessThan(MOST_SECONDS);
    await expect.poll(() => page.getByText(/waits? for the server/).count()).toBe(0);
    for (const [id, wanted] of meant) {
      const written = async () => (await reviewsOf(desk(), id)).filter(({ reviewer }) => reviewer === WHO);
      await expect.poll(written).toEqual(wanted.map((one) => expect.objectContaining(one)));
    }
    await close();
  });
}

function handOf(page: Page): Hand {
  return {
    press: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key, { delay: PRESSED_MS });
    },
    type: (text) => page.keyboard.type(text, { delay: PRESSED_MS / 2 }),
    tabTo: async (button) => {
      for (let stops = 0; stops < FIELDS_AT_MOST; stops += 1) {
        if ((await page.evaluate("document.activeElement.textContent")) === button) return;
        await page.keyboard.press("Tab", { delay: PRESSED_MS });
      }
      throw new Error(`no button ${button} within reach`);
    },
    chosen: async () => /“(.*)”/s.exec(await page.locator(".said").innerText())?.[1] ?? "nothing chosen",
  };
}

async function reviewsOf(desk: Desk, event: string): Promise<readonly Written[]> {
  return (await ask<{ readonly reviews: readonly Written[] }>(desk, `reviews?event=${event}`)).reviews;
}

async function ask<Answer>({ url }: Desk, path: string): Promise<Answer> {
  return (await (await fetch(`${url}/api/v1/${path}`)).json()) as Answer;
}
