import type { Event } from "../../../../src/record/event.ts";

/** To which of the two events a party or a figure belongs. */
export const SIDES = ["first", "second", "both"] as const;
export type Side = (typeof SIDES)[number];

/** What can be told apart by a key: parties and figures, each with its place in its list. */
export const DIVIDED_FIELDS = ["actors", "recipients", "quantities"] as const;
export type DividedField = (typeof DIVIDED_FIELDS)[number];

export interface FieldValue {
  readonly field: string;
  readonly value: unknown;
}
export interface Division {
  readonly first: readonly FieldValue[];
  readonly second: readonly FieldValue[];
}

/** Name of the choice for one item, as a form has it. */
export const choiceOf = (field: DividedField, index: number): string => `${field}-${index}`;

/**
 * What the two events keep of one that was read as one. Undefined if the second would be the same as what was coded: then
 * nothing is said.
 */
export function divisionOf(
  event: Event,
  type: Event["type"],
  sideOf: (choice: string) => Side,
): Division | undefined {
  const kept = (side: Exclude<Side, "both">) =>
    DIVIDED_FIELDS.flatMap((field): readonly FieldValue[] => {
      const items: readonly unknown[] = event[field];
      const value = items.filter((_, index) => {
        const chosen = sideOf(choiceOf(field, index));
        return chosen === "both" || chosen === side;
      });
      return value.length === items.length ? [] : [{ field, value }];
    });
  const other = type === event.type ? [] : [{ field: "type", value: type }];
  const second = [...other, ...kept("second")];
  return second.length === 0 ? undefined : { first: kept("first"), second };
}
