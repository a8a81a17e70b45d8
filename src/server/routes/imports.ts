import { z } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import { streamSSE } from "hono/streaming";
import type { Failure } from "../../store/index.ts";
import { fail } from "../../text/errors.ts";
import { answersOf, answersOfBegun, answersOfKinds, answersOfOne, problemAnswers } from "../answers.ts";
import type { ServerContext } from "../context.ts";
import { CURSOR_SHAPE, pageOf } from "../filter-query.ts";
import { importBodySchema, importFormSchema, wishOfBody } from "../imports/body.ts";
import { type ImportProgress, isOver, progressOf } from "../imports/index.ts";
import { strictQuery, whole } from "../parameters.ts";
import { createRoute } from "../route.ts";
import { answer, type DeskRoutes, needs, newRoutes } from "../routing.ts";
import { failureSchema, importProgressSchema, pagedSchema, progressEventSchema } from "../schemas/index.ts";

const TAGS = ["imports"];
const runs = pagedSchema(importProgressSchema);
const failures = z.object({ items: z.array(failureSchema).readonly() });
/** Numbers of the store have fifteen digits at most. */
const MOST_RUN = 999_999_999_999_999;
const runParameter = z.object({
  run: z
    .string()
    .regex(/^\d{1,15}$/, "the number of a run")
    .transform(Number)
    .openapi({ type: "integer", minimum: 0, maximum: MOST_RUN }),
});

const BEGUN = answersOfBegun(importProgressSchema, "it stands in line; `run` is its number");

const addRoute = createRoute({
  method: "post",
  path: "/imports",
  tags: TAGS,
  summary: "Take in reports",
  description:
    "Files (any kind that khaldun ingest reads, archives among them), a pasted text, or the address of a page, feed or sitemap. They are read, coded and linked one import after the other; what fails is listed with its reason.",
  request: {
    body: {
      content: {
        "multipart/form-data": { schema: importFormSchema },
        "application/json": { schema: importBodySchema },
      },
    },
  },
  responses: BEGUN,
});

const listRoute = createRoute({
  method: "get",
  path: "/imports",
  tags: TAGS,
  summary: "Every import and ingest of the store",
  description:
    "The newest first. An import that is not over and not of this desk has failed (K178): it was broken off, or another desk reads it.",
  request: { query: strictQuery(CURSOR_SHAPE) },
  responses: answersOf(runs, "the page, and `next` if there is another"),
});

const progressRoute = createRoute({
  method: "get",
  path: "/imports/{run}/progress",
  tags: TAGS,
  summary: "How far an import is, as it goes on",
  description:
    "Server-sent events `progress`, each with an ImportProgress as its data, the last of them once it is over.",
  request: { params: runParameter },
  responses: answersOfKinds({ "text/event-stream": progressEventSchema }, "a stream of such events"),
});

const stopRoute = createRoute({
  method: "post",
  path: "/imports/{run}/stop",
  tags: TAGS,
  summary: "Stop an import",
  description:
    "What is under way is ended and written; the rest is not read. One that failed or was broken off is given up, with what was sent for it.",
  request: { params: runParameter },
  responses: answersOfOne(importProgressSchema, "how far it came"),
});

const againRoute = createRoute({
  method: "post",
  path: "/imports/{run}/retry",
  tags: TAGS,
  summary: "Begin a failed import again",
  description:
    "Reads what a run that failed or was broken off was to read, in a run of its own; what it had stored is known and passed over.",
  request: { params: runParameter },
  responses: BEGUN,
});

const failuresRoute = createRoute({
  method: "get",
  path: "/failures",
  tags: TAGS,
  summary: "What could not be read or coded and still stands",
  description: "Each with its reason and its cure.",
  request: { query: strictQuery({ run: whole(1, 1e15, "of one run; of all if not given") }) },
  responses: answersOf(failures, "the failures"),
});

const retryRoute = createRoute({
  method: "post",
  path: "/failures/retry",
  tags: TAGS,
  summary: "Try again what failed",
  description: "Reads the inputs of these failures, or of all, once more; those that go well are solved.",
  request: {
    body: {
      required: true,
      content: {
        "application/json": {
          schema: z.strictObject({
            failures: z
              .array(z.int().min(1).max(MOST_RUN))
              .max(10_000)
              .optional()
              .openapi({ description: "all if not given" }),
          }),
        },
      },
    },
  },
  responses: {
    ...BEGUN,
    ...problemAnswers({ 409: "nothing that failed can be read again" }),
  },
});

/** Bytes of one upload; longer ones are a matter for the command line. */
const MOST_BYTES = 100_000_000;

export function importRoutes(context: ServerContext): DeskRoutes {
  const { store, imports } = context;
  const routes = newRoutes();
  const mayImport = needs(context, "import");
  routes.on("POST", ["/imports", "/imports/*", "/failures/*"], mayImport);
  routes.on("POST", "/imports", bodyLimit({ maxSize: MOST_BYTES, onError: tooLarge(MOST_BYTES) }));
  return routes
    .openapi(
      addRoute,
      async (c) => {
        const progress = await imports.add(await wishOfBody(c, imports));
        return Response.json(progress, { status: 202 }) as never;
      },
      undefined,
    )
    .openapi(listRoute, async (c) => {
      const page = await store.newestRuns(pageOf(c.req.valid("query")));
      const items = page.items.map((run) => imports.progress(run.id) ?? progressOf(run));
      return answer(runs, { ...page, items });
    })
    .openapi(progressRoute, async (c) => {
      const { run } = c.req.valid("param");
      const known = imports.progress(run) ?? (await storedProgress(context, run));
      return streamSSE(c, async (stream) => {
        const ended = new AbortController();
        stream.onAbort(() => ended.abort());
        const beat = setInterval(() => void stream.write(": still there\n\n"), BEAT_MS);
        try {
          const all = isOver(known) ? [known] : imports.follow(run, ended.signal);
          for await (const progress of all)
            await stream.writeSSE({ event: "progress", data: JSON.stringify(progress) });
        } finally {
          clearInterval(beat);
        }
      }) as never;
    })
    .openapi(stopRoute, async (c) => {
      const { run } = c.req.valid("param");
      await imports.stop(run);
      return answer(importProgressSchema, imports.progress(run) ?? (await storedProgress(context, run)));
    })
    .openapi(againRoute, async (c) => {
      const { run } = c.req.valid("param");
      const progress = await imports.again(run);
      if (progress === undefined) throw fail("K141", { what: "failed run", id: run });
      return Response.json(progress, { status: 202 }) as never;
    })
    .openapi(failuresRoute, async (c) => {
      const items = await store.failures(c.req.valid("query").run);
      return answer(failures, {
        items: items.map((failure) => ({
          ...failure,
          input: imports.shown(failure.input),
          message: imports.shown(failure.message),
        })),
      });
    })
    .openapi(retryRoute, async (c) => {
      const { failures: wanted } = c.req.valid("json");
      const open = (await store.failures()).filter(({ id }) => wanted?.includes(id) ?? true);
      const inputs = inputsOf(open);
      if (inputs.length === 0) throw fail("K240");
      const isAddress = (input: string): boolean => /^https?:\/\//i.test(input);
      const progress = await imports.add({
        files: inputs.filter((input) => !isAddress(input)),
        addresses: inputs.filter(isAddress),
      });
      return Response.json(progress, { status: 202 }) as never;
    });
}

const BEAT_MS = 15_000;

export function tooLarge(limit: number): () => never {
  return () => {
    throw fail("K142", { size: `more than ${limit} bytes`, limit: `${limit} bytes` });
  };
}

/** What came from standard input is gone. */
function inputsOf(open: readonly Failure[]): readonly string[] {
  return [...new Set(open.map(({ input }) => input))].filter((input) => input !== "standard input");
}

async function storedProgress({ store }: ServerContext, id: number): Promise<ImportProgress> {
  const run = (await store.runs()).find((one) => one.id === id);
  if (run === undefined) throw fail("K141", { what: "run", id });
  return progressOf(run);
}
