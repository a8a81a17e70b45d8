import type { Event } from "../../../../src/record/event.ts";
import type { Words } from "../../catalogue/speak.ts";
import { partyWords, placeWords, timeWords } from "../../parts/event-words.ts";
import { figureWords } from "../../parts/figures.ts";
import type { WordField } from "./edits.ts";

/** What was read for a field, in the reader's language; why it is empty if it is. */
export function wordsOf(event: Event, field: WordField, language: string, t: Words): string {
  if (field === "time") return timeWords(event, language, t);
  if (field === "place") return placeWords(event, t);
  const words = listed(event, field, t);
  if (words.length > 0) return words.join("; ");
  return field === "attributions" ? t("voice.outlet") : t("unknown.not-stated");
}

function listed(event: Event, field: Exclude<WordField, "time" | "place">, t: Words): readonly string[] {
  switch (field) {
    case "quantities":
      return event.quantities.map(
        (one) => `${t(`quantity.${one.kind}`)}: ${figureWords(one, t)} “${one.quote.text}”`,
      );
    case "attributions":
      return event.attributions.map(({ source, stance }) => `${partyWords(source)} ${t(`stance.${stance}`)}`);
    default:
      return event[field].map((party) =>
        [
          partyWords(party),
          ...[party.country, party.sector].flatMap((cell) => (cell.status === "known" ? [cell.value] : [])),
        ].join(" · "),
      );
  }
}
