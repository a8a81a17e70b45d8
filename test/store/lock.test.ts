import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { lockFolder } from "../../src/store/lock.ts";
import { packageFile } from "../../src/text/package-files.ts";

const folder = mkdtempSync(join(tmpdir(), "khaldun-lock-"));
afterAll(() => rmSync(folder, { recursive: true }));
const left = { token: "x", pid: process.pid, host: hostname(), process: "", since: "2026-01-01" };
const leave = (holder: object) => writeFileSync(join(folder, "LOCK"), JSON.stringify(holder));

describe("the lock of a folder", () => {
  it("keeps out a second opener of the same process, until it is let go", () => {
    const lock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(expect.objectContaining({ code: "K502" }));
    lock.release();
    lockFolder(folder).release();
  });

  it("keeps out another process and names it; once that is killed, the lock is taken over", async () => {
    const holder = packageFile("test/store/holder.ts");
    const child = spawn(process.execPath, ["--import", "tsx", holder, folder], { cwd: packageFile(".") });
    await once(child.stdout, "data");
    const held = { code: "K502", message: expect.stringContaining(`process ${child.pid} on`) };
    expect(() => lockFolder(folder)).toThrow(expect.objectContaining(held));
    child.kill("SIGKILL");
    await once(child, "exit");
    lockFolder(folder).release();
  });

  it("takes over a lock whose process number belongs to another process now", () => {
    leave({ ...left, process: "another-boot/1" });
    lockFolder(folder).release();
  });

  it("respects a lock of another machine, which it cannot look at", () => {
    leave({ ...left, host: "elsewhere" });
    expect(() => lockFolder(folder)).toThrow(expect.objectContaining({ code: "K502" }));
  });
});
