import { fail, KhaldunError } from "../text/errors.ts";
import { reasonOf } from "./database.ts";

/** The same store, or a part of it, whose failures - a full disk, a server that is gone - are errors of the catalogue (K510). */
export function guarded<Part extends object>(part: Part, location: string): Part {
  const known = (problem: unknown): KhaldunError =>
    problem instanceof KhaldunError
      ? problem
      : fail("K510", { location, reason: reasonOf(problem) }, problem);
  const methods = Object.entries(part).map(([name, value]) => [name, guard(value, known)] as const);
  return Object.fromEntries(methods) as unknown as Part;
}

type Method = (...values: unknown[]) => unknown;

function guard(value: unknown, known: (problem: unknown) => KhaldunError): unknown {
  if (typeof value !== "function") return value;
  return (...values: unknown[]): unknown => {
    const answer = (value as Method)(...values);
    if (isStream(answer)) return guardStream(answer, known);
    return (answer as Promise<unknown>).catch((problem: unknown) => {
      throw known(problem);
    });
  };
}

function isStream(answer: unknown): answer is AsyncIterable<unknown> {
  return typeof answer === "object" && answer !== null && Symbol.asyncIterator in answer;
}

async function* guardStream(
  stream: AsyncIterable<unknown>,
  known: (problem: unknown) => KhaldunError,
): AsyncIterable<unknown> {
  try {
    yield* stream;
  } catch (problem) {
    throw known(problem);
  }
}
