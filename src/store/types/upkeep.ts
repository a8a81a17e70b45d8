export interface Problem {
  readonly where: string;
  readonly what: string;
}

export interface Stats {
  readonly engine: string;
  readonly version: string;
  readonly schema: number;
  readonly reports: number;
  readonly codedReports: number;
  /** Kept and not coded: in another language, or waiting. */
  readonly notCoded: number;
  readonly events: number;
  readonly codings: number;
  readonly stories: number;
  readonly reviews: number;
  readonly openFailures: number;
  readonly bytes: number;
}

/** How far a store has come, for who says "as of". Both are absent as long as it is empty. */
export interface Freshness {
  /** The instant at which it last took in a report. */
  readonly taken?: string;
  /** The day of publication of its newest report. */
  readonly published?: string;
}
