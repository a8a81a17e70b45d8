import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageFile } from "../../src/text/package-files.ts";
import { folderPlace, type TestPlace } from "../helpers/stores.ts";

const MANY = 10;
/** A store has 40 MB when it is new, and 64 MB are kept free. */
const MOST_MB = 120;

interface Told {
  readonly stored: number;
  readonly last: {
    readonly code?: string;
    readonly message?: string;
    readonly stats?: { readonly reports: number };
    readonly problems?: readonly unknown[];
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

  it("is told with its cure; nothing is half-written, and it goes on once there is room", () => {
    const stopped = fill(place.location, 0, MANY, "ulimit -f 40000;");
    expect(stopped.last).toMatchObject({ code: "K510", message: expect.stringMatching(/could not extend/) });
    expect(stopped.stored).toBeGreaterThan(1);
    expect(stopped.stored).toBeLessThan(MANY);
    const again = fill(place.location, 0, MANY);
    expect(again.last.problems).toEqual([]);
    expect(again.last.stats?.reports).toBe(MANY);
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
    const full = fill(location, 0, MANY);
    expect(full.last).toMatchObject({ code: "K517", cure: expect.stringMatching(/make room/) });
    expect(full.last.message).toMatch(/has \d+ MB left; 64 MB are kept free/);
    expect(full.stored).toBeLessThan(MANY);
    execFileSync("mount", ["-o", `remount,size=${3 * MOST_MB}m`, disk!]);
    const again = fill(location, full.stored, MANY);
    expect(again.last.problems).toEqual([]);
    expect(again.last.stats?.reports).toBe(MANY);
  }, 300_000);
});
