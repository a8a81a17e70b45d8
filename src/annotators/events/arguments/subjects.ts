import { relation, relativeNoun, type Tree } from "../../../language/index.ts";
import { isCue } from "../cues.ts";
import { nounActors } from "./nouns.ts";
import { coordinated, withCase } from "./syntax.ts";
import { passive, passiveSubject, throughRelative } from "./voice.ts";

/** The doers of a verb: its subject, a passive's agent, or the subject that it shares with another verb. */
export function subjectsOf(tree: Tree, verb: number, depth = 0): readonly number[] {
  const token = tree.tokens[verb]!;
  const isPassive = passive(tree, verb);
  const agent = [
    ...withCase(tree, tree.dependents(verb, "obl:agent"), "by"),
    ...(isPassive ? withCase(tree, tree.dependents(verb, "obl"), "by") : []),
  ];
  if (agent.length > 0) return agent.slice(0, 1);
  if (isPassive) return strayAgent(tree, verb);
  const own = tree.dependents(verb, "nsubj")[0] ?? fronted(tree, verb);
  if (own !== undefined) return [throughRelative(tree, verb, own)];
  if (token.head < 0 || depth > 4) return [];
  return blamed(tree, verb) ?? designer(tree, verb) ?? shared(tree, verb, depth);
}

/** "were killed in the south of Chad by rebels": parsers hang an agent far behind its verb on the place before it. */
function strayAgent(tree: Tree, verb: number): readonly number[] {
  const places = tree
    .dependents(verb, "obl")
    .flatMap((place) => [place, ...tree.dependents(place, "nmod")])
    .filter((place) => place > verb && (tree.tokens[place]!.upos === "PROPN" || isArea(tree, place)));
  return places
    .flatMap((place) => withCase(tree, tree.dependents(place, "nmod", "obl"), "by"))
    .filter((head) => head > verb)
    .slice(0, 1);
}

function isArea(tree: Tree, noun: number): boolean {
  return isCue(tree.tokens[noun]!.lemma, "area-noun");
}

/** Of two objects of a finite verb the one before it is its subject, which the parser took for an object. */
function fronted(tree: Tree, verb: number): number | undefined {
  const objects = tree.dependents(verb, "obj");
  const [first] = objects;
  if (objects.length < 2 || first === undefined || first > verb || objects.at(-1)! < verb) return undefined;
  return ["NOUN", "PROPN"].includes(tree.tokens[first]!.upos) ? first : undefined;
}

/** "accused the army of violating", "stopped them from leaving": the governor's object does it. */
function blamed(tree: Tree, verb: number): readonly number[] | undefined {
  const token = tree.tokens[verb]!;
  const isContent = tree
    .dependents(verb, "mark", "case")
    .some((child) => /^(?:of|from|for)$/.test(tree.tokens[child]!.lemma));
  if (!isContent || !["advcl", "xcomp", "ccomp", "obl"].includes(relation(token))) return undefined;
  const object = tree.dependents(token.head, "obj")[0];
  return object === undefined ? undefined : coordinated(tree, [object]);
}

/** "foiled a plot by rebels to bomb": the plotters. */
function designer(tree: Tree, verb: number): readonly number[] | undefined {
  const token = tree.tokens[verb]!;
  if (token.xpos !== "VB" || !["advcl", "xcomp"].includes(relation(token))) return undefined;
  const design = tree
    .dependents(token.head, "obj")
    .find((child) => isCue(tree.tokens[child]!.lemma, "design-noun"));
  return design === undefined ? undefined : nounActors(tree, design, ["poss", "by", "of"]);
}

/** The subject that a verb has in common with the word above it. */
function shared(tree: Tree, verb: number, depth: number): readonly number[] {
  const token = tree.tokens[verb]!;
  const governor = tree.tokens[token.head]!;
  const above = (): readonly number[] => subjectsOf(tree, token.head, depth + 1);
  switch (relation(token)) {
    case "conj":
      if (governor.upos !== "VERB") return [];
      return passive(tree, token.head) && token.xpos !== "VBN" ? passiveSubject(tree, token.head) : above();
    case "xcomp": {
      const object = tree.dependents(token.head, "obj", "iobj")[0];
      if (object !== undefined && !/^(?:promise|threaten|vow)$/.test(governor.lemma)) return [object];
      return passive(tree, token.head) ? passiveSubject(tree, token.head) : above();
    }
    case "advcl":
      // "fled after the shooting down of a jet": with an article it is a noun, whatever the parser calls it.
      if (tree.dependents(verb, "det").length > 0) return [];
      return /^VB[G]?$/.test(token.xpos) && !passive(tree, token.head) ? above() : [];
    case "acl":
      if (token.deprel === "acl:relcl") return [relativeNoun(tree, verb)];
      // "an order imposing sanctions", "a deal ending the war": whoever made the paper does what it says.
      if (token.xpos === "VBG" && isCue(governor.lemma, "paper-noun"))
        return nounActors(tree, token.head, ["poss", "by", "light"]);
      return token.xpos === "VBG"
        ? [token.head]
        : nounActors(tree, token.head, ["poss", "by", "of", "light"]);
    default:
      return [];
  }
}
