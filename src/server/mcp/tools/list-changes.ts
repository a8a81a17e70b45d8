import { z } from "zod";
import { tool } from "../tool.ts";

const BEGINNING = "1970-01-01T00:00:00Z";

export const listChanges = tool({
  name: "list_changes",
  title: "What was added since an instant",
  description:
    "Codings of reports, reviews by people, and links between reports, the oldest first: to see what is new, what was corrected and what was taken back since an answer was given. Nothing is ever deleted.",
  input: {
    since: z.iso.datetime({ offset: true }).optional().describe("as 2026-05-06T12:00:00Z; all if not given"),
    size: z.int().min(1).max(200).optional().describe("50 if not given"),
    after: z.string().max(500).optional().describe("`next` of the answer before"),
  },
  output: {
    changes: z.array(
      z.object({
        kind: z.string(),
        at: z.string(),
        subject: z.string().describe("key of the report, id of the event, or what was linked"),
        what: z.string(),
        details: z.unknown(),
      }),
    ),
    next: z.string().optional(),
  },
  // Who reviewed is no business of an assistant.
  answer: async (store, { since = BEGINNING, size = 50, after }) => {
    const page = await store.changes(since, { size, ...(after === undefined ? {} : { after }) });
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
