import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ReadOptions, type ReadResult, readReports } from "../../src/ingest/index.ts";

/** Everything that a file of this name and content gives. */
export async function readAs(
  name: string,
  content: string | Buffer,
  options: ReadOptions = {},
): Promise<readonly ReadResult[]> {
  const file = join(mkdtempSync(join(tmpdir(), "khaldun-read-")), name);
  writeFileSync(file, content);
  const results: ReadResult[] = [];
  for await (const result of readReports([file], options)) results.push(result);
  return results;
}

/** The id of a report, the address of a reference, the code of an error. */
export function brief(result: ReadResult): string {
  if ("error" in result) return result.error.code;
  return "report" in result ? (result.report.externalId ?? result.report.id) : result.reference.url;
}
