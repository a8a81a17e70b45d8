import type { Search } from "../search.ts";
import { writeSearch } from "../search.ts";
import { heardAnswer, heardNothing, heardProblem } from "./connection.ts";
import { ApiProblem, type ProblemDocument, problemOf } from "./problem.ts";
import { heardUnknown, isStillMine, sessionNow, tokenOfPage } from "./session.ts";

export const API = "/api/v1";
/** The server does not know who asks. */
const UNKNOWN = "K154";
/** What was sent does not belong to the browser's session: it is a newer one, of the same person or of another. */
const FOREIGN = "K156";

export interface Call {
  readonly parameters?: Search;
  readonly signal?: AbortSignal;
}

/** Reads a resource; throws `ApiProblem` with what the server says is wrong, or the browser's error if it is away. */
export async function get<Answer>(path: string, { parameters = {}, signal }: Call = {}): Promise<Answer> {
  return answerOf<Answer>(await ask(addressOf(path, parameters), { signal: signal ?? null }));
}

/** Sends JSON, or nothing; once more if the same person has logged in anew, never in the name of another. */
export async function send<Answer>(
  method: "POST" | "PUT" | "DELETE",
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const sendNow = async (): Promise<Answer> => {
    const token = tokenOfPage();
    const response = await ask(addressOf(path, {}), {
      method,
      headers: {
        ...headers,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(token === undefined ? {} : { "x-form-token": token }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
    return answerOf<Answer>(response);
  };
  try {
    return await sendNow();
  } catch (error) {
    if (problemOf(error)?.code !== FOREIGN || !(await isStillMine())) throw error;
    return sendNow();
  }
}

/** Sends files. A form could come from any page of the web: the session's token shows that it comes from ours. */
export async function sendForm<Answer>(path: string, form: FormData): Promise<Answer> {
  // Where there is none, the server itself says what is wrong with the form.
  const formToken = await sessionNow().then(
    (session) => session.formToken,
    () => undefined,
  );
  const headers = formToken === undefined ? {} : { "x-form-token": formToken };
  return answerOf<Answer>(await ask(addressOf(path, {}), { method: "POST", headers, body: form }));
}

/** Where the browser itself should go: downloads and feeds. */
export function addressOf(path: string, parameters: Search): string {
  return `${API}/${path}${writeSearch(parameters)}`;
}

/** A request that the reader's own page took back is no sign that the server is away. */
async function ask(address: string, call: RequestInit): Promise<Response> {
  try {
    return await fetch(address, call);
  } catch (error) {
    if (call.signal?.aborted !== true) heardNothing();
    throw error;
  }
}

async function answerOf<Answer>(response: Response): Promise<Answer> {
  const kind = response.headers.get("content-type") ?? "";
  if (!response.ok) {
    const problem = await problemIn(response, kind);
    heardProblem(problem);
    if (problem.code === UNKNOWN) heardUnknown();
    throw new ApiProblem(problem);
  }
  heardAnswer();
  if (response.status === 204) return undefined as Answer;
  return (kind.includes("json") ? await response.json() : await response.text()) as Answer;
}

async function problemIn(response: Response, kind: string): Promise<ProblemDocument> {
  const known = kind.includes("json") ? ((await response.json()) as Partial<ProblemDocument>) : {};
  const title = response.statusText || String(response.status);
  const wait = Number(response.headers.get("retry-after"));
  return {
    type: "about:blank",
    title,
    detail: known.title ?? title,
    ...known,
    status: response.status,
    ...(wait > 0 ? { retryAfter: wait } : {}),
  };
}
