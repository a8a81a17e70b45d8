import { readTable } from "../text/table.ts";

/** An agency or outlet with the patterns of its forms, for use inside a line and as the whole of one. */
interface Wire {
  readonly name: string;
  readonly inside: RegExp;
  readonly whole: RegExp;
}

let loaded: readonly Wire[] | undefined;

/** The agency or outlet that a credit line or dateline names. */
export function wireIn(words: string): string | undefined {
  return wires().find((wire) => wire.inside.test(words))?.name;
}

/** A line that is nothing but names of agencies: "(Reuters)", "— AP", "AFP/Al Jazeera and Xinhua". */
export function isWireLine(line: string): boolean {
  const bare = line.replace(/^[\s([–—-]+|[\s)\].]+$/g, "");
  const parts = [bare, ...(bare.length > 80 ? [] : bare.split(/\s*(?:[/,&+]|\band\b)\s*/))];
  const isWire = (part: string): boolean => wires().some((wire) => wire.whole.test(part));
  return isWire(bare) || (parts.length > 2 && parts.slice(1).every(isWire));
}

/** "Reuters | Updated: 05-05-2026 15:20 IST": an agency, and when it was written. */
export function isWireAndTime(line: string): boolean {
  const [name, ...rest] = line.split(/(?<!\s)\s+[|•·]\s+/);
  return line.length < 120 && rest.length > 0 && isWireLine(name!) && rest.every((part) => /\d/.test(part));
}

/** Read at the first use, once. */
function wires(): readonly Wire[] {
  loaded ??= readTable("src/ingest/data/wires.tsv").map(({ cells }) => {
    const forms = cells.forms!.split("|").map(formPattern).join("|");
    return {
      name: cells.name!,
      inside: new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms})(?![\\p{L}\\p{N}])`, "u"),
      whole: new RegExp(`^(?:${forms})$`, "u"),
    };
  });
  return loaded;
}

function formPattern(form: string): string {
  if (form === form.toUpperCase()) return form.replace(/[/.]/g, "\\$&");
  return [...form]
    .map((letter) =>
      /\p{L}/u.test(letter)
        ? `[${letter.toLowerCase()}${letter.toUpperCase()}]`
        : letter.replace(/[/.]/, "\\$&"),
    )
    .join("")
    .replace(/-/g, "[- ]");
}
