import { backoff, type Guard } from "../../ingest/watch/index.ts";
import type { Delivery, Store } from "../../store/index.ts";
import { KhaldunError } from "../../text/errors.ts";
import { signatureOf } from "../access/secrets.ts";
import { post } from "./post.ts";
import { alertWords } from "./words.ts";

/** Events of one delivery at most. */
const BATCH = 50;
/** Deliveries under way at a time. */
const AT_ONCE = 10;
/** Nobody else takes a delivery that is under way for so long. */
const LEASE_MS = 60_000;
/** The first wait after a failure; it doubles: a minute, two … two hours, about four in all. */
const FIRST_WAIT_MS = 60_000;
const MOST_TRIES = 9;

export interface Tick {
  readonly made: number;
  readonly delivered: number;
  readonly failed: number;
}

/** Looks for what the searches newly find and for what became of it, and sends what is due. */
export async function deliver(store: Store, guard: Guard, version: string): Promise<Tick> {
  let made = 0;
  for (;;) {
    const more = await store.webhooks.gather(BATCH, alertWords);
    made += more;
    if (more === 0) break;
  }
  await store.webhooks.sweep();
  const due = await store.webhooks.take(AT_ONCE, LEASE_MS);
  const outcomes = await Promise.all(due.map((delivery) => deliverOne(store, guard, version, delivery)));
  const delivered = outcomes.filter((isDelivered) => isDelivered).length;
  return { made, delivered, failed: outcomes.length - delivered };
}

async function deliverOne(store: Store, guard: Guard, version: string, delivery: Delivery): Promise<boolean> {
  const { id, webhook, url, secret, attempts } = delivery;
  const body = JSON.stringify({ delivery: id, ...(delivery.body as object) });
  const answer = await post(
    new URL(url),
    body,
    {
      "user-agent": `khaldun/${version}`,
      "x-khaldun-delivery": id,
      "x-khaldun-signature": signatureOf(body, secret),
    },
    guard,
  ).catch((problem: unknown) => reasonOf(problem));
  const isDelivered = typeof answer === "number" && answer >= 200 && answer < 300;
  const isOver = attempts + 1 >= MOST_TRIES;
  const isOff = await store.webhooks.settle(id, {
    delivered: isDelivered,
    answer: String(answer),
    ...(isDelivered || isOver ? {} : { retryAt: new Date(Date.now() + backoff(FIRST_WAIT_MS, attempts)) }),
  });
  if (isOff) process.stderr.write(`webhook ${webhook} is off: nothing was taken for days, last ${answer}\n`);
  return isDelivered;
}

function reasonOf(problem: unknown): string {
  if (problem instanceof KhaldunError) return problem.message;
  const { message, code } = problem as NodeJS.ErrnoException;
  return (message || code || "no answer").slice(0, 300);
}
