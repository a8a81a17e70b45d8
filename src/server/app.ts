import { fail } from "../text/errors.ts";
import type { ServerContext } from "./context.ts";
import { entityTags } from "./etag.ts";
import { securityHeaders } from "./headers.ts";
import { problem, problemOfError } from "./problem.ts";
import { eventRoutes } from "./routes/events.ts";
import { type DeskRoutes, needs, newRoutes } from "./routing.ts";

export const API = "/api/v1";

/** What somebody unknown may ask: how to ask. */
const OPEN: ReadonlySet<string> = new Set([`${API}/openapi.json`]);

/** The whole desk behind one `fetch`: the API, its description, and the files of the web application. */
export function createApp(context: ServerContext): DeskRoutes {
  const app = newRoutes();
  app.use(securityHeaders);
  app.use(`${API}/*`, entityTags, async (c, next) => {
    c.set("who", await context.identify(c.req.raw));
    await (OPEN.has(c.req.path) ? next() : needs(context, "read")(c, next));
  });
  for (const routes of [eventRoutes]) app.route(API, routes(context));
  app.get(`${API}/openapi.json`, (c) => c.json(openApiOf(app, context.version)));
  app.notFound((c) => problem(c, fail("K148", { method: c.req.method, path: c.req.path })));
  app.onError((error, c) => problemOfError(c, error));
  return app;
}

export function openApiOf(app: DeskRoutes, version: string) {
  return app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Khaldun",
      version,
      description: "News reports as accountable political events: who did what to whom, according to whom.",
      license: { name: "Apache-2.0" },
    },
  });
}
