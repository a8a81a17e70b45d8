import { readFileSync } from "node:fs";
import { ENTITIES, PREDICATES, TOKENS } from "../../src/language/index.ts";
import { type Document, read } from "../../src/text/document.ts";
import { contains, type Span } from "../../src/text/span.ts";
import type { GoldDocument, GoldSentence } from "./conllu.ts";
import { addSets, keyOf, type Tally } from "./score.ts";

/** Gold names by sentence: `TYPE first last` over the words of the sentence. */
export type GoldNames = ReadonlyMap<string, readonly GoldStretch[]>;
export interface GoldStretch {
  readonly label: string;
  readonly first: number;
  readonly last: number;
}
export interface GoldPredicate {
  readonly word: number;
  readonly roles: readonly GoldStretch[];
}
export interface GoldRoles {
  readonly count: number;
  readonly predicates: readonly GoldPredicate[];
}

/** Names of an IOB2 file, the sentences from `from` on: the ones before are training data. */
export function readNames(file: string, from: number): GoldNames {
  const blocks = readFileSync(file, "utf8").split(/\n\n+/).slice(from);
  const names = new Map<string, readonly GoldStretch[]>();
  for (const block of blocks) {
    const lines = block.split("\n");
    const id = lines.find((line) => line.startsWith("# sent_id = "))?.slice(12);
    if (id === undefined) continue;
    const tags = lines.flatMap((line) => (/^\d+\t/.test(line) ? [line.split("\t")[2]!] : []));
    const found: { label: string; first: number; last: number }[] = [];
    tags.forEach((tag, word) => {
      if (tag.startsWith("B-")) found.push({ label: tag.slice(2), first: word, last: word + 1 });
      else if (tag.startsWith("I-") && found.at(-1)?.last === word) found.at(-1)!.last += 1;
    });
    names.set(id, found);
  }
  if (names.size === 0) throw new Error(`${file} holds no sentence`);
  return names;
}

interface PropBankLine {
  readonly id: string;
  readonly tokens: readonly string[];
  readonly preds: readonly { readonly i: number; readonly args: readonly [string, number, number][] }[];
}

export function readRoles(file: string): ReadonlyMap<string, GoldRoles> {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  return new Map(
    lines.map((line) => {
      const { id, tokens, preds } = JSON.parse(line) as PropBankLine;
      const predicates = preds.map(({ i, args }) => ({
        word: i,
        roles: args.map(([label, first, last]) => ({ label, first, last })),
      }));
      return [id, { count: tokens.length, predicates }];
    }),
  );
}

function spanIn(gold: GoldDocument, sentence: GoldSentence, { first, last }: GoldStretch): Span {
  return {
    start: gold.words[sentence.first + first]!.start,
    end: gold.words[sentence.first + last - 1]!.end,
  };
}

/** Names PER, LOC and ORG with equal characters and type, in the sentences that have gold. */
export function addNames(tally: Tally, gold: GoldDocument, names: GoldNames, document: Document): void {
  for (const sentence of gold.sentences) {
    const wanted = names.get(sentence.id);
    if (wanted === undefined) continue;
    const found = read(document, ENTITIES).filter(
      (entity) => entity.type !== "MISC" && contains(sentence, entity),
    );
    addSets(
      tally,
      new Set(found.map((entity) => `${entity.type} ${keyOf(entity)}`)),
      new Set(wanted.map((name) => `${name.label} ${keyOf(spanIn(gold, sentence, name))}`)),
    );
  }
}

/**
 * Predicates, and roles with equal predicate, label and characters. `atGold` counts only what is said of gold
 * predicates: arguments of predicates that we missed stay missed, those of predicates nobody asked for do not count.
 * Auxiliaries and copulas (gold UPOS AUX) are left out: by design they are no predicates of ours.
 */
export function addRoles(
  tallies: { readonly predicates: Tally; readonly roles: Tally; readonly atGold: Tally },
  gold: GoldDocument,
  roles: ReadonlyMap<string, GoldRoles>,
  document: Document,
): void {
  const tokens = read(document, TOKENS);
  for (const sentence of gold.sentences) {
    const wanted = roles.get(sentence.id);
    if (wanted === undefined || wanted.count !== sentence.last - sentence.first) continue;
    const mine = read(document, PREDICATES).filter((one) => contains(sentence, tokens[one.token]!));
    const full = wanted.predicates.filter((one) => gold.words[sentence.first + one.word]!.upos !== "AUX");
    const asked = new Set(full.map((one) => keyOf(gold.words[sentence.first + one.word]!)));
    const found = mine.map((one) => {
      const place = keyOf(tokens[one.token]!);
      return { place, roles: one.arguments.map((role) => `${place} ${role.role} ${keyOf(role)}`) };
    });
    const right = new Set(
      full.flatMap((one) =>
        one.roles.map(
          (role) =>
            `${keyOf(gold.words[sentence.first + one.word]!)} ${role.label} ${keyOf(spanIn(gold, sentence, role))}`,
        ),
      ),
    );
    const atGold = found.filter((one) => asked.has(one.place));
    addSets(tallies.predicates, new Set(found.map((one) => one.place)), asked);
    addSets(tallies.roles, new Set(found.flatMap((one) => one.roles)), right);
    addSets(tallies.atGold, new Set(atGold.flatMap((one) => one.roles)), right);
  }
}
