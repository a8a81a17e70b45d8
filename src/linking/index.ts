export { eventsOf, loadPairWeights, type PairWeights, pairsOf, probabilityOf } from "./events.ts";
export { type Linked, type LinkReport, linkReports } from "./link.ts";
export { type LinkMention, mentionReader } from "./mention.ts";
export { profileOf, type ReportProfile } from "./profile.ts";
export { storiesOf } from "./stories.ts";
