import type { Reporting, ReportingNoun } from "../../knowledge/reporting.ts";
import { relation, type Tree } from "../../language/index.ts";
import { ENTITIES } from "../../language/layers.ts";
import { type Document, read } from "../../text/document.ts";
import type { Span } from "../../text/span.ts";
import { cueOf } from "./cue.ts";
import type { Draft } from "./draft.ts";
import { piecesOf } from "./pieces.ts";
import { hasCase, sourcesOf } from "./source.ts";
import { subjectOf } from "./subject.ts";
import { isThatClause } from "./that-clauses.ts";

/** Verbs that only carry their object: "expressed concern", "issued a call". Their subject owns the noun. */
const CARRYING =
  /^(?:express|voice|raise|issue|make|give|offer|have|sound|put|deliver|level|file|lodge|send|repeat|reiterate|share|hold|announce|unveil|propose|present)$/;

/** A noun that attributes, what it leads to, and the verb that carries it (-1 if none). */
interface NounCue {
  readonly noun: number;
  readonly entry: ReportingNoun;
  readonly carrier: number;
  readonly owner: number;
  readonly draft: Omit<Draft, "source" | "sourceHead" | "kind">;
}

/** Claims by a noun: "the claim that troops had left", said by the noun's owner, if it has one. */
export function nounAttributions(document: Document, tree: Tree, reporting: Reporting): readonly Draft[] {
  return cuesOf(document, tree, reporting)
    .filter(
      ({ entry, draft, noun, owner }) =>
        isClaim(entry, draft.rule) && !isTalkedAbout(tree, noun, owner, reporting),
    )
    .flatMap((cue) => owned(document, tree, reporting, cue, true));
}

/** Positions by a noun: "support for the deal", "the union's call for a strike". */
export function nounAttitudes(document: Document, tree: Tree, reporting: Reporting): readonly Draft[] {
  return cuesOf(document, tree, reporting)
    .filter(({ entry, draft }) => !isClaim(entry, draft.rule))
    .flatMap((cue) => owned(document, tree, reporting, cue, false));
}

/** Verbs that carry a noun which attributes: they are no cue of their own. */
export function carriersOf(document: Document, tree: Tree, reporting: Reporting): readonly number[] {
  return cuesOf(document, tree, reporting).flatMap(({ carrier }) => (carrier < 0 ? [] : [carrier]));
}

/** Only a clause is claimed, or what "of" names where the noun's own stance is a claim. */
function isClaim(entry: ReportingNoun, rule: string): boolean {
  return entry.kind === "claim" && /^noun \S+ (?:that|of)$/.test(rule);
}

function cuesOf(document: Document, tree: Tree, reporting: Reporting): readonly NounCue[] {
  return tree.tokens.flatMap((token, noun) => {
    const entry = token.upos === "NOUN" ? reporting.nouns.get(token.lemma.toLowerCase()) : undefined;
    if (entry === undefined) return [];
    const carrier = carrierOf(tree, noun);
    const complement = complementOf(tree, noun, carrier, entry);
    if (complement === undefined) return [];
    const leads = tree.dependents(complement.head, "case")[0] ?? -1;
    const inside = tree
      .subtree(complement.head)
      .filter((index) => index > noun && (complement.slot === "that" || index !== leads));
    const content = piecesOf(tree, inside);
    if (content.length === 0) return [];
    const last = complement.slot !== "that" && leads === noun + 1 ? leads : noun;
    const cue: Span = {
      start: carrier < 0 ? firstOf(tree, noun) : cueOf(document.text, tree, carrier).start,
      end: tree.tokens[last]!.end,
    };
    const draft = {
      cue: [cue],
      cueToken: noun,
      content,
      stance: entry.stance,
      rule: `noun ${entry.noun} ${complement.slot}`,
    };
    return [{ noun, entry, carrier, owner: ownerOf(document, tree, noun, carrier), draft }];
  });
}

/** "earlier claim": adjectives belong to the cue. */
function firstOf(tree: Tree, noun: number): number {
  const own = new Set(tree.dependents(noun, "amod"));
  let first = noun;
  while (own.has(first - 1) && tree.tokens[first - 1]!.upos === "ADJ") first -= 1;
  return tree.tokens[first]!.start;
}

function complementOf(
  tree: Tree,
  noun: number,
  carrier: number,
  { slots }: ReportingNoun,
): { readonly head: number; readonly slot: string } | undefined {
  const clause = tree
    .dependents(noun, "acl", "ccomp")
    .find((child) => child > noun && isThatClause(tree, child));
  if (clause !== undefined && slots.has("that")) return { head: clause, slot: "that" };
  const infinitive = tree
    .dependents(noun, "acl")
    .find((child) => child > noun && tree.tokens[child]!.xpos === "VB");
  if (infinitive !== undefined && slots.has("infinitive")) return { head: infinitive, slot: "infinitive" };
  const nominal = [
    ...tree.dependents(noun, "nmod", "acl"),
    ...(carrier < 0 ? [] : tree.dependents(carrier, "obl")),
  ].filter((child) => child > noun);
  for (const slot of slots) {
    const head = nominal.find((child) => hasCase(tree, child, slot));
    if (head !== undefined) return { head, slot };
  }
  return undefined;
}

/** The verb that has the noun as its object and says no more than that somebody has or utters it; -1 if none. */
function carrierOf(tree: Tree, noun: number): number {
  const { head } = tree.tokens[noun]!;
  if (head < 0 || relation(tree.tokens[noun]!) !== "obj" || head > noun) return -1;
  return CARRYING.test(tree.tokens[head]!.lemma.toLowerCase()) ? head : -1;
}

function ownerOf(document: Document, tree: Tree, noun: number, carrier: number): number {
  const possessor = tree.dependents(noun, "nmod:poss")[0];
  // "voiced their support": whoever voices it says whose it is.
  const isPronoun = possessor !== undefined && tree.tokens[possessor]!.upos === "PRON";
  if (possessor !== undefined && !(isPronoun && carrier >= 0)) return possessor;
  const by = tree.dependents(noun, "nmod").find((child) => hasCase(tree, child, "by", "from"));
  if (by !== undefined) return by;
  if (carrier >= 0) return subjectOf(tree, carrier);
  // "a Reuters report that", "army claims of": a name or a body before the noun.
  const entities = read(document, ENTITIES);
  return (
    tree
      .dependents(noun, "compound")
      .find((index) =>
        entities.some((one) => one.type !== "LOC" && one.first <= index && index < one.last),
      ) ?? -1
  );
}

/** "denied reports that …", "confirmed claims of …": the claim is the object of what somebody else says of it. */
function isTalkedAbout(tree: Tree, noun: number, owner: number, reporting: Reporting): boolean {
  const token = tree.tokens[noun]!;
  if (owner >= 0 || token.head < 0 || relation(token) !== "obj") return false;
  const verb = reporting.verbs.get(tree.tokens[token.head]!.lemma.toLowerCase());
  return verb?.content.has("object") ?? false;
}

/** A claim without owner is somebody's all the same; a position without one is nobody's. */
function owned(
  document: Document,
  tree: Tree,
  reporting: Reporting,
  { owner, draft }: NounCue,
  isSaid: boolean,
): readonly Draft[] {
  if (owner < 0) return isSaid ? [{ source: [], sourceHead: -1, kind: "unnamed", ...draft }] : [];
  return sourcesOf(document, tree, owner, reporting).map((phrase) => ({
    source: [phrase.span],
    sourceHead: phrase.head,
    kind: phrase.kind,
    ...draft,
  }));
}
