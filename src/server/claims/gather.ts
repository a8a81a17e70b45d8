import type { GatheredClaims, Member, Told } from "../../linking/index.ts";
import { publishedOn } from "../../record/report.ts";
import { effectiveEvent } from "../../review/index.ts";
import type { ReportHeader, Store, StoredEvent } from "../../store/index.ts";

/**
 * The claims of a story by happening, as people left them: what was rejected is gone, what was corrected has the values
 * that reviewers gave. A claim that is linked to none stands alone, under the id of its event.
 */
export async function claimsByHappening(
  store: Store,
  claims: readonly StoredEvent[],
): Promise<readonly GatheredClaims<Told>[]> {
  const groups = new Map<string, { members: Member<Told>[]; changes: Change[] }>();
  for (const claim of claims) {
    if (claim.review === "rejected") continue;
    const id = claim.happening ?? claim.id;
    const group = groups.get(id) ?? { members: [], changes: [] };
    groups.set(id, group);
    const { event, changes } =
      claim.review === "edited"
        ? effectiveEvent(claim.event, await store.reviews(claim.id))
        : { event: claim.event, changes: [] };
    group.members.push({
      event,
      coded: toldBy(claim.report),
      ...(claim.report.copyOf === undefined ? {} : { copyOf: claim.report.copyOf }),
    });
    group.changes.push(...changes.map(({ field, reviewer }) => ({ field, reviewer })));
  }
  return [...groups].map(([id, group]) => ({ id, ...group }));
}

type Change = NonNullable<GatheredClaims["changes"]>[number];

/** A report by its header, named by its key: the roll-up needs no text. */
export function toldBy({ key, outlet, originator, url, published }: ReportHeader): Told {
  return {
    id: key,
    report: {
      published: publishedOn(published),
      ...(outlet === undefined ? {} : { outlet }),
      ...(originator === undefined ? {} : { originator }),
      ...(url === undefined ? {} : { url }),
    },
  };
}
