import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { fail } from "../text/errors.ts";
import { auditRequests } from "./access/audit.ts";
import { checkRequests, identifyRequests } from "./access/middleware.ts";
import type { ServerContext } from "./context.ts";
import { deskFile } from "./desk.ts";
import { entityTags } from "./etag.ts";
import { securityHeaders } from "./headers.ts";
import { type ApiDocument, withHouseAnswers } from "./house-answers.ts";
import { mcpRoutes } from "./mcp/routes.ts";
import { methodsOf } from "./methods.ts";
import { problem, problemOfError } from "./problem.ts";
import { accountRoutes } from "./routes/accounts.ts";
import { acledRoutes } from "./routes/acled.ts";
import { actorRoutes } from "./routes/actors.ts";
import { briefRoutes } from "./routes/brief.ts";
import { codebookRoutes } from "./routes/codebook.ts";
import { docsRoutes } from "./routes/docs.ts";
import { eventRoutes } from "./routes/events.ts";
import { exportRoutes } from "./routes/exports.ts";
import { feedRoutes } from "./routes/feeds.ts";
import { gdeltRoutes } from "./routes/gdelt.ts";
import { importRoutes, tooLarge } from "./routes/imports.ts";
import { reportRoutes } from "./routes/reports.ts";
import { reviewLinkRoutes } from "./routes/review-links.ts";
import { reviewPageRoutes } from "./routes/review-pages.ts";
import { reviewQueueRoutes } from "./routes/review-queue.ts";
import { reviewRoutes } from "./routes/reviews.ts";
import { searchRoutes } from "./routes/searches.ts";
import { sessionRoutes } from "./routes/session.ts";
import { sourceRoutes } from "./routes/sources.ts";
import { statusRoutes } from "./routes/status.ts";
import { storyRoutes } from "./routes/stories.ts";
import { summaryRoutes } from "./routes/summaries.ts";
import { tableRoutes } from "./routes/tables.ts";
import { tokenRoutes } from "./routes/tokens.ts";
import { toldRoutes } from "./routes/told.ts";
import { ucdpRoutes } from "./routes/ucdp.ts";
import { webhookRoutes } from "./routes/webhooks.ts";
import { type DeskRoutes, needs, newRoutes } from "./routing.ts";

export const API = "/api/v1";

const ROUTES: readonly ((context: ServerContext) => DeskRoutes)[] = [
  eventRoutes,
  toldRoutes,
  sourceRoutes,
  summaryRoutes,
  tableRoutes,
  actorRoutes,
  reportRoutes,
  storyRoutes,
  reviewQueueRoutes,
  reviewPageRoutes,
  reviewRoutes,
  reviewLinkRoutes,
  briefRoutes,
  exportRoutes,
  importRoutes,
  feedRoutes,
  codebookRoutes,
  statusRoutes,
  sessionRoutes,
  accountRoutes,
  tokenRoutes,
  searchRoutes,
  webhookRoutes,
];

/** Of any request but an import, in bytes. */
const MOST_BYTES = 2_000_000;

/** What somebody unknown may ask: how to ask. */
const OPEN: ReadonlySet<string> = new Set(
  ["/openapi.json", "/docs", "/docs.css", "/session"].map((path) => API + path),
);

/** The whole desk behind one `fetch`: the API, its description, and the files of the web application. */
export function createApp(context: ServerContext): DeskRoutes {
  const app = newRoutes();
  app.use(securityHeaders, compress(), auditRequests(context.store), checkRequests(context, context.proxies));
  app.use(`${API}/*`, entityTags, identifyRequests(context), async (c, next) => {
    await (OPEN.has(c.req.path) ? next() : needs(context, "read")(c, next));
  });
  const isSmall = bodyLimit({ maxSize: MOST_BYTES, onError: tooLarge(MOST_BYTES) });
  app.use(`${API}/*`, (c, next) => (c.req.path === `${API}/imports` ? next() : isSmall(c, next)));
  for (const routes of ROUTES) app.route(API, routes(context));
  const document = once(() => openApiOf(app, context.version, context.login));
  const methods = once(() => methodsOf(document()));
  app.route(API, docsRoutes(document));
  app.use("/mcp", identifyRequests(context), needs(context, "read"));
  for (const path of ["/api/acled/*", "/api/deleted/*", "/api/gedevents/*", "/gdeltv2/*"])
    app.use(path, identifyRequests(context), needs(context, "export"));
  for (const routes of [mcpRoutes, acledRoutes, ucdpRoutes, gdeltRoutes]) app.route("/", routes(context));
  app.notFound(async (c) => {
    const isFile = c.req.method === "GET" && !c.req.path.startsWith("/api/");
    const file = isFile ? await deskFile(c, context.desk) : undefined;
    if (file !== undefined) return file;
    const { method, path } = c.req;
    const allowed = methods()(path).join(", ");
    if (allowed === "") return problem(c, fail("K148", { method, path }));
    const answer = problem(c, fail("K241", { method, path, allowed }));
    answer.headers.set("allow", allowed);
    return answer;
  });
  app.onError((error, c) => problemOfError(c, error));
  return app;
}

/** With `login` it says as well how one shows who one is. */
export function openApiOf(app: DeskRoutes, version: string, login = false): ApiDocument {
  const document = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Khaldun",
      version,
      description: "News reports as accountable political events: who did what to whom, according to whom.",
      license: { name: "Apache-2.0" },
    },
  });
  return withHouseAnswers(document, { login, open: OPEN });
}

/** Made when it is first asked for: the routes are all there by then. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
