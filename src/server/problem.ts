import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { describe, type ErrorCode, fail, KhaldunError } from "../text/errors.ts";
import { isFromHere } from "./access/from-here.ts";

/** One parameter or field that does not fit. */
export interface Misfit {
  /** `types`, or `reviews.0.verdict` in a body. */
  readonly where: string;
  readonly what: string;
  readonly allowed?: readonly string[];
}

/** RFC 9457, with what our errors always have: a code to search for, what was seen, what is allowed, and the cure. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: ErrorCode;
  readonly cure: string;
  readonly allowed?: readonly string[];
  readonly errors?: readonly Misfit[];
}

const STATUS: Readonly<Partial<Record<ErrorCode, number>>> = {
  K140: 400,
  K141: 404,
  K142: 413,
  K145: 400,
  K147: 500,
  K148: 404,
  K149: 429,
  K151: 400,
  K152: 404,
  K153: 409,
  K154: 401,
  K155: 403,
  K156: 403,
  K157: 429,
  K159: 401,
  K164: 409,
  K165: 409,
  K171: 503,
  K172: 503,
  K174: 409,
  K175: 409,
  K177: 503,
  K240: 409,
  K241: 405,
  K242: 415,
  K304: 404,
  K502: 503,
  K505: 503,
  K509: 404,
  K510: 503,
  K517: 503,
  K520: 409,
};

const TITLES: Readonly<Record<number, string>> = {
  400: "The request does not fit",
  401: "Log in first",
  403: "Not allowed",
  404: "Not there",
  405: "Not done here",
  409: "In the way of something else",
  413: "Too large",
  415: "Of another kind",
  422: "The request cannot be done so",
  429: "Too many requests",
  500: "A defect of ours",
  503: "Not now",
};

/**
 * What the table says. 400 is for what the OpenAPI document forbids; what fits it and can still not be done, as only the
 * store and the rules of the field can tell, is 422. Errors of the wiring are ours.
 */
export function statusOf(code: ErrorCode): number {
  return STATUS[code] ?? (code.startsWith("K9") || code.startsWith("K4") ? 500 : 422);
}

export function problem(
  c: Context,
  error: KhaldunError,
  more: Partial<Pick<ProblemDocument, "allowed" | "errors" | "status">> = {},
): Response {
  const status = more.status ?? statusOf(error.code);
  const document: ProblemDocument = {
    type: `/api/v1/docs#${error.code}`,
    title: TITLES[status]!,
    status,
    detail: error.message,
    instance: c.req.path,
    code: error.code,
    cure: error.cure,
    ...more,
  };
  const headers = { "content-type": "application/problem+json", ...asked(status, error.cause) };
  return Response.json(document, { status, headers });
}

/** What HTTP wants said in a header as well: how to log in (RFC 9110, 11.6.1), when to come again (10.2.3). */
function asked(status: number, cause: unknown): Readonly<Record<string, string>> {
  if (status === 401) return { "www-authenticate": "Bearer" };
  return isWait(cause) ? { "retry-after": String(cause.retryAfter) } : {};
}

/** Goes as the cause of an error that passes by itself. */
export interface Wait {
  /** Seconds. */
  readonly retryAfter: number;
}

function isWait(cause: unknown): cause is Wait {
  return typeof cause === "object" && cause !== null && "retryAfter" in cause;
}

/** Whatever a handler throws. What is not of the catalogue is a defect: it is written to the log, not to the caller. */
export function problemOfError(c: Context, error: unknown): Response {
  if (error instanceof KhaldunError) {
    const found = unstorable(error);
    if (found !== undefined) return problem(c, found, { status: 422 });
    const told = toldTo(c, error);
    if (told !== error) process.stderr.write(`${c.req.method} ${c.req.path}: ${describe(error)}\n`);
    return problem(c, told);
  }
  // Of the framework: a body that is no JSON, or of a kind that the address does not take.
  if (error instanceof HTTPException && error.status < 500)
    return problem(c, fail("K145", { reason: error.message }, error));
  process.stderr.write(`${c.req.method} ${c.req.path}: ${(error as Error).stack ?? error}\n`);
  return problem(c, fail("K147", { method: c.req.method, path: c.req.path }, error));
}

/** These say where the store lies, who holds it, what its database answers. */
const TELLING: ReadonlySet<ErrorCode> = new Set([
  "K171",
  "K172",
  "K502",
  "K503",
  "K504",
  "K505",
  "K510",
  "K517",
]);

/** What is wrong with the store, for who sits at this machine; for anybody else, that one has to wait. */
export function toldTo(c: Context, error: KhaldunError): KhaldunError {
  if (!TELLING.has(error.code) || isFromHere(c)) return error;
  return fail("K171", { location: "of this desk" }, error);
}

/**
 * What no column of the store can hold - a NUL, a number of fifty digits - is the caller's to put right, not a store that
 * broke: PostgreSQL's data exceptions, class 22.
 */
function unstorable({ cause }: KhaldunError): KhaldunError | undefined {
  const { code, message } = (cause ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  if (typeof code !== "string" || !/^22[0-9A-Z]{3}$/.test(code)) return undefined;
  return fail("K145", { reason: String(message) }, cause);
}

/** As zod tells them; only what is used here. */
export interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly values?: readonly unknown[];
  readonly keys?: readonly string[];
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
}

export function problemOfIssues(c: Context, issues: readonly unknown[]): Response {
  const errors = (issues as readonly Issue[]).map(misfitOf);
  const [first] = errors;
  const where = first?.where ?? "";
  // A list has the number of its value behind its name.
  const [name = ""] = where.split(".");
  const value = c.req.query(name) ?? c.req.param(name as never);
  const allowed = first?.allowed ?? [first?.what ?? ""];
  const error = fail("K140", {
    where,
    value: value === undefined ? "not so" : JSON.stringify(value),
    allowed: allowed.join(", "),
  });
  return problem(c, error, { allowed, errors });
}

function misfitOf(issue: Issue): Misfit {
  const path = issue.path.map(String);
  const where = [...path, ...(issue.keys?.slice(0, 1) ?? [])].join(".");
  const allowed = allowedOf(issue);
  return { where, what: issue.message, ...(allowed === undefined ? {} : { allowed }) };
}

function allowedOf({ code, values, message, minimum, maximum }: Issue): readonly string[] | undefined {
  if (values !== undefined) return values.map(String);
  // `strictQuery` gives the names that are known as the message.
  if (code === "unrecognized_keys") return message.split(", ");
  if (minimum !== undefined) return [`${minimum} or more`];
  if (maximum !== undefined) return [`${maximum} or less`];
  return undefined;
}
