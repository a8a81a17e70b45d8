import type { DeskRoutes } from "./routing.ts";

export type ApiDocument = ReturnType<DeskRoutes["getOpenAPI31Document"]>;
type Operation = NonNullable<NonNullable<ApiDocument["paths"]>[string]["get"]>;
type Answers = NonNullable<Operation["responses"]>;

export const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;
type Method = (typeof METHODS)[number];

/** Ways to say who one is; any one will do. */
const SCHEMES = {
  token: { type: "http", scheme: "bearer", description: "a token of an account (docs/tokens.md)" },
  session: { type: "apiKey", in: "cookie", name: "khaldun", description: "what POST /session sets" },
  ucdpToken: {
    type: "apiKey",
    in: "header",
    name: "x-ucdp-access-token",
    description: "the same token, as clients of UCDP send it",
  },
} as const;

/**
 * The document with what is answered around the routes and not by them: a door that may be closed, a body that may be too
 * large, a name that may be nobody's. No route can forget one of these, because none says them. `open` are the addresses
 * that somebody unknown may ask; without `login` nobody has to say who he is.
 */
export function withHouseAnswers(
  document: ApiDocument,
  { login, open }: { readonly login: boolean; readonly open: ReadonlySet<string> },
): ApiDocument {
  const paths = Object.entries(document.paths ?? {}).map(([path, item]) => {
    const operations = operationsOf(item).map(([method, operation]) => {
      const isOpen = open.has(path);
      const responses = { ...houseAnswers(method, operation, isOpen), ...operation.responses };
      return [
        method,
        { ...operation, ...bodyOf(operation), responses, ...(login && isOpen ? { security: [] } : {}) },
      ] as const;
    });
    return [path, { ...item, ...Object.fromEntries(operations) }] as const;
  });
  const whole = { ...document, paths: Object.fromEntries(paths) };
  if (!login) return whole;
  return {
    ...whole,
    components: { ...document.components, securitySchemes: SCHEMES },
    security: Object.keys(SCHEMES).map((name) => ({ [name]: [] })),
  };
}

export function operationsOf(item: object): readonly (readonly [Method, Operation])[] {
  return METHODS.flatMap((method) => {
    const operation = (item as Partial<Record<Method, Operation>>)[method];
    return operation === undefined ? [] : [[method, operation] as const];
  });
}

/** A route that takes a body does not do without, also where the framework leaves it to the route to look. */
function bodyOf({ requestBody }: Operation): Pick<Operation, "requestBody"> {
  return requestBody === undefined ? {} : { requestBody: { ...requestBody, required: true } };
}

function houseAnswers(method: Method, operation: Operation, isOpen: boolean): Answers {
  const { parameters = [], requestBody, responses = {} } = operation;
  const isAsked = requestBody !== undefined || parameters.length > 0;
  const isNamed = parameters.some((parameter) => "in" in parameter && parameter.in === "path");
  const json = responses[200] as { readonly content?: object } | undefined;
  const isKept = method === "get" && json?.content !== undefined && "application/json" in json.content;
  return {
    ...(isKept
      ? { 304: { description: "the same as the answer whose ETag was sent as If-None-Match" } }
      : {}),
    431: { description: "the address and the headers are too long: 128 kB in all" },
    ...problems({
      400: "what was sent does not fit this document; the allowed values are listed",
      ...(isOpen ? {} : { 401: "one has to log in" }),
      403: "whoever asks may not do this, or another site made the request",
      ...(isNamed ? { 404: "it is not there" } : {}),
      ...(requestBody === undefined
        ? {}
        : { 413: "the body is too large", 415: "the body is of another kind" }),
      ...(isAsked ? { 422: "it fits this document, and cannot be done so; the cure is given" } : {}),
      429: "too many requests, or imports in line",
      500: "a defect of ours",
      503: "the store cannot be used now",
    }),
  };
}

function problems(descriptions: Readonly<Record<number, string>>): Answers {
  const schema = { $ref: "#/components/schemas/Problem" };
  return Object.fromEntries(
    Object.entries(descriptions).map(([status, description]) => [
      status,
      { description, content: { "application/problem+json": { schema } } },
    ]),
  );
}
