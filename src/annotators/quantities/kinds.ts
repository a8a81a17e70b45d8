import type { QuantityKind } from "../../record/event.ts";

const list = (kind: QuantityKind, words: string): readonly (readonly [string, QuantityKind])[] =>
  words.split(" ").map((word) => [word, kind]);

/** Verbs that make the people they count dead, injured, arrested … */
export const KIND_BY_VERB: Readonly<Record<string, QuantityKind>> = Object.fromEntries([
  ...list("dead", "kill die slay murder massacre perish behead execute assassinate drown slaughter"),
  ...list("injured", "injure wound hurt hospitalise hospitalize maim"),
  ...list("arrested", "arrest detain apprehend jail imprison intern capture nab round charge"),
  ...list(
    "participants",
    "march rally gather protest demonstrate strike attend assemble turn participate join take withdraw pull depart deploy",
  ),
  ...list("displaced", "displace flee evacuate uproot drive"),
  ...list("abducted", "abduct kidnap seize snatch"),
  ...list("released", "release free rescue"),
]);

/** Nouns that say by themselves what is counted. */
export const KIND_BY_NOUN: Readonly<Record<string, QuantityKind>> = Object.fromEntries([
  ...list("dead", "death fatality dead body corpse killing life casualty"),
  ...list("injured", "injury injured wounded wound"),
  ...list("arrested", "arrest detainee detention"),
  ...list("participants", "protester demonstrator marcher striker participant activist"),
  ...list("displaced", "refugee displaced evacuee"),
  ...list("abducted", "hostage abductee captive"),
  ...list("missing", "missing"),
]);

/** Nouns of an act that count those who do it or suffer it, not themselves: "the withdrawal of 2,000 troops". */
export const KIND_BY_ACT: Readonly<Record<string, QuantityKind>> = Object.fromEntries([
  ...list("participants", "withdrawal pullout exit departure deployment exodus"),
  ...list("displaced", "displacement evacuation"),
  ...list("released", "release"),
  ...list("abducted", "abduction kidnapping"),
]);

/** Of these the verb decides, if it says more: "ten protesters were arrested". */
export const PEOPLE: ReadonlySet<string> = new Set([
  "protester",
  "demonstrator",
  "marcher",
  "striker",
  "participant",
  "activist",
  "refugee",
  "hostage",
  "body",
  "captive",
  "detainee",
  "evacuee",
]);

/** Acts of people and of much else: "withdrew 2,000 troops", "withdrew three proposals". */
export const OF_PEOPLE_OR_THINGS: ReadonlySet<string> = new Set(
  "withdraw pull depart deploy withdrawal pullout exit departure deployment".split(" "),
);

/** Whom such an act can count. */
export const MOVED: ReadonlySet<string> = new Set([
  ..."thousand hundred dozen score people person civilian resident family migrant refugee troop soldier".split(
    " ",
  ),
  ..."officer personnel fighter rebel militant marine peacekeeper police guard policeman observer monitor".split(
    " ",
  ),
  ..."adviser staff worker diplomat mercenary reservist man woman child member".split(" "),
]);
