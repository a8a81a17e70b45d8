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
