import { contains } from "../../text/span.ts";
import type { Draft } from "./draft.ts";

/**
 * "Britain says the inquiry has shown …", "the minister said the data suggest …": what a speaker's own words call to
 * witness is an argument of his. He is the source of what it is said to show; the report has not seen it.
 */
export function isEvidence(draft: Draft, claims: readonly Draft[]): boolean {
  const [cue] = draft.cue;
  if (draft.kind !== "document" || cue === undefined) return false;
  return claims.some(
    (claim) =>
      claim.cueToken !== draft.cueToken &&
      claim.kind !== "document" &&
      claim.sourceHead >= 0 &&
      claim.content.some((piece) => contains(piece, cue)),
  );
}
