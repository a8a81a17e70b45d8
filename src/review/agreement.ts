import { type Agreement, agreementOf, type Metric, type Unit } from "./alpha.ts";
import { type Coding, IS_EVENT } from "./coding.ts";
import { COMPARABLES } from "./fields.ts";

export interface FieldAgreement extends Agreement {
  readonly field: string;
  readonly metric: Metric;
}

export interface AgreementReport {
  readonly coders: readonly { readonly coder: string; readonly events: number }[];
  /** Events that two or more coders judged: all figures are of these. */
  readonly events: number;
  readonly fields: readonly FieldAgreement[];
  /** The same for every two coders who share an event. */
  readonly pairs: readonly {
    readonly coders: readonly [string, string];
    readonly events: number;
    readonly fields: readonly FieldAgreement[];
  }[];
  readonly seed: number;
}

const FIELDS: readonly { readonly name: string; readonly metric: Metric }[] = [
  { name: IS_EVENT, metric: "nominal" },
  ...COMPARABLES,
];

/**
 * How far coders agree, field by field and pair by pair. Blind second codings only mean something if they were blind:
 * whoever saw the other's verdict agrees too well.
 */
export function agreement(codings: readonly Coding[], seed = 1): AgreementReport {
  const shared = sharedBy(codings);
  const coders = [...new Set(shared.map(({ coder }) => coder))].sort();
  const pairs = coders.flatMap((one, at) =>
    coders.slice(at + 1).map((other): readonly [string, string] => [one, other]),
  );
  return {
    coders: coders.map((coder) => ({
      coder,
      events: shared.filter((coding) => coding.coder === coder).length,
    })),
    events: unitCount(shared),
    fields: fieldsOf(shared, seed),
    pairs: pairs.flatMap((two) => {
      const own = sharedBy(codings.filter(({ coder }) => two.includes(coder)));
      return own.length === 0 ? [] : [{ coders: two, events: unitCount(own), fields: fieldsOf(own, seed) }];
    }),
    seed,
  };
}

/** Only the events that two or more have judged. */
function sharedBy(codings: readonly Coding[]): readonly Coding[] {
  const counts = new Map<string, number>();
  for (const { unit } of codings) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return codings.filter(({ unit }) => counts.get(unit)! > 1);
}

function unitCount(codings: readonly Coding[]): number {
  return new Set(codings.map(({ unit }) => unit)).size;
}

function fieldsOf(codings: readonly Coding[], seed: number): readonly FieldAgreement[] {
  return FIELDS.flatMap(({ name, metric }) => {
    const found = agreementOf(unitsOf(codings, name), metric, seed);
    return found.units === 0 ? [] : [{ field: name, metric, ...found }];
  });
}

function unitsOf(codings: readonly Coding[], name: string): readonly Unit[] {
  const units = new Map<string, (string | number)[]>();
  for (const { unit, codes } of codings) {
    const code = codes.get(name);
    if (code === undefined) continue;
    const values = units.get(unit);
    if (values === undefined) units.set(unit, [code]);
    else values.push(code);
  }
  return [...units.values()];
}
