import { type Cues, cuesOf } from "../../text/cues.ts";

/** Kinds of words that decide how an event word is read; what each is for stands in the table. */
export const CUE_CLASSES = [
  "duty-modal",
  "denial-verb",
  "thwarting-verb",
  "converse-verb",
  "effort-noun",
  "catching-verb",
  "bond-noun",
  "showing-verb",
  "design-noun",
  "paper-noun",
  "area-noun",
  "vow",
  "sport",
  "business",
  "other-news",
  "politics",
  "crime",
  "political-crime",
  "equipment-noun",
  "event-name",
  "fight-noun",
  "warfare-noun",
  "series-noun",
  "grave-mode",
  "blow-mode",
  "burst-noun",
  "gathered-noun",
  "band-noun",
  "measure-noun",
  "deed-noun",
  "critic-noun",
  "side-noun",
  "crowd-noun",
  "light-verb",
  "occasion-noun",
  "support-verb",
  "arms-ending",
  "reason-noun",
] as const;
export type CueClass = (typeof CUE_CLASSES)[number];

export const { is: isCue, endsAs: hasCueEnding }: Cues<CueClass> = cuesOf(
  "src/annotators/events/data/cues.tsv",
  CUE_CLASSES,
);
