import { isStraySpeaker } from "../../language/index.ts";
import { type Discourse, mentionAt } from "./antecedents.ts";
import { isCue } from "./cues.ts";
import type { Draft } from "./draft.ts";
import { isGovernment } from "./identity.ts";
import { isArticle } from "./names.ts";
import type { Reading } from "./reading.ts";

const FAR = 12;

const STATE_NOUNS =
  /^(?:country|nation|state|republic|kingdom|emirate|island nation|neighbour|neighbor|power|homeland)$/;
const GROUP_NOUNS =
  /^(?:group|organi[sz]ation|movement|network|faction|body|alliance|bloc|agency|party|company|union|coalition|armed group|militant group|rebel group|militia|front|association|federation|firm|broadcaster|newspaper|outlet|news agency|watchdog|regional bloc|charity)$/;

/** Index of the earlier mention that a nominal takes up ("the country", "the group", "the army"); undefined if new. */
export function nominalAntecedent(index: number, draft: Draft, discourse: Discourse): number | undefined {
  const { reading, filled } = discourse;
  const appositive =
    appositiveOf(draft, discourse) ?? besideComma(index, draft, discourse) ?? wholeOf(draft, discourse);
  if (appositive !== undefined) return appositive;
  const agent = draft.agent;
  if (agent === undefined || draft.form !== "nominal") return undefined;
  const noun = agent.agent.noun;
  const institutional = ["organ", "force", "armed"].includes(agent.agent.class);
  const pointsBack =
    draft.definite === "the" ||
    draft.definite === "this" ||
    (draft.definite === "bare" && institutional && draft.kind !== "population");
  if (!pointsBack || draft.country !== undefined || draft.countryUnknown !== undefined) return undefined;
  if (isRestricted(draft, reading)) return undefined;
  const own = modifiersOf(draft, reading);
  if (own.some((word) => /^(?:other|another|more|fresh|new|second|separate|different)$/.test(word)))
    return undefined;
  const sentence = reading.tokens[draft.head]!.sentence;
  for (let at = index - 1; at >= 0; at -= 1) {
    const other = filled[at]!;
    if (sentence - reading.tokens[other.head]!.sentence > FAR) return undefined;
    if (other.head >= draft.first && other.head < draft.last) continue;
    const fits = (one: Draft): boolean =>
      sameKind(noun, draft, one, reading) && shares(own, draft, one, reading);
    if (fits(other)) return aboveOf(at, fits, discourse);
  }
  return undefined;
}

/** "X, an alliance tied to Y … The group": what only describes another party that fits is not meant, the other is. */
function aboveOf(at: number, fits: (one: Draft) => boolean, { filled, reading }: Discourse): number {
  const { tokens, tree } = reading;
  const describes = (head: number): boolean =>
    [head, ...tree.ancestors(head)].some((above) => /^(?:acl|appos)/.test(tokens[above]!.deprel));
  const { head } = filled[at]!;
  if (!describes(head)) return at;
  for (let other = at - 1; other >= 0; other -= 1) {
    const candidate = filled[other]!;
    if (tokens[candidate.head]!.sentence !== tokens[head]!.sentence) return at;
    if (fits(candidate) && !describes(candidate.head)) return other;
  }
  return at;
}

/** Adjectives and nouns before the head that are no part of the noun: "local" in "the local governor". */
function modifiersOf(draft: Draft, { tokens, tree }: Reading): readonly string[] {
  return tree
    .dependents(draft.head, "amod", "compound", "nummod")
    .filter((child) => child < (draft.agent?.first ?? draft.head))
    .map((child) => tokens[child]!.text.toLowerCase());
}

/** "the local governor" is not "the regional governor"; "the army" may be "the Malian army". */
function shares(own: readonly string[], draft: Draft, other: Draft, { tokens }: Reading): boolean {
  if (draft.region !== undefined || draft.definite === "this") return true;
  const words = tokens.slice(other.first, other.last).map(({ text }) => text.toLowerCase());
  return own.every((word) => words.includes(word) || isEpithet(word));
}

/** "the veteran leader", "the 70-year-old president". */
function isEpithet(word: string): boolean {
  return isCue(word, "epithet") || /^\d+-year-old$/.test(word);
}

function sameKind(noun: string, draft: Draft, other: Draft, reading: Reading): boolean {
  if (other.kind === "unnamed" && noun !== other.agent?.agent.noun) return false;
  if (STATE_NOUNS.test(noun)) {
    if (draft.plural || other.plural || other.kind === "population") return false;
    const isState =
      other.key?.startsWith("state:") === true || (other.kind === "state" && other.form === "nominal");
    return isState && other.form !== "pronoun" && inRegion(draft.region, other.country, reading);
  }
  const agent = other.agent;
  if (agent !== undefined && draft.agent !== undefined) {
    if (isJunta(noun) !== isJunta(agent.agent.noun) && isGovernment(draft.agent)) return false;
    if (isJunta(noun) && draft.definite === "the") return true;
    if (isGovernment(draft.agent) && isGovernment(agent)) return true;
    if (agent.agent.noun === noun && draft.plural === other.plural) return true;
    if (noun.split(" ").at(-1) === agent.agent.noun.split(" ").at(-1) && agent.sector === draft.sector) {
      return draft.plural === other.plural;
    }
  }
  if (draft.definite === "this") {
    return other.plural === draft.plural && other.sector === draft.sector && other.form === "nominal";
  }
  if (draft.definite !== "the") return false;
  if (isNamedSo(noun, draft, other, reading)) return true;
  if (GROUP_NOUNS.test(noun) && !draft.plural) return isGroup(noun, other);
  if (draft.agent?.agent.class === "office" && !draft.plural && other.kind === "person") {
    return ` ${other.role?.toLowerCase() ?? ""} `.includes(` ${noun} `);
  }
  return false;
}

/** "the regime" takes up "Myanmar's military rulers", not the government that condemns them. */
function isJunta(noun: string): boolean {
  return /^(?:junta|regime|military (?:junta|regime|government|ruler|council)|junta leader)$/.test(noun);
}

/** "the commission" after "the Electoral Commission", "the court" after "the Court of Appeal": the noun stands in the name. */
function isNamedSo(noun: string, draft: Draft, other: Draft, { tokens }: Reading): boolean {
  // Whose a body is must be said or known: a country that is only inferred would spread.
  const isKnown = other.form === "name" && other.countryBasis !== "inferred";
  const isBody = isKnown && ["organ", "organisation"].includes(other.kind);
  if (!isBody || draft.plural || draft.definite !== "the" || noun.includes(" ")) return false;
  return tokens
    .slice(other.first, other.last)
    .some(({ text, lemma }) => /^\p{Lu}/u.test(text) && lemma.toLowerCase() === noun);
}

function isGroup(noun: string, other: Draft): boolean {
  if (other.plural && other.form !== "name") return false;
  switch (noun) {
    case "party":
    case "coalition":
      return other.sector === "PTY" || other.sector === "OPP";
    case "company":
    case "firm":
      return other.sector === "BUS" || other.sector === "MNC";
    case "broadcaster":
    case "newspaper":
    case "outlet":
    case "news agency":
      return other.sector === "JRN" && other.form === "name";
    case "union":
    case "federation":
      return other.sector === "LAB";
    case "bloc":
    case "regional bloc":
      return other.sector === "IGO";
    case "militia":
    case "faction":
    case "front":
      return other.kind === "armed-group";
    default:
      return other.form === "name" && ["armed-group", "organisation"].includes(other.kind);
  }
}

/** "the country it accuses" says itself which: nothing to take up. */
function isRestricted(draft: Draft, { tree, tokens }: Reading): boolean {
  const clauses = tree.dependents(draft.head, "acl");
  return clauses.some((clause) => !tokens.slice(draft.head + 1, clause).some(({ text }) => text === ","));
}

/** "X, the leader of Y": both are one. */
function appositiveOf(draft: Draft, discourse: Discourse): number | undefined {
  const { tokens } = discourse.reading;
  const token = tokens[draft.head]!;
  if (token.deprel !== "appos" || token.head < 0 || token.head > draft.head) return undefined;
  if (isStraySpeaker(discourse.reading.tree, draft.head)) return undefined;
  const at = mentionAt(token.head, discourse);
  if (at === undefined) return undefined;
  const other = discourse.filled[at]!;
  const isPerson = (one: Draft): boolean => ["person", "role", "unnamed"].includes(one.kind) && !one.plural;
  // "Ann Example (Green Party)": what stands in brackets behind a person is no other name of hers.
  if (tokens[draft.first - 1]?.text === "(" && draft.form === "name" && isPerson(other)) return undefined;
  const isBody = (one: Draft): boolean => one.kind === "organisation" || one.kind === "armed-group";
  // "lawmakers, including the whip of the opposition, Party X": people are no party.
  if (other.plural && ["person", "role"].includes(other.kind) && isBody(draft)) return undefined;
  if (isPerson(other) !== isPerson(draft) || (draft.kind === "state") !== (other.kind === "state"))
    return undefined;
  return at;
}

/** "president, Ann Example." and "Ann Example, an adviser": name and office with a comma between, whatever the tree says. */
function besideComma(index: number, draft: Draft, { filled, reading }: Discourse): number | undefined {
  const { tokens } = reading;
  const gap = isArticle(tokens[draft.first - 1]) ? 2 : 1;
  if (tokens[draft.first - gap]?.text !== ",") return undefined;
  for (let at = index - 1; at >= 0 && at >= index - 4; at -= 1) {
    const other = filled[at]!;
    if (other.last !== draft.first - gap || other.plural || draft.plural) continue;
    const isPair = (name: Draft, office: Draft): boolean =>
      name.kind === "person" &&
      name.form === "name" &&
      office.form === "nominal" &&
      office.kind === "role" &&
      !isCue(office.agent?.agent.noun ?? "", "those-around");
    const isTitle = /^\p{Lu}/u.test(tokens[draft.head]!.text) || draft.definite !== "bare";
    if (isPair(other, draft) && isTitle) return at;
    const isClosed = /^[,.;:)]$/.test(tokens[draft.last]?.text ?? ".");
    return isPair(draft, other) && isClosed ? at : undefined;
  }
  return undefined;
}

/** The officers of "a group of officers" are the group; "the force known as G5" is the G5. */
function wholeOf(draft: Draft, discourse: Discourse): number | undefined {
  const { tokens } = discourse.reading;
  const above = tokens[draft.head]!.head;
  if (above < 0 || above > draft.head) return undefined;
  if (tokens[above]!.deprel === "acl" && /^(?:know|call|dub|name)n?$/.test(tokens[above]!.lemma)) {
    return mentionAt(tokens[above]!.head, discourse);
  }
  const at = mentionAt(above, discourse);
  const whole = at === undefined ? undefined : discourse.filled[at]!.agent;
  return whole !== undefined && whole.first > above && whole.last === draft.head + 1 ? at : undefined;
}

/** Whether a country lies where an adjective says: "West African" and Western Africa. */
function inRegion(region: string | undefined, country: string | undefined, reading: Reading): boolean {
  if (region === undefined) return true;
  if (country === undefined) return false;
  const stems = (words: string): readonly string[] =>
    words
      .toLowerCase()
      .split(/[\s-]+/)
      .map((word) => word.slice(0, 4));
  const home = stems(reading.knowledge.countries.get(country)?.region ?? "");
  return stems(region).every((stem) => home.includes(stem));
}
