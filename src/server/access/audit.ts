import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { Store } from "../../store/index.ts";
import type { DeskEnv } from "../routing.ts";

/** What a handler adds to the line of the log that its request makes. */
export interface Logged {
  readonly subject?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  /** The handler has written a line of its own. */
  readonly isDone?: boolean;
}

/** Reading that leaves the house: data sets, events as another format than the desk's own, reviews as training data. */
function isLeaving(path: string, answer: Response): boolean {
  if (/\/exports$|\/reviews\/export$|^\/api\/(acled|gedevents)\/|^\/gdeltv2\//.test(path)) return true;
  const type = answer.headers.get("content-type") ?? "";
  return path === "/api/v1/events" && answer.status === 200 && !type.startsWith("application/json");
}

/**
 * One line a request that changes something or takes data out, whoever sent it and however it ended: action is method
 * and address (`POST /api/v1/imports`), with the status. Bodies are never logged.
 */
export function auditRequests(store: Store): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    await next();
    const logged = c.get("logged");
    const path = routePath(c, -1);
    const leaves = c.req.method === "GET" && isLeaving(c.req.path, c.res);
    if (logged?.isDone || c.req.path === "/mcp" || (isReading(c.req.method) && !leaves)) return;
    // Refusals of strangers are counted by the limits; to log them all would let anybody fill the disk.
    const who = c.get("who");
    if (who === undefined && c.res.status >= 400) return;
    const parameters: Readonly<Record<string, string>> = c.req.param();
    const subject = logged?.subject ?? Object.values(parameters)[0];
    await store.audit.append({
      who: who?.name ?? "nobody",
      action: `${c.req.method} ${path.includes("*") ? c.req.path : path.replace(/:(\w+)(?:\{[^}]*\})?/g, "{$1}")}`,
      ...(subject === undefined ? {} : { subject }),
      details: {
        status: c.res.status,
        ...(leaves ? { asked: c.req.query() } : {}),
        ...logged?.details,
      },
    });
  };
}

function isReading(method: string): boolean {
  return method === "GET" || method === "HEAD" || method === "OPTIONS";
}
