import { readFileSync } from "node:fs";
import { z } from "@hono/zod-openapi";
import { packageFile } from "../../text/package-files.ts";
import { answersOf, answersOfKinds } from "../answers.ts";
import { docsPage } from "../docs-page.ts";
import type { ApiDocument } from "../house-answers.ts";
import { createRoute } from "../route.ts";
import { type DeskRoutes, newRoutes } from "../routing.ts";

const TAGS = ["codebook"];

const documentRoute = createRoute({
  method: "get",
  path: "/openapi.json",
  tags: TAGS,
  summary: "This description, for programs",
  description: "OpenAPI 3.1, made from the schemas that check the requests.",
  responses: answersOf(z.looseObject({ openapi: z.string() }), "the document"),
});
const pageRoute = createRoute({
  method: "get",
  path: "/docs",
  tags: TAGS,
  summary: "This description, for people",
  description: "A page of every address and every error, with its cure.",
  responses: answersOfKinds({ "text/html": z.string() }, "the page"),
});
const styleRoute = createRoute({
  method: "get",
  path: "/docs.css",
  tags: TAGS,
  summary: "How the page looks",
  description: "The style of /docs.",
  responses: answersOfKinds({ "text/css": z.string() }, "the style"),
});

/** The description of the API for programs and for people. */
export function docsRoutes(document: () => ApiDocument): DeskRoutes {
  return newRoutes()
    .openapi(documentRoute, (c) => c.json(document()) as never)
    .openapi(pageRoute, (c) => c.html(docsPage(document())) as never)
    .openapi(styleRoute, (c) => {
      const style = readFileSync(packageFile("src/server/data/docs.css"), "utf8");
      return c.body(style, 200, { "content-type": "text/css; charset=utf-8" }) as never;
    });
}
