import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { fail } from "../../text/errors.ts";
import type { Imports, ImportWish } from "./types.ts";

const options = {
  published: z.iso
    .date()
    .optional()
    .openapi({ description: "day of publication, for reports that do not say it" }),
  language: z
    .enum(["en"])
    .optional()
    .openapi({ description: "taken for English without guessing the language" }),
};

/** Text that was pasted, or an address; with whatever is known of it. */
export const importBodySchema = z
  .strictObject({
    text: z.string().min(1).max(4_000_000).optional(),
    title: z.string().max(1000).optional(),
    outlet: z.string().max(300).optional(),
    url: z.string().max(4000).optional().openapi({
      description: "without text: a page, feed or sitemap to fetch; with text: where it was taken from",
    }),
    ...options,
  })
  .refine(({ text, url }) => text !== undefined || url !== undefined, { error: "give a text or a url" })
  // What is no address would be taken for a file of this machine when it is tried again.
  .refine(({ text, url }) => text !== undefined || url === undefined || /^https?:\/\//i.test(url), {
    path: ["url"],
    error: "an http or https address",
  })
  .openapi({ anyOf: [{ required: ["text"] }, { required: ["url"] }] });

export const importFormSchema = z
  .object({
    files: z
      .union([z.instanceof(File), z.array(z.instanceof(File))])
      .openapi({ type: "array", minItems: 1, items: { type: "string", format: "binary" } }),
    ...options,
  })
  .openapi("ImportForm");

export type ImportBody = z.infer<typeof importBodySchema>;

/** Sent files are kept, pasted texts become files. Throws K145 for a body that is neither. */
export async function wishOfBody(c: Context, imports: Imports): Promise<ImportWish> {
  const type = c.req.header("content-type") ?? "";
  if (/^multipart\/form-data/i.test(type)) return wishOfForm(c, imports);
  const body = parsed(importBodySchema, await c.req.json().catch(unreadable));
  return wishOfJson(body, imports);
}

async function wishOfForm(c: Context, imports: Imports): Promise<ImportWish> {
  const form = await c.req.parseBody({ all: true }).catch(unreadable);
  const { files, ...given } = parsed(importFormSchema, form);
  const kept: string[] = [];
  try {
    for (const file of [files].flat())
      kept.push(await imports.keep(file.name, new Uint8Array(await file.arrayBuffer())));
  } catch (problem) {
    await imports.drop(kept);
    throw problem;
  }
  return { files: kept, addresses: [], ...readingOf(given) };
}

async function wishOfJson(body: ImportBody, imports: Imports): Promise<ImportWish> {
  const { text, title, outlet, url, published, language } = body;
  if (text === undefined) return { files: [], addresses: [url!], ...readingOf({ published, language }) };
  const line = JSON.stringify({ text, title, outlet, url, published });
  const name = `${(title ?? "pasted text").slice(0, 60)}.jsonl`;
  return {
    files: [await imports.keep(name, Buffer.from(`${line}\n`))],
    addresses: [],
    ...readingOf({ language }),
  };
}

function readingOf({
  published,
  language,
}: {
  readonly published?: string | undefined;
  readonly language?: "en" | undefined;
}): Pick<ImportWish, "published" | "anyLanguage"> {
  return {
    ...(published === undefined ? {} : { published }),
    ...(language === undefined ? {} : { anyLanguage: true }),
  };
}

function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw fail("K145", { reason: `${issue!.path.join(".") || "the body"}: ${issue!.message}` });
}

function unreadable(problem: unknown): never {
  throw fail("K145", { reason: (problem as Error).message }, problem);
}
