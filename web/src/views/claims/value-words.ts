import type { EventType } from "../../../../src/ontology/plover/codes.ts";
import type { QuantityKind } from "../../../../src/record/event.ts";
import type { Range } from "../../../../src/record/side-by-side.ts";
import { codesOf } from "../../catalogue/codes.ts";
import type { Words } from "../../catalogue/speak.ts";
import { typeWords } from "../../parts/code-words.ts";
import { formatStretch } from "../../parts/dates.ts";
import { figureWords } from "../../parts/figures.ts";

/** The name of a row: a field of the record, or a kind of figure. */
export function rowLabel(field: string, t: Words): string {
  const kind = kindOf(field);
  return kind === undefined ? t(`field.${field}` as "field.type") : t(`quantity.${kind}`);
}

/** "dead" of `dead` and of `quantities.dead`; undefined for what is no figure. */
function kindOf(field: string): QuantityKind | undefined {
  return codesOf("quantity").find((one) => one === field.replace(/^quantities\./, ""));
}

/** How a summary marks what a speaker says is not so. */
const DENIED = "denied: ";

/** A value of a row in words: codes in the reader's language, dates as that language writes them, the rest as it is. */
export function valueWords(field: string, value: string, language: string, t: Words): string {
  if (value.startsWith(DENIED))
    return `${t("claims.denies")} ${valueWords(field, value.slice(DENIED.length), language, t)}`;
  if (field === "type") return coded(value, t);
  if (kindOf(field) !== undefined) return countWords(value, t);
  if (field === "time") return formatStretch(value, language);
  if (field === "factuality") return t(`factuality.${value}` as "factuality.CT+");
  return value;
}

export function rangeWords({ min, max }: Range, t: Words): string {
  return figureWords({ min, max, approximate: false }, t);
}

/** "ASSAULT firearms". */
function coded(value: string, t: Words): string {
  const [type = "", ...modes] = value.split(" ");
  return isType(type) ? typeWords(type, modes, t) : value;
}

/** "8", "8-12", and "14-" for fourteen or more. */
function countWords(value: string, t: Words): string {
  const [, min, dash, max] = /^(\d+)(-)?(\d+)?$/.exec(value) ?? [];
  if (min === undefined) return value;
  const most = dash === undefined ? min : max;
  return rangeWords({ min: Number(min), max: most === undefined ? null : Number(most) }, t);
}

/** A value with its name where it would be a bare number without. */
export function clauseWords(field: string, value: string, language: string, t: Words): string {
  const words = valueWords(field, value, language, t);
  return /^\D*\d[\d\s.,–-]*$/.test(value) && field !== "time" ? `${rowLabel(field, t)}: ${words}` : words;
}

function isType(value: string): value is EventType {
  return codesOf("type").some((type) => type === value);
}
