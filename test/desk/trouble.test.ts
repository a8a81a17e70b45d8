import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { sql } from "kysely";
import type { Browser } from "playwright-core";
import { chromium } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  builtDesk,
  createDoor,
  deskContext,
  houseOf,
  type Running,
  startDesk,
} from "../../src/server/index.ts";
import { connect } from "../../src/store/database.ts";
import { openStore, type Store } from "../../src/store/index.ts";
import { locationOf } from "../../src/store/location.ts";
import { MIGRATIONS, migrate } from "../../src/store/migrate.ts";
import { folderPlace, type TestPlace } from "../helpers/stores.ts";
import { findChromium } from "./chromium.ts";
import { CHROMIUM_FLAGS, openPage, settled, type Watched } from "./harness.ts";
import { REPORTS } from "./reports.ts";

const executablePath = findChromium();
const skipped = executablePath === undefined ? " (skipped: no Chromium)" : "";

/** Stores are made, opened and opened again: what that takes on a machine that does other things. */
const PATIENCE_MS = 400_000;
/** After that a view has given up asking. */
const VAIN_MS = 6000;

describe.skipIf(executablePath === undefined)(`a desk in trouble${skipped}`, { timeout: PATIENCE_MS }, () => {
  let browser: Browser;
  let filled: TestPlace;
  let place: TestPlace;
  let running: Running | undefined;
  let watched: Watched | undefined;
  beforeAll(async () => {
    [browser, filled] = await Promise.all([
      chromium.launch({ executablePath: executablePath!, args: CHROMIUM_FLAGS }),
      folderPlace(),
    ]);
    await changed(filled, (store) => store.addCodings([{ record: REPORTS.ministry, from: "test" }]));
  });
  afterAll(async () => {
    await browser.close();
    await filled.remove();
  });
  beforeEach(() => {
    const folder = mkdtempSync(join(tmpdir(), "khaldun-trouble-"));
    cpSync(filled.location, join(folder, "store"), { recursive: true });
    place = { location: join(folder, "store"), remove: async () => rmSync(folder, { recursive: true }) };
  });
  afterEach(async () => {
    await watched?.close();
    await running?.close();
    running = undefined;
    await place.remove();
  });

  const changed = async ({ location }: TestPlace, change: (store: Store) => Promise<unknown>) => {
    const store = await openStore(location);
    await change(store);
    await store.close();
  };
  const serve = async (location: string, port = 0) => {
    const uploads = join(place.location, "..", "uploads");
    const door = createDoor({
      location,
      desk: builtDesk()!,
      isLocal: true,
      migrating: "ask",
      open: async (migrating) => {
        const store = await openStore(location, migrating);
        return houseOf(
          deskContext(store, { version: "1", isExample: false, user: "ada", opened: [], delay: 0, uploads }),
        );
      },
    });
    running = await startDesk(door, { host: "127.0.0.1", port });
    return running.url.replace(/\/$/, "");
  };
  const open = async (path: string, location = place.location) => {
    watched = await openPage(browser, await serve(location), path);
    return watched.page;
  };
  const screen = ".store-screen";

  const isOpen = async () => (await fetch(`${running!.url}api/v1/events/count`)).status === 200;

  it("a store that another program holds: it is named, and the desk opens once it lets go", async () => {
    const holder = await openStore(place.location);
    const page = await open("/events");
    await page.getByRole("heading", { name: "Another program has the store open" }).waitFor();
    await page.locator(screen).getByText(`process ${process.pid}`).waitFor();
    await holder.close();
    await page.getByText("1 of 1 events").waitFor();
    await expect.poll(() => page.locator(screen).count()).toBe(0);
  });

  it("a store of an older program: nothing is changed until a person says so, then all of it is there", async () => {
    const older = join(place.location, "..", "older");
    const opened = await connect(locationOf(older));
    await migrate(opened.database, older, "do", MIGRATIONS.slice(0, -1));
    await sql`insert into searches (id, name, owner, filter) values ('kept', 'Kept', 'ada', '{}')`.execute(
      opened.database,
    );
    await opened.close();
    const page = await open("/settings", older);
    await page.getByRole("heading", { name: "The store was written by an older Khaldun" }).waitFor();
    await page
      .locator(screen)
      .getByText(`schema ${MIGRATIONS.length - 1}`)
      .waitFor();
    await page.getByRole("button", { name: "Bring it up to date" }).click();
    await expect.poll(() => page.locator(screen).count()).toBe(0);
    const searches = await fetch(`${running!.url}api/v1/searches`);
    expect(await searches.json()).toMatchObject({ items: [{ name: "Kept" }] });
  });

  it("a store of a newer program: it is left alone, with what to do", async () => {
    await changed(place, (store) =>
      store.statement(
        "insert into manifest (version, name, checksum, fingerprint) values ($1, 'later', '', '')",
        [MIGRATIONS.length + 1],
      ),
    );
    const page = await open("/today");
    await page.getByRole("heading", { name: "The store was written by a newer Khaldun" }).waitFor();
    await page.locator(screen).getByText("K503").waitFor();
    await expect.poll(() => page.getByRole("button", { name: "Bring it up to date" }).count()).toBe(0);
  });

  it("a store that holds nothing yet says so, and not that a filter is too narrow", async () => {
    const page = await open("/timeline", join(place.location, "..", "empty"));
    const nothing = page.getByText("This store holds no events yet");
    await nothing.waitFor();
    await page.goto(`${running!.url}map`);
    await nothing.waitFor();
    await page.getByRole("link", { name: "Import reports" }).waitFor();
    await page.goto(`${running!.url}map?types=PROTEST`);
    await page.getByText("Widen the dates or take a filter away.").waitFor();
    await page.goto(`${running!.url}actors`);
    await page.getByText("No party is named in this store yet").waitFor();
  });

  it("what is on the screen stays when it is asked for again in vain", async () => {
    const page = await open("/events");
    const row = page.getByRole("gridcell", { name: "Menaka, MLI" });
    await row.waitFor();
    await running!.close();
    running = undefined;
    // A minute later somebody comes back to the tab, and the view asks whether anything is new.
    await page.clock.install({ time: Date.now() + 60_000 });
    await page.evaluate("dispatchEvent(new Event('visibilitychange'))");
    await page.getByRole("heading", { name: "The desk's server does not answer" }).waitFor();
    await page.waitForTimeout(VAIN_MS);
    expect(await row.count()).toBe(1);
  });

  it("a lost connection is seen by whoever has read far down on a telephone", async () => {
    const page = await open("/settings");
    await page.setViewportSize({ width: 390, height: 700 });
    await page.evaluate("scrollTo(0, document.body.scrollHeight)");
    await page.context().setOffline(true);
    const message = page.getByRole("heading", { name: "The desk's server does not answer" });
    await message.waitFor();
    const { y } = (await message.boundingBox())!;
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThan(350);
  });

  it("a view that was never opened waits for the connection, and the help is there without one", async () => {
    const page = await open("/settings");
    await settled(page);
    // What a press of a key opens is fetched half a second after the page.
    await page.waitForTimeout(1500);
    await page.context().setOffline(true);
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("g");
    await page.keyboard.press("a");
    await page.getByRole("heading", { name: "The desk's server does not answer" }).waitFor();
    await page.waitForTimeout(1500);
    expect(page.url()).toMatch(/^http:/);
    await page.context().setOffline(false);
    await page.getByRole("heading", { level: 1, name: "Actors" }).waitFor();
  });

  it("a database, a server and a worker that end: each is said, nothing is lost, and the desk goes on", async () => {
    const started = once(process, "worker") as Promise<[Worker]>;
    const page = await open("/import");
    await expect.poll(isOpen).toBe(true);
    await settled(page);
    const text = page.getByLabel("Text of the report");
    const typed = "Police in Lima arrested two politicians on Sunday.";
    await text.fill(typed);

    const [database] = await started;
    await database.terminate();
    await page.getByRole("button", { name: "Read it" }).first().click();
    await page.getByRole("heading", { name: "The store cannot be read just now" }).waitFor();
    await expect.poll(() => page.locator(screen).count()).toBe(0);
    expect(await text.inputValue()).toBe(typed);

    const port = Number(new URL(running!.url).port);
    await running!.close();
    await page.getByRole("button", { name: "Read it" }).first().click();
    await page.getByRole("heading", { name: "The desk's server does not answer" }).waitFor();
    await serve(place.location, port);
    await expect.poll(() => page.locator(screen).count()).toBe(0);
    expect(await text.inputValue()).toBe(typed);

    const coding = once(process, "worker") as Promise<[Worker]>;
    await page.getByRole("button", { name: "Read it" }).first().click();
    const [worker] = await coding;
    await worker.terminate();
    const runs = page.getByRole("region", { name: "Imports" }).getByRole("listitem");
    await runs.getByText("The part of the program that reads and codes reports has stopped").waitFor();
    await runs.getByRole("button", { name: /^Try again/ }).click();
    await runs.getByText(/done · 1 reports done, 0 failed/).waitFor();
  });
});
