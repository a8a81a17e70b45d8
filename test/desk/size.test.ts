import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { packageFile } from "../../src/text/package-files.ts";

const BUDGET_KB = 350;
const WEB = packageFile("dist/web");

/** The files that a page and what it imports need, followed from the page itself; lazily loaded ones are not. */
function needed(name: string, seen: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  if (seen.has(name)) return seen;
  const text = readFileSync(join(WEB, name), "utf8");
  const named = name.endsWith(".html")
    ? [...text.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((match) => match[1]!)
    : [...text.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g)].map((match) => `assets/${match[1]}`);
  return named.reduce<ReadonlySet<string>>((all, one) => needed(one, all), new Set([...seen, name]));
}

const kilobytes = (names: Iterable<string>): number =>
  [...names].reduce((sum, name) => sum + gzipSync(readFileSync(join(WEB, name))).length, 0) / 1000;

/** The file of a view, named after its folder. */
const chunkOf = (view: string): string =>
  readdirSync(join(WEB, "assets")).find((name) => name.startsWith(`${view}-`) && name.endsWith(".js"))!;

describe("the size of the desk", () => {
  const shell = needed("index.html");

  it.each(["today", "reader", "events", "claims", "review"])(
    `a first visit to %s takes at most ${BUDGET_KB} kB, compressed`,
    (view) => {
      const files = needed(`assets/${chunkOf(view)}`, shell);
      expect(files.size).toBeGreaterThan(3);
      expect(kilobytes(files)).toBeLessThanOrEqual(BUDGET_KB);
    },
  );
});
