import { indicesOf, type Tree } from "../../../language/index.ts";
import type { EventType } from "../../../ontology/index.ts";
import { grouped, once } from "../../../text/grouped.ts";
import { contains } from "../../../text/span.ts";
import type { ActorMention } from "../../actors/layer.ts";
import type { Draft } from "../draft.ts";
import type { World } from "../world.ts";
import { readingOf } from "./reading-of.ts";
import type { Trust } from "./trust.ts";

type Parties = Pick<Draft, "actors" | "recipients">;
type Asked = Parties & Pick<Draft, "token" | "extra" | "sense" | "type">;
type Layers = Pick<World, "mentions" | "tree" | "readings" | "attributions" | "factuality">;

/**
 * Whoever does these speaks of what others do: "Kenya condemned the killing of a soldier" makes nobody the killer, and
 * blames no soldier.
 */
const OF_OTHERS: ReadonlySet<EventType> = new Set(["ACCUSE", "CONSULT", "REJECT", "REQUEST", "SUPPORT"]);

/**
 * The participants of an event: whom the tree gives, and where it gives nobody, whom the model is sure of among the
 * mentions of the event's sentence and of the one before.
 */
export function withParties(event: Asked, drafts: readonly Draft[], world: Layers, trust: Trust): Parties {
  const { mentions, tree } = world;
  const { actors, recipients, sense } = event;
  const reading = readingOf(event, world.readings);
  if (reading === undefined || reading.roles.length === 0) return { actors, recipients };
  const roles = new Map(reading.roles.map((one) => [one.token, one]));
  const surest = (role: keyof Trust["fill"], taken: readonly number[]): readonly number[] => {
    const others = new Set(taken.map((index) => mentions[index]!.entity));
    const isOut = role === "actor" ? tellerOf(event, drafts, world) : suffererOf(event, drafts, world);
    const sure = reading.roles
      .flatMap(({ token }) => byHead(mentions).get(token) ?? [])
      .sort((a, b) => a - b)
      .map((index) => {
        const { head, first, last, entity } = mentions[index]!;
        return { index, head, entity, width: last - first, score: roles.get(head)![role] };
      })
      .filter((one) => one.score >= trust.fill[role] && !others.has(one.entity) && !isOut(one))
      .filter(
        ({ index, head }) =>
          role !== "actor" || (!actsElsewhere(tree, head, event) && canDo(mentions[index]!, event.type)),
      )
      .sort((a, b) => b.score - a.score || b.width - a.width);
    const row = sure.filter(({ head }) => head === sure[0]!.head || areBeside(tree, head, sure[0]!.head));
    return row
      .filter(({ entity }, at) => row.findIndex((one) => one.entity === entity) === at)
      .map(({ index }) => index);
  };
  const doers = actors.length > 0 || sense.actor.includes("none") ? actors : surest("actor", recipients);
  return {
    actors: doers,
    recipients:
      recipients.length > 0 || sense.recipient.includes("none") ? recipients : surest("recipient", doers),
  };
}

/** "An officer was killed at a protest": those who police a protest are not its people. */
function canDo({ sector }: ActorMention, type: EventType): boolean {
  return type !== "PROTEST" || (sector !== "COP" && sector !== "MIL");
}

type IsOut = (mention: { readonly head: number; readonly entity: number }) => boolean;

/** Who only tells of the event: who speaks of it above, and its source. A passive without agent has no actor. */
function tellerOf(
  event: Asked,
  drafts: readonly Draft[],
  { mentions, tree, attributions, factuality }: Layers,
): IsOut {
  const speakers = tree
    .ancestors(event.token)
    .flatMap((above) => byToken(drafts).get(above) ?? [])
    .filter(({ type }) => OF_OTHERS.has(type))
    .flatMap(({ actors }) => actors.map((index) => mentions[index]!.entity));
  const sources = (factuality.get(event.token)?.attributions ?? []).flatMap(
    (index) => attributions[index]!.source,
  );
  return ({ head, entity }) =>
    speakers.includes(entity) || sources.some((source) => contains(source, tree.tokens[head]!));
}

/** "arrested at a rally organised by X", "killed in an operation against X": who does something else, or has it done to him. */
function actsElsewhere(tree: Tree, head: number, { token, type }: Pick<Asked, "token" | "type">): boolean {
  const { deprel, head: above } = tree.tokens[head]!;
  // "by supporters of the party": the party stands inside the phrase.
  if (deprel === "nmod" && actsElsewhere(tree, above, { token, type })) return true;
  const isAgent = deprel === "obl:agent" && above !== token;
  const isFought = tree.dependents(head, "case").some((mark) => tree.tokens[mark]!.lemma === "against");
  return isAgent || (isFought && (type === "ASSAULT" || type === "COERCE"));
}

/** Who suffers what the event speaks of. */
function suffererOf(event: Asked, drafts: readonly Draft[], { mentions, tree }: Layers): IsOut {
  if (!OF_OTHERS.has(event.type)) return () => false;
  const { first, last } = tree.sentence(event.token);
  const sufferers = indicesOf({ first, last })
    .flatMap((at) => byToken(drafts).get(at) ?? [])
    .filter(({ token }) => tree.ancestors(token).includes(event.token))
    .flatMap(({ recipients }) => recipients.map((index) => mentions[index]!));
  return ({ head }) => sufferers.some(({ first, last }) => head >= first && head < last);
}

/** Indices of the mentions of each head, and the drafts at each word: a long report has thousands of both. */
const byHead = once((mentions: readonly ActorMention[]) =>
  grouped([...mentions.keys()], (index) => [mentions[index]!.head]),
);
const byToken = once((drafts: readonly Draft[]) => grouped(drafts, ({ token }) => [token]));

/** "the army and the police" */
function areBeside(tree: Tree, one: number, other: number): boolean {
  const hangsOn = (a: number, b: number): boolean =>
    tree.tokens[a]!.head === b && tree.tokens[a]!.deprel === "conj";
  return hangsOn(one, other) || hangsOn(other, one);
}
