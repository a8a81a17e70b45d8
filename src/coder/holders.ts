import type { ActorMention } from "../annotators/actors/layer.ts";
import type { Held, Holding, Offices } from "../knowledge/registry-offices.ts";
import type { Cell } from "../record/cell.ts";
import type { Time } from "../record/time.ts";
import type { Quote } from "../text/span.ts";

/** The days on which an office was held by whom a participant is: the event's, or those of the publication. */
export interface Moment {
  readonly from: string;
  readonly to: string;
  readonly isPublication: boolean;
}

/** A person found by the office, as far as the record tells. */
export interface Holder {
  readonly name: Cell<{ value: string }>;
  readonly wikidata?: string;
  readonly actorId?: string;
}

/** Longer ago than that, the holder is no more than one of several. */
const SURE = 0.8;
const BY_CONTEXT = 0.55;

/** The event's days; without them those of the publication. */
export function momentOf(time: Time | undefined, published: string | undefined): Moment | undefined {
  if (time?.status === "known") {
    return { from: time.from.slice(0, 10), to: time.to.slice(0, 10), isPublication: false };
  }
  return published === undefined ? undefined : { from: published, to: published, isPublication: true };
}

/** Who "the president" is on the day of the event: a name with the row it rests on, or the reason why there is none. */
export function holderOf(
  mention: ActorMention,
  words: Quote,
  offices: Offices,
  moment: Moment,
): Holder | undefined {
  const { office, country, role = "office" } = mention;
  if (office === undefined || country === undefined || mention.name !== undefined) return undefined;
  const held = offices.holder(office.office, country, moment.from, moment.to, office.standing);
  const unknown = (
    reason: "ambiguous" | "not-in-registry" | "registry-ends",
    candidates: readonly Holding[],
  ): Holder => ({
    name: {
      status: "unknown",
      reason,
      quotes: [words],
      ...(candidates.length === 0 ? {} : { candidates: candidates.map(({ name }) => name) }),
    },
  });
  switch (held.kind) {
    case "held":
      return {
        name: {
          status: "known",
          value: held.holding.name,
          basis: "knowledge",
          quotes: [words],
          confidence: mention.countryBasis === "inferred" ? BY_CONTEXT : SURE,
          knowledge: because(role, country, held, moment),
        },
        actorId: held.holding.personId,
        ...(held.holding.wikidata ? { wikidata: held.holding.wikidata } : {}),
      };
    case "ambiguous":
      return unknown("ambiguous", held.holdings);
    case "registry-ends":
      return unknown("registry-ends", held.last === undefined ? [] : [held.last]);
    default:
      return unknown("not-in-registry", []);
  }
}

/** "president of MLI on 2022-05-15: President, 2021-05-24..; registry of 2025-11-08". */
function because(
  role: string,
  country: string,
  held: Held & { readonly kind: "held" },
  moment: Moment,
): string {
  const { position, start, end, asOf } = held.holding;
  const days = moment.from === moment.to ? moment.from : `${moment.from}..${moment.to}`;
  const which = moment.isPublication ? `${days} (published; the event has no date)` : days;
  const standsIn = held.standsIn ? "; the office itself was vacant" : "";
  return `${role} of ${country} on ${which}: ${position}, ${start}..${end}; registry of ${asOf}${standsIn}`;
}
