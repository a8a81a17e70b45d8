import { z } from "@hono/zod-openapi";
import { fail } from "../text/errors.ts";
import { listOf } from "./parameters.ts";

/** An item of a list: what it is called, and objects whose own parts can be asked for. */
interface Item {
  readonly shape: z.ZodRawShape;
  readonly id: string;
  readonly parts: Readonly<Record<string, z.ZodRawShape>>;
}

/**
 * Lets a list give some fields of its items: by their names, or by the names in an object as `event.actors`. What the
 * item is called comes along.
 */
export function fieldsOf({ shape, id, parts }: Item) {
  const inner = Object.entries(parts).flatMap(([name, one]) =>
    Object.keys(one).map((field) => `${name}.${field}`),
  );
  const names = [...Object.keys(shape), ...inner] as [string, ...string[]];
  const partial = Object.entries(parts).map(([name, one]) => [name, z.object(one).partial().readonly()]);
  return {
    parameter: listOf(names, `only these fields of an item, all if not given; \`${id}\` always comes along`),
    /** An item with some of its fields. */
    schema: z
      .object({ ...shape, ...Object.fromEntries(partial) })
      .partial()
      .required({ [id]: true })
      .readonly(),
    pick: (items: readonly object[], wanted: readonly string[] | undefined): readonly object[] =>
      wanted === undefined ? items : items.map((item) => picked(item, [id, ...wanted])),
  };
}

function picked(item: object, names: readonly string[]): object {
  const paths = names.map((name) => name.split("."));
  const kept = Object.entries(item).flatMap(([name, value]) => {
    const own = paths.filter(([first]) => first === name);
    if (own.length === 0) return [];
    // A whole object holds its parts.
    if (own.some(({ length }) => length === 1)) return [[name, value] as const];
    return [
      [
        name,
        picked(
          value as object,
          own.map(([, inner]) => inner!),
        ),
      ] as const,
    ];
  });
  return Object.fromEntries(kept);
}

/** Throws K301: a file has the columns of its format. */
export function noFieldsOf(format: string, fields: readonly string[] | undefined): void {
  if (fields !== undefined)
    throw fail("K301", {
      option: "fields",
      value: fields.join(","),
      allowed: `no fields with the format ${format}: a file has those of its format`,
    });
}
