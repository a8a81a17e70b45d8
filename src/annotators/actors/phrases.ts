import type { Agent } from "../../knowledge/roles.ts";
import { relation } from "../../language/tree.ts";
import { isArticle } from "./names.ts";
import type { Reading } from "./reading.ts";
import { honorific } from "./titles.ts";

/** Token range of a noun phrase without article, relative clauses and appositions. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
}

const LEFT = new Set(["det", "amod", "compound", "nmod", "nummod", "flat", "goeswith", "list"]);
const LONGEST = 16;

/** The head noun phrase as a coder would mark it: premodifiers, possessor, and an `of`, `to` or `in` complement. */
export function phraseOf(head: number, reading: Reading, depth = 0): Phrase {
  const { tree, tokens, names } = reading;
  const name = names.at(head);
  let first = Math.min(head, name?.first ?? head);
  for (const child of [...tree.children(head)].reverse()) {
    if (/^(?:both|all)$/i.test(tokens[child]!.text)) break;
    if (child >= first || !LEFT.has(relation(tokens[child]!))) continue;
    const start = tree.subtree(child)[0]!;
    if (head - start > LONGEST || hasGap(start, child, first, reading)) break;
    first = start;
  }
  first = withPossessor(first, reading, depth);
  first = withTitle(first, name?.first === first, reading, depth);
  while (first < head && (isArticle(tokens[first]) || /^(?:PUNCT|CCONJ|ADP)$/.test(tokens[first]!.upos))) {
    first += 1;
  }
  // "shot dead two men": the word is the verb's.
  if (
    first < head &&
    /^dead$/i.test(tokens[first]!.text) &&
    /^(?:shoot|gun)$/.test(tokens[first - 1]?.lemma ?? "")
  )
    first += 1;
  while (first < head && isQuantifier(tokens[first]!.text, tokens[first + 1]?.text ?? "")) first += 1;
  let last = Math.max(head + 1, name?.last ?? 0);
  while (last > head + 1 && tokens[last - 1]!.upos === "PUNCT") last -= 1;
  for (const child of tree.children(head)) {
    if (child < last || !isRight(head, child, last, reading)) continue;
    const inner = depth > 2 ? { first: child, last: child + 1 } : phraseOf(child, reading, depth + 1);
    if (child - last > 6 || inner.last - head > LONGEST || hasGap(last, child, child, reading)) break;
    last = Math.max(last, inner.last);
  }
  return { first, last };
}

/** What is left of "at least ten", "more than 200" in front of the number. */
function isQuantifier(word: string, next: string): boolean {
  return /^(?:least|most|than|to)$/i.test(word)
    ? !/^of$/i.test(next)
    : /^more$/i.test(word) && /^than$/i.test(next);
}

/** "Mali's" before the rest belongs to it, whatever the tree says. */
function withPossessor(first: number, reading: Reading, depth: number): number {
  if (reading.tokens[first - 1]?.xpos !== "POS" || first < 2 || depth > 2) return first;
  return phraseOf(first - 2, reading, depth + 1).first;
}

/** "President", "rebel group", "ally" right before a name are part of the phrase, whatever the tree says. */
function withTitle(first: number, isName: boolean, reading: Reading, depth: number): number {
  if (!isName || depth > 2 || !titleBefore(first, reading)) return first;
  const title = withOrigin(firstTitle(titleStart(first, reading), reading), reading);
  const start = Math.min(title, phraseOf(first - 1, reading, depth + 1).first);
  return withPossessor(start, reading, depth);
}

/** "former", "U.S.", "Malian" before a title. */
function withOrigin(title: number, { tokens, names, knowledge }: Reading): number {
  const state = names.at(title - 1);
  // "Papua New Guinea Prime Minister": a name of several words, the last of which is another state's.
  let first = state !== undefined && knowledge.countries.byName(state.words) ? state.first : title;
  for (let before = tokens[first - 1]; before !== undefined; before = tokens[first - 1]) {
    if (before.sentence !== tokens[title]!.sentence) break;
    const isTime =
      /^(?:former|ex|outgoing|incoming|acting|interim|late|then|deputy|veteran|ousted|exiled|jailed)$/i;
    const isOrigin = knowledge.countries.byName(before.text) ?? knowledge.countries.byDemonym(before.text);
    if (!isTime.test(before.text) && isOrigin === undefined) break;
    first -= 1;
  }
  return first;
}

/** "State Councilor and Foreign Minister" before one name are two titles of one person. */
function firstTitle(title: number, reading: Reading): number {
  const { tokens } = reading;
  if (tokens[title - 1]?.text !== "and" || title < 2) return title;
  // Small words would be of a list: "a lawyer and Minister Example".
  const isOffice = /^\p{Lu}/u.test(tokens[title]!.text) && /^\p{Lu}/u.test(tokens[title - 2]!.text);
  const agent = isOffice ? agentOf(title - 2, reading) : undefined;
  return agent?.class === "office" ? titleStart(title - 1, reading) : title;
}

/** First word of the title before a name: "Secretary General" is one of two words. */
export function titleStart(first: number, reading: Reading): number {
  const { tokens, knowledge } = reading;
  for (let start = Math.max(0, first - 4); start < first; start += 1) {
    const words = tokens.slice(start, first).map(({ text }) => text.toLowerCase());
    if (knowledge.agents.agent(words.join(" ").replaceAll(" - ", "-")) !== undefined) return start;
  }
  return first - 1;
}

/** Whether the word before a name that begins at the token is its title. */
export function titleBefore(first: number, reading: Reading): boolean {
  const { tokens, names, knowledge } = reading;
  const title = tokens[first - 1];
  const name = names.at(first);
  if (title === undefined || name?.first !== first || title.sentence !== tokens[first]!.sentence)
    return false;
  if (names.at(first - 1) !== undefined || title.upos === "VERB" || title.upos === "ADP") return false;
  if (honorific(title.text)) return true;
  const agent = agentOf(first - 1, reading);
  if (agent === undefined) return false;
  if (name.type === "PER") return agent.class !== "organ" || agent.sector === "JUD" || agent.sector === "LEG";
  const isState = knowledge.countries.byName(name.words) !== undefined;
  if (isState) return agent.class === "state" && title.xpos !== "NNS";
  return name.type === "ORG" && (agent.class === "organisation" || agent.class === "armed");
}

function agentOf(index: number, { tokens, knowledge }: Reading): Agent | undefined {
  const { text, lemma, upos } = tokens[index]!;
  if (upos !== "NOUN" && upos !== "PROPN") return undefined;
  return knowledge.agents.agent(text.toLowerCase()) ?? knowledge.agents.agent(lemma.toLowerCase());
}

/** Whether something other than the child's own words stands between it and the rest. */
function hasGap(start: number, child: number, end: number, reading: Reading): boolean {
  const own = new Set(reading.tree.subtree(child));
  for (let index = start; index < end; index += 1) {
    if (/^[:;()–—]$/.test(reading.tokens[index]!.text)) return true;
    if (!own.has(index) && reading.tokens[index]!.upos !== "PUNCT") {
      const head = reading.tokens[index]!.head;
      if (head < start || head > end + 1) return true;
    }
  }
  return false;
}

/** Whether a dependent after the head belongs to the phrase. */
function isRight(head: number, child: number, last: number, reading: Reading): boolean {
  const { tokens, tree } = reading;
  const token = tokens[child]!;
  if (tokens.slice(head + 1, child).some(({ text }) => /^[,;:()–—-]$/.test(text))) {
    return relation(token) === "flat";
  }
  switch (relation(token)) {
    case "flat":
    case "compound":
    case "fixed":
    case "goeswith":
      return true;
    case "nummod":
      return tokens[head]!.upos === "PROPN";
    case "nmod": {
      const cases = tree.dependents(child, "case").map((index) => tokens[index]!.text.toLowerCase());
      // The preposition follows at once: not "the opposition ahead of an election".
      if (!cases.includes(tokens[last]!.text.toLowerCase())) return false;
      if (cases.includes("of")) return true;
      const isProper = token.upos === "PROPN" || reading.names.at(child) !== undefined;
      return isProper && cases.some((word) => word === "to" || word === "in" || word === "for");
    }
    default:
      return false;
  }
}
