import { queryOptions } from "@tanstack/react-query";
import type { AgreementReport } from "../../../src/review/agreement.ts";
import type { Evaluation, Grouping } from "../../../src/review/evaluation.ts";
import type { OverruledPage } from "../../../src/review/overruled.ts";
import type { QueueOrder } from "../views/review/outbox.ts";
import { get } from "./client.ts";

export type { AgreementReport, FieldAgreement } from "../../../src/review/agreement.ts";
export type { Evaluation, Grouping } from "../../../src/review/evaluation.ts";
export type { OverruledEvent } from "../../../src/review/overruled.ts";
export type { Share } from "../../../src/review/share.ts";

export const GROUPINGS = ["all", "band", "type", "outlet"] as const satisfies readonly Grouping[];

export const agreementQuery = queryOptions({
  queryKey: ["reviews", "agreement"],
  queryFn: ({ signal }) => get<AgreementReport>("reviews/agreement", { signal }),
});

export const overruledQuery = (reviewer: string | undefined) =>
  queryOptions({
    queryKey: ["reviews", "overruled", reviewer ?? ""],
    queryFn: ({ signal }) => get<OverruledPage>("reviews/overruled", { parameters: { reviewer }, signal }),
  });

export const evaluationQuery = (queue: QueueOrder | undefined) =>
  queryOptions({
    queryKey: ["reviews", "evaluation", queue ?? ""],
    queryFn: ({ signal }) => get<Evaluation>("reviews/evaluation", { parameters: { queue }, signal }),
  });
