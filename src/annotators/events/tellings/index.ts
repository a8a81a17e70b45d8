import type { Draft } from "../draft.ts";
import type { World } from "../world.ts";
import { compatible } from "./compatible.ts";
import { filled, leadOf } from "./fullest.ts";
import { gathering } from "./gathering.ts";
import { sameClause } from "./same-clause.ts";
import { tiedToGroup } from "./ties.ts";
import { attackOf } from "./toll.ts";
import { pointsBack, sameWord } from "./wording.ts";

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

/** "a drone hit … the drone attack". */
function isOfMode(one: Draft, other: Draft): boolean {
  return one.modes[0] !== undefined && one.modes[0] === other.modes[0];
}

function isSubject(noun: Draft, verb: Draft, { tree }: World): boolean {
  return tree.tokens[noun.token]!.head === verb.token && tree.tokens[noun.token]!.deprel === "nsubj";
}

/** The happening told last that the telling may be of; "the blast" is rather of the one that was a blast before. */
function lastOf(
  groups: readonly (readonly Draft[])[],
  draft: Draft,
  world: World,
): readonly Draft[] | undefined {
  const fitting = groups.filter(
    (members) =>
      members.every((member) => compatible(member, draft, world)) && tiedToGroup(members, draft, world),
  );
  const named = pointsBack(draft, world)
    ? fitting.findLast((members) =>
        members.some((member) => sameWord(member, draft, world) || isOfMode(member, draft)),
      )
    : undefined;
  return named ?? fitting.at(-1) ?? attackOf(groups, draft, world);
}

/** One happening, one event: joins tellings whose type, people, place, time and standing do not speak against it. */
export function mergeTellings(drafts: readonly Draft[], world: World): readonly Happening[] {
  const { groups, beside, before, add, unite } = gathering(world.tree);
  for (const draft of drafts) {
    const ofClause = beside(draft).filter((members) =>
      members.some((member) => sameClause(member, draft, world)),
    );
    const group = ofClause[0] ?? lastOf(before(), draft, world);
    // "Ten died when an air raid hit the town": the verb makes one of what stands on either side of it.
    const blow = ofClause
      .slice(1)
      .find((members) => members.some((member) => isSubject(member, draft, world)));
    add(draft, group?.[0]);
    if (blow !== undefined) unite(draft, blow[0]!);
  }
  return groups
    .filter((members) => members.length > 0 && !members.every((member) => onlyPoints(member, world)))
    .map((members) => {
      const lead = leadOf(members, world);
      return { lead: filled(lead, members, world), others: members.filter((member) => member !== lead) };
    });
}
