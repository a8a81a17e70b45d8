import { z } from "@hono/zod-openapi";
import { ROLL_UP_RULES } from "../../record/happening.ts";
import { answersOfKinds, problemAnswers } from "../answers.ts";
import { briefBibtex, briefCsl } from "../brief/citations.ts";
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

const BIBTEX = "application/x-bibtex";
const CSL = "application/vnd.citationstyles.csl+json";
const cslDate = z.object({ "date-parts": z.array(z.array(z.int())) });
const cslSchema = z
  .object({
    id: z.string(),
    type: z.literal("article-newspaper"),
    title: z.string().optional(),
    "container-title": z.string().optional(),
    issued: cslDate.optional(),
    accessed: cslDate,
    URL: z.string().optional(),
    note: z.string(),
  })
  .openapi("CslItem");

const briefRoute = createRoute({
  method: "post",
  path: "/brief",
  tags: ["brief"],
  summary: "A brief in which every sentence leads to the words it rests on",
  description:
    "Markdown, or what Accept asks for: JSON, or the reports that it rests on as BibLaTeX or CSL-JSON. A sentence without an anchor is refused (K160).",
  request: { body: { required: true, content: { "application/json": { schema: orderSchema } } } },
  responses: {
    ...answersOfKinds(
      {
        "application/json": briefSchema,
        "text/markdown": z.string(),
        [BIBTEX]: z.string(),
        [CSL]: z.array(cslSchema),
      },
      "the brief",
    ),
    ...problemAnswers({ 404: "a report, event or happening that it names is not there" }),
  },
});

export function briefRoutes({ store }: ServerContext): DeskRoutes {
  return newRoutes().openapi(briefRoute, async (c) => {
    const { rule = "conservative", source, language: _language, ...order } = c.req.valid("json");
    const made = new Date().toISOString();
    const brief = await makeBrief(store, { ...order, choice: { rule, source }, made });
    const asked = c.req.header("accept") ?? "";
    const file = (kind: string, text: string) =>
      new Response(text, { headers: { "content-type": `${kind}; charset=utf-8` } }) as never;
    if (asked.includes(BIBTEX)) return file(BIBTEX, briefBibtex(brief));
    if (asked.includes(CSL)) return file(CSL, JSON.stringify(briefCsl(brief), null, 2));
    const markdown = briefMarkdown(brief);
    if (!asked.includes("application/json")) return file("text/markdown", markdown);
    return answer(briefSchema, { ...brief, markdown });
  });
}
