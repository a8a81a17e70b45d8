import { z } from "@hono/zod-openapi";
import { fail } from "../../text/errors.ts";
import { answersOfKinds, BYTES, problemAnswers } from "../answers.ts";
import {
  endOf,
  lastQuarter,
  listLine,
  QUARTER_FILES,
  type QuarterFile,
  quarterFile,
  stampOf,
} from "../compatible/quarter-hours.ts";
import type { ServerContext } from "../context.ts";
import { ownAddress } from "../own-address.ts";
import { createRoute } from "../route.ts";
import { type DeskRoutes, newRoutes } from "../routing.ts";

const TAGS = ["compatible readers"];
const FILES = Object.keys(QUARTER_FILES) as readonly QuarterFile[];

const listRoute = createRoute({
  method: "get",
  path: "/gdeltv2/lastupdate.txt",
  tags: TAGS,
  summary: "The files of the last quarter of an hour, as a client of GDELT 2 reads them",
  description:
    "A line a file: length, MD5 and address of events and mentions. Machine-coded claims in GDELT's form, not GDELT's data.",
  responses: answersOfKinds({ "text/plain": z.string() }, "the list"),
});
const fileRoute = createRoute({
  method: "get",
  path: "/gdeltv2/{file}",
  tags: TAGS,
  summary: "Events or mentions of one quarter of an hour, zipped",
  description:
    "Named as in the list, `20260506121500.export.CSV.zip` or `.mentions.CSV.zip`: the events of the reports that were first coded in the quarter that ends then, as they stood at its end. A file never changes.",
  request: { params: z.object({ file: z.string().max(100) }) },
  responses: {
    ...answersOfKinds({ "application/zip": BYTES }, "a ZIP of one table without head"),
    ...problemAnswers({ 404: "no such quarter, or it is not over" }),
  },
});

export function gdeltRoutes({ store }: ServerContext): DeskRoutes {
  return newRoutes()
    .openapi(listRoute, async (c) => {
      const end = lastQuarter(Date.now());
      const lines = FILES.map(async (file) => {
        const address = new URL(`/gdeltv2/${stampOf(end)}.${file}.CSV.zip`, ownAddress(c.req.raw)).href;
        return listLine(await quarterFile(store, end, file), address);
      });
      return c.text((await Promise.all(lines)).join("")) as never;
    })
    .openapi(fileRoute, async (c) => {
      const { file: name } = c.req.valid("param");
      const [, stamp = "", file] = /^(\d{14})\.(export|mentions)\.CSV\.zip$/.exec(name) ?? [];
      const end = endOf(stamp, Date.now());
      if (end === undefined)
        throw fail("K141", { what: "file of a quarter of an hour that is over", id: name });
      const bytes = await quarterFile(store, end, file as QuarterFile);
      return new Response(new Uint8Array(bytes), { headers: { "content-type": "application/zip" } }) as never;
    });
}
