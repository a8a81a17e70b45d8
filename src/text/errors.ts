import { CATALOGUE } from "./error-catalogue.ts";

export type ErrorCode = keyof typeof CATALOGUE;

/** An error that a user can act on: a code to search for, what was seen, and the cure. */
export class KhaldunError extends Error {
  readonly code: ErrorCode;
  readonly cure: string;

  constructor(code: ErrorCode, message: string, cure: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "KhaldunError";
    this.code = code;
    this.cure = cure;
  }
}

/** The error for a code with its message filled in. `throw fail("K102", { file })`. */
export function fail(
  code: ErrorCode,
  details: Readonly<Record<string, string | number>> = {},
  cause?: unknown,
): KhaldunError {
  const entry = CATALOGUE[code];
  const fill = (template: string): string =>
    template.replace(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole));
  return new KhaldunError(code, fill(entry.message), entry.cure, cause === undefined ? undefined : { cause });
}

/** One line for a terminal: `[K102] report.txt is empty - give a file with the text of a report`. */
export function describe(error: KhaldunError): string {
  return `[${error.code}] ${error.message} - ${error.cure}`;
}
