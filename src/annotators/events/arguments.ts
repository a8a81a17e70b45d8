import type { PredicateSense, Slot } from "../../knowledge/predicates.ts";
import { relation, type Tree } from "../../language/index.ts";

/** Token heads of the participants as the syntax gives them. */
export interface ArgumentHeads {
  readonly actors: readonly number[];
  readonly recipients: readonly number[];
}

/** Verbs that only carry an event noun: their subject does what the noun says. */
const LIGHT =
  /^(?:carry|launch|conduct|stage|hold|mount|make|take|commit|perform|wage|undertake|begin|start|end|continue|resume|lead|sign|issue|give|have|call|open|impose|order|plan|threaten|announce|declare|join|attend|halt|suspend|reject|accept|submit|offer|tender|hand|send|provide|deliver|promise|pledge|express|voice|reach|seek|demand|step|attempt|lead|plot|try|prepare|fight|back)$/;

/** Verbs that turn an event noun round: their subject is whom it is done to, and it comes "from" who does it. */
const CONVERSE =
  /^(?:draw|receive|face|spark|provoke|trigger|prompt|attract|earn|win|generate|get|enjoy|meet|suffer|incur)$/;

/** Nouns whose infinitive says what their maker wants to do: "foiled a plot by rebels to bomb". */
const DESIGNS =
  /^(?:plot|plan|attempt|bid|effort|scheme|conspiracy|decision|offer|order|move|proposal|campaign)$/;

/** Who does it and to whom, by the slots of the sense. */
export function argumentsOf(
  tree: Tree,
  token: number,
  sense: PredicateSense,
  extra: readonly number[],
): ArgumentHeads {
  const isVerb = tree.tokens[token]!.upos === "VERB";
  const actors = !isVerb
    ? nounActors(tree, token, sense.actor)
    : sense.actor.includes("none")
      ? []
      : subjectsOf(tree, token);
  const direct = isVerb
    ? verbRecipients(tree, token, sense.recipient, extra)
    : nounRecipients(tree, token, sense.recipient, actors);
  const recipients = direct.length > 0 ? direct : promised(tree, token, sense);
  return {
    actors: coordinated(tree, actors),
    recipients: coordinated(
      tree,
      recipients.filter((head) => !actors.includes(head)),
    ),
  };
}

/** "pledged to return power to civilians": whom the promise or threat is about stands in its complement. */
function promised(tree: Tree, token: number, sense: PredicateSense): readonly number[] {
  if (sense.type !== "AGREE" && sense.type !== "THREATEN") return [];
  const content = tree.dependents(token, "xcomp")[0];
  if (content === undefined) return [];
  const towards = withCase(tree, tree.dependents(content, "obl"), "to", "against", "with", "on");
  return (towards.length > 0 ? towards : tree.dependents(content, "obj")).slice(0, 1);
}

/** The doers of a verb: its subject, a passive's agent, or the subject that it shares with another verb. */
export function subjectsOf(tree: Tree, verb: number, depth = 0): readonly number[] {
  const token = tree.tokens[verb]!;
  const isPassive = passive(tree, verb);
  const agent = [
    ...withCase(tree, tree.dependents(verb, "obl:agent"), "by"),
    ...(isPassive ? withCase(tree, tree.dependents(verb, "obl"), "by") : []),
  ];
  if (agent.length > 0) return agent.slice(0, 1);
  if (isPassive) return [];
  const own = tree.dependents(verb, "nsubj")[0];
  if (own !== undefined) return [throughRelative(tree, verb, own)];
  if (token.head < 0 || depth > 4) return [];
  const governor = tree.tokens[token.head]!;
  // "accused the army of violating", "stopped them from leaving": the governor's object does it.
  const blamed = tree
    .dependents(verb, "mark", "case")
    .some((child) => /^(?:of|from|for)$/.test(tree.tokens[child]!.lemma))
    ? tree.dependents(token.head, "obj")[0]
    : undefined;
  if (blamed !== undefined && ["advcl", "xcomp", "ccomp", "obl"].includes(relation(token)))
    return coordinated(tree, [blamed]);
  const design = tree.dependents(token.head, "obj").find((child) => DESIGNS.test(tree.tokens[child]!.lemma));
  if (design !== undefined && token.xpos === "VB" && ["advcl", "xcomp"].includes(relation(token)))
    return nounActors(tree, design, ["poss", "by", "of"]);
  switch (relation(token)) {
    case "conj":
      return governor.upos === "VERB"
        ? passive(tree, token.head) && token.xpos !== "VBN"
          ? passiveSubject(tree, token.head)
          : subjectsOf(tree, token.head, depth + 1)
        : [];
    case "xcomp": {
      const object = tree.dependents(token.head, "obj", "iobj")[0];
      if (object !== undefined && !/^(?:promise|threaten|vow)$/.test(governor.lemma)) return [object];
      return passive(tree, token.head)
        ? passiveSubject(tree, token.head)
        : subjectsOf(tree, token.head, depth + 1);
    }
    case "advcl":
      return token.xpos === "VBG" || token.xpos === "VB"
        ? passive(tree, token.head)
          ? []
          : subjectsOf(tree, token.head, depth + 1)
        : [];
    case "acl":
      if (token.deprel === "acl:relcl" || token.xpos === "VBG") return [token.head];
      return nounActors(tree, token.head, ["poss", "by", "of", "light"]);
    default:
      return [];
  }
}

export function passive(tree: Tree, verb: number): boolean {
  const token = tree.tokens[verb]!;
  if (tree.dependents(verb, "nsubj:pass", "aux:pass").length > 0) return true;
  if (token.xpos !== "VBN" || token.deprel === "acl:relcl") return false;
  if (relation(token) === "acl") return true;
  // "led by officers and backed by a state": a participle with an agent and no auxiliary of its own.
  return tree.dependents(verb, "obl:agent").length > 0 && tree.dependents(verb, "aux", "nsubj").length === 0;
}

function passiveSubject(tree: Tree, verb: number): readonly number[] {
  const token = tree.tokens[verb]!;
  const own = tree.dependents(verb, "nsubj:pass")[0] ?? tree.dependents(verb, "nsubj")[0];
  if (own !== undefined) return [throughRelative(tree, verb, own)];
  if (relation(token) === "acl") return [token.head];
  const sharesSubject = relation(token) === "conj" && passive(tree, token.head);
  return sharesSubject ? passiveSubject(tree, token.head) : [];
}

/** "who", "which": the noun that the relative clause is about. */
function throughRelative(tree: Tree, verb: number, subject: number): number {
  if (!/^(?:who|which|that|whom)$/i.test(tree.tokens[subject]!.text)) return subject;
  let at = verb;
  while (tree.tokens[at]!.head >= 0 && relation(tree.tokens[at]!) === "conj") at = tree.tokens[at]!.head;
  return relation(tree.tokens[at]!) === "acl" ? tree.tokens[at]!.head : subject;
}

function verbRecipients(
  tree: Tree,
  verb: number,
  slots: readonly Slot[],
  extra: readonly number[],
): readonly number[] {
  for (const slot of slots) {
    const found =
      slot === "object"
        ? objectsOf(tree, verb)
        : slot === "subject"
          ? coordinated(tree, subjectsOf(tree, verb))
          : slot === "none"
            ? []
            : obliques(tree, [verb, ...extra.filter((at) => at >= 0)], slot);
    const kept = found.filter((head) => !extra.includes(head));
    if (kept.length > 0) return kept;
  }
  const shown = extra.filter((at) => at >= 0).flatMap((at) => shownBy(tree, at));
  if (shown.length > 0) return shown.slice(0, 1);
  if (!slots.includes("object")) return [];
  // "imposed sanctions on six judges": the noun's own complements, where the slots named none.
  const named = extra.filter((at) => at >= 0);
  const complements = named.flatMap((at) =>
    withCase(tree, tree.dependents(at, "nmod"), "on", "against", "to"),
  );
  if (complements.length > 0) return complements;
  // "banned two outlets": the word that the sense asks for is itself whom it is done to.
  return objectsOf(tree, verb);
}

/** "footage showing the patrol", "documents that implicate the minister": whom a piece of evidence is about. */
function shownBy(tree: Tree, noun: number): readonly number[] {
  const clauses = tree
    .dependents(noun, "acl")
    .flatMap((verb) => [verb, ...tree.dependents(verb, "xcomp")])
    .filter((verb) => /^(?:show|depict|implicate|incriminate|expose|link)$/.test(tree.tokens[verb]!.lemma));
  return clauses.flatMap((verb) => {
    const objects = tree.dependents(verb, "obj", "iobj");
    const content = tree.dependents(verb, "ccomp");
    return objects.length > 0 ? objects : content.flatMap((inner) => tree.dependents(inner, "nsubj"));
  });
}

function objectsOf(tree: Tree, verb: number): readonly number[] {
  if (passive(tree, verb)) return passiveSubject(tree, verb);
  const objects = tree.dependents(verb, "obj", "iobj");
  if (objects.length > 0) return [throughRelative(tree, verb, objects[0]!)];
  const token = tree.tokens[verb]!;
  // "the base they attacked", "a man detained and beaten"
  if (token.deprel === "acl:relcl" && tree.dependents(verb, "nsubj").length > 0) return [token.head];
  if (relation(token) === "conj" && token.xpos === "VBN" && token.head >= 0 && passive(tree, token.head))
    return passiveSubject(tree, token.head);
  return [];
}

function obliques(tree: Tree, heads: readonly number[], preposition: string): readonly number[] {
  return heads
    .flatMap((head) => withCase(tree, tree.dependents(head, "obl", "nmod"), preposition))
    .slice(0, 1);
}

function nounActors(tree: Tree, noun: number, slots: readonly Slot[]): readonly number[] {
  for (const slot of [...slots, "light"]) {
    const found = nounSlot(tree, noun, slot);
    if (found.length > 0) return found;
  }
  const verb = converseOf(tree, noun);
  if (verb !== undefined) return withCase(tree, tree.dependents(verb, "obl"), "from", "by").slice(0, 1);
  // "a coup led by officers", "an attack carried out by rebels"
  return tree
    .dependents(noun, "acl")
    .filter((child) => tree.tokens[child]!.xpos === "VBN" && LIGHT.test(tree.tokens[child]!.lemma))
    .flatMap((child) => [
      ...tree.dependents(child, "obl:agent"),
      ...withCase(tree, tree.dependents(child, "obl"), "by"),
    ])
    .slice(0, 1);
}

function nounRecipients(
  tree: Tree,
  noun: number,
  slots: readonly Slot[],
  actors: readonly number[],
): readonly number[] {
  for (const slot of slots) {
    const found = nounSlot(tree, noun, slot).filter((head) => !actors.includes(head));
    if (found.length > 0) return found;
  }
  const verb = converseOf(tree, noun);
  if (verb !== undefined)
    return tree
      .dependents(verb, "nsubj")
      .slice(0, 1)
      .map((subject) => throughRelative(tree, verb, subject));
  const governor = tree.tokens[noun]!.head;
  if (governor < 0 || !LIGHT.test(tree.tokens[governor]!.lemma) || relation(tree.tokens[noun]!) !== "obj")
    return [];
  return slots
    .flatMap((slot) => (/^[a-z]+$/.test(slot) ? withCase(tree, tree.dependents(governor, "obl"), slot) : []))
    .slice(0, 1);
}

/** The verb of "drew criticism", "received backing". */
function converseOf(tree: Tree, noun: number): number | undefined {
  const { head } = tree.tokens[noun]!;
  const isObject = relation(tree.tokens[noun]!) === "obj";
  return isObject && CONVERSE.test(tree.tokens[head]!.lemma) ? head : undefined;
}

function nounSlot(tree: Tree, noun: number, slot: Slot): readonly number[] {
  switch (slot) {
    case "poss":
      return tree.dependents(noun, "nmod:poss").slice(0, 1);
    case "compound":
      return tree.dependents(noun, "compound").slice(0, 1);
    case "amod":
      return tree
        .dependents(noun, "amod")
        .filter((child) => /^\p{Lu}/u.test(tree.tokens[child]!.text))
        .slice(0, 1);
    case "light": {
      const token = tree.tokens[noun]!;
      const governor = token.head;
      if (governor < 0 || tree.tokens[governor]!.upos !== "VERB" || !LIGHT.test(tree.tokens[governor]!.lemma))
        return [];
      return relation(token) === "obj"
        ? subjectsOf(tree, governor)
        : token.deprel === "nsubj:pass"
          ? withCase(tree, tree.dependents(governor, "obl"), "by")
          : [];
    }
    default:
      return withCase(tree, tree.dependents(noun, "nmod"), slot).slice(0, 1);
  }
}

function withCase(
  tree: Tree,
  heads: readonly number[],
  ...prepositions: readonly string[]
): readonly number[] {
  return heads.filter((head) =>
    tree
      .dependents(head, "case")
      .some((mark) => prepositions.includes(tree.tokens[mark]!.lemma.toLowerCase())),
  );
}

/** "Thailand and Cambodia": each head of a coordination is a participant. */
function coordinated(tree: Tree, heads: readonly number[]): readonly number[] {
  return [
    ...new Set(
      heads.flatMap((head) => [
        head,
        // "two outlets, Alpha Radio and Beta": the names that follow may be joined to each other.
        ...[head, ...tree.dependents(head, "appos", "flat")]
          .flatMap((part) => tree.dependents(part, "conj"))
          .filter((other) => ["NOUN", "PROPN", "PRON", "NUM"].includes(tree.tokens[other]!.upos)),
      ]),
    ),
  ];
}
