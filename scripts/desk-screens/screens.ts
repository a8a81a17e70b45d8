import { once } from "node:events";
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import type { Page } from "playwright-core";
import { connect } from "../../src/store/database.ts";
import { openStore } from "../../src/store/index.ts";
import { locationOf } from "../../src/store/location.ts";
import { MIGRATIONS, migrate } from "../../src/store/migrate.ts";
import { changed, copyOf, PASSWORD, type Standing, serve, withAccounts } from "./stand.ts";

interface Screen {
  readonly name: string;
  readonly stand: (base: string) => Promise<Standing>;
  readonly show: (page: Page, desk: Standing) => Promise<unknown>;
}

const plain = (base: string): Promise<Standing> => serve(copyOf(base));
const shared = async (base: string): Promise<Standing> => serve(await withAccounts(base));
const goTo =
  (path: string) =>
  async (page: Page, { url }: Standing) => {
    await page.goto(url + path);
    await page.locator(".store-screen").waitFor();
  };

async function logIn(
  page: Page,
  url: string,
  path: string,
  name: string,
  password = PASSWORD,
): Promise<void> {
  await page.goto(url + path);
  await page.locator("[name=name]").fill(name);
  await page.locator("[name=password]").fill(password);
  await page.locator(".login button").click();
}

async function comment(page: Page): Promise<void> {
  await page.locator(".passage").waitFor();
  await page.keyboard.press("c");
  await page.keyboard.type("The second paragraph says otherwise");
}

/** What can be in the way of somebody at the desk, in the order of docs/screens.md. */
export const SCREENS: readonly Screen[] = [
  {
    name: "locked",
    stand: async (base) => {
      const location = copyOf(base);
      const holder = await openStore(location);
      return serve(location, holder.close);
    },
    show: goTo("/events"),
  },
  {
    name: "older",
    stand: async (base) => {
      const location = join(copyOf(base), "..", "older");
      const opened = await connect(locationOf(location));
      await migrate(opened.database, location, "do", MIGRATIONS.slice(0, -1));
      await opened.close();
      return serve(location);
    },
    show: goTo("/today"),
  },
  {
    name: "newer",
    stand: async (base) =>
      serve(
        await changed(copyOf(base), (store) =>
          store.statement(
            "insert into manifest (version, name, checksum, fingerprint) values ($1, 'later', '', '')",
            [MIGRATIONS.length + 1],
          ),
        ),
      ),
    show: goTo("/today"),
  },
  {
    name: "worker",
    stand: async (base) => {
      const desk = await plain(base);
      const coding = once(process, "worker") as Promise<[Worker]>;
      const headers = { "content-type": "application/json" };
      const body = JSON.stringify({ text: "Police in Lima arrested two politicians on Sunday." });
      await fetch(`${desk.url}/api/v1/imports`, { method: "POST", headers, body });
      const [worker] = await coding;
      await worker.terminate();
      return desk;
    },
    show: async (page, { url }) => {
      await page.goto(`${url}/import`);
      await page.locator(".runs .pill").first().scrollIntoViewIfNeeded();
    },
  },
  {
    name: "no-webgl",
    stand: plain,
    show: async (page, { url }) => {
      await page.context().addInitScript("HTMLCanvasElement.prototype.getContext = () => null;");
      await page.goto(`${url}/map`);
      await page.locator(".state").first().waitFor();
    },
  },
  {
    name: "connection",
    stand: plain,
    show: async (page, { url }) => {
      await page.goto(`${url}/review`);
      await page.locator(".passage").waitFor();
      await page.context().setOffline(true);
      await page.keyboard.press("a");
      await page.locator(".store-screen").waitFor();
      await page.locator(".notice .pill").first().waitFor();
    },
  },
  {
    name: "first-account",
    stand: plain,
    show: async (page, { url }) => {
      await page.goto(`${url}/settings`);
      await page.locator("[name=password]").waitFor();
    },
  },
  {
    name: "log-in",
    stand: shared,
    show: (page, { url }) => page.goto(`${url}/today`).then(() => page.locator(".login").waitFor()),
  },
  {
    name: "wrong-password",
    stand: shared,
    show: async (page, { url }) => {
      await logIn(page, url, "/today", "carl", "another one");
      await page.locator(".state.failed").waitFor();
    },
  },
  {
    name: "too-many",
    stand: async (base) => {
      const desk = await shared(base);
      const headers = { "content-type": "application/json" };
      const body = JSON.stringify({ name: "lena", password: "another one" });
      for (let tries = 0; tries < 10; tries += 1)
        await fetch(`${desk.url}/api/v1/session`, { method: "POST", headers, body });
      return desk;
    },
    show: async (page, { url }) => {
      await logIn(page, url, "/today", "lena");
      await page.locator(".state.failed").waitFor();
    },
  },
  {
    name: "session-ended",
    stand: shared,
    show: async (page, { url }) => {
      await logIn(page, url, "/review", "carl");
      await comment(page);
      await page.context().clearCookies();
      await page.keyboard.press("Enter");
      await page.locator("dialog:modal .login").waitFor();
    },
  },
  {
    name: "no-right",
    stand: shared,
    show: async (page, { url }) => {
      await logIn(page, url, "/review", "rita");
      await page.locator(".state").waitFor();
    },
  },
];
