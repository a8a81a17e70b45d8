import type { Draft } from "../draft.ts";
import type { World } from "../world.ts";
import { compatible } from "./compatible.ts";
import { filled, leadOf } from "./fullest.ts";
import { gathering } from "./gathering.ts";
import { sameClause } from "./same-clause.ts";
import { tiedToGroup } from "./ties.ts";

/** Drafts that tell one happening, the first and fullest first. */
export interface Happening {
  readonly lead: Draft;
  readonly others: readonly Draft[];
}

/** "condemned this attack", with nobody named: it means something told before, and if that is no event, neither is this. */
function onlyPoints({ token, actors, recipients }: Draft, { tree }: World): boolean {
  if (actors.length + recipients.length > 0 || tree.tokens[token]!.upos !== "NOUN") return false;
  return tree
    .dependents(token, "det")
    .some((child) => /^(?:this|these|such)$/i.test(tree.tokens[child]!.text));
}

/** One happening, one event: joins tellings whose type, people, place, time and standing do not speak against it. */
export function mergeTellings(drafts: readonly Draft[], world: World): readonly Happening[] {
  const { groups, beside, before, add } = gathering(world.tree);
  for (const draft of drafts) {
    const group =
      beside(draft).find((members) => members.some((member) => sameClause(member, draft, world))) ??
      before().findLast(
        (members) =>
          members.every((member) => compatible(member, draft, world)) && tiedToGroup(members, draft, world),
      );
    add(draft, group?.[0]);
  }
  return groups
    .filter((members) => !members.every((member) => onlyPoints(member, world)))
    .map((members) => {
      const lead = leadOf(members, world);
      return { lead: filled(lead, members, world), others: members.filter((member) => member !== lead) };
    });
}
