import {
  type AgreementReport,
  agreement,
  type Coding,
  codingsIn,
  type Evaluation,
  evaluate,
  type JudgedEvent,
  trainingLine,
} from "../../review/index.ts";
import type { QueueOrder, Store } from "../../store/index.ts";

/** All codings of judged events that are in the store now. */
export async function agreementIn(store: Store, seed: number): Promise<AgreementReport> {
  const codings: Coding[] = [];
  for await (const { key, coded, reviews } of store.reviewedReports()) {
    for (const event of coded.events) {
      const unit = `${key}.${event.id}`;
      codings.push(
        ...codingsIn(
          unit,
          event,
          reviews.filter((review) => review.event === unit),
        ),
      );
    }
  }
  return agreement(codings, seed);
}

/** What reviewers made of the coder's events, of one queue if one is named. */
export async function evaluationIn(store: Store, queue?: QueueOrder): Promise<Evaluation> {
  const judged: JudgedEvent[] = [];
  for await (const { key, coded, reviews } of store.reviewedReports()) {
    const { outlet } = coded.report;
    // What a person made by dividing an event is none of the coder's.
    const made = new Set(
      reviews.flatMap(({ verdict, value }) => (verdict === "divide" ? intoOf(value) : [])),
    );
    for (const event of coded.events) {
      if (made.has(`${key}.${event.id}`)) continue;
      const own = reviews.filter((review) => review.event === `${key}.${event.id}`);
      if (own.length > 0) judged.push({ event, reviews: own, ...(outlet === undefined ? {} : { outlet }) });
    }
  }
  return evaluate(judged, queue);
}

function intoOf(value: unknown): string {
  return (value as { readonly into: string }).into;
}

/** Training data, a line a report, as it is read from the store: constant memory. */
export function trainingStream(store: Store, withText: boolean): ReadableStream<Uint8Array> {
  const reports = store.reviewedReports()[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      for (;;) {
        const { value, done } = await reports.next();
        if (done) return controller.close();
        const line = trainingLine(value, withText);
        if (line === undefined) continue;
        return controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      }
    },
    cancel: async () => {
      await reports.return?.();
    },
  });
}
