import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { expect } from "vitest";
import { type ApiDocument, operationsOf } from "../../src/server/house-answers.ts";

/** What the OpenAPI document says of one answer. */
interface Documented {
  readonly content?: Readonly<Record<string, unknown>>;
}

/** Holds an answer against what the OpenAPI document says of its address: status, media type, and the body of JSON. */
export type Contract = (method: string, path: string, answer: Response) => Promise<void>;

/** Addresses with a contract of their own: MCP. The files of the desk have none. */
const ELSEWHERE = /^\/(?!api\/|gdeltv2\/)/;

export function contractOf(document: ApiDocument): Contract {
  const whole = closed(JSON.parse(JSON.stringify(document)));
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema(whole as object, "api");
  const compiled = new Map<string, ValidateFunction>();
  const checkOf = (pointer: string): ValidateFunction => {
    const known = compiled.get(pointer) ?? ajv.compile({ $ref: `api#${pointer}` });
    compiled.set(pointer, known);
    return known;
  };
  const operations = Object.entries(document.paths ?? {}).flatMap(([template, item]) =>
    operationsOf(item).map(([method, operation]) => ({
      pointer: `/paths/${escaped(template)}/${method}/responses`,
      method: method.toUpperCase(),
      pattern: new RegExp(`^${template.replaceAll(".", "\\.").replace(/\{\w+\}/g, "[^/]+")}$`),
      isPattern: template.includes("{"),
      responses: operation.responses as Readonly<Record<number, Documented>>,
    })),
  );

  return async (method, path, answer) => {
    if (ELSEWHERE.test(path)) return;
    const asked = method === "HEAD" ? "GET" : method;
    const found = operations
      .filter((one) => one.method === asked && one.pattern.test(path))
      .sort((a, b) => Number(a.isPattern) - Number(b.isPattern))[0];
    const type = answer.headers.get("content-type")?.split(";")[0];
    const name = `${method} ${path}: ${answer.status} ${type ?? "without a body"}`;
    if (found === undefined) {
      expect(answer.status, name).toBeGreaterThanOrEqual(400);
      expect(type, name).toBe("application/problem+json");
      return;
    }
    const documented = found.responses[answer.status];
    expect(documented, `${name} is a status that the OpenAPI document does not have`).toBeDefined();
    if (documented!.content === undefined) return expect(type, name).toBeUndefined();
    expect(Object.keys(documented!.content), `${name} is a kind that the document does not have`).toContain(
      type,
    );
    if (method === "HEAD" || !/[/+]json$/.test(type!)) return;
    const pointer = `${found.pointer}/${answer.status}/content/${escaped(type!)}/schema`;
    const check = checkOf(pointer);
    check(await answer.json());
    expect(check.errors ?? [], `${name} is not what the document says`).toEqual([]);
  };
}

/** An object says all of its fields: what the document does not name may not come. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== "object" || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, closed(value)]));
  return inner.type === "object" && "properties" in inner && !("additionalProperties" in inner)
    ? { ...inner, additionalProperties: false }
    : inner;
}

/** As a part of a JSON pointer in the fragment of an address. */
function escaped(part: string): string {
  return encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"));
}
