import type { Quantity } from "../../../src/record/event.ts";
import type { Words } from "../catalogue/speak.ts";

/** A count as a range: "8 or more", "12 to 15", "about 10". Never a single number where the text gives none. */
export function figureWords(
  { min, max, approximate }: Pick<Quantity, "min" | "max" | "approximate">,
  t: Words,
): string {
  if (max === null) return t("figure.or-more", { min });
  const words = min === max ? t("figure.exact", { min }) : t("figure.range", { min, max });
  return approximate ? t("figure.about", { figure: words }) : words;
}
