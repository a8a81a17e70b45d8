import { z } from "@hono/zod-openapi";
import { BUCKETS } from "../../store/index.ts";
import { answersOf } from "../answers.ts";
import { SHOWN_SHAPE, shownFilterOf } from "../as-left.ts";
import type { ServerContext } from "../context.ts";
import { degrees, strictQuery, whole } from "../parameters.ts";
import { createRoute } from "../route.ts";
import { answer, type DeskRoutes, newRoutes } from "../routing.ts";
import { facetsSchema, networkSchema, placesSchema, timelineSchema } from "../schemas/index.ts";

const TAGS = ["summaries"];
const most = whole(1, 5000, "at most so many, 500 if not given; `more` says whether there are others");

const facetsRoute = createRoute({
  method: "get",
  path: "/facets",
  tags: TAGS,
  summary: "How many events have which value",
  description: "Counts under the filter; events without a value count under the empty string.",
  request: { query: strictQuery(SHOWN_SHAPE) },
  responses: answersOf(facetsSchema, "values with their counts, the commonest first"),
});

const timelineRoute = createRoute({
  method: "get",
  path: "/timeline",
  tags: TAGS,
  summary: "Events by when they begin",
  description: "By bucket and precision of the date: an event of May is never put on 1 May.",
  request: {
    query: strictQuery({
      ...SHOWN_SHAPE,
      bucket: z.enum(BUCKETS).optional().openapi({ description: "day, week, month (if not given) or year" }),
    }),
  },
  responses: answersOf(timelineSchema, "the buckets, and how many events have no date"),
});

const placesRoute = createRoute({
  method: "get",
  path: "/places",
  tags: TAGS,
  summary: "Events by place within a box",
  description:
    "Sites and towns as points with their radius. What is known to a region or country only is in `areas`: it has no point.",
  request: {
    query: strictQuery({
      ...SHOWN_SHAPE,
      west: degrees(180, "if greater than east the box crosses the date line"),
      south: degrees(90, "southern edge"),
      east: degrees(180, "eastern edge"),
      north: degrees(90, "northern edge"),
      most,
    }),
  },
  responses: answersOf(placesSchema, "the places, the most told first"),
});

const networkRoute = createRoute({
  method: "get",
  path: "/network",
  tags: TAGS,
  summary: "Who acts on whom",
  description: "Pairs of actor and recipient with the number of their events.",
  request: { query: strictQuery({ ...SHOWN_SHAPE, most }) },
  responses: answersOf(networkSchema, "the pairs, the commonest first"),
});

export function summaryRoutes({ store }: ServerContext): DeskRoutes {
  return newRoutes()
    .openapi(facetsRoute, async (c) =>
      answer(facetsSchema, await store.facets(shownFilterOf(c.req.valid("query")))),
    )
    .openapi(timelineRoute, async (c) => {
      const { bucket = "month", ...query } = c.req.valid("query");
      return answer(timelineSchema, await store.timeline(shownFilterOf(query), bucket));
    })
    .openapi(placesRoute, async (c) => {
      const { west = -180, south = -90, east = 180, north = 90, most, ...query } = c.req.valid("query");
      return answer(placesSchema, await store.box(shownFilterOf(query), { west, south, east, north }, most));
    })
    .openapi(networkRoute, async (c) => {
      const { most, ...query } = c.req.valid("query");
      return answer(networkSchema, await store.actorNetwork(shownFilterOf(query), most));
    });
}
