import { jsonLines } from "../ingest/index.ts";
import { type LinkIndex, type LinkLine, linkIndex, linkLineSchema } from "../linking/index.ts";
import { fail, KhaldunError } from "../text/errors.ts";

/** The output of `khaldun link`. Throws K121 for the first line that is no link: half a set of links joins wrongly. */
export async function readLinks(file: string): Promise<LinkIndex> {
  const lines: LinkLine[] = [];
  for await (const line of jsonLines([file], "K121")) {
    if (line instanceof KhaldunError) throw line;
    const { data, error } = linkLineSchema.safeParse(line.value);
    if (data === undefined) {
      const [issue] = error?.issues ?? [];
      throw fail("K121", { file, line: line.line, reason: `${issue?.path.join(".")}: ${issue?.message}` });
    }
    lines.push(data);
  }
  return linkIndex(lines);
}
