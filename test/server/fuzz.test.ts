import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openApiOf } from "../../src/server/index.ts";
import { type Desk, openDesk } from "./desk-store.ts";

/** Requests for each address; each is another draw of valid and invalid values. */
const RUNS = 6;

/** What starts the coder or waits for ever is asked in tests of its own. */
const ELSEWHERE = /^POST \/api\/v1\/(imports|failures\/retry|feeds)|\/progress$/;

interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly $ref?: string;
}
interface Parameter {
  readonly name: string;
  readonly in: "query" | "path" | "header";
  readonly schema: Schema;
}
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

let desk: Desk;
let document: Document;
beforeAll(async () => {
  desk = await openDesk();
  document = JSON.parse(JSON.stringify(openApiOf(desk.app, "1"))) as Document;
});
afterAll(() => desk.close());

/** Words that have broken programs before, and any characters at all. */
const junk = fc.oneof(
  fc.constantFrom(
    "",
    "0",
    "-1",
    "1e400",
    "NaN",
    "9".repeat(40),
    "' or 1=1; drop table events --",
    "%' or '%'='",
    "../../../../etc/passwd",
    "..%2f..%2fpackage.json",
    "a\u0000b",
    "\ud800",
    "<script>alert(1)</script>",
    "2026-13-45",
    "2026-02-30",
    "x".repeat(3000),
    "بحيرة",
    "a,b, c",
    "[]",
    "{}",
  ),
  fc.string({ unit: "binary", maxLength: 40 }),
);

function fitting(schema: Schema): fc.Arbitrary<string> {
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.type === "array") return fitting(schema.items ?? {});
  const { minimum = 0, maximum = 100 } = schema;
  if (schema.type === "integer" || schema.type === "number")
    return fc.integer({ min: Math.ceil(minimum), max: Math.floor(maximum) }).map(String);
  return fc.constantFrom("COD", "2026-05-01", "market", "s-raid", "h-raid", "1");
}

const mixed = (schema: Schema): fc.Arbitrary<string> =>
  fc.oneof({ weight: 2, arbitrary: fitting(schema) }, { weight: 1, arbitrary: junk });

function requestOf(
  path: string,
  { parameters = [], requestBody }: Operation,
): fc.Arbitrary<{ path: string; body?: string }> {
  const inPath = parameters.filter((one) => one.in === "path");
  const inQuery = parameters.filter((one) => one.in === "query");
  const query = fc.tuple(
    ...inQuery.map(({ name, schema }) =>
      fc.oneof(
        { weight: 3, arbitrary: fc.constant([] as [string, string][]) },
        { weight: 1, arbitrary: mixed(schema).map((value): [string, string][] => [[name, value]]) },
      ),
    ),
  );
  const names = fc.tuple(...inPath.map(({ schema }) => mixed(schema)));
  return fc.tuple(names, query, bodyOf(requestBody)).map(([values, pairs, body]) => {
    const filled = inPath.reduce(
      (text, { name }, index) =>
        text.replace(`{${name}}`, encodeURIComponent(Buffer.from(values[index]!).toString()) || "x"),
      path,
    );
    const search = new URLSearchParams(pairs.flat()).toString();
    return { path: search === "" ? filled : `${filled}?${search}`, ...(body === undefined ? {} : { body }) };
  });
}

/** Bodies with the fields of the schema, some of them missing, some of them anything. */
function bodyOf(requestBody: Operation["requestBody"]): fc.Arbitrary<string | undefined> {
  const schema = requestBody?.content["application/json"]?.schema;
  if (schema === undefined) return fc.constant(undefined);
  const { properties = {} } =
    schema.$ref === undefined ? schema : document.components.schemas[schema.$ref.split("/").at(-1)!]!;
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, inner]) => [
      name,
      fc.oneof(mixed(inner), fc.jsonValue({ maxDepth: 2 })),
    ]),
  );
  return fc.oneof(
    fc.record(fields, { requiredKeys: [] }).map((value) => JSON.stringify(value)),
    fc.jsonValue().map((value) => JSON.stringify(value)),
    fc.constantFrom("", "{", "null", "[1"),
  );
}

describe("whatever is sent, the answer is a good one or a problem that says what to do", () => {
  const operations = (): readonly (readonly [string, string, Operation])[] =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [method.toUpperCase(), path, operation] as const),
    );

  it("for every address of the OpenAPI document", async () => {
    const asked = operations().filter(([method, path]) => !ELSEWHERE.test(`${method} ${path}`));
    expect(asked.length).toBeGreaterThan(20);
    for (const [method, path, operation] of asked)
      await fc.assert(
        fc.asyncProperty(requestOf(path, operation), async ({ path: address, body }) => {
          const answer = await desk.app.request(address, {
            method,
            ...(body === undefined ? {} : { body, headers: { "content-type": "application/json" } }),
          });
          const text = await answer.text();
          expect(answer.status, `${method} ${address} ${body ?? ""}: ${text.slice(0, 300)}`).toBeLessThan(
            500,
          );
          if (answer.status < 400) return;
          expect(answer.headers.get("content-type")).toBe("application/problem+json");
          expect(JSON.parse(text)).toMatchObject({
            type: expect.any(String),
            title: expect.any(String),
            status: answer.status,
            detail: expect.any(String),
            code: expect.stringMatching(/^K\d{3}$/),
            cure: expect.any(String),
          });
        }),
        { numRuns: RUNS, seed: 7 },
      );
  });
});
