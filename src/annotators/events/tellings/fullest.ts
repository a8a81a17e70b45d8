import { narrowerPlace, narrowerTime } from "../circumstances/agreement.ts";
import type { Draft } from "../draft.ts";
import type { World } from "../world.ts";

/** The first telling that names somebody; a headline gives way to the sentence that says it fully. */
export function leadOf(members: readonly Draft[], { tree, inHeadline }: World): Draft {
  const score = (draft: Draft): number =>
    (inHeadline(draft.token) ? -3 : 0) +
    draft.actors.length +
    draft.recipients.length +
    Number(draft.time >= 0) +
    Number(draft.place >= 0) +
    Number(tree.tokens[draft.token]!.upos === "VERB");
  const first = members[0]!;
  return members.reduce((best, draft) => (score(draft) > score(best) + 2 ? draft : best), first);
}

/** The lead with what only other tellings say, and the narrowest time and place that any of them gives. */
export function filled(lead: Draft, members: readonly Draft[], world: World): Draft {
  const from = <Key extends "actors" | "recipients" | "quantities">(key: Key): Draft[Key] =>
    lead[key].length > 0 ? lead[key] : (members.find((member) => member[key].length > 0)?.[key] ?? lead[key]);
  const recipients = from("recipients");
  const suffering = new Set(recipients.map((one) => world.mentions[one]!.entity));
  const places = members.flatMap((member) => world.places[member.place] ?? []);
  const times = members.flatMap((member) => world.times[member.time] ?? []);
  const place = places.length === 0 ? -1 : world.places.indexOf(places.reduce(narrowerPlace));
  const time = times.length === 0 ? -1 : world.times.indexOf(times.reduce(narrowerTime));
  return {
    ...lead,
    // "Eight soldiers were killed in clashes": a side of the fight in one telling, and whom it hit in another.
    actors: from("actors").filter((one) => !suffering.has(world.mentions[one]!.entity)),
    recipients,
    quantities: distinctCounts(members, world),
    place,
    placeBy: members.find((member) => member.place === place)?.placeBy ?? "none",
    time,
    timeBy: members.find((member) => member.time === time)?.timeBy ?? "none",
    modes:
      lead.modes.length > 0 ? lead.modes : (members.find((member) => member.modes.length > 0)?.modes ?? []),
    confidence: Math.max(...members.map((member) => member.confidence)),
  };
}

/** "Five killed" in the headline and in the text is one count. */
function distinctCounts(members: readonly Draft[], { quantities }: World): readonly number[] {
  const found = new Map<string, number>();
  for (const index of members.flatMap((member) => member.quantities)) {
    const { kind, min, max } = quantities[index]!;
    const key = `${kind} ${min} ${max}`;
    if (!found.has(key)) found.set(key, index);
  }
  return [...found.values()];
}
