import { fail, KhaldunError } from "../../text/errors.ts";
import type { Followed } from "./follow.ts";
import { retryAfter } from "./pace.ts";

/** An answer that is no success, with the patience that it asks for. */
export class BadStatus extends Error {
  readonly answer: Followed;
  constructor(answer: Followed) {
    super(`answered ${answer.status}`);
    this.answer = answer;
  }
}

/** What went wrong with an address as an error of the catalogue, and how long its server asks to be left alone. */
export function asFailure(problem: unknown, url: string): { error: KhaldunError; wait: number | undefined } {
  if (problem instanceof KhaldunError) return { error: problem, wait: undefined };
  if (problem instanceof BadStatus)
    return {
      error: fail("K132", { url, status: problem.answer.status }),
      wait: retryAfter(problem.answer.headers["retry-after"]),
    };
  const reason = problem instanceof Error ? problem.message : String(problem);
  return { error: fail("K131", { url, reason }, problem), wait: undefined };
}

/** What another try may mend: no connection, rules out of reach, 408, 429 and 5xx. */
export function mayPass(error: KhaldunError): boolean {
  return error.code === "K131" || error.code === "K137" || /answered (?:408|429|5\d\d)/.test(error.message);
}
