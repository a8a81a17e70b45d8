import { fail } from "../text/errors.ts";
import { readTable } from "../text/table.ts";

export interface Rejection {
  readonly code: string;
  /** What was misread. */
  readonly about: string;
  readonly label: string;
}

const FILE = "src/review/data/rejections.tsv";

let loaded: readonly Rejection[] | undefined;

/** The closed list of reasons for a rejection, read once. Throws K403 for a row without all its cells or a code twice. */
export function rejections(): readonly Rejection[] {
  loaded ??= readRejections();
  return loaded;
}

function readRejections(): readonly Rejection[] {
  const seen = new Set<string>();
  return readTable(FILE).map(({ line, cells }) => {
    const { code = "", about = "", label = "" } = cells;
    const refuse = (reason: string): Error => fail("K403", { file: FILE, line, reason });
    if (code === "" || about === "" || label === "") throw refuse("a reason needs a code, about and a label");
    if (seen.has(code)) throw refuse(`the code ${code} stands twice`);
    seen.add(code);
    return { code, about, label };
  });
}
