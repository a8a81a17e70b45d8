import { describe, expect, it } from "vitest";
import { ApiProblem } from "../../api/problem.ts";
import type { Decision } from "./outbox.ts";
import { createPostOffice, type Shelf } from "./post-office.ts";

const accept = (key: string): Decision => ({
  key,
  kind: "review",
  review: { event: key, verdict: "accept" },
});
const shelfOf = (): Shelf => {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
};
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

/** A server that answers as told, one answer a call, and then says yes. */
function serverOf(answers: readonly ("yes" | "away" | "no")[]) {
  const got: string[] = [];
  const left = [...answers];
  const deliver = async ({ key }: Decision) => {
    const answer = left.shift() ?? "yes";
    if (answer === "away") throw new TypeError("Failed to fetch");
    if (answer === "no")
      throw new ApiProblem({
        type: "about:blank",
        title: "no",
        status: 404,
        detail: "there is no such event",
      });
    got.push(key);
  };
  return { got, deliver };
}

describe("the connection drops", () => {
  it("nothing is lost, and everything goes in its order once it is back", async () => {
    const { got, deliver } = serverOf(["away", "away"]);
    const retries: (() => void)[] = [];
    const office = createPostOffice(shelfOf(), deliver, undefined, (_, then) => void retries.push(then));
    office.post(accept("1"));
    await settled();
    expect(got).toEqual([]);
    expect(office.box().waiting.map(({ key }) => key)).toEqual(["1"]);
    retries.shift()!();
    await settled();
    retries.shift()!();
    office.post(accept("2"));
    await settled();
    expect(got).toEqual(["1", "2"]);
    expect(office.box().waiting).toEqual([]);
  });

  it("a page that is opened anew goes on where the last one stopped", async () => {
    const shelf = shelfOf();
    const away = serverOf(["away"]);
    const first = createPostOffice(shelf, away.deliver, undefined, () => undefined);
    first.post(accept("1"));
    await settled();
    const { got, deliver } = serverOf([]);
    createPostOffice(shelf, deliver).tryNow();
    await settled();
    expect(got).toEqual(["1"]);
  });
});

it("what the server will not take is kept with its reason and does not hold up the rest", async () => {
  const { got, deliver } = serverOf(["no"]);
  const office = createPostOffice(shelfOf(), deliver);
  office.post(accept("1"));
  office.post(accept("2"));
  await settled();
  expect(got).toEqual(["2"]);
  expect(office.box().refused.map(({ why }) => why)).toEqual(["there is no such event"]);
});
