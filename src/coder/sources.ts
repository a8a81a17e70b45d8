import { ACTORS, type ActorMention } from "../annotators/actors/layer.ts";
import { ATTRIBUTIONS, type AttributionMention } from "../annotators/attributions/layer.ts";
import type { EventFactuality } from "../annotators/factuality/layer.ts";
import { isStraySpeaker, nounPhrase, relation, TOKENS, type Tree, treeOf } from "../language/index.ts";
import type { Attribution } from "../record/attribution.ts";
import type { Participant } from "../record/participant.ts";
import { type Document, read } from "../text/document.ts";
import { overlaps, quote, type Span } from "../text/span.ts";
import { type ParticipantOptions, participantOf, participantOfSpan } from "./participants.ts";

type Speaker = Attribution["chain"][number];

/**
 * Who says so: one attribution for every innermost source of the event's tellings, each with the chain of those
 * who report it. The same source telling the event twice is one attribution, with the contents of both.
 */
export function attributionsOf(
  document: Document,
  tellings: readonly (EventFactuality | undefined)[],
  options: ParticipantOptions,
): readonly Attribution[] {
  const all = read(document, ATTRIBUTIONS);
  const found = new Map<string, Attribution>();
  const speakers: { readonly key: string; readonly mention: AttributionMention }[] = [];
  for (const factuality of tellings) {
    if (factuality === undefined) continue;
    for (const index of innermost(all, factuality.attributions)) {
      const mention = all[index]!;
      const attribution: Attribution = {
        ...speaker(document, mention, options),
        content: mention.content.map((span) => quote(document.text, span)),
        stance: mention.stance,
        factuality: factuality.value,
        chain: chainOf(all, index).map((outer) => speaker(document, all[outer]!, options)),
      };
      const same = speakers.find(
        (one) => one.mention.stance === mention.stance && isSameSpeaker(document, one.mention, mention),
      );
      const key = same?.key ?? `${entityOf(document, mention)}|${attribution.stance}`;
      if (same === undefined) speakers.push({ key, mention });
      const known = found.get(key);
      found.set(key, known === undefined ? attribution : { ...known, content: join(known, attribution) });
    }
  }
  return [...found.values()];
}

/** Attributions of the list that are not the outer part of another one in it. */
function innermost(all: readonly AttributionMention[], indices: readonly number[]): readonly number[] {
  const own = indices.filter((index) => !isRestated(all, index));
  const outer = new Set(own.flatMap((index) => chainOf(all, index)));
  return own.filter((index) => !outer.has(index));
}

/** Outer attributions, the outermost first. A chain that runs in a circle is cut where it closes. */
function chainOf(all: readonly AttributionMention[], index: number): readonly number[] {
  const chain: number[] = [];
  for (let at = all[index]!.outer; at >= 0 && !chain.includes(at) && at !== index; at = all[at]!.outer) {
    chain.unshift(at);
  }
  return chain.filter((at) => !isRestated(all, at));
}

/** What a speaker tells of his own mind or of his evidence has him for a source. */
function isRestated(all: readonly AttributionMention[], index: number): boolean {
  const { restated, outer } = all[index]!;
  return restated && outer >= 0;
}

function speaker(document: Document, mention: AttributionMention, options: ParticipantOptions): Speaker {
  const cue = mention.cue[0];
  return {
    source: sourceOf(document, mention, options),
    kind: mention.kind,
    ...(cue === undefined ? {} : { cue: quote(document.text, cue) }),
  };
}

function sourceOf(document: Document, mention: AttributionMention, options: ParticipantOptions): Participant {
  const tree = treeOf(read(document, TOKENS));
  const span: Span =
    mention.sourceHead >= 0
      ? withinSource(nounPhrase(tree, mention.sourceHead), mention)
      : (mention.source[0] ?? mention.cue[0] ?? mention.content[0] ?? { start: 0, end: 0 });
  const actor = actorOf(document, mention);
  if (actor < 0) return participantOfSpan(document, span);
  const participant = withOffice(document, tree, mention, participantOf(document, actor, false, options));
  // An anonymous source stays as it is described: nothing that would identify it is added.
  return mention.kind === "unnamed" ? { ...participant, kind: "unnamed" } : participant;
}

/** "Rebels take town: army": in a headline the tree may hang the source's words on what it says. */
function withinSource(phrase: Span, { source, rule }: AttributionMention): Span {
  const [whole] = source;
  return rule === "headline" && whole !== undefined && phrase.start < whole.start ? whole : phrase;
}

/** "Chad's president, Ali Toure": the name with the office that it explains, as the report writes them. */
function withOffice(
  document: Document,
  tree: Tree,
  { sourceHead }: AttributionMention,
  participant: Participant,
): Participant {
  const name = tree.tokens[sourceHead]!;
  if (isStraySpeaker(tree, sourceHead)) return participant;
  if (relation(name) !== "appos" || name.head > sourceHead || name.start < participant.quote.start)
    return participant;
  const { start } = nounPhrase(tree, name.head);
  return { ...participant, quote: quote(document.text, { start, end: participant.quote.end }) };
}

/** The actor mention that the source phrase is headed by; -1 if the source is no actor. */
function actorOf(document: Document, mention: AttributionMention): number {
  if (mention.sourceHead < 0) return -1;
  return byHead(read(document, ACTORS)).get(mention.sourceHead) ?? -1;
}

const heads = new WeakMap<readonly ActorMention[], ReadonlyMap<number, number>>();

/** The first mention of each head; made once a document. */
function byHead(actors: readonly ActorMention[]): ReadonlyMap<number, number> {
  const known = heads.get(actors);
  if (known !== undefined) return known;
  const made = new Map(actors.map(({ head }, index) => [head, index] as const).reverse());
  heads.set(actors, made);
  return made;
}

function entityOf(document: Document, mention: AttributionMention): string {
  const actor = read(document, ACTORS)[actorOf(document, mention)];
  if (actor !== undefined && mention.kind !== "unnamed") return `entity ${actor.entity}`;
  const span = mention.source[0] ?? mention.cue[0];
  return span === undefined ? "nobody" : document.text.slice(span.start, span.end).toLowerCase();
}

/** "the Health Ministry … the ministry", "Health Ministry … health ministry": one body, also where no registry has it. */
function isSameSpeaker(document: Document, one: AttributionMention, other: AttributionMention): boolean {
  if (one.kind !== "named" || other.kind !== "named" || one.sourceHead < 0 || other.sourceHead < 0)
    return false;
  const tree = treeOf(read(document, TOKENS));
  const [a, b] = [namedBy(tree, one.sourceHead), namedBy(tree, other.sourceHead)];
  const isBody = ["NOUN", "PROPN"].includes(tree.tokens[other.sourceHead]!.upos);
  return isBody && a.head === b.head && (a.own === b.own || b.own === "");
}

/** The noun of a phrase, and what stands before it to say which. */
function namedBy(tree: Tree, head: number): { readonly head: string; readonly own: string } {
  const own = tree
    .dependents(head, "compound", "amod", "nmod:poss", "nummod", "nmod", "appos", "flat")
    .map((at) => tree.tokens[at]!.text.toLowerCase());
  return { head: tree.tokens[head]!.text.toLowerCase(), own: own.join(" ") };
}

function join(known: Attribution, other: Attribution): Attribution["content"] {
  const fresh = other.content.filter((span) => !known.content.some((seen) => overlaps(seen, span)));
  return [...known.content, ...fresh].sort((a, b) => a.start - b.start);
}
