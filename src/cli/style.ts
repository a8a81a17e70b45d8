import colors from "picocolors";
import { PLAIN_STYLE, type Style } from "../formats/pretty.ts";

/** Colour where the terminal has it; picocolors heeds NO_COLOR and FORCE_COLOR. */
export function terminalStyle(): Style {
  if (!colors.isColorSupported || !process.stdout.isTTY) return PLAIN_STYLE;
  return { heading: colors.bold, type: colors.cyan, label: colors.green, quiet: colors.dim };
}
