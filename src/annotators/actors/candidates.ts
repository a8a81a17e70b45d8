import { relation } from "../../language/tree.ts";
import { blocModifier } from "./blocs.ts";
import { collectiveAt, describeCollective } from "./collective.ts";
import type { Found } from "./described.ts";
import type { Draft } from "./draft.ts";
import { findNamed } from "./named.ts";
import { findNominal } from "./nominal.ts";
import { phraseOf, titleBefore, titleStart } from "./phrases.ts";
import { isPlural } from "./plural.ts";
import { describePronoun } from "./pronouns.ts";
import type { Reading } from "./reading.ts";

const NOUNS: ReadonlySet<string> = new Set(["NOUN", "PROPN", "ADJ", "X", "NUM"]);

/** All mentions of possible actors in reading order, each seen by itself. */
export function findDrafts(reading: Reading): readonly Draft[] {
  const named = countriesNamed(reading);
  const drafts: Draft[] = [];
  for (let head = 0; head < reading.tokens.length; head += 1) {
    drafts.push(...findAt(head, named, reading).map((found) => finish(found, head, reading)));
  }
  return drafts;
}

/** What a word heads: nothing, one mention, or one for each country of "French and British officials". */
function findAt(head: number, named: ReadonlySet<string>, reading: Reading): readonly Found[] {
  const { tokens, tree, names } = reading;
  const token = tokens[head]!;
  const alone = { first: head, last: head + 1 };
  const collective = names.at(head) === undefined ? collectiveAt(head, reading) : undefined;
  if (token.upos === "PRON" || token.upos === "DET") {
    const of = collective === undefined ? describePronoun(head, reading) : describeCollective(collective);
    return of === undefined ? [] : [{ of, form: "pronoun", ...alone }];
  }
  const bloc = blocModifier(head, reading);
  if (bloc !== undefined) return [{ of: bloc, form: "nominal", ...alone }];
  const name = names.at(head);
  if (name === undefined && !NOUNS.has(token.upos)) return [];
  if (name !== undefined && tree.headOf(name.first, name.last) !== head) return [];
  if (isPartOfName(head, reading)) return [];
  const found = findNamed(head, name, named, reading);
  if (found !== undefined) return [found];
  const nominals = findNominal(head, reading);
  if (collective === undefined) return nominals;
  return nominals.length > 0
    ? nominals.map((one) => ({ ...one, of: { ...one.of, collective, mayInfer: false } }))
    : [{ of: describeCollective(collective), form: "nominal", ...alone }];
}

/** "State Councilor" of "State Councilor and Foreign Minister Ann Example": belongs to the name behind. */
function isFirstOfTwoTitles(head: number, reading: Reading): boolean {
  if (reading.tokens[head + 1]?.text !== "and") return false;
  for (let name = head + 3; name <= head + 6; name += 1) {
    if (!titleBefore(name, reading)) continue;
    return reading.names.at(name)?.type === "PER" && phraseOf(name, reading).first <= head;
  }
  return false;
}

/** Inside a flat name or a title, the phrase belongs to another head. */
function isPartOfName(head: number, reading: Reading): boolean {
  const { tokens, names } = reading;
  const token = tokens[head]!;
  const own = names.at(head);
  if (own === undefined && (isInTitle(head, reading) || isFirstOfTwoTitles(head, reading))) return true;
  if (token.head < 0 || token.sentence !== tokens[token.head]!.sentence) return false;
  const isInner = relation(token) === "flat" || token.deprel === "nmod:desc";
  // A flat name after a word that is no title stands for itself.
  return (
    isInner &&
    (own === undefined || names.at(token.head) === own || titleBefore(own.first, reading) === false)
  );
}

function isInTitle(head: number, reading: Reading): boolean {
  for (let first = head + 1; first <= head + 3; first += 1) {
    const name = reading.names.at(first);
    if (name === undefined) continue;
    return name.first === first && titleBefore(first, reading) && titleStart(first, reading) <= head;
  }
  return false;
}

function finish({ of, form, first, last, plural }: Found, head: number, reading: Reading): Draft {
  const { tokens, tree } = reading;
  const text = (index: number): string => tokens[index]!.text.toLowerCase();
  const isPronoun = form === "pronoun";
  return {
    ...of,
    form,
    head,
    first,
    last,
    start: tokens[first]!.start,
    end: tokens[last - 1]!.end,
    plural:
      plural ??
      (isPronoun
        ? /^(?:they|them|their|we|us|our|those|these)/.test(text(head))
        : form === "name"
          ? of.kind === "population"
          : isPlural(head, reading)),
    definite: definiteness(tree.dependents(head, "det").map(text), head, reading),
  };
}

function definiteness(determiners: readonly string[], head: number, { tree }: Reading): Draft["definite"] {
  if (determiners.includes("the")) return "the";
  if (determiners.some((word) => /^(?:this|these|that|those|both)$/.test(word))) return "this";
  if (tree.dependents(head, "nmod:poss").length > 0) return "possessed";
  return determiners.some((word) => /^(?:an?|another|some|several|many)$/.test(word)) ? "a" : "bare";
}

/** States that the report names in any way, the most named first: they choose between organisations of one name. */
function countriesNamed(reading: Reading): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const add = (country: string): unknown => counts.set(country, (counts.get(country) ?? 0) + 1);
  for (const place of reading.places) if (place.country) add(place.country);
  for (const token of reading.tokens) {
    if (!/^\p{Lu}/u.test(token.text)) continue;
    const country = reading.knowledge.countries.byDemonym(token.text);
    if (country !== undefined) add(country);
  }
  return new Set([...counts].sort((a, b) => b[1] - a[1]).map(([country]) => country));
}
