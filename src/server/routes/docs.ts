import { readFileSync } from "node:fs";
import { packageFile } from "../../text/package-files.ts";
import { docsPage } from "../docs-page.ts";
import { type DeskRoutes, newRoutes } from "../routing.ts";

type Document = ReturnType<DeskRoutes["getOpenAPI31Document"]>;

/** The description of the API for programs and for people; made once, when it is first asked for. */
export function docsRoutes(describe: () => Document): DeskRoutes {
  let known: Document | undefined;
  const document = (): Document => {
    known ??= describe();
    return known;
  };
  return newRoutes()
    .get("/openapi.json", (c) => c.json(document()))
    .get("/docs", (c) => c.html(docsPage(document())))
    .get("/docs.css", (c) =>
      c.body(readFileSync(packageFile("src/server/data/docs.css"), "utf8"), 200, {
        "content-type": "text/css; charset=utf-8",
      }),
    ) as DeskRoutes;
}
