import type { FoundName, Reading } from "./reading.ts";
import type { Containment } from "./resolve.ts";

/** Between the inner and the outer name: "Kidal, Mali", "Kidal (Mali)", "Kidal in northern Mali". */
const INNER_FIRST =
  /^(?:,?\s*\(?|\s*,?\s+(?:in|of)\s+(?:the\s+)?(?:[\p{L}-]+\s+){0,3}(?:of\s+)?|,\s+(?:in\s+)?(?:the\s+)?(?:[\p{L}-]+\s+){0,2})$/u;
/** Between the outer and the inner name: "Mali's Kidal", "Mali's northern town of Kidal". */
const OUTER_FIRST = /^['’]s\s+(?:[\p{L}-]+\s+){0,4}$/u;
const LONGEST_GAP = 48;

/** Before a name: "Syrian city of", "southern English town", "Israeli-held". */
const RANK_BEFORE_NAME =
  /(\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)\s+(?:[\p{Ll}-]+\s+){0,2}(?:city|town|village|port|province|region|state|capital|district|enclave|area|suburb|island|border town)\s+(?:of\s+)?(?:the\s+)?$/u;

/** The names, each with the state that an adjective before its rank puts it in. */
export function withOrigins(names: readonly FoundName[], reading: Reading): readonly FoundName[] {
  const { countries } = reading.knowledge;
  return names.map((name) => {
    const { start } = reading.tokens[name.first]!;
    const sentence = reading.sentences[reading.tokens[name.first]!.sentence]!;
    const before = reading.text.slice(Math.max(sentence.start, start - LONGEST_GAP), start);
    const words = RANK_BEFORE_NAME.exec(before)?.[1];
    const within =
      words === undefined
        ? undefined
        : (countries.byDemonym(words) ?? countries.byDemonym(words.split(" ").at(-1) ?? ""));
    return within === undefined ? name : { ...name, within };
  });
}

/** Pairs of neighbouring names of one sentence whose wording says that one lies in the other. */
export function findContainments(names: readonly FoundName[], reading: Reading): readonly Containment[] {
  const pairs: Containment[] = [];
  for (let index = 0; index + 1 < names.length; index += 1) {
    const left = names[index]!;
    const right = names[index + 1]!;
    if (reading.tokens[left.first]!.sentence !== reading.tokens[right.first]!.sentence) continue;
    const gap = reading.text.slice(reading.tokens[left.last - 1]!.end, reading.tokens[right.first]!.start);
    if (gap.length > LONGEST_GAP) continue;
    if (INNER_FIRST.test(gap)) {
      pairs.push({ inner: index, outer: index + 1, possessive: false });
      // "Kidal, Kidal Region, Mali": the first lies in the third as well.
      const third = names[index + 2];
      if (third !== undefined && gap.trim() === "," && third.first - right.last <= 1) {
        pairs.push({ inner: index, outer: index + 2, possessive: false });
      }
    } else if (OUTER_FIRST.test(gap)) {
      pairs.push({ inner: index + 1, outer: index, possessive: true });
    }
  }
  return pairs;
}
