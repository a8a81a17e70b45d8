export {
  type ContextEntry,
  type CrosswalkRow,
  contexts,
  crosswalk,
  eventTypes,
  fromCameo,
  modesOf,
  quadClassOf,
  scoreOf,
  type TypeEntry,
} from "./plover/codebook.ts";
export { EVENT_TYPES, type EventType, SECTORS, type Sector } from "./plover/codes.ts";
