import type { EventType } from "../../../../src/ontology/plover/codes.ts";
import type { Cell } from "../../../../src/record/cell.ts";
import type { Phase, Quantity } from "../../../../src/record/event.ts";
import type { Words } from "../../catalogue/speak.ts";
import { codeWords } from "../../parts/code-words.ts";
import { formatTime } from "../../parts/dates.ts";
import { figureWords } from "../../parts/figures.ts";

type Named = string | Cell<{ readonly value: string }> | undefined;
interface Quoted {
  readonly quote?: { readonly text: string };
  readonly name?: Named;
  readonly country?: Named;
  readonly sector?: Named;
}

/** A corrected value in words: as it was sent, or as the record has it since. */
export function correctionWords(field: string, value: unknown, language: string, t: Words): string {
  if (isNothing(value)) return t("review.form.nothing");
  switch (field) {
    case "type":
      return t(`type.${value as EventType}`);
    case "modes":
      return (value as readonly (string | { readonly value: string })[])
        .map((mode) => codeWords("mode", typeof mode === "string" ? mode : mode.value, t))
        .join("; ");
    case "phase":
      return t(`phase.${value as Phase}`);
    case "time":
      return formatTime(value as Parameters<typeof formatTime>[0], language);
    case "place":
      return String((value as Quoted).name ?? "");
    case "actors":
    case "recipients":
      return (value as readonly Quoted[]).map(named).join("; ");
    case "attributions":
      return (value as readonly { readonly source: Quoted }[]).map(({ source }) => named(source)).join("; ");
    case "quantities":
      return (value as readonly Quantity[])
        .map((one) => `${t(`quantity.${one.kind}`)}: ${figureWords(one, t)}`)
        .join("; ");
    case "factuality": {
      const code = typeof value === "string" ? value : (value as { readonly value: string }).value;
      return t(`factuality.${code}` as "factuality.CT+");
    }
    default:
      return typeof value === "string" ? value : JSON.stringify(value);
  }
}

function isNothing(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && "status" in value && value.status !== "known";
}

/** "police (COD COP)": two codings of a party may differ in its codes alone. */
function named({ name, quote, country, sector }: Quoted): string {
  const codes = [country, sector].flatMap((code) => wordOf(code) ?? []).join(" ");
  const words = wordOf(name) ?? quote?.text ?? "";
  return codes === "" ? words : `${words} (${codes})`;
}

function wordOf(cell: Named): string | undefined {
  if (cell === undefined || typeof cell === "string") return cell;
  return cell.status === "known" ? cell.value : undefined;
}
