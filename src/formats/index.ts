import type { CodedReport } from "../record/coded-report.ts";
import { csvHead, csvRows } from "./csv.ts";
import { ploverLines } from "./plover.ts";
import { PLAIN_STYLE, pretty, type Style } from "./pretty.ts";

/** A way of writing coded reports one after the other: constant memory, however many there are. */
export interface Format {
  readonly head: string;
  readonly body: (coded: CodedReport, index: number) => string;
  readonly tail: string;
}

export const FORMAT_NAMES = ["pretty", "json", "jsonl", "csv", "plover"] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

export function formatOf(name: FormatName, style: Style = PLAIN_STYLE): Format {
  const formats: Readonly<Record<FormatName, Format>> = {
    pretty: {
      head: "",
      body: (coded, index) => `${index === 0 ? "" : "\n\n"}${pretty(coded, style)}`,
      tail: "",
    },
    json: {
      head: "[",
      body: (coded, index) => `${index === 0 ? "\n" : ",\n"}${JSON.stringify(coded, undefined, 2)}`,
      tail: "\n]\n",
    },
    jsonl: { head: "", body: (coded) => `${JSON.stringify(coded)}\n`, tail: "" },
    csv: { head: csvHead(), body: csvRows, tail: "" },
    plover: { head: "", body: ploverLines, tail: "" },
  };
  return formats[name];
}
