import { z } from "@hono/zod-openapi";
import { problemSchema } from "./schemas/index.ts";

/**
 * What a route says of its own answers. What the house answers at any address - who is not known, what does not fit, what
 * is not there - is said once for all of them (house-answers.ts).
 */
export function answersOf<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { 200: jsonAnswer(schema, description) } as const;
}

/** Of a route that asks for one thing by its name. */
export function answersOfOne<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { ...answersOf(schema, description), 404: problemAnswer("it is not there") } as const;
}

/** Of a route that writes what a person says of something. */
export function answersOfReview<Schema extends z.ZodType>(schema: Schema, description: string) {
  return {
    ...answersOfOne(schema, description),
    409: problemAnswer("what was said since is in its way"),
  } as const;
}

/** Of a route that makes something. */
export function answersOfNew<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { 201: jsonAnswer(schema, description) } as const;
}

/** Of a route that begins something which goes on after the answer. */
export function answersOfBegun<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { 202: jsonAnswer(schema, description) } as const;
}

/** Of a route that says nothing but that it is done. */
export function answersOfDone(description: string) {
  return { 204: { description } } as const;
}

/** Of what is not text. */
export const BYTES = z.string().openapi({ format: "binary" });

/** Of a route that sends what is no JSON, or JSON among others: schemas by media type. */
export function answersOfKinds<Kinds extends Readonly<Record<string, z.ZodType>>>(
  kinds: Kinds,
  description: string,
) {
  const content = Object.fromEntries(Object.entries(kinds).map(([type, schema]) => [type, { schema }]));
  return {
    200: { description, content: content as { [Type in keyof Kinds]: { schema: Kinds[Type] } } },
  } as const;
}

const jsonAnswer = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { "application/json": { schema } },
});

export const problemAnswer = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: problemSchema } },
});

/** Problems of the route's own, by their status. */
export function problemAnswers<Status extends number>(descriptions: Readonly<Record<Status, string>>) {
  return Object.fromEntries(
    Object.entries(descriptions).map(([status, description]) => [
      status,
      problemAnswer(description as string),
    ]),
  ) as Record<Status, ReturnType<typeof problemAnswer>>;
}
