import { z } from "zod";
import { EVENT_TYPES } from "../ontology/plover/codes.ts";
import { FACTUALITY_VALUES } from "../record/attribution.ts";
import { PHASES } from "../record/event.ts";
import { type EventFilter, REVIEW_STATES, VOICES } from "../store/index.ts";
import { withoutHoles } from "./claim.ts";

const words = (description: string) =>
  z.array(z.string().max(200)).min(1).max(50).optional().describe(description);
const day = (description: string) =>
  z.iso.date({ error: "a day is written as 2026-05-06" }).optional().describe(`${description}, YYYY-MM-DD`);
const PARTY = "country (COD), PLOVER sector (MIL), both (COD MIL), an id of the registry, or a name";

/** The filter of the store, as JSON: lists of alternatives. */
export const FILTER_JSON = {
  text: z.string().max(500).optional().describe('words of the report: "exact phrase", -without, or'),
  types: z.array(z.enum(EVENT_TYPES)).min(1).optional().describe("PLOVER types; get_codebook explains them"),
  modes: words("PLOVER modes, as firearms; get_codebook lists those of a type"),
  contexts: words("PLOVER contexts; get_codebook lists them"),
  from: day("first day of the event, inclusive; undated events are left out"),
  to: day("last day of the event, inclusive; undated events are left out"),
  countries: words("of the event's place, ISO alpha-3"),
  admin1: words("first-level unit of the event's place"),
  actors: words(`who did it: ${PARTY}`),
  recipients: words(`to whom: ${PARTY}`),
  sources: words(`who says so inside the report: ${PARTY}`),
  outlets: words("who published the report"),
  languages: words("of the report, as ISO 639-1"),
  factuality: z
    .array(z.enum(FACTUALITY_VALUES))
    .min(1)
    .optional()
    .describe("FactBank, in the report's own voice"),
  phases: z.array(z.enum(PHASES)).min(1).optional(),
  voices: z
    .array(z.enum(VOICES))
    .min(1)
    .optional()
    .describe(
      "outlet: asserted by the report itself; one-party: said by one source only; denied: by somebody",
    ),
  reviewed: z.array(z.enum(REVIEW_STATES)).min(1).optional(),
  stories: words("ids of stories: reports on one subject"),
  happenings: words("ids of happenings: one event across reports"),
  reports: words("keys of reports"),
  confidence: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe("least confidence that the event was read rightly"),
};

export function filterOf(input: z.infer<z.ZodObject<typeof FILTER_JSON>>): EventFilter {
  return withoutHoles(input) as EventFilter;
}
