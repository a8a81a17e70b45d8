import type { CodedReport } from "../../record/coded-report.ts";
import type { Report } from "../../record/report.ts";

/** What a list shows of a report: everything but its text. */
export interface ReportHeader {
  /** The store's name for the report: of its text, place and header. */
  readonly key: string;
  readonly title?: string;
  readonly url?: string;
  readonly outlet?: string;
  readonly originator?: string;
  readonly language: string;
  /** First day of the publication date. */
  readonly published?: string;
  readonly story?: string;
  /** Key of the report that it repeats. */
  readonly copyOf?: string;
}

export interface StoredReport extends ReportHeader {
  readonly report: Report;
  readonly storedAt: string;
  /** Keys of all reports under the same address, the oldest first; absent for a report without address. */
  readonly versions?: readonly string[];
  readonly custody: readonly Custody[];
}

/** When and from where something was fetched. */
export interface Custody {
  readonly at: string;
  /** A file's name or an address. */
  readonly from: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of the bytes as fetched. */
  readonly sha256?: string;
  /** How a server answered, for what was fetched from one. */
  readonly answer?: FetchedAnswer;
}

export interface FetchedAnswer {
  /** The address that answered, and those that sent on to it. */
  readonly url: string;
  readonly redirects: readonly string[];
  /** The feed or sitemap that named the address, or `argument`. */
  readonly namedBy: string;
  readonly status: number;
  /** Length of the body after unpacking. */
  readonly bytes: number;
}

export interface NewReport {
  readonly report: Report;
  readonly from: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The bytes as fetched; kept only if given. */
  readonly bytes?: Uint8Array;
  /** When it was fetched, ISO; now if absent. */
  readonly at?: string;
  /** Of bytes that are not given. */
  readonly sha256?: string;
  readonly answer?: FetchedAnswer;
}

export interface NewCoding {
  /** With offsets in UTF-16 units. */
  readonly record: CodedReport;
  /** Where the report came from, for the custody log. */
  readonly from?: string;
}

export interface Added {
  readonly key: string;
  /** False: it was there already. */
  readonly added: boolean;
}

export interface SearchHit {
  readonly report: ReportHeader;
  /** The passage, cut at the words that were found. */
  readonly passage: readonly { readonly text: string; readonly hit: boolean }[];
  readonly rank: number;
}

/** Every field narrows; `from` and `to` are days of publication, inclusive. */
export interface ReportFilter {
  readonly outlets?: readonly string[];
  readonly languages?: readonly string[];
  readonly stories?: readonly string[];
  readonly from?: string;
  readonly to?: string;
}

export interface ListedReport extends ReportHeader {
  readonly storedAt: string;
  /** Absent as long as it is not coded. */
  readonly events?: number;
}

/** Code of the note in a coding that says that the coder does not read the report's language. */
export const FOREIGN = "foreign-language";

/** A report that is kept and has no events, and why. */
export interface NotCoded extends ReportHeader {
  readonly why: string;
}
