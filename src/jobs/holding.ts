/** The jobs that this process is at. */
export interface Holding {
  readonly take: (ids: readonly string[]) => void;
  readonly give: (ids: readonly string[]) => void;
  readonly stop: () => Promise<void>;
}

/** Of a lease three renewals fit in: one may come late, or fail with the connection, before the job is given away. */
const A_LEASE = 3;

/**
 * Renews the leases of what is held, so that a lease says how long a worker may be dead and not how long a job may take.
 * A renewal that fails is not told: what breaks in the background breaks in the foreground too, and is told there.
 */
export function startHolding(lease: number, renew: (ids: readonly string[]) => Promise<unknown>): Holding {
  const held = new Set<string>();
  let renewal: Promise<unknown> = Promise.resolve();
  const timer = setInterval(
    () => {
      if (held.size > 0) renewal = renew([...held]).catch(() => undefined);
    },
    (lease * 1000) / A_LEASE,
  );
  return {
    take: (ids) => {
      for (const id of ids) held.add(id);
    },
    give: (ids) => {
      for (const id of ids) held.delete(id);
    },
    stop: async () => {
      clearInterval(timer);
      await renewal;
    },
  };
}
