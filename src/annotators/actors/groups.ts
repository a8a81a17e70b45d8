import type { Collective } from "./collective.ts";
import type { Linked } from "./coreference.ts";
import type { Draft } from "./draft.ts";
import type { Reading } from "./reading.ts";

/** Whom a collective stands for: one mention each, or why it cannot be said. */
export type Members =
  | { readonly members: readonly Linked[] }
  | { readonly reason: "ambiguous" | "not-stated" };

const REACH = 5;
const SET_REACH = 2;
/** Arguments of one verb that make two sides: whom it is about, and to, with or against whom. */
const SIDES = /^(?:nsubj|obj|iobj|obl)/;
const BETWEEN = /^(?:with|against|between|to|by|at|on|from|toward|towards)$/i;

/**
 * The members of "the two countries", "both sides", "the three ministers": the nearest list or pair of parties to one
 * happening that has as many; else everybody of that kind whom the sentences before name, if they are as many.
 */
export function membersOf(
  { count, of }: Collective,
  draft: Draft,
  linked: readonly Linked[],
  reading: Reading,
): Members {
  const sentence = reading.tokens[draft.head]!.sentence;
  const before = linked.filter((one) => one.draft.last <= draft.first && isMember(of, one.draft));
  const counted = of === "any" ? countedBefore(draft, linked, reading) : undefined;
  if (counted !== undefined) return { members: [counted] };
  const fits = (group: readonly Linked[]): boolean => group.length === (count ?? Math.max(2, group.length));
  for (let at = sentence; at >= Math.max(0, sentence - REACH); at -= 1) {
    const here = before.filter((one) => reading.tokens[one.draft.head]!.sentence === at);
    const group = [...lists(here, reading), ...pairs(here, reading)]
      .map((candidates) => distinct(of, candidates))
      .filter(fits)
      .at(-1);
    if (group !== undefined) return { members: group };
  }
  if (count === undefined || (of === "any" && count > 2)) return { reason: "not-stated" };
  let most = 0;
  for (let reach = 0; reach <= SET_REACH; reach += 1) {
    const near = distinct(
      of,
      before.filter((one) => sentence - reading.tokens[one.draft.head]!.sentence <= reach),
    );
    if (near.length === count) return { members: near };
    most = Math.max(most, near.length);
  }
  return { reason: most > count ? "ambiguous" : "not-stated" };
}

/** "Five people were arrested. All five …": those whom the report counted with the same word. */
function countedBefore(draft: Draft, linked: readonly Linked[], { tokens }: Reading): Linked | undefined {
  const word = tokens[draft.head]!.text.toLowerCase();
  return linked.findLast(
    (one) =>
      one.draft.last <= draft.first &&
      one.draft.plural &&
      tokens[one.draft.first]!.upos === "NUM" &&
      tokens[one.draft.first]!.text.toLowerCase() === word,
  );
}

function isMember(of: Collective["of"], draft: Draft): boolean {
  if (draft.form === "pronoun" && draft.kind === "unnamed") return false;
  switch (of) {
    case "states":
      return draft.country !== undefined && (draft.kind === "state" || isOfficial(draft));
    case "persons":
      return (draft.kind === "person" || draft.kind === "role") && (draft.form === "name" || !draft.plural);
    default:
      // The press that reports a quarrel is no side of it.
      return draft.kind !== "unnamed" && !draft.isPrivate && draft.sector !== "JRN";
  }
}

/** Ministers, parliaments and armies stand for their states; courts, police and protesters do not. */
function isOfficial({ sector }: Draft): boolean {
  return sector === "GOV" || sector === "MIL" || sector === "LEG";
}

/** One mention an actor; of states, one a country. The first one keeps its place. */
function distinct(of: Collective["of"], group: readonly Linked[]): readonly Linked[] {
  const seen = new Set<string | number>();
  return group.filter(({ draft, entity }) => {
    const id = of === "states" ? draft.country! : entity;
    return !seen.has(id) && seen.add(id) !== undefined;
  });
}

/** Lists: "X, Y and Z", and one phrase that means several ("French and British officials"). */
function lists(here: readonly Linked[], { tokens }: Reading): readonly (readonly Linked[])[] {
  const byRoot = new Map<number, Linked[]>();
  for (const one of here) {
    const token = tokens[one.draft.head]!;
    const root = token.deprel === "conj" && token.head >= 0 ? token.head : one.draft.head;
    byRoot.set(root, [...(byRoot.get(root) ?? []), one]);
  }
  return [...byRoot.values()].filter((list) => list.length > 1);
}

/** Whoever stands on the two ends of one verb or talk: "X accused Y", "X met Y", "talks with Y". */
function pairs(here: readonly Linked[], reading: Reading): readonly (readonly Linked[])[] {
  const { tokens, tree } = reading;
  const byVerb = new Map<number, Linked[]>();
  for (const one of here) {
    const token = tokens[one.draft.head]!;
    if (token.head < 0 || !SIDES.test(token.deprel)) continue;
    const cases = tree.dependents(one.draft.head, "case").map((child) => tokens[child]!.text);
    if (token.deprel.startsWith("obl") && !cases.some((word) => BETWEEN.test(word))) continue;
    byVerb.set(token.head, [...(byVerb.get(token.head) ?? []), one]);
  }
  return [...byVerb.values()].filter((pair) => pair.length === 2 && !isOneBody(pair));
}

/** An envoy who reports to the council that sent him: no two sides. */
function isOneBody(pair: readonly Linked[]): boolean {
  const isPerson = ({ draft }: Linked): boolean => draft.kind === "person" || draft.kind === "role";
  return pair.some(isPerson) && pair.every(({ draft }) => draft.sector === "IGO");
}

/**
 * Whom "they" means when it is a list: the subject that is several ("Kenya and Somalia", "both sides") of this or the
 * last sentence. `other`: the single mention that would be meant otherwise; a nearer plural one wins.
 */
export function theyOf(
  draft: Draft,
  other: number | undefined,
  linked: readonly Linked[],
  reading: Reading,
): readonly Linked[] {
  const { tokens, tree } = reading;
  const { sentence, head } = tokens[draft.head]!;
  const near = linked.filter(
    (one) => one.draft.last <= draft.first && sentence - tokens[one.draft.head]!.sentence <= 1,
  );
  const group = lists(near, reading).findLast((list) => {
    const root = tokens[list[0]!.draft.head]!;
    return /^nsubj/.test(root.deprel) && root.head !== head && isParty(list);
  });
  if (group === undefined) return [];
  const last = linked.indexOf(group.at(-1)!);
  const nearer = other === undefined || other <= last ? undefined : linked[other]!.draft;
  if (nearer?.plural === true && nearer.form !== "pronoun") return [];
  return tree.ancestors(draft.head).includes(group[0]!.draft.head) ? [] : group;
}

function isParty(list: readonly Linked[]): boolean {
  return list.length < 5 && list.every(({ draft }) => draft.form !== "pronoun" || draft.kind !== "unnamed");
}

/** The collective as one of its members: its own words, the member's identity, the member's words as receipt. */
export function asMember(
  draft: Draft,
  { draft: member }: Linked,
  of: Collective["of"],
  state: string,
): Draft {
  const { countryUnknown: _unknown, ...own } = draft;
  const country =
    member.country === undefined
      ? { countryUnknown: member.countryUnknown ?? ("not-stated" as const) }
      : {
          country: member.country,
          countryBasis: "inferred" as const,
          countrySpan: member.countrySpan ?? { start: member.start, end: member.end },
        };
  if (of === "states" && member.country !== undefined) {
    return {
      ...own,
      ...country,
      key: `state:${member.country}`,
      name: state,
      sector: "GOV",
      kind: "state",
      plural: false,
      mayInfer: false,
      knowledge: `countries.tsv ${member.country}`,
    };
  }
  return {
    ...own,
    ...country,
    ...(member.key ? { key: member.key } : {}),
    ...(member.name ? { name: member.name } : {}),
    ...(member.actorId ? { actorId: member.actorId } : {}),
    ...(member.wikidata ? { wikidata: member.wikidata } : {}),
    ...(member.role ? { role: member.role } : {}),
    ...(member.knowledge ? { knowledge: member.knowledge } : {}),
    ...(member.agent ? { agent: member.agent } : {}),
    sector: member.sector,
    sectorBasis: "inferred",
    kind: member.kind,
    isPrivate: member.isPrivate,
    plural: member.plural,
    mayInfer: false,
    aliases: member.aliases,
  };
}
