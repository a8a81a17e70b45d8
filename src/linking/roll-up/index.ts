import type { CodedReport } from "../../record/coded-report.ts";
import type { Event } from "../../record/event.ts";
import { HAPPENING_VERSION, type Happening, type RolledField } from "../../record/happening.ts";
import { type Choice, type Chosen, choose, type Said } from "./choose.ts";
import { withDissent } from "./dissent.ts";
import type { Field } from "./fields.ts";
import * as field from "./fields.ts";
import { namesOf, rollUpFigures } from "./figures.ts";
import { type Member, type Telling, type Told, tellingsOf } from "./telling.ts";

export type { Choice } from "./choose.ts";
export { type Member, type Told, tellingsOf } from "./telling.ts";

/** A happening, and the same as an event: the first report's coding with the values that the rule chose. */
export interface RolledUp<Coded extends Told = CodedReport> {
  readonly happening: Happening;
  /** Its trigger and offsets are the first report's; a value that another report gave keeps that report's quotes. */
  readonly event: Event;
  readonly first: Member<Coded>;
}

/** Sets all codings of one happening into one, and keeps what each voice says. `members` has at least one. */
export function rollUp<Coded extends Told>(
  id: string,
  members: readonly Member<Coded>[],
  choice: Choice,
): RolledUp<Coded> {
  const tellings = tellingsOf(members);
  const first = tellings[0]!;
  const pick = <Value>(one: Field<Value>): Chosen<Value> | undefined =>
    choose(saidBy(tellings, one), one, choice);
  const type = pick(field.TYPE)!;
  const modes = choose(
    saidBy(
      tellings.filter(({ event }) => event.type === type.value),
      field.MODES,
    ),
    field.MODES,
    choice,
  );
  const [actors, recipients] = [pick(field.ACTORS), pick(field.RECIPIENTS)];
  const [place, time, factuality] = [pick(field.PLACE), pick(field.TIME), pick(field.FACTUALITY)!];
  const figures = rollUpFigures(tellings, choice);
  const claims = tellings.flatMap((telling) => telling.claims);
  const whether = { rolled: withDissent(factuality.rolled, claims) };
  const rolled = [type, modes, actors, recipients, place, time, whether, ...figures].flatMap(
    (one): readonly RolledField[] => (one === undefined ? [] : [one.rolled]),
  );
  return {
    happening: {
      schema: HAPPENING_VERSION,
      id,
      type: type.value,
      rule: choice.rule,
      ...(choice.source === undefined ? {} : { source: choice.source }),
      reports: new Set(claims.map(({ report }) => report)).size,
      origins: new Set(claims.map(({ origin }) => origin)).size,
      speakers: new Set(claims.map(({ speaker }) => speaker.key)).size,
      fields: rolled,
      claims,
    },
    event: {
      ...first.event,
      type: type.value,
      modes: modes?.value ?? [],
      contexts: uniqueBy(
        tellings.flatMap(({ event }) => event.contexts),
        ({ value }) => value,
      ),
      actors: actors?.value ?? [],
      recipients: recipients?.value ?? [],
      place: place?.value ?? first.event.place,
      time: time?.value ?? first.event.time,
      factuality: factuality.value,
      attributions: uniqueBy(
        tellings.flatMap(({ event }) => event.attributions),
        ({ source, stance }) => `${source.quote.text} ${stance}`,
      ),
      // Whose figure it is stands in the happening: the index would point into another report's sources.
      quantities: figures.map(({ value: { attribution: _, ...quantity } }) => quantity),
    },
    first,
  };
}

/** What the tellings say of a field. */
function saidBy<Value>(tellings: readonly Telling[], { read }: Field<Value>): readonly Said<Value>[] {
  return tellings.flatMap(({ event, claims, origin, day }) => {
    const value = read(event);
    if (value === undefined) return [];
    return [
      {
        value,
        claims: claims.map(({ id }) => id),
        origin,
        day,
        names: claims.flatMap(namesOf),
        superseded: false,
      },
    ];
  });
}

function uniqueBy<Item>(items: readonly Item[], key: (item: Item) => string): readonly Item[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}
