import { createHash, randomUUID } from "node:crypto";
import type PgBoss from "pg-boss";
import type { Store } from "../store/index.ts";
import { type ExportOrder, exportOrderSchema } from "./export.ts";
import { startHolding } from "./holding.ts";

export const JOB_KINDS = ["code", "link", "export"] as const;
export type JobKind = (typeof JOB_KINDS)[number];

export interface Job {
  readonly id: string;
  /** Key of the report, for `code`. */
  readonly report?: string;
  /** What is to be written, for `export`. */
  readonly order?: ExportOrder;
}

/** A job that was given up. */
export interface DeadJob extends Job {
  readonly kind: JobKind;
  readonly tries: number;
  readonly reason: string;
  readonly at: string;
}

export interface QueueSize {
  /** To be done, those that wait for another try among them. */
  readonly waiting: number;
  /** Held by a worker, living or dead. */
  readonly active: number;
}

/** Jobs in the database of a store. What is sent twice is one job; what is taken and not ended comes back. */
export interface Queue {
  /** Gives how many were not known. */
  readonly send: (kind: JobKind, jobs: readonly Job[]) => Promise<number>;
  readonly take: (kind: JobKind, most: number) => Promise<readonly Job[]>;
  readonly done: (kind: JobKind, jobs: readonly Job[]) => Promise<void>;
  /** Tried again later, each time after twice as long; given up after the last try. */
  readonly failed: (kind: JobKind, job: Job, reason: string) => Promise<void>;
  readonly size: (kind: JobKind) => Promise<QueueSize>;
  /** Orders that wait or are under way. */
  readonly orders: () => Promise<readonly ExportOrder[]>;
  readonly dead: () => Promise<readonly DeadJob[]>;
  /** Gives the dead jobs another try; how many there were. */
  readonly revive: () => Promise<number>;
  readonly close: () => Promise<void>;
}

export interface QueueOptions {
  /** Seconds after which what a worker that died had taken is given to somebody else; a living one renews them. */
  readonly lease: number;
  /** Seconds before the second try. */
  readonly delay?: number;
  /** Until a job is given up. */
  readonly tries?: number;
}

const SCHEMA = "khaldun_jobs";
/** Of what is stately one is under way and one waits. */
const POLICIES: Readonly<Record<JobKind, PgBoss.QueuePolicy>> = {
  code: "standard",
  link: "stately",
  export: "standard",
};
const TRIES = 4;
const DELAY = 5;
const DAY = 86_400;

/** pg-boss over the store's own connections: the same queue in a folder and on a server. */
export async function openQueue(
  store: Store,
  { lease, delay = DELAY, tries = TRIES }: QueueOptions,
): Promise<Queue> {
  const options = { retryLimit: tries - 1, retryDelay: delay, retryBackoff: true, expireInSeconds: lease };
  // Workers that start on a new database at the same moment would make its tables side by side, and lock each other out.
  const boss = await store.inTurn(SCHEMA, async () => {
    const started = await startBoss(store, lease);
    for (const kind of JOB_KINDS)
      await started.createQueue(kind, { name: kind, policy: POLICIES[kind], ...options });
    return started;
  });
  return queueOf(store, boss, options, lease);
}

async function startBoss(store: Store, lease: number): Promise<PgBoss> {
  // Loaded here, not at the top: only a worker needs it.
  const { default: Boss } = await import("pg-boss");
  const boss = new Boss({
    db: {
      executeSql: (words, values) => store.statement(words, values ?? []) as Promise<{ rows: object[] }>,
    },
    schema: SCHEMA,
    schedule: false,
    supervise: true,
    maintenanceIntervalSeconds: Math.max(1, Math.min(60, Math.floor(lease / 2))),
    archiveCompletedAfterSeconds: DAY,
    archiveFailedAfterSeconds: 30 * DAY,
  });
  // What fails in the background fails in the foreground too, and is told there.
  boss.on("error", () => undefined);
  await boss.start();
  return boss;
}

function queueOf(
  store: Store,
  boss: PgBoss,
  options: PgBoss.RetryOptions & PgBoss.ExpirationOptions,
  lease: number,
): Queue {
  const rowsOf = async <Row>(words: string, values: readonly unknown[] = []): Promise<readonly Row[]> =>
    (await store.statement(words, values)).rows as Row[];
  const holding = startHolding(lease, (ids) => rowsOf(RENEW, [JOB_KINDS, ids]));
  const dead = (): Promise<readonly DeadJob[]> => rowsOf<DeadJob>(DEAD);
  return {
    send: async (kind, jobs) => {
      const ids = jobs.map(({ id }) => id);
      const known = await rowsOf(`select from ${SCHEMA}.job where name = $1 and id = any($2::uuid[])`, [
        kind,
        ids,
      ]);
      await boss.insert(jobs.map(({ id, ...data }) => ({ id, name: kind, data, ...options })));
      return jobs.length - known.length;
    },
    take: async (kind, most) => {
      const jobs = await boss.fetch<Omit<Job, "id">>(kind, { batchSize: most });
      holding.take(jobs.map(({ id }) => id));
      return jobs.map(({ id, data }) => ({ id, ...data }));
    },
    done: async (kind, jobs) => {
      const ids = jobs.map(({ id }) => id);
      if (ids.length > 0) await boss.complete(kind, ids);
      holding.give(ids);
    },
    failed: async (kind, { id }, reason) => {
      holding.give([id]);
      await boss.fail(kind, id, { message: reason });
    },
    size: async (kind) => {
      const [row] = await rowsOf<QueueSize>(
        `select count(*) filter (where state < 'active') as waiting, count(*) filter (where state = 'active') as active
          from ${SCHEMA}.job where name = $1 and state <= 'active'`,
        [kind],
      );
      return row!;
    },
    orders: async () => (await rowsOf<{ readonly order: ExportOrder }>(ORDERS)).map(({ order }) => order),
    dead,
    revive: async () => {
      const jobs = await dead();
      for (const kind of JOB_KINDS) {
        const ids = jobs.filter((job) => job.kind === kind).map(({ id }) => id);
        if (ids.length > 0) await boss.retry(kind, ids);
      }
      return jobs.length;
    },
    close: async () => {
      await holding.stop();
      await boss.stop({ graceful: false });
    },
  };
}

const RENEW = `update ${SCHEMA}.job set started_on = now() where name = any($1) and id = any($2::uuid[]) and state = 'active'`;
const ORDERS = `select data -> 'order' as "order" from ${SCHEMA}.job where name = 'export' and state <= 'active'`;
const DEAD = `select id, name as kind, data ->> 'report' as report, data -> 'order' as "order", retry_count + 1 as tries, completed_on as at,
    coalesce(output ->> 'message', output -> 'value' ->> 'message', '') as reason
  from ${SCHEMA}.job where state = 'failed' order by completed_on, id`;

/** The same work has the same id, whoever asks for it and however often. */
export function jobId(...parts: readonly string[]): string {
  const digits = createHash("sha256").update(JSON.stringify(parts)).digest("hex");
  return [8, 12, 16, 20, 32].map((end, at) => digits.slice([0, 8, 12, 16, 20][at], end)).join("-");
}

/** An order that waits already is not given twice. False if it did. */
export async function orderExport(queue: Queue, order: ExportOrder): Promise<boolean> {
  const same = JSON.stringify(exportOrderSchema.parse(order));
  if ((await queue.orders()).some((one) => JSON.stringify(exportOrderSchema.parse(one)) === same))
    return false;
  await queue.send("export", [{ id: randomUUID(), order }]);
  return true;
}
