import { queryOptions } from "@tanstack/react-query";
import type { QueueOrder } from "../views/review/outbox.ts";
import { get } from "./client.ts";

export interface FieldAgreement {
  readonly field: string;
  readonly metric: string;
  /** Absent where nothing varies. */
  readonly alpha?: number;
  readonly interval?: readonly [number, number];
  readonly units: number;
  readonly values: number;
  readonly same: number;
}
export interface AgreementReport {
  readonly coders: readonly { readonly coder: string; readonly events: number }[];
  readonly events: number;
  readonly fields: readonly FieldAgreement[];
  readonly pairs: readonly {
    readonly coders: readonly [string, string];
    readonly events: number;
    readonly fields: readonly FieldAgreement[];
  }[];
}

export interface Share {
  readonly count: number;
  readonly of: number;
  readonly interval?: readonly [number, number];
}
export const GROUPINGS = ["all", "band", "type", "outlet"] as const;
export type Grouping = (typeof GROUPINGS)[number];
export interface Evaluation {
  readonly events: number;
  readonly outcomes: readonly {
    readonly field: string;
    readonly by: Grouping;
    readonly group: string;
    readonly accepted: Share;
    readonly corrected: Share;
    readonly rejected: Share;
    readonly expected?: number;
  }[];
  readonly rejections: readonly { readonly reason: string; readonly share: Share }[];
}

export const agreementQuery = queryOptions({
  queryKey: ["reviews", "agreement"],
  queryFn: ({ signal }) => get<AgreementReport>("reviews/agreement", { signal }),
});

export const evaluationQuery = (queue: QueueOrder | undefined) =>
  queryOptions({
    queryKey: ["reviews", "evaluation", queue ?? ""],
    queryFn: ({ signal }) => get<Evaluation>("reviews/evaluation", { parameters: { queue }, signal }),
  });
