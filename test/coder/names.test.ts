import { afterAll, beforeAll, expect, it } from "vitest";
import { type Coder, createCoder } from "../../src/coder/coder.ts";
import { readText } from "../../src/ingest/index.ts";
import { ENTITIES } from "../../src/language/index.ts";
import { read } from "../../src/text/document.ts";

let coder: Coder;
beforeAll(async () => {
  coder = await createCoder();
});
afterAll(() => coder.close());

it.each([
  ["a state that acts is a place", "The US lost two helicopters near Mosul.", ["LOC US", "LOC Mosul"]],
  [
    "a body stays one",
    "Police in Nairobi arrested an officer of Amnesty International.",
    ["LOC Nairobi", "ORG Amnesty International"],
  ],
])("%s", async (_, sentence, expected) => {
  const document = await coder.annotate(readText(sentence));
  const named = read(document, ENTITIES).map(
    (one) => `${one.type} ${document.text.slice(one.start, one.end)}`,
  );
  expect(named).toEqual(expected);
});
