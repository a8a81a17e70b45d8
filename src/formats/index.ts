import type { CodedReport } from "../record/coded-report.ts";
import { ACLED } from "./acled/index.ts";
import { CSV } from "./csv.ts";
import { FOLLOW_THE_MONEY } from "./follow-the-money.ts";
import { GDELT } from "./gdelt/events.ts";
import { GDELT_MENTIONS } from "./gdelt/mentions.ts";
import { GEOJSON } from "./geojson.ts";
import { EVENT_LINES } from "./jsonl.ts";
import type { Notation } from "./notation.ts";
import { PARQUET } from "./parquet.ts";
import { PLOVER } from "./plover.ts";
import { POLECAT, POLECAT_EXTENDED } from "./polecat.ts";
import { PLAIN_STYLE, pretty, type Style } from "./pretty.ts";
import { rowsOf } from "./row.ts";
import { UCDP } from "./ucdp/index.ts";
import { JSON_LD, WEB_ANNOTATION } from "./web-annotation.ts";

/** Notations whose record is an event or a part of one; docs/export.md and a page for each say what they hold. */
const TEXTS = {
  csv: CSV,
  plover: PLOVER,
  polecat: POLECAT,
  "polecat-extended": POLECAT_EXTENDED,
  acled: ACLED,
  ucdp: UCDP,
  gdelt: GDELT,
  "gdelt-mentions": GDELT_MENTIONS,
  geojson: GEOJSON,
  w3c: WEB_ANNOTATION,
  jsonld: JSON_LD,
  ftm: FOLLOW_THE_MONEY,
} as const;

/** Everything that `khaldun export` writes. */
export const EXPORTS = { ...TEXTS, jsonl: EVENT_LINES, parquet: PARQUET } as const satisfies Record<
  string,
  Notation
>;
export type ExportName = keyof typeof EXPORTS;
export const EXPORT_NAMES = Object.keys(EXPORTS) as readonly ExportName[];

/** A way of writing coded reports one after the other: constant memory, however many there are. */
export interface Format {
  readonly head: string;
  readonly body: (coded: CodedReport, index: number) => string;
  readonly tail: string;
  /** Why events of a report are left out, one reason an event. */
  readonly withheld: (coded: CodedReport) => readonly string[];
}

type TextName = keyof typeof TEXTS;
const TEXT_NAMES = Object.keys(TEXTS) as readonly TextName[];
export type FormatName = "pretty" | "json" | "jsonl" | TextName;
export const FORMAT_NAMES: readonly FormatName[] = ["pretty", "json", "jsonl", ...TEXT_NAMES];

const ALL_IN = (): readonly string[] => [];

export function formatOf(name: FormatName, style: Style = PLAIN_STYLE): Format {
  switch (name) {
    case "pretty":
      return {
        head: "",
        body: (coded, index) => `${index === 0 ? "" : "\n\n"}${pretty(coded, style)}`,
        tail: "",
        withheld: ALL_IN,
      };
    case "json":
      return {
        head: "[",
        body: (coded, index) => `${index === 0 ? "\n" : ",\n"}${JSON.stringify(coded, undefined, 2)}`,
        tail: "\n]\n",
        withheld: ALL_IN,
      };
    case "jsonl":
      return { head: "", body: (coded) => `${JSON.stringify(coded)}\n`, tail: "", withheld: ALL_IN };
    default:
      return ofEvents(TEXTS[name]);
  }
}

/** A notation of events, report by report; the separator stands between records, not between reports. */
function ofEvents(notation: Notation): Format {
  let isFirst = true;
  return {
    head: notation.head,
    body: (coded) => {
      const records = rowsOf(coded).flatMap(notation.records);
      const text = records.join(notation.separator);
      const lead = isFirst || records.length === 0 ? "" : notation.separator;
      if (records.length > 0) isFirst = false;
      return lead + text;
    },
    tail: notation.tail,
    withheld: (coded) => rowsOf(coded).flatMap((row) => notation.withheld(row) ?? []),
  };
}
