import type { Tree } from "../../language/index.ts";

/** The words before a number that bound it: "at least", "more than", "between 8 and". */
export function phraseStart(tree: Tree, index: number): number {
  let first = index;
  const sentence = tree.tokens[index]!.sentence;
  const fits =
    /^(?:at|least|most|more|than|fewer|less|over|under|up|to|about|around|some|nearly|almost|roughly|approximately|between|and|as|many|only|another|a|an|the|estimated|well|exceed|exceeding|-|hundred|thousand|dozen|score|of|several|two|three|four|five|six|seven|eight|nine|ten)$/i;
  while (
    first > 0 &&
    index - first < 6 &&
    tree.tokens[first - 1]!.sentence === sentence &&
    (fits.test(tree.tokens[first - 1]!.text) || tree.tokens[first - 1]!.upos === "NUM")
  )
    first -= 1;
  while (
    first < index &&
    /^(?:the|and|of|to|-|as|a|an)$/i.test(tree.tokens[first]!.text) &&
    !/^an?$/i.test(tree.tokens[first]!.text)
  )
    first += 1;
  return first;
}
