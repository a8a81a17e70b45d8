export { type ActFields, actsIn, codedAct } from "./acts.ts";
export type { StoryDecision } from "./decided.ts";
export { eventsOf, loadPairWeights, type PairWeights, pairsOf, probabilityOf } from "./events.ts";
export { foreignMaterial } from "./foreign.ts";
export { type Gathered, gather, type LinkIndex, type LinkLine, linkIndex, linkLineSchema } from "./gather.ts";
export { type Linked, type LinkReport, linkReports } from "./link.ts";
export { type LinkMaterial, type MentionMaterial, materialOf } from "./material.ts";
export { type LinkMention, mentionReader } from "./mention.ts";
export { type PairEvidence, type PairWhy, whyPair } from "./pair-why.ts";
export {
  type CopyCandidate,
  type LinkWindow,
  type Placement,
  place,
  type Renaming,
  type WindowMention,
  type WindowReport,
} from "./place.ts";
export { profileOf, type ReportProfile } from "./profile.ts";
export { type Choice, type Member, type RolledUp, rollUp, type Told, tellingsOf } from "./roll-up/index.ts";
export { columnKey, type GatheredClaims, type IsNews, sideBySide, summaryOf } from "./side-by-side/index.ts";
export { storiesOf } from "./stories.ts";
export { LINK_USES, type LinkUse, thresholdOf } from "./uses.ts";
