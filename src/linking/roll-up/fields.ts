import { scoreOf } from "../../ontology/index.ts";
import type { FactualityValue } from "../../record/attribution.ts";
import type { Event, Quantity, QuantityKind } from "../../record/event.ts";
import type { Participant } from "../../record/participant.ts";
import { mayBeOne, participantKey } from "./party.ts";

/**
 * What can be said of one field: how a value is shown, which of two is the more cautious and which tells more (both
 * as numbers, the higher the more), and whether two can both be true.
 */
export interface Field<Value> {
  readonly name: string;
  readonly read: (event: Event) => Value | undefined;
  readonly show: (value: Value) => string;
  readonly caution: (value: Value) => number;
  readonly detail: (value: Value) => number;
  readonly agree: (a: Value, b: Value) => boolean;
}

const DAY = 86_400_000;

/** The more a value commits to, the higher: caution is its opposite. */
const COMMITMENT: Readonly<Record<FactualityValue, number>> = {
  Uu: 0,
  CTu: 1,
  "PS-": 2,
  "PS+": 2,
  "PR-": 3,
  "PR+": 3,
  "CT-": 4,
  "CT+": 4,
};

const TYPE: Field<Event["type"]> = {
  name: "type",
  read: (event) => event.type,
  show: (type) => type,
  caution: (type) => -Math.abs(scoreOf(type)),
  detail: (type) => Math.abs(scoreOf(type)),
  agree: (a, b) => a === b,
};

const MODES: Field<Event["modes"]> = {
  name: "modes",
  read: (event) => (event.modes.length > 0 ? event.modes : undefined),
  show: (modes) => modes.map(({ value }) => value).join(" "),
  caution: (modes) => -modes.length,
  detail: (modes) => modes.length,
  agree: (a, b) => a.some(({ value }) => b.some((other) => other.value === value)),
};

function participants(name: "actors" | "recipients"): Field<readonly Participant[]> {
  const keys = (list: readonly Participant[]): readonly string[] =>
    [...new Set(list.map(participantKey))].sort();
  const told = (list: readonly Participant[]): number =>
    list.reduce((sum, { name, country, sector }) => {
      const cells = [name, country, sector].filter(({ status }) => status === "known");
      return sum + 1 + cells.length;
    }, 0);
  return {
    name,
    read: (event) => (event[name].length > 0 ? event[name] : undefined),
    show: (list) => keys(list).join(" | "),
    caution: (list) => -told(list),
    detail: told,
    agree: (a, b) => a.some((one) => b.some((other) => mayBeOne(one, other))),
  };
}

type Known<Value> = Extract<Value, { status: "known" }>;

const PLACE: Field<Known<Event["place"]>> = {
  name: "place",
  read: ({ place }) => (place.status === "known" ? place : undefined),
  show: ({ name, country }) => [name, country].filter((part) => part !== undefined).join(", "),
  caution: ({ precision }) => precision.radiusKm,
  detail: ({ precision }) => -precision.radiusKm,
  // A town and its country agree; two towns of one size are two places.
  agree: (a, b) =>
    a.name === b.name ||
    (a.country === b.country && a.kind !== b.kind) ||
    (a.country === b.country && a.name === b.admin1),
};

const TIME: Field<Known<Event["time"]>> = {
  name: "time",
  read: ({ time }) => (time.status === "known" ? time : undefined),
  show: ({ from, to }) => (from === to ? from : `${from}/${to}`),
  caution: (time) => daysOf(time),
  detail: (time) => -daysOf(time),
  agree: (a, b) => a.from.slice(0, 10) <= b.to.slice(0, 10) && b.from.slice(0, 10) <= a.to.slice(0, 10),
};

function daysOf({ from, to }: { readonly from: string; readonly to: string }): number {
  return (Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / DAY;
}

const FACTUALITY: Field<Event["factuality"]> = {
  name: "factuality",
  read: (event) => event.factuality,
  show: ({ value }) => value,
  caution: ({ value }) => -COMMITMENT[value],
  detail: ({ value }) => COMMITMENT[value],
  agree: (a, b) => a.polarity === b.polarity || a.polarity === "unknown" || b.polarity === "unknown",
};

/** Figures of one kind. Low is cautious, high tells most; ranges that overlap agree. */
export function figures(kind: QuantityKind): Omit<Field<Quantity>, "read"> {
  return {
    name: kind,
    show: ({ min, max }) => (max === min ? `${min}` : `${min}-${max ?? ""}`),
    caution: ({ min }) => -min,
    detail: ({ min, max }) => max ?? min,
    agree: (a, b) =>
      a.min <= (b.max ?? Number.POSITIVE_INFINITY) && b.min <= (a.max ?? Number.POSITIVE_INFINITY),
  };
}

export const ACTORS: Field<readonly Participant[]> = participants("actors");
export const RECIPIENTS: Field<readonly Participant[]> = participants("recipients");
export { FACTUALITY, MODES, PLACE, TIME, TYPE };
