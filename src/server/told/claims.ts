import { z } from "@hono/zod-openapi";
import { columnKey, tellingsOf } from "../../linking/index.ts";
import { EVENT_TYPES } from "../../ontology/plover/codes.ts";
import { attributionSchema } from "../../record/attribution.ts";
import { claimSchema } from "../../record/happening.ts";
import { REVIEW_STATES, type StoredEvent } from "../../store/index.ts";
import { toldBy } from "../claims/gather.ts";
import { reportHeaderSchema } from "../schemas/index.ts";

/** What every row says of the event that it is about. */
export const ABOUT_SHAPE = {
  event: z.string().openapi({ description: "id of the event, as of /events" }),
  type: z.enum(EVENT_TYPES),
  report: reportHeaderSchema,
  happening: z.string().optional(),
  review: z.enum(REVIEW_STATES),
};

export const aboutOf = ({ id, event, report, happening, review }: StoredEvent) => ({
  event: id,
  type: event.type,
  report,
  ...(happening === undefined ? {} : { happening }),
  review,
});

const { id, speaker, stance, factuality, ownAffair } = claimSchema.unwrap().shape;
const cited = attributionSchema.unwrap().shape;

export const CLAIM_SHAPE = {
  id,
  ...ABOUT_SHAPE,
  speaker: speaker.describe(
    "who says so: the outlet in its own voice, or whom the report cites. A name is one speaker in all reports; who is not named is another in each, except in copies of one text",
  ),
  stance,
  factuality: factuality.describe("in this speaker's view"),
  ownAffair: ownAffair.describe("the speaker is a party to the event"),
  source: cited.source.optional().describe("as the report cites it; absent for the outlet's own voice"),
  cue: cited.cue,
  content: cited.content.describe("what is said; of the outlet's own voice where the report tells it"),
  chain: cited.chain,
};

export const claimRowSchema = z.object(CLAIM_SHAPE).readonly().openapi("ClaimRow");
export type ClaimRow = z.infer<typeof claimRowSchema>;

/** Every voice in one report that speaks of the event: the report's own, unless it only passes on, and each that it cites. */
export function claimsOfEvent(stored: StoredEvent): readonly ClaimRow[] {
  const { event, report } = stored;
  const copyOf = report.copyOf === undefined ? {} : { copyOf: report.copyOf };
  const [telling] = tellingsOf([{ event, coded: toldBy(report), ...copyOf }]);
  const claims = telling!.claims;
  // The report's own voice stands first, if it has one.
  const first = claims.length - event.attributions.length;
  return claims.map((claim, index): ClaimRow => {
    const { source, cue, content, chain } = event.attributions[index - first] ?? {};
    return {
      id: claim.id,
      ...aboutOf(stored),
      speaker: { ...claim.speaker, key: columnKey(claim) },
      stance: claim.stance,
      factuality: claim.factuality,
      ownAffair: claim.ownAffair,
      ...(source === undefined ? {} : { source }),
      ...(cue === undefined ? {} : { cue }),
      content: content ?? [event.trigger, ...event.mentions],
      chain: chain ?? [],
    };
  });
}
