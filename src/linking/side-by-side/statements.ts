import type { Attribution } from "../../record/attribution.ts";
import type { Event } from "../../record/event.ts";
import type { Claim } from "../../record/happening.ts";
import type { Range } from "../../record/side-by-side.ts";
import { contains, type Quote } from "../../text/span.ts";
import { OWN_VOICE } from "../roll-up/claims.ts";
import { ACTORS, type Field, figures, PLACE, RECIPIENTS, TIME, TYPE } from "../roll-up/fields.ts";
import { participantKey } from "../roll-up/party.ts";
import type { Telling, Told } from "../roll-up/telling.ts";

/** That one voice in one report says one value of one field. */
export interface Statement {
  readonly field: string;
  readonly value: string;
  readonly figure?: Range;
  readonly claim: Claim;
  readonly telling: Telling<Told>;
  readonly stance: Attribution["stance"];
  readonly quotes: readonly Quote[];
  /** Whether another value of the field can be true beside it. */
  readonly agrees: (other: Statement) => boolean;
}

/**
 * Everything that the voices of one report say. A value belongs to the source in whose words it stands, else to the
 * report itself; where the report only passes on, to the source that tells the event.
 */
export function statementsOf(telling: Telling<Told>): readonly Statement[] {
  const { event } = telling;
  const place = event.place.status === "known" ? event.place.quotes : [];
  const time = event.time.status === "known" ? event.time.quotes : [];
  return [
    ...acts(telling),
    ...told(telling, ACTORS, wordsOf(event.actors)),
    ...ownDenials(telling),
    ...told(telling, RECIPIENTS, wordsOf(event.recipients)),
    ...told(telling, TIME, time),
    ...told(telling, PLACE, place),
    ...event.quantities.map((quantity): Statement => {
      const { kind, min, max, attribution, quote } = quantity;
      const of = figures(kind);
      const claim =
        attribution === undefined
          ? voiceOf(telling, [quote])
          : (claimAt(telling, attribution) ?? voiceOf(telling, [quote]));
      return {
        ...common(telling, claim),
        field: kind,
        value: of.show(quantity),
        figure: { min, max },
        quotes: [quote],
        agrees: ({ figure }) => figure !== undefined && of.agree(quantity, { ...quantity, ...figure }),
      };
    }),
  ];
}

function wordsOf(list: Event["actors"]): readonly Quote[] {
  return list.map(({ quote }) => quote);
}

function common(telling: Telling<Told>, claim: Claim): Pick<Statement, "claim" | "telling" | "stance"> {
  return { claim, telling, stance: claim.stance };
}

/** What happened: every voice says something of it, if only that it did not. */
function acts(telling: Telling<Told>): readonly Statement[] {
  const { event, claims } = telling;
  const modes = event.modes.map(({ value }) => value).join(" ");
  const value = [event.type, modes].filter((part) => part !== "").join(" ");
  return claims.map((claim) => ({
    ...common(telling, claim),
    field: TYPE.name,
    value,
    quotes: wordsFor(claim, event),
    agrees: (other) =>
      isDenial(claim.stance) === isDenial(other.stance) && other.value.split(" ")[0] === event.type,
  }));
}

/** The source's own words, else those that say that it speaks; the report itself has the words of the event. */
function wordsFor(claim: Claim, event: Event): readonly Quote[] {
  const attribution = attributionOf(claim, event);
  if (attribution === undefined) return [event.trigger];
  if (attribution.content.length > 0) return attribution.content;
  return attribution.cue === undefined ? [attribution.source.quote] : [attribution.cue];
}

export function isDenial(stance: Attribution["stance"]): boolean {
  return stance === "denies" || stance === "doubts";
}

/** A party that denies a happening denies its own part in it. */
function ownDenials(telling: Telling<Told>): readonly Statement[] {
  const { event } = telling;
  return telling.claims.flatMap((claim) => {
    const source = attributionOf(claim, event)?.source;
    if (source === undefined || !isDenial(claim.stance) || !claim.ownAffair) return [];
    return [
      {
        ...common(telling, claim),
        field: ACTORS.name,
        value: participantKey(source),
        quotes: wordsFor(claim, event),
        agrees: (other: Statement) => isDenial(other.stance),
      },
    ];
  });
}

function told<Value>(
  telling: Telling<Told>,
  field: Field<Value>,
  quotes: readonly Quote[],
): readonly Statement[] {
  const value = field.read(telling.event);
  if (value === undefined) return [];
  return [
    {
      ...common(telling, voiceOf(telling, quotes)),
      field: field.name,
      value: field.show(value),
      quotes,
      agrees: (other) => {
        const another = field.read(other.telling.event);
        return !isDenial(other.stance) && another !== undefined && field.agree(value, another);
      },
    },
  ];
}

/** Whose words these are. What stands inside a denial is not asserted by who denies. */
function voiceOf({ claims, event }: Telling<Told>, quotes: readonly Quote[]): Claim {
  const own = claims.find(({ id }) => id.endsWith(`/${OWN_VOICE}`));
  const asserting = claims.filter(({ stance, id }) => !isDenial(stance) && !id.endsWith(`/${OWN_VOICE}`));
  const says = (claim: Claim, words: readonly Quote[]): boolean => {
    const content = attributionOf(claim, event)?.content ?? [];
    return content.some((part) => words.some((one) => contains(part, one)));
  };
  return (
    asserting.find((claim) => says(claim, quotes)) ??
    own ??
    asserting.find((claim) => says(claim, [event.trigger])) ??
    asserting[0] ??
    claims[0]!
  );
}

function claimAt({ claims }: Telling<Told>, attribution: number): Claim | undefined {
  return claims.find(({ id }) => id.endsWith(`/${attribution}`));
}

function attributionOf({ id }: Claim, event: Event): Attribution | undefined {
  return event.attributions[Number(id.slice(id.lastIndexOf("/") + 1))];
}
