import { relation } from "../../language/index.ts";
import type { EventType } from "../../ontology/index.ts";
import type { ActorMention } from "../actors/layer.ts";
import type { Circumstances } from "./circumstances/index.ts";
import { type Bound, bound, UNBOUND } from "./circumstances/way.ts";
import type { Draft } from "./draft.ts";
import { occasionOf } from "./occasion.ts";
import { sceneOf } from "./scene.ts";
import type { Happening } from "./tellings/index.ts";
import type { World } from "./world.ts";

/** What the context of an event gives where its own clauses are silent. Marked as inferred in the record. */
export interface Completion {
  /** Indices in ACTORS. */
  readonly recipients: readonly number[];
  readonly place: Bound;
  readonly time: Bound;
}

interface Context {
  readonly drafts: readonly Draft[];
  readonly world: World;
  readonly circumstances: Circumstances;
}

export function completed({ lead }: Happening, context: Context): Completion {
  const { drafts, world } = context;
  const recipients =
    lead.recipients.length > 0 ? [] : (sharedTarget(lead, drafts, world) ?? overthrown(lead, world));
  const parties = [...lead.actors, ...lead.recipients, ...recipients].map((one) => world.mentions[one]!);
  return {
    recipients,
    place: lead.place >= 0 ? UNBOUND : placed(lead, parties, context),
    time: lead.time >= 0 ? UNBOUND : bound(occasionOf(lead, context), "occasion"),
  };
}

function placed(lead: Draft, parties: readonly ActorMention[], context: Context): Bound {
  if (lead.modes.includes("phone")) return UNBOUND;
  const scene = sceneOf(lead, context);
  return scene.index >= 0 ? scene : bound(homeOf(lead, parties, context.world), "home");
}

/** "accused the army of lying and denounced the raids": accusations in one breath have one target. */
function sharedTarget(lead: Draft, drafts: readonly Draft[], { tree }: World): readonly number[] | undefined {
  const token = tree.tokens[lead.token]!;
  if (lead.type !== "ACCUSE" || relation(token) !== "conj") return undefined;
  const first = drafts.find((draft) => draft.token === token.head && draft.type === "ACCUSE");
  return first === undefined || first.recipients.length === 0 ? undefined : first.recipients;
}

/** A coup is against the government of those who make it. */
function overthrown(lead: Draft, { mentions, tree }: World): readonly number[] {
  if (!lead.modes.includes("seize") || !/^(?:coup|putsch|overthrow)$/.test(tree.tokens[lead.token]!.lemma))
    return [];
  const country = mentions[lead.actors[0] ?? -1]?.country;
  if (country === undefined) return [];
  const isGovernment = (one: ActorMention): boolean =>
    one.kind === "organ" && one.sector === "GOV" && one.country === country && one.form !== "pronoun";
  const before = mentions.findLastIndex((one) => isGovernment(one) && one.first < lead.token);
  const found = before >= 0 ? before : mentions.findIndex(isGovernment);
  return found < 0 ? [] : [found];
}

const ON_SOIL: ReadonlySet<EventType> = new Set<EventType>(["ASSAULT", "COERCE", "PROTEST"]);

/**
 * The country of an act whose parties all belong to it, or of the rebels who fight there: a mention of that country,
 * the last before the act. A foreign army's act says nothing of where it was.
 */
function homeOf(lead: Draft, parties: readonly ActorMention[], { mentions, places }: World): number {
  // Nobody can be expelled from another's country.
  const expeller = lead.modes.includes("expel") ? mentions[lead.actors[0] ?? -1]?.country : undefined;
  if (expeller === undefined && !ON_SOIL.has(lead.type)) return -1;
  const rebels = lead.type === "ASSAULT" ? parties.find((one) => one.sector === "REB") : undefined;
  const countries = new Set(parties.map((one) => one.country));
  // "protests against Norway" are anywhere.
  const isOnState = lead.actors.length === 0 && parties.every(({ kind }) => kind === "state");
  const isDomestic = countries.size === 1 && !isOnState && (parties.length > 1 || isDomesticAlone(lead));
  const country = expeller ?? (isDomestic ? parties[0]?.country : rebels?.country);
  if (country === undefined) return -1;
  const isIt = (place: World["places"][number]): boolean =>
    place.kind === "country" && place.country === country && !place.metonym;
  const start = lead.token;
  const before = places.findLastIndex((place) => isIt(place) && place.first < start);
  return before >= 0 ? before : places.findIndex(isIt);
}

/** A crowd protests, an authority restricts at home, unless the text says where else. */
function isDomesticAlone(lead: Draft): boolean {
  return lead.type === "PROTEST" || (lead.type === "COERCE" && lead.recipients.length === 0);
}
