import { readdirSync } from "node:fs";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Coder, createCoder } from "../../src/coder/coder.ts";
import { readReports } from "../../src/ingest/index.ts";
import { type LinkOptions, linkStore, prepare } from "../../src/jobs/link.ts";
import type { CodedReport } from "../../src/record/coded-report.ts";
import { openStore, type Prepared, type Store } from "../../src/store/index.ts";
import type { KhaldunError } from "../../src/text/errors.ts";
import { packageFile } from "../../src/text/package-files.ts";
import { folderPlace } from "../helpers/stores.ts";

/** The bundled stories, and golden reports around them that tell of other things. */
const GOLDEN = packageFile("test/golden");
const OTHERS = readdirSync(GOLDEN, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .slice(0, 20)
  .map(({ name }) => `${GOLDEN}/${name}/report.txt`);
const ORDERS = 3;

let coder: Coder;
const records: CodedReport[] = [];
beforeAll(async () => {
  coder = await createCoder({ roles: true });
  const inputs = [packageFile("examples/stories/press.jsonl"), ...OTHERS];
  for await (const result of readReports(inputs, { published: "2026-05-06" }))
    if ("report" in result && result.report !== undefined) records.push(await coder.code(result.report));
});
afterAll(() => coder.close());

/** What a report is like is the same whenever it comes: it is read once for all orders. */
const read = new Map<string, Promise<Prepared | KhaldunError>>();
const OPTIONS: LinkOptions = {
  prepare: async (one) => {
    const ready = read.get(one.key) ?? prepare(coder, one);
    read.set(one.key, ready);
    return { ...(await ready), coding: one.coding } as Prepared;
  },
  who: "tester",
  why: "order",
  days: 14,
};

interface Parts {
  readonly stories: readonly string[];
  readonly happenings: readonly string[];
  readonly copies: readonly string[];
}

/** Who is with whom, whatever the name of what they are in. */
async function partsOf(store: Store): Promise<Parts> {
  const happenings = new Map<string, string[]>();
  const copies = new Set<string>();
  for await (const { report, event, happening, copyOf } of store.linking.told()) {
    happenings.set(happening, [...(happenings.get(happening) ?? []), event]);
    if (copyOf !== null) copies.add(`${report} of ${copyOf}`);
  }
  const { items } = await store.stories({ size: 1000 });
  const stories = await Promise.all(
    items.map(async ({ id }) => (await store.story(id))!.reports.map(({ key }) => key)),
  );
  const listed = (parts: Iterable<readonly string[]>): readonly string[] =>
    [...parts].map((members) => [...members].sort().join(" ")).sort();
  return { stories: listed(stories), happenings: listed(happenings.values()), copies: [...copies].sort() };
}

/** Links reports as they come, a batch a run; and in the end everything anew. */
async function linked(batches: readonly (readonly CodedReport[])[]): Promise<{ came: Parts; again: Parts }> {
  const place = await folderPlace();
  const store = await openStore(place.location);
  for (const batch of batches) {
    await store.addCodings(batch.map((record) => ({ record })));
    await linkStore(store, OPTIONS);
  }
  const came = await partsOf(store);
  await linkStore(store, { ...OPTIONS, again: true });
  const again = await partsOf(store);
  await store.close();
  await place.remove();
  return { came, again };
}

it("in whatever order reports come, they end in the same stories; placed again, in the same happenings too", {
  timeout: 300_000,
}, async () => {
  const whole = await linked([records]);
  expect(whole.again).toEqual(whole.came);
  expect(whole.came.copies).not.toEqual([]);
  expect(whole.came.happenings.some((members) => members.includes(" "))).toBe(true);
  const shuffled = fc.shuffledSubarray(records, { minLength: records.length });
  const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: records.length });
  for (const [order, lengths] of fc.sample(fc.tuple(shuffled, sizes), { numRuns: ORDERS, seed: 1 })) {
    const { came, again } = await linked(inBatches(order, lengths));
    expect(came.stories).toEqual(whole.came.stories);
    expect(came.copies).toEqual(whole.came.copies);
    expect(again).toEqual(whole.came);
  }
});

function inBatches<Item>(items: readonly Item[], lengths: readonly number[]): readonly (readonly Item[])[] {
  const batches: (readonly Item[])[] = [];
  for (let at = 0; at < items.length; at += batches.at(-1)!.length)
    batches.push(items.slice(at, at + lengths[batches.length]!));
  return batches;
}
