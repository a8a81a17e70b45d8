import { describe, expect, it } from "vitest";
import { type Token, treeOf } from "../../../language/index.ts";
import type { Draft } from "../draft.ts";
import { gathering } from "./gathering.ts";

const draft = (token: number): Draft => ({ token }) as Draft;
const tokens = Array.from(
  { length: 40_000 },
  (_, index) => ({ head: index % 2 === 0 ? -1 : index - 1 }) as Token,
);

describe("tellings as they come together", () => {
  it("each is set beside a number of others that does not grow with the text", () => {
    const told = gathering(treeOf(tokens));
    const first = draft(0);
    told.add(first, undefined);
    for (let at = 2; at < 20_000; at += 2) told.add(draft(at), first);
    for (let at = 20_000; at < 40_000; at += 2) told.add(draft(at), undefined);
    expect(told.groups).toHaveLength(10_001);
    expect(told.groups[0]).toHaveLength(10_000);
    expect(told.before().flat().length).toBeLessThanOrEqual(300 * 40);
  });

  it("in a text of usual length all are there, in the order in which they were told", () => {
    const told = gathering(treeOf(tokens));
    const first = draft(0);
    told.add(first, undefined);
    told.add(draft(4), undefined);
    told.add(draft(6), first);
    expect(told.before().map((group) => group.map(({ token }) => token))).toEqual([[0, 6], [4]]);
  });

  it("the group of the word that a telling hangs on is found wherever it stands", () => {
    const told = gathering(treeOf(tokens));
    for (let at = 0; at < 40_000; at += 2) told.add(draft(at), undefined);
    expect(told.beside(draft(1)).map((group) => group.map(({ token }) => token))).toEqual([[0]]);
  });
});
