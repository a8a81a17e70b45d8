import type { PairReading } from "../annotators/events/pairs.ts";
import { loadRegistry } from "../knowledge/registry.ts";
import type { Language } from "../language/index.ts";
import type { CodedReport, CoderVersion } from "../record/coded-report.ts";
import { REPORT, type Report } from "../record/report.ts";
import { type Annotator, apply } from "../text/annotator.ts";
import { createDocument, type Document, withLayer } from "../text/document.ts";
import { fail, KhaldunError } from "../text/errors.ts";
import type { Span } from "../text/span.ts";
import { assemble } from "./assemble.ts";
import { loadCalibration } from "./calibration.ts";
import { createEnglish } from "./english.ts";
import { createPool } from "./pool.ts";
import { loadShares } from "./shares.ts";

export interface CoderOptions {
  /** Keep private persons' names instead of their roles; for internal use. */
  readonly keepNames?: boolean;
  /** Worker threads for `codeAll`; 1 codes in this thread. */
  readonly jobs?: number;
  /** Semantic roles among the layers of `annotate`; coding does without them. */
  readonly roles?: boolean;
  /** Folder of the language model; default: the one that ships. */
  readonly model?: string;
}

/** A coded report, or the error that kept one report from being coded; the others go on. */
export type CodeResult = CodedReport | KhaldunError;

/** Codes reports. Holds the model in memory: make one, use it for all reports, close it. */
export interface Coder {
  readonly version: CoderVersion;
  readonly code: (report: Report) => Promise<CodedReport>;
  /** All layers of a report, for `khaldun annotate` and for people who want more than events. */
  readonly annotate: (report: Report) => Promise<Document>;
  /** The record of a document that was annotated: what `code` gives of its report. */
  readonly recordOf: (document: Document) => CodedReport;
  /** What one party does to another, the spans of both being given: for evaluation and for questions about a text. */
  readonly readPair: (document: Document, actor: Span, recipient: Span) => Promise<PairReading>;
  /** Order kept; at most a few dozen reports in memory at a time. */
  readonly codeAll: (reports: AsyncIterable<Report> | Iterable<Report>) => AsyncIterable<CodeResult>;
  readonly close: () => Promise<void>;
}

/** Reports that go through the model together; more saves little and costs memory. */
const BATCH = 16;

export async function createCoder(options: CoderOptions = {}): Promise<Coder> {
  const english = await createEnglish(options);
  const names = { keepNames: options.keepNames ?? false };
  const registry = loadRegistry();
  const namesakes = (words: string): readonly string[] =>
    [...registry.organisation(words), ...registry.person(words)].map(({ name }) => name);
  const tables = { shares: loadShares(), calibration: loadCalibration() };
  const participants = { ...names, ...tables, offices: registry.offices, namesakes };
  const version: CoderVersion = { ...english.version, options: names };
  const recordOf = (document: Document): CodedReport => assemble(document, version, participants);
  const code = async (report: Report): Promise<CodedReport> => {
    const [document] = await annotateBatch(english.language, english.annotators, [report]);
    return recordOf(document!);
  };
  const codeBatch = async (reports: readonly Report[]): Promise<readonly CodeResult[]> =>
    Promise.all(reports.map((report) => code(report).catch((problem) => asError(report, problem))));
  const pool = (options.jobs ?? 1) > 1 ? createPool(options) : undefined;
  return {
    version,
    code,
    recordOf,
    annotate: async (report) => (await annotateBatch(english.language, english.annotators, [report]))[0]!,
    readPair: english.readPair,
    codeAll: (reports) => pool?.codeAll(reports) ?? codeHere(reports, codeBatch),
    close: async () => {
      await pool?.close();
      await english.language.close();
    },
  };
}

async function annotateBatch(
  language: Language,
  annotators: readonly Annotator[],
  reports: readonly Report[],
): Promise<readonly Document[]> {
  const blank = reports.map((report) => withLayer(createDocument(report.text), REPORT, report));
  const read = await language.annotate(blank);
  return read.map((document) => annotators.reduce(apply, document));
}

async function* codeHere(
  reports: AsyncIterable<Report> | Iterable<Report>,
  codeBatch: (reports: readonly Report[]) => Promise<readonly CodeResult[]>,
): AsyncIterable<CodeResult> {
  let batch: Report[] = [];
  for await (const report of reports) {
    batch.push(report);
    if (batch.length < BATCH) continue;
    yield* await codeBatch(batch);
    batch = [];
  }
  yield* await codeBatch(batch);
}

/** A failure of our own on one report must not take the run with it: it is reported like a bad input. */
export function asError(report: Report, problem: unknown): KhaldunError {
  if (problem instanceof KhaldunError) return problem;
  const reason = problem instanceof Error ? problem.message : String(problem);
  return fail("K203", { report: report.externalId ?? report.id, reason }, problem);
}
