import { createHash } from "node:crypto";
import type { AlertWords } from "../../store/index.ts";
import { type Claim, claimOf } from "../claim.ts";

/** How webhooks are told of events. */
export const alertWords: AlertWords = {
  bodyOf: (event, search, events) => ({ event, search, claims: events.map(claimOf) }),
  markOf: (event) =>
    createHash("sha256")
      .update(JSON.stringify(saidBy(claimOf(event))))
      .digest("hex"),
};

/** What a claim says. Where it stands in the report, who else tells it and who looked at it change without it. */
function saidBy({ type, says, standing, when, where, actors, recipients, sources, figures }: Claim) {
  const bare = <Part extends object>(parts: readonly Part[]) =>
    parts.map((part) => ({ ...part, receipt: undefined }));
  return {
    type,
    says,
    standing,
    when,
    where,
    actors: bare(actors),
    recipients: bare(recipients),
    sources: bare(sources),
    figures: bare(figures),
  };
}
