import { z } from "@hono/zod-openapi";
import { ROLL_UP_RULES } from "../../record/happening.ts";
import { answersOfKinds, problemAnswers } from "../answers.ts";
import { makeBrief } from "../brief/gather.ts";
import { briefMarkdown } from "../brief/markdown.ts";
import type { ServerContext } from "../context.ts";
import { createRoute } from "../route.ts";
import { answer, type DeskRoutes, newRoutes } from "../routing.ts";

const offset = z.int().min(0).max(1_000_000_000);
const anchor = { report: z.string(), start: offset, end: offset };
const itemSchema = z.strictObject({
  text: z.string().min(1).max(5000).optional(),
  heading: z.boolean().optional().openapi({ description: "a heading needs no anchor" }),
  anchors: z
    .array(z.strictObject({ ...anchor, text: z.string().optional() }))
    .max(50)
    .optional(),
  events: z.array(z.string()).max(50).optional().openapi({
    description: "ids of events that carry the sentence; without a text they are put into words",
  }),
  happening: z.string().optional().openapi({ description: "put into words field by field" }),
});
const orderSchema = z
  .strictObject({
    title: z.string().min(1).max(500),
    marking: z.string().max(100).optional().openapi({ description: "such as TLP:GREEN" }),
    rule: z.enum(ROLL_UP_RULES).optional(),
    source: z.string().max(200).optional(),
    language: z
      .string()
      .max(20)
      .optional()
      .openapi({ description: "of the sentences; they are not translated" }),
    sentences: z.array(itemSchema).min(1).max(500),
  })
  .openapi("BriefOrder");

const briefSchema = z
  .object({
    title: z.string(),
    marking: z.string().optional(),
    made: z.string(),
    sentences: z
      .array(
        z
          .object({
            text: z.string(),
            kind: z.enum(["heading", "written", "event", "claim"]),
            references: z.array(z.int()).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    references: z
      .array(
        z
          .object({
            number: z.int(),
            key: z.string(),
            title: z.string().optional(),
            outlet: z.string().optional(),
            originator: z.string().optional(),
            url: z.string().optional(),
            published: z.string().optional(),
            sha256: z.string(),
            storedAt: z.string(),
            quote: z.object({ ...anchor, text: z.string() }).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    method: z.string(),
    limits: z.array(z.string()).readonly(),
    markdown: z.string(),
  })
  .openapi("Brief");

const briefRoute = createRoute({
  method: "post",
  path: "/brief",
  tags: ["brief"],
  summary: "A brief in which every sentence leads to the words it rests on",
  description: "Markdown, or JSON if Accept asks for it. A sentence without an anchor is refused (K160).",
  request: { body: { required: true, content: { "application/json": { schema: orderSchema } } } },
  responses: {
    ...answersOfKinds({ "application/json": briefSchema, "text/markdown": z.string() }, "the brief"),
    ...problemAnswers({ 404: "a report, event or happening that it names is not there" }),
  },
});

export function briefRoutes({ store }: ServerContext): DeskRoutes {
  return newRoutes().openapi(briefRoute, async (c) => {
    const { rule = "conservative", source, language: _language, ...order } = c.req.valid("json");
    const made = new Date().toISOString();
    const brief = await makeBrief(store, { ...order, choice: { rule, source }, made });
    const markdown = briefMarkdown(brief);
    if (!(c.req.header("accept") ?? "").includes("application/json")) {
      const headers = { "content-type": "text/markdown; charset=utf-8" };
      return new Response(markdown, { headers }) as never;
    }
    return answer(briefSchema, { ...brief, markdown });
  });
}
