import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, expect, it } from "vitest";
import { packageFile } from "../../src/text/package-files.ts";
import { folderPlace, type TestPlace } from "../helpers/stores.ts";

let place: TestPlace;
beforeAll(async () => {
  place = await folderPlace();
});
afterAll(() => place.remove());

function khaldun(words: readonly string[], input = "") {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [packageFile("bin/khaldun"), ...words, "--store", place.location],
    { input, encoding: "utf8" },
  );
  const lines = stdout.split("\n").filter((line) => line !== "");
  return { status, lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>), stderr };
}

it("a desk that others reach does not start without an account; an account is made and given a token", () => {
  expect(khaldun(["serve", "--host", "0.0.0.0", "--port", "0"])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("[K150] 0.0.0.0 can be reached from other machines"),
  });
  expect(khaldun(["users", "add", "Amal", "--role", "coder"], "a lamp in the harbour\n").lines).toMatchObject(
    [{ name: "amal", role: "coder" }],
  );
  expect(khaldun(["users", "password", "amal"], "two boats and a bell\n").lines).toEqual([
    { changed: "amal" },
  ]);
  const [token] = khaldun(["tokens", "add", "amal", "--role", "admin", "--days", "9"]).lines;
  expect(token).toMatchObject({ account: "amal", role: "coder", token: expect.stringMatching(/^khaldun_/) });
});
