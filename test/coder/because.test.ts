import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Coder, createCoder } from "../../src/coder/coder.ts";
import { readText } from "../../src/ingest/index.ts";

let coder: Coder;
beforeAll(async () => {
  coder = await createCoder();
}, 60_000);
afterAll(() => coder.close());

/** What the record gives as the reason for one field of the first event of that type. */
async function reason(text: string, type: string, field: string): Promise<string> {
  const { events } = await coder.code(readText(text, { published: "2022-05-17" }));
  const found = events.find((event) => event.type === type)?.because.find((one) => one.field === field);
  return found?.text ?? "none";
}

describe("why a cell is what it is", () => {
  it("says what a pronoun was taken for", async () => {
    const text = "The government of Mali met rebels in Gao. It accused France of spying.";
    expect(await reason(text, "ACCUSE", "actors")).toMatch(/taken for “government of Mali”/);
  });

  it("says what a date counts from, and which dates it passed over", async () => {
    const text = "Soldiers arrested two reporters in Gao on Sunday, the union said on Monday.";
    expect(await reason(text, "COERCE", "time")).toBe(
      "stated with the event; counts from the publication date; passed over: “Monday” (2022-05-16, when)",
    );
  });
});
