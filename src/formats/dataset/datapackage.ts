import { columnsOf, isLeftEmpty } from "../columns.ts";
import { EXPORTS, type ExportName } from "../index.ts";
import type { Profile } from "../profile.ts";
import type { Summary } from "./summary.ts";

export interface DatasetFile {
  readonly format: ExportName;
  /** Name of the data file, relative to the description. */
  readonly path: string;
  readonly bytes: number;
  /** Hexadecimal SHA-256 of the data file. */
  readonly sha256: string;
  readonly profile: Profile;
  readonly rule?: string | undefined;
  /** `coded`: as the program coded them, whatever reviewers made of them. */
  readonly values?: "coded" | undefined;
  readonly summary: Summary;
}

/** Formats with columns; each has its data file. Parquet has those of csv. */
export function columnSetOf(format: ExportName): string | undefined {
  if (format === "parquet" || format === "geojson") return "csv";
  return EXPORTS[format].cells === undefined ? undefined : format;
}

const SEPARATORS: Readonly<Record<string, string>> = { "text/csv": ",", "text/tab-separated-values": "\t" };

/** Frictionless Data Package: a reader learns columns, types and missing values from it. */
export function datapackage(file: DatasetFile): string {
  const notation = EXPORTS[file.format];
  const separator = SEPARATORS[notation.mediaType];
  const { summary } = file;
  return `${JSON.stringify(
    {
      profile: separator === undefined ? "data-package" : "tabular-data-package",
      name: `khaldun-${file.format}`,
      title: `Political events read by machine from news reports: ${notation.title}`,
      description:
        "Events as reports tell them, with who says so. See README.md for method, limits and what was withheld.",
      resources: [
        {
          name: file.format,
          path: file.path,
          profile: separator === undefined ? "data-resource" : "tabular-data-resource",
          format: separator === undefined ? notation.extension : separator === "," ? "csv" : "tsv",
          mediatype: notation.mediaType,
          encoding: "utf-8",
          bytes: file.bytes,
          hash: `sha256:${file.sha256}`,
          ...(separator === undefined ? {} : tableParts(file.format, separator)),
        },
      ],
      khaldun: {
        profile: file.profile,
        ...(file.rule === undefined ? {} : { rule: file.rule }),
        ...(file.values === undefined ? {} : { values: file.values }),
        records: summary.records,
        rows: summary.rows,
        withheld: Object.fromEntries(summary.withheld),
        heldBack: Object.fromEntries(summary.heldBack),
        ...(summary.coder === undefined ? {} : { coder: summary.coder }),
      },
    },
    undefined,
    2,
  )}\n`;
}

function tableParts(format: ExportName, separator: string): object {
  const hasHead = EXPORTS[format].head !== "";
  return {
    dialect: {
      delimiter: separator,
      header: hasHead,
      doubleQuote: separator === ",",
      lineTerminator: "\n",
      ...(separator === "\t" ? { quoteChar: "\u0000" } : {}),
    },
    schema: {
      fields: columnsOf(columnSetOf(format)!).map((column) => ({
        name: column.name,
        type: column.type,
        description: isLeftEmpty(column)
          ? `${column.meaning}. Left ${column.filled}`
          : `${column.meaning}. ${column.filled}`,
      })),
      missingValues: ["", "None"],
    },
  };
}
