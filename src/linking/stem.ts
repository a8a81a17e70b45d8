/** Endings that turn one word of a family into another, longest first: "explosion", "exploded" are both "explo". */
const ENDINGS =
  "ization isation ations ation itions ition ments ment ions ion ings ing ers ors er or als al ance ence ure ies ed es s y e".split(
    " ",
  );
const SHORTEST_STEM = 3;

/** Families whose members do not share their beginning. */
const FAMILIES: Readonly<Record<string, string>> = {
  death: "die",
  dead: "die",
  shot: "shoot",
  sale: "sell",
  thief: "theft",
  thieves: "theft",
  choice: "choose",
  flight: "fly",
  gift: "give",
  wedding: "wed",
  loss: "lose",
};

/** A word cut to what its family shares, for comparing wordings. Not a word of its own. */
export function stemOf(lemma: string): string {
  const word = lemma.toLowerCase();
  const known = FAMILIES[word];
  if (known !== undefined) return known;
  // "army" is not of the family of "arm", "party" not of that of "part".
  const rest = (one: string): number => word.length - one.length;
  const ending = ENDINGS.find(
    (one) =>
      word.endsWith(one) &&
      rest(one) >= (one === "y" ? SHORTEST_STEM + 2 : SHORTEST_STEM) &&
      !word.endsWith("ss"),
  );
  const cut = ending === undefined ? word : word.slice(0, -ending.length);
  return /ss$|sh$/.test(cut) ? cut : cut.replace(/(.)\1$/, "$1");
}
