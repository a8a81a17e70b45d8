import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { chromium } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { hashPassword } from "../../src/server/access/passwords.ts";
import { deskContext, gateFor, type Running, startServer } from "../../src/server/index.ts";
import { openStore, type Role, type Store } from "../../src/store/index.ts";
import { folderPlace, type TestPlace } from "../helpers/stores.ts";
import { findChromium } from "./chromium.ts";
import { CHROMIUM_FLAGS, openPage, type Watched } from "./harness.ts";
import { keyOf, REPORTS } from "./reports.ts";

const executablePath = findChromium();
const skipped = executablePath === undefined ? " (skipped: no Chromium)" : "";
const PATIENCE_MS = 120_000;
/** Longer than the pause before a decision is sent again. */
const SLOW_MS = 5000;
const RECORDS = [REPORTS.ministry, REPORTS.front] as const;
const PASSWORD = "four plain words here";
const ROLES: readonly (readonly [string, Role])[] = [
  ["carl", "coder"],
  ["dora", "coder"],
  ["rita", "reader"],
  ["lena", "reader"],
];

describe.skipIf(executablePath === undefined)(
  `a desk with accounts${skipped}`,
  { timeout: PATIENCE_MS },
  () => {
    let browser: Browser;
    let place: TestPlace;
    let store: Store;
    let running: Running;
    let watched: Watched | undefined;
    const start = async () => {
      const gate = await gateFor(store, "127.0.0.1", "ada");
      const uploads = join(place.location, "..", "uploads");
      const context = deskContext(store, {
        version: "1",
        isExample: false,
        user: "ada",
        opened: [],
        gate,
        uploads,
      });
      const server = await startServer(context, { host: "127.0.0.1", port: 0 });
      running = { url: server.url, close: () => server.close().then(context.imports.close) };
    };
    beforeAll(async () => {
      [browser, place] = await Promise.all([
        chromium.launch({ executablePath: executablePath!, args: CHROMIUM_FLAGS }),
        folderPlace(),
      ]);
      store = await openStore(place.location);
      await store.addCodings(RECORDS.map((record) => ({ record, from: "test" })));
      await store.setLinks(
        RECORDS.map((record) => ({ report: keyOf(record), story: "s-raid", happenings: {} })),
      );
      await start();
    });
    afterAll(async () => {
      await running.close();
      await store.close();
      await browser.close();
      await place.remove();
    });
    afterEach(() => watched?.close());

    const open = async (path: string): Promise<Page> => {
      watched = await openPage(browser, running.url.replace(/\/$/, ""), path);
      return watched.page;
    };
    const logIn = async (page: Page, name: string, password = PASSWORD) => {
      await page.getByLabel("Name", { exact: true }).fill(name);
      await page.getByLabel("Password", { exact: true }).fill(password);
      await page.getByRole("button", { name: "Log in" }).click();
    };
    const written = async () => {
      const reviews = await Promise.all(RECORDS.map((record) => store.reviews(`${keyOf(record)}.attack`)));
      return reviews.flat().map(({ reviewer, verdict, reason }) => [reviewer, verdict, reason]);
    };

    it("the first account is made in the settings; from the next start on everybody logs in", async () => {
      const page = await open("/settings");
      await page.getByText("Only this computer reaches the desk").waitFor();
      const make = async (password: string) => {
        await page.getByLabel("Name", { exact: true }).fill("amal");
        await page.getByLabel("Password, 12 characters or more").fill(password);
        await page.getByRole("button", { name: "Make the account" }).click();
      };
      await make("too short");
      await page.getByText("The password is too short").waitFor();
      await make(PASSWORD);
      await page.getByText("amal is made.").waitFor();

      for (const [name, role] of ROLES) await store.accounts.add(name, role, await hashPassword(PASSWORD));
      await watched?.close();
      await running.close();
      await start();
      const again = await open("/settings");
      await logIn(again, "amal");
      await again.getByText("You are logged in as amal, admin.").waitFor();
      await again.getByText("Change my password").click();
      const own = again.getByRole("form", { name: "Change my password" });
      await own.getByLabel("Password until now").fill(PASSWORD);
      await own.getByLabel("New password, 12 characters or more").fill("two boats and a bell");
      await own.getByRole("button", { name: "Set it" }).click();
      await again.getByText("Your password is changed").waitFor();
      await again.getByText("Give rita another password").click();
      const ritas = again.getByRole("form", { name: "Give rita another password" });
      await ritas.getByLabel("New password, 12 characters or more").fill(PASSWORD);
      await ritas.getByRole("button", { name: "Set it" }).click();
      await again.getByText("rita has another password").waitFor();
      await again.getByRole("button", { name: "Log out" }).click();
      await again.getByRole("heading", { name: "Log in" }).waitFor();
    });

    it("a wrong password and too many of them say what to do, in the reader's language", async () => {
      const page = await open("/today");
      await logIn(page, "lena", "a wrong one");
      await page.getByText("Name and password do not belong together", { exact: true }).waitFor();
      const headers = { "content-type": "application/json" };
      const body = JSON.stringify({ name: "lena", password: "a wrong one" });
      for (let tries = 1; tries < 10; tries += 1)
        await fetch(`${running.url}api/v1/session`, { method: "POST", headers, body });
      await logIn(page, "lena");
      await page.getByText(/The next one is answered in 15 minutes/).waitFor();
      expect(await page.getByRole("heading", { name: "Log in" }).count()).toBe(1);
    });

    it("whoever may not judge or import is told so, and whom to ask", async () => {
      const page = await open("/review");
      await logIn(page, "rita");
      await page.getByText("You are logged in as rita, reader.").waitFor();
      await page.getByText("Events are judged by coders, reviewers and admins.").waitFor();
      await page.goto(`${running.url}import`);
      await page.getByText("Reports are taken in by coders, reviewers and admins.").waitFor();
      expect(await page.getByRole("button", { name: "Read it" }).count()).toBe(0);
    });

    it("which story a report tells is not for a reader to say, and is not offered", async () => {
      const page = await open("/stories/s-raid");
      await logIn(page, "rita");
      await page.getByText("is said by coders, reviewers and admins").waitFor();
      await page.keyboard.press("m");
      expect(await page.getByRole("button", { name: /another story/i }).count()).toBe(0);
      expect(await page.getByRole("dialog").count()).toBe(0);
    });

    it("a session that ends while a comment is typed: the log-in lies over it, and the comment arrives once", async () => {
      const page = await open("/review");
      await logIn(page, "carl");
      await page.locator(".passage").waitFor();
      await page.keyboard.press("c");
      const comment = page.getByRole("textbox", { name: "Comment" });
      await comment.fill("the second");
      await page.context().clearCookies();
      // Something else on the page asks first: what is being typed stays under the log-in.
      await page.evaluate("dispatchEvent(new Event('visibilitychange')), fetch('/api/v1/events/count')");
      await comment.fill("the second paragraph says otherwise");
      await page.keyboard.press("Enter");
      await page.getByRole("dialog", { name: "Your session has ended" }).waitFor();
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await page.getByRole("dialog", { name: "Your session has ended" }).getByLabel("Password").waitFor();
      expect(await written()).toEqual([]);

      await page.keyboard.type(PASSWORD);
      await page.keyboard.press("Enter");
      await expect.poll(written).toEqual([["carl", "comment", "the second paragraph says otherwise"]]);
      await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
    });

    it("what one decided before the session ended is not sent in the name of another", async () => {
      const page = await open("/review");
      await logIn(page, "carl");
      await page.locator(".passage").waitFor();
      const before = (await written()).length;
      await page.context().clearCookies();
      await page.keyboard.press("a");
      await page.getByRole("dialog", { name: "Your session has ended" }).waitFor();
      // The page of another person begins anew; until it does, nothing is tried again under the new name.
      await page.route("**/api/v1/session", async (route) => {
        if (route.request().method() === "GET") await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
        await route.continue();
      });
      await Promise.all([page.waitForEvent("load"), logIn(page, "dora")]);
      await page.unrouteAll();
      await page.locator(".passage").waitFor();
      await page.keyboard.press("c");
      await page.getByRole("textbox", { name: "Comment" }).fill("dora's own");
      await page.keyboard.press("Enter");
      await expect.poll(async () => (await written()).length).toBe(before + 1);

      await page.context().clearCookies();
      await page.goto(`${running.url}review`);
      await logIn(page, "carl");
      await expect
        .poll(
          async () =>
            (await written()).filter(([name, verdict]) => name === "carl" && verdict === "accept").length,
        )
        .toBe(1);
      expect((await written()).filter(([name]) => name === "dora")).toEqual([
        ["dora", "comment", "dora's own"],
      ]);
    });

    it("a page of one person does not speak for another who logs in beside it; for its own it goes on", async () => {
      const page = await open("/review");
      await logIn(page, "carl");
      await page.locator(".passage").waitFor();
      const before = (await written()).length;
      // In another tab of the same browser.
      const beside = await page.context().newPage();
      const logInBeside = async (name: string) => {
        await beside.context().clearCookies();
        await beside.goto(`${running.url}review`);
        await logIn(beside, name);
        await beside.locator(".passage").waitFor();
      };
      const comment = async (words: string) => {
        await page.keyboard.press("c");
        await page.getByRole("textbox", { name: "Comment" }).fill(words);
        await page.keyboard.press("Enter");
      };
      await logInBeside("carl");
      await comment("in a session of before");
      await expect.poll(async () => (await written()).length).toBe(before + 1);

      await logInBeside("dora");
      await Promise.all([page.waitForEvent("load"), comment("of carl, while dora is in")]);
      await page.locator(".passage").waitFor();
      const [last] = (await written()).filter(([, , reason]) => reason === "of carl, while dora is in");
      expect(last).toBeUndefined();
      expect(await written()).toContainEqual(["carl", "comment", "in a session of before"]);
    });
  },
);
