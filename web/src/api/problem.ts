/** What the server answers when it cannot do what was asked: RFC 9457, with our code, the values allowed and the cure. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code?: string;
  readonly allowed?: readonly string[];
  readonly cure?: string;
  /** Seconds after which the same may go well. */
  readonly retryAfter?: number;
}

export class ApiProblem extends Error {
  readonly document: ProblemDocument;
  constructor(document: ProblemDocument) {
    super(document.detail);
    this.name = "ApiProblem";
    this.document = document;
  }
}

/** The problem that the server reported; undefined if it did not answer at all. */
export function problemOf(error: unknown): ProblemDocument | undefined {
  return error instanceof ApiProblem ? error.document : undefined;
}
