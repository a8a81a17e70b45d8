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

/** The files of a view or of a language, which are named after its folder: its code, its styles. */
const filesOf = (name: string): readonly string[] =>
  readdirSync(join(WEB, "assets"))
    .filter((file) => file.startsWith(`${name}-`))
    .map((file) => `assets/${file}`);

const withAll = (names: readonly string[], before: ReadonlySet<string>): ReadonlySet<string> =>
  names.flatMap(filesOf).reduce((seen, file) => needed(file, seen), before);

describe("the size of the desk", () => {
  const shell = needed("index.html");

  it.each(["today", "reader", "events", "claims", "review"])(
    `a first visit to %s takes at most ${BUDGET_KB} kB, compressed, in whatever language`,
    (view) => {
      for (const language of ["ar", "es", "fr"]) {
        const files = withAll([view, language], shell);
        for (const name of [view, language]) expect(filesOf(name)).not.toEqual([]);
        expect(kilobytes(files)).toBeLessThanOrEqual(BUDGET_KB);
      }
    },
  );

  it("map and network, which are larger than all else, come only when they are opened", () => {
    const first = withAll(["today", "reader", "events", "claims", "review"], shell);
    for (const part of ["canvas", "network"]) {
      expect(kilobytes(withAll([part], new Set()))).toBeGreaterThan(40);
      expect(filesOf(part).filter((file) => first.has(file))).toEqual([]);
    }
  });
});
