import { relation, type Tree } from "../../language/index.ts";
import type { EventType } from "../../ontology/index.ts";
import type { ActorMention } from "../actors/layer.ts";
import type { TimeMention } from "../times/layer.ts";
import type { Circumstances } from "./circumstances/index.ts";
import { isCue } from "./cues.ts";
import type { Draft } from "./draft.ts";
import { sceneOf } from "./scene.ts";
import { SPOKEN, speaksFor } from "./speech-acts.ts";
import type { Happening } from "./tellings/index.ts";
import type { World } from "./world.ts";

/** What the context of an event gives where its own clauses are silent. Marked as inferred in the record. */
export interface Completion {
  /** Indices in ACTORS. */
  readonly recipients: readonly number[];
  /** Indices in PLACES and TIMES; -1 for nothing. */
  readonly place: number;
  readonly time: number;
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
    place: lead.place >= 0 ? -1 : placed(lead, parties, context),
    time: lead.time >= 0 ? -1 : occasionOf(lead, context),
  };
}

function placed(lead: Draft, parties: readonly ActorMention[], context: Context): number {
  const scene = sceneOf(lead, context);
  return scene >= 0 ? scene : homeOf(lead, parties, context.world);
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
  const isDomestic = countries.size === 1 && (parties.length > 1 || isDomesticAlone(lead));
  const country = expeller ?? (isDomestic ? parties[0]?.country : rebels?.country);
  if (country === undefined) return -1;
  const isIt = (place: World["places"][number]): boolean =>
    place.kind === "country" && place.country === country;
  const start = lead.token;
  const before = places.findLastIndex((place) => isIt(place) && place.first < start);
  return before >= 0 ? before : places.findIndex(isIt);
}

/** A crowd protests, an authority restricts at home, unless the text says where else. */
function isDomesticAlone(lead: Draft): boolean {
  return lead.type === "PROTEST" || (lead.type === "COERCE" && lead.recipients.length === 0);
}

/**
 * An act of speech without a date of its own, by somebody whose words the report dates: what is quoted was said on the
 * occasion told last, what is narrated on the only one. A perfect ("has accused") leaves the time open.
 */
function occasionOf(lead: Draft, { world, circumstances }: Context): number {
  const { tree, mentions, times } = world;
  if (!SPOKEN.has(lead.type) || tree.tokens[lead.token]!.upos !== "VERB") return -1;
  if (isPerfect(tree, lead.token)) return -1;
  const actor = mentions[lead.actors[0] ?? -1];
  if (actor === undefined) return -1;
  const said = world.sayings
    .filter(({ speaker }) => speaker.entity === actor.entity || speaksFor(actor, speaker))
    .filter(({ token }) => !isPerfect(tree, token))
    .map(({ token }) => ({
      token,
      time: circumstances.time({ token, extra: [], type: lead.type, modes: [] }),
    }))
    .filter(({ time }) => times[time]?.from !== undefined);
  // A headline's words are dated below it.
  if (lead.performed || isInDocument(tree, lead.token))
    return (said.findLast(({ token }) => token < lead.token) ?? said[0])?.time ?? -1;
  const days = new Set(said.map(({ time }) => `${times[time]!.from} ${times[time]!.to}`));
  // Who spoke on Monday and last month too may have said this on either.
  return days.size === 1 && isOccasion(times[said[0]!.time]) ? said[0]!.time : -1;
}

/** A day: that somebody spoke in March two years ago does not date what he says now. */
function isOccasion(time: TimeMention | undefined): boolean {
  return time?.from !== undefined && !/^(?:month|season|year|decade)$/.test(time.precision ?? "");
}

/** "The statement did not name the country it was accusing": said on the occasion of the document. */
function isInDocument(tree: Tree, token: number): boolean {
  return tree
    .ancestors(token)
    .flatMap((at) => tree.dependents(at, "nsubj"))
    .some((subject) => isCue(tree.tokens[subject]!.lemma, "occasion-noun"));
}

function isPerfect(tree: Tree, token: number): boolean {
  return tree.dependents(token, "aux").some((child) => tree.tokens[child]!.lemma === "have");
}
