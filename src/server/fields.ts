import { z } from "@hono/zod-openapi";
import { fail } from "../text/errors.ts";
import { listOf } from "./parameters.ts";

/** An item of a list, which has an `id`; and the objects in it whose own fields can be asked for. */
interface Item {
  readonly shape: z.ZodRawShape;
  readonly parts: Readonly<Record<string, z.ZodRawShape>>;
}

/** Lets a list give some fields of its items: by their names, or by the names in an object as `event.actors`. */
export function fieldsOf({ shape, parts }: Item) {
  const inner = Object.entries(parts).flatMap(([name, one]) =>
    Object.keys(one).map((field) => `${name}.${field}`),
  );
  const names = [...Object.keys(shape), ...inner] as [string, ...string[]];
  const partial = Object.entries(parts).map(([name, one]) => [name, z.object(one).partial().readonly()]);
  return {
    parameter: listOf(names, "only these fields of an item, all if not given; `id` always comes along"),
    /** An item with some of its fields. */
    schema: z
      .object({ ...shape, ...Object.fromEntries(partial) })
      .partial()
      .required({ id: true })
      .readonly(),
    pick: (items: readonly object[], wanted: readonly string[] | undefined): readonly object[] =>
      wanted === undefined ? items : items.map((item) => picked(item, ["id", ...wanted])),
  };
}

function picked(item: object, names: readonly string[]): object {
  const kept = Object.entries(item).flatMap(([name, value]): readonly (readonly [string, unknown])[] => {
    // A whole object holds its parts.
    if (names.includes(name)) return [[name, value]];
    const inner = names.filter((one) => one.startsWith(`${name}.`)).map((one) => one.slice(name.length + 1));
    return inner.length === 0 ? [] : [[name, picked(value, inner)]];
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
