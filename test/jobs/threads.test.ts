import { afterAll, beforeAll, expect, it } from "vitest";
import { type Coder, createCoder } from "../../src/coder/coder.ts";
import { readText } from "../../src/ingest/index.ts";
import type { Report } from "../../src/record/report.ts";

/** Long and short ones by turns, so that the threads do not end in the order in which they began. */
const reports: readonly Report[] = Array.from({ length: 12 }, (_, index) =>
  readText(
    `Rebels attacked post ${index} near Goma on Sunday, the army said. `.repeat(index % 2 === 0 ? 6 : 1),
    {
      published: "2026-05-05",
    },
  ),
);

let threads = 0;
const count = (): void => {
  threads += 1;
};
let coder: Coder;
beforeAll(async () => {
  process.on("worker", count);
  coder = await createCoder({ jobs: 2 });
});
afterAll(async () => {
  process.off("worker", count);
  await coder.close();
});

async function coded(): Promise<readonly string[]> {
  const results: string[] = [];
  for await (const result of coder.codeAll(reports))
    results.push("id" in result ? result.id : result.message);
  return results;
}

it("threads give back the reports in the order they came", async () => {
  expect(await coded()).toEqual(reports.map(({ id }) => id));
});

it("threads are kept from one call to the next: each has loaded its model and learnt its way", async () => {
  await Promise.all([coded(), coded()]);
  expect(threads).toBe(2);
});
