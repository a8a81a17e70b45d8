import type { z } from "@hono/zod-openapi";
import { problemSchema } from "./schemas.ts";

export const problemAnswer = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: problemSchema } },
});

/** The answers of a route that gives JSON: what it says, and how it fails. */
export function answersOf<Schema extends z.ZodType>(schema: Schema, description: string) {
  return {
    200: { description, content: { "application/json": { schema } } },
    304: { description: "the same as the answer whose ETag was sent as If-None-Match" },
    400: problemAnswer("a parameter does not fit; the allowed values are listed"),
    403: problemAnswer("whoever asks may not do this"),
  } as const;
}

/** The same for a route that asks for one thing by its name. */
export function answersOfOne<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { ...answersOf(schema, description), 404: problemAnswer("it is not there") } as const;
}
