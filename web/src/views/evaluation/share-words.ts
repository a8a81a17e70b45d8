import type { Share } from "../../api/agreement.ts";
import type { Words } from "../../catalogue/speak.ts";

/** Never a share by itself: always of how many, with its interval. */
export function shareWords({ count, of, interval }: Share, language: string, t: Words): string {
  const words = t("agreement.of", { count, of });
  if (!interval) return words;
  const percent = new Intl.NumberFormat(language, { style: "percent" });
  return `${words} (${percent.formatRange(interval[0], interval[1])})`;
}
