import type { EventType } from "../../../../src/ontology/plover/codes.ts";
import type { FactualityValue } from "../../../../src/record/attribution.ts";
import type { QuantityKind } from "../../../../src/record/event.ts";
import type { PlaceKind } from "../../../../src/record/place.ts";
import type { Precision } from "../../../../src/record/time.ts";

// The desk takes types from the record and no code: these lists are its own, and the compiler knows if one has a stranger in it.

export const QUANTITY_KINDS = [
  "dead",
  "injured",
  "arrested",
  "participants",
  "displaced",
  "abducted",
  "missing",
  "released",
  "other",
] as const satisfies readonly QuantityKind[];

export const PLACE_KINDS = [
  "site",
  "town",
  "admin2",
  "admin1",
  "region",
  "country",
  "water",
  "international",
] as const satisfies readonly PlaceKind[];

export const PRECISIONS = [
  "minute",
  "hour",
  "part-of-day",
  "day",
  "week",
  "month",
  "season",
  "year",
  "decade",
] as const satisfies readonly Precision[];

export const EVENT_TYPES = [
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "COOPERATE",
  "AID",
  "RETREAT",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "PROTEST",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
] as const satisfies readonly EventType[];

export const FACTUALITY = [
  "CT+",
  "PR+",
  "PS+",
  "CT-",
  "PR-",
  "PS-",
  "CTu",
  "Uu",
] as const satisfies readonly FactualityValue[];
