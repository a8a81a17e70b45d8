import { type Cues, cuesOf } from "../../text/cues.ts";

/** Kinds of words that decide whom a name means; what each is for stands in the table. */
export const CUE_CLASSES = [
  "unrest-noun",
  "occasion-noun",
  "epithet",
  "those-around",
  "upheaval-word",
  "commentator",
] as const;
export type CueClass = (typeof CUE_CLASSES)[number];

export const { is: isCue, endsAs: hasCueEnding }: Cues<CueClass> = cuesOf(
  "src/annotators/actors/data/cues.tsv",
  CUE_CLASSES,
);
