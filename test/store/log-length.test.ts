import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { keepLogShort, logLength } from "../../src/store/log-length.ts";
import { startPglite } from "../../src/store/pglite-dialect.ts";

const MEGABYTE = 2 ** 20;
const folder = mkdtempSync(join(tmpdir(), "khaldun-log-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("the log of a store in a folder is cut when it has grown long, and left alone before", async () => {
  const thread = await startPglite(join(folder, "database"));
  const query = (words: string) => thread.query(words, []);
  await query("create table lines (words text)");
  await query("checkpoint");
  await query("insert into lines select md5(one::text) from generate_series(1, 50000) one");
  await keepLogShort(query, 64 * MEGABYTE);
  expect(await logLength(query)).toBeGreaterThan(2 * MEGABYTE);
  await keepLogShort(query, MEGABYTE);
  expect(await logLength(query)).toBeLessThan(MEGABYTE);
  await thread.close();
});
