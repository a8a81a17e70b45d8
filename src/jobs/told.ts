import { type ErrorCode, KhaldunError } from "../text/errors.ts";

/** An error on its way between threads, where it loses its class. */
export interface Told {
  readonly code?: ErrorCode;
  readonly message: string;
  readonly cure?: string;
}

export function toldOf(problem: Error): Told {
  return problem instanceof KhaldunError
    ? { code: problem.code, message: problem.message, cure: problem.cure }
    : { message: problem.message };
}

export function errorOf({ code, message, cure }: Told): Error {
  return code === undefined ? new Error(message) : new KhaldunError(code, message, cure ?? "");
}
