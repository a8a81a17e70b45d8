import type { Reading } from "./reading.ts";

/** Whether a noun means several. */
export function isPlural(head: number, { tokens, tree }: Reading): boolean {
  const { xpos, lemma, text } = tokens[head]!;
  if (/^(?:people|police|troops|forces|others|media|personnel)$/i.test(text)) return true;
  if (xpos === "NNS" || xpos === "NNPS") return true;
  if (xpos !== "") return false;
  return text.toLowerCase() !== lemma.toLowerCase() || tree.dependents(head, "nummod").length > 0;
}

/** A modifier before a noun: "police sweep", "US tariffs". */
export function isModifier(head: number, { tokens }: Reading): boolean {
  const token = tokens[head]!;
  return (token.deprel === "compound" || token.deprel === "amod") && token.head > head;
}
