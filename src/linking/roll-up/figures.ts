import { QUANTITY_KINDS, type Quantity, type QuantityKind } from "../../record/event.ts";
import type { Claim } from "../../record/happening.ts";
import { type Choice, type Chosen, choose, type Said } from "./choose.ts";
import { OWN_VOICE } from "./claims.ts";
import { figures } from "./fields.ts";
import type { Telling } from "./telling.ts";

interface Figure extends Said<Quantity> {
  readonly speaker: string;
}

/** One figure a kind, with the range of all that stand. Who gave the figure is who said it, else the report itself. */
export function rollUpFigures(tellings: readonly Telling[], choice: Choice): readonly Chosen<Quantity>[] {
  return QUANTITY_KINDS.flatMap((kind) => {
    const said = withUpdates(tellings.flatMap((telling) => saidIn(telling, kind)));
    const chosen = choose(said, figures(kind), choice);
    if (chosen === undefined) return [];
    const standing = said.filter(({ superseded }) => !superseded).map(({ value }) => value);
    const highest = standing.map(({ max }) => max);
    const range = {
      min: Math.min(...standing.map(({ min }) => min)),
      max: highest.includes(null) ? null : Math.max(...highest.map(Number)),
    };
    return [{ ...chosen, rolled: { ...chosen.rolled, range } }];
  });
}

function saidIn(telling: Telling, kind: QuantityKind): readonly Figure[] {
  return telling.event.quantities
    .filter((quantity) => quantity.kind === kind)
    .map((value) => {
      const claim = claimOf(telling, value);
      return {
        value,
        claims: [claim.id],
        origin: telling.origin,
        day: telling.day,
        names: namesOf(claim),
        speaker: claim.speaker.key,
        superseded: false,
      };
    });
}

function claimOf({ claims }: Telling, { attribution }: Quantity): Claim {
  const wanted = attribution === undefined ? OWN_VOICE : String(attribution);
  return claims.find(({ id }) => id.endsWith(`/${wanted}`)) ?? claims[0]!;
}

/** Names by which a reader may ask for a voice. */
export function namesOf({ outlet, origin, speaker }: Claim): readonly string[] {
  return [outlet, origin, speaker.words, speaker.key].flatMap((name) =>
    name === undefined ? [] : [name.toLowerCase()],
  );
}

/**
 * A toll that rises is news, not a contradiction: what the same origin or the same speaker tells on a later day with a
 * higher figure takes the place of the earlier one. A lower figure later on is a correction that a person should see:
 * it stays a disagreement.
 */
function withUpdates(figures: readonly Figure[]): readonly Figure[] {
  return figures.map((one) => ({
    ...one,
    superseded: figures.some(
      (later) =>
        (later.origin === one.origin || later.speaker === one.speaker) &&
        one.day !== undefined &&
        later.day !== undefined &&
        later.day > one.day &&
        later.value.min > one.value.min,
    ),
  }));
}
