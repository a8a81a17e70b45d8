import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { fail } from "../../text/errors.ts";
import type { Wait } from "../problem.ts";

/** Requests that somebody may make, and in how many seconds. */
export interface Limit {
  readonly points: number;
  readonly seconds: number;
}

/** For everything; a person at the desk comes to some tens a minute, a script that pages to some hundreds. */
export const REQUESTS: Limit = { points: 1200, seconds: 60 };
/** Wrong passwords for one name from one address, for one name from everywhere, and from one address whatever the name. */
export const WRONG_FOR_NAME_THERE: Limit = { points: 10, seconds: 900 };
export const WRONG_FOR_NAME: Limit = { points: 100, seconds: 900 };
export const WRONG_FROM_ADDRESS: Limit = { points: 30, seconds: 900 };

export interface Limiter {
  /** Counts one. Throws K157 with the seconds to wait if it is one too many. */
  readonly count: (key: string) => Promise<void>;
  /** Takes one back that was counted. */
  readonly forgive: (key: string) => Promise<void>;
}

/** Counts in memory: one process serves a desk, and a restart forgives. */
export function createLimiter({ points, seconds }: Limit): Limiter {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return {
    count: async (key) => {
      try {
        await limiter.consume(key);
      } catch (full) {
        throw full instanceof RateLimiterRes ? tooMany(full) : full;
      }
    },
    forgive: async (key) => {
      await limiter.reward(key);
    },
  };
}

function tooMany({ msBeforeNext }: RateLimiterRes): Error {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return fail("K157", { seconds }, { retryAfter: seconds } satisfies Wait);
}
