import type { z } from "@hono/zod-openapi";
import { problemSchema } from "./schemas/index.ts";

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

/** Of a route that changes something: what can be in its way, beside what it says. */
function changing() {
  return problemAnswers({
    401: "one has to log in",
    403: "whoever asks may not do this, or another site made the request",
    429: "too many requests",
  });
}

/** The answers of a route that makes something. */
export function answersOfNew<Schema extends z.ZodType>(schema: Schema, description: string) {
  return {
    201: { description, content: { "application/json": { schema } } },
    ...changing(),
    ...problemAnswers({ 404: "what it hangs on is not there", 409: "it is there already" }),
  } as const;
}

/** The answers of a route that says nothing but that it is done. */
export function answersOfDone(description: string) {
  return { 204: { description }, ...changing(), ...problemAnswers({ 404: "it is not there" }) } as const;
}

/** Problems by their status; 400 is always among them. */
export function problemAnswers<Status extends number>(descriptions: Readonly<Record<Status, string>>) {
  const all = { 400: "what was sent does not fit; the allowed values are listed", ...descriptions };
  return Object.fromEntries(
    Object.entries(all).map(([status, description]) => [status, problemAnswer(description as string)]),
  ) as Record<Status | 400, ReturnType<typeof problemAnswer>>;
}
