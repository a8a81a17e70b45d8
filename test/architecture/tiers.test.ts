import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { packageFile } from "../../src/text/package-files.ts";
import { WHOLE_PROGRAM } from "../helpers/tiers.ts";

/** What makes a test slow: programs, browsers, databases, the program as built. */
const SLOW = /"node:child_process"|"playwright-core"|\bopenStore\b|\bstartServer\b|bin\/khaldun/;

const ROOT = packageFile(".");
const isWhole = new RegExp(`^test/(?:${WHOLE_PROGRAM.join("|")})/`);

function quickTests(): readonly string[] {
  return ["src", "test", "training", "web/src"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
      .filter((file) => file.endsWith(".test.ts") && !isWhole.test(file)),
  );
}

/** The file and what it imports of test/, and so on. */
function withHelpers(file: string, seen = new Set<string>()): ReadonlySet<string> {
  seen.add(file);
  const code = readFileSync(join(ROOT, file), "utf8");
  for (const [, wanted] of code.matchAll(/ from "(\.{1,2}\/[^"]+)"/g)) {
    const next = relative(ROOT, resolve(ROOT, dirname(file), wanted!)).replaceAll("\\", "/");
    if (next.startsWith("test/") && !seen.has(next)) withHelpers(next, seen);
  }
  return seen;
}

describe("the tests of npm run check", () => {
  const quick = quickTests();

  it("are most of the files", () => expect(quick.length).toBeGreaterThan(60));

  it("start no program and open no database or browser; a test that does belongs into a folder of WHOLE_PROGRAM", () => {
    const slow = quick.filter((file) =>
      [...withHelpers(file)].some((one) => SLOW.test(readFileSync(join(ROOT, one), "utf8"))),
    );
    expect(slow.filter((file) => file !== "test/architecture/tiers.test.ts")).toEqual([]);
  });

  it("leave out only folders that exist", () => {
    expect(WHOLE_PROGRAM.filter((folder) => !existsSync(join(ROOT, "test", folder)))).toEqual([]);
  });
});
