import { z } from "zod";
import { CHANGE_KINDS } from "../../../store/index.ts";
import { tool } from "../tool.ts";

const BEGINNING = "1970-01-01T00:00:00Z";

export const listChanges = tool({
  name: "list_changes",
  title: "What was added since an instant",
  description:
    "Codings of reports, reviews by people, and links between reports, the oldest first: to see what is new, what was corrected and what was taken back since an answer was given. `at` is our clock, not the day of the news. Nothing is ever deleted. search_events with `reports` shows what new reports say.",
  input: {
    since: z
      .union([z.iso.datetime({ offset: true }), z.iso.date()], {
        error: "an instant is written as 2026-05-06T12:00:00Z, a day (in UTC) as 2026-05-06",
      })
      .optional()
      .describe("as 2026-05-06T12:00:00Z or 2026-05-06; all if not given"),
    kinds: z
      .array(z.enum(CHANGE_KINDS))
      .min(1)
      .optional()
      .describe("coding: a report was read; review: a person judged; link: many, one for each event placed"),
    size: z.int().min(1).max(200).optional().describe("50 if not given"),
    after: z.string().max(500).optional().describe("`next` of the answer before"),
  },
  output: {
    changes: z.array(
      z.object({
        kind: z.string(),
        at: z.string(),
        subject: z
          .string()
          .describe("of a coding the key of the report, of a review the id of the event, of a link either"),
        what: z.string().describe("first or again; the verdict; what was linked"),
        details: z.unknown(),
      }),
    ),
    next: z.string().optional(),
  },
  // Who reviewed is no business of an assistant.
  answer: async (store, { since = BEGINNING, kinds, size = 50, after }) => {
    const instant = since.includes("T") ? since : `${since}T00:00:00Z`;
    const page = await store.changes(instant, { size, ...(after === undefined ? {} : { after }) }, kinds);
    return {
      changes: page.items.map(({ kind, at, subject, what, details }) => ({
        kind,
        at,
        subject,
        what,
        details,
      })),
      ...(page.next === undefined ? {} : { next: page.next }),
    };
  },
});
