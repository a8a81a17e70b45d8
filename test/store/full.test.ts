import { execFileSync, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../src/store/index.ts";
import { packageFile } from "../../src/text/package-files.ts";
import { inventedReport } from "../helpers/invented.ts";
import { folderPlace, type TestPlace } from "../helpers/stores.ts";

const MANY = 40;
/** A store has 40 MB when it is new, and 64 MB are kept free. */
const MOST_MB = 120;

interface Told {
  readonly stored: number;
  readonly last: {
    readonly code?: string;
    readonly message?: string;
  };
}

/** Fills a store in a process of its own; `limit` is in front of the program. */
function fill(location: string, from: number, to: number, limit = ""): Told {
  const words = [process.execPath, "--import", "tsx", packageFile("test/store/filler.ts")];
  const command = `${limit} exec ${words.join(" ")} ${location} ${from} ${to}`;
  const { stdout } = spawnSync("sh", ["-c", command], { encoding: "utf8", cwd: packageFile(".") });
  const lines = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  return { stored: lines.filter((line) => line === "stored").length, last: lines.at(-1) };
}

const reportOf = (number: number) => ({
  report: inventedReport({ text: `Report ${number}.`, outlet: `Wire ${number}` }),
  from: "filler",
});

/** What was said to be stored is there and whole, once each, and more is taken. */
async function goesOn(location: string, stored: number): Promise<void> {
  const store = await openStore(location);
  try {
    expect(await store.verify()).toEqual([]);
    const added = await store.addReports(Array.from({ length: stored + 5 }, (_, number) => reportOf(number)));
    expect(added.filter((one) => one.added)).toHaveLength(5);
    expect((await store.stats()).reports).toBe(stored + 5);
  } finally {
    await store.close();
  }
}

/** Root may hang a small disk in; elsewhere the other half of these tests stands for it. */
function smallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), "khaldun-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${MOST_MB}m`, "khaldun-test", folder], {
      stdio: "ignore",
    });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
}

describe("a file that may not grow further", () => {
  let place: TestPlace;
  beforeAll(async () => {
    place = await folderPlace();
  });
  afterAll(() => place.remove());

  it("is told with its cure; nothing is half-written, and it goes on once there is room", async () => {
    const stopped = fill(place.location, 0, MANY, "ulimit -f 40000;");
    expect(stopped.last).toMatchObject({ code: "K510", message: expect.stringMatching(/could not extend/) });
    expect(stopped.stored).toBeGreaterThan(5);
    expect(stopped.stored).toBeLessThan(MANY);
    await goesOn(place.location, stopped.stored);
  }, 300_000);
});

const disk = smallDisk();
describe.skipIf(disk === undefined)("a full disk", () => {
  afterAll(() => {
    execFileSync("umount", ["-l", disk!]);
    rmSync(disk!, { recursive: true });
  });

  it("is told with its cure; what was said to be stored is there, and it goes on once there is room", async () => {
    const place = await folderPlace();
    const location = join(disk!, "store");
    cpSync(place.location, location, { recursive: true });
    await place.remove();
    const store = await openStore(location);
    let stored = 0;
    const filling = async (): Promise<void> => {
      for (; stored < MANY; stored += 1)
        await store.addReports([{ ...reportOf(stored), bytes: randomBytes(2 ** 20) }]);
    };
    await expect(filling()).rejects.toMatchObject({
      code: "K517",
      message: expect.stringMatching(/has \d+ MB left; 64 MB are kept free/),
    });
    expect((await store.stats()).reports).toBe(stored);
    await store.close();
    execFileSync("mount", ["-o", `remount,size=${3 * MOST_MB}m`, disk!]);
    await goesOn(location, stored);
  }, 300_000);
});
