export interface RunStart {
  readonly command: string;
  readonly inputs: readonly string[];
  readonly options: Readonly<Record<string, string | number | boolean>>;
}

export const FAILURE_STATES = ["open", "solved"] as const;

/** One item that could not be read or coded. `solved` once a later try went well. */
export interface Failure {
  readonly id: number;
  readonly run: number;
  readonly name: string;
  /** The input of the run that it came from: what a retry reads again. */
  readonly input: string;
  readonly code: string;
  readonly message: string;
  readonly cure: string;
  readonly attempts: number;
  readonly state: (typeof FAILURE_STATES)[number];
  readonly at: string;
}

export type NewFailure = Pick<Failure, "name" | "input" | "code" | "message" | "cure">;

export interface Run extends RunStart {
  readonly id: number;
  readonly started: string;
  /** Absent while it runs, and for ever if it was killed. */
  readonly finished?: string;
  readonly counts: Readonly<Record<string, number>>;
}
