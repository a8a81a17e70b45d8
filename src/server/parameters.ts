import { z } from "@hono/zod-openapi";

/** Query parameters: a name that is not known is refused with those that are, never passed over. */
export function strictQuery<Shape extends z.ZodRawShape>(shape: Shape) {
  const known = Object.keys(shape).join(", ");
  return z.strictObject(shape, {
    error: (issue) => (issue.code === "unrecognized_keys" ? known : undefined),
  });
}

type Raw = string | readonly string[];
const raw = z
  .union([z.string(), z.array(z.string())])
  .refine((given) => [given].flat().every((value) => /[^\s,]/.test(value)), {
    error: "no value may be blank",
  });

/** `types=AID&types=AGREE` or `types=AID,AGREE`. */
export function listOf<Value extends string>(values: readonly [Value, ...Value[]], description: string) {
  return raw
    .transform((given) => split(given, /,/))
    .pipe(z.array(z.enum(values)).min(1))
    .optional()
    .openapi({ type: "array", minItems: 1, items: { type: "string", enum: [...values] }, description });
}

/** Words of any kind. A comma before a blank belongs to the name: "Petrosyan, Armen". */
export function words(description: string) {
  return raw
    .transform((given) => split(given, /,(?! )/))
    .pipe(z.array(z.string().max(500)).min(1).max(200))
    .optional()
    .openapi({
      type: "array",
      minItems: 1,
      maxItems: 200,
      items: { type: "string", maxLength: 500, pattern: "[^\\s,]" },
      description,
    });
}

export function number(minimum: number, maximum: number, description: string) {
  return z
    .string()
    .transform((text) => (text.trim() === "" ? Number.NaN : Number(text)))
    .pipe(z.number().min(minimum).max(maximum))
    .optional()
    .openapi({ type: "number", minimum, maximum, description });
}

export function whole(minimum: number, maximum: number, description: string) {
  return z
    .string()
    .transform((text) => (text.trim() === "" ? Number.NaN : Number(text)))
    .pipe(z.int().min(minimum).max(maximum))
    .optional()
    .openapi({ type: "integer", minimum, maximum, description });
}

export const degrees = (limit: 90 | 180, description: string) =>
  number(-limit, limit, `degrees: ${description}`);

export function day(description: string) {
  return z.iso.date({ error: "a day as YYYY-MM-DD" }).optional().openapi({ description });
}

export function instant() {
  return z.iso.datetime({ offset: true, error: "an instant as 2026-05-06T12:00:00Z" }).optional();
}

function split(given: Raw, sign: RegExp): string[] {
  return [given]
    .flat()
    .flatMap((value) => value.split(sign))
    .map((value) => value.trim())
    .filter((value) => value !== "");
}
