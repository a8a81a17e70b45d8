import { foreignLanguage } from "../ingest/index.ts";
import { type CodedReport, type CoderVersion, SCHEMA_VERSION } from "../record/coded-report.ts";
import type { Report } from "../record/report.ts";
import { FOREIGN } from "../store/index.ts";
import type { KhaldunError } from "../text/errors.ts";

/**
 * The coding of a report in a language that this coder does not read: no event, and a note that says why. So it is
 * coded once a later version reads it, and linked meanwhile.
 */
export function notCoded(report: Report, why: KhaldunError, coder: CoderVersion): CodedReport {
  return {
    schema: SCHEMA_VERSION,
    id: report.externalId ?? report.id,
    offsets: "utf-16",
    report,
    events: [],
    notes: [{ code: FOREIGN, message: why.message, cure: why.cure }],
    coder,
  };
}

/** Why a stored report cannot be coded; undefined if it can. What was read as English stays English. */
export async function whyNotCoded(report: Report): Promise<KhaldunError | undefined> {
  return report.language === "en" ? undefined : (await foreignLanguage(report))?.error;
}
