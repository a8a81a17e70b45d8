/** Keeps requests to one host apart. */
export interface Pace {
  /** Waits for the host's turn; rejects if the signal stops the wait. */
  readonly turn: (host: string, delay: number, signal: AbortSignal) => Promise<void>;
}

export function createPace(): Pace {
  const next = new Map<string, number>();
  return {
    turn: async (host, delay, signal) => {
      // The turn is taken before the wait, so that two that wait do not go at once.
      const at = Math.max(Date.now(), next.get(host) ?? 0);
      next.set(host, at + delay);
      await pause(at - Date.now(), signal);
    },
  };
}

/** Rejects with the signal's reason if it is stopped. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    if (milliseconds <= 0) return resolve();
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal.addEventListener("abort", stop, { once: true });
  });
}

/** Exponential, and spread between half and the whole, so that many who failed together do not return together. */
export function backoff(base: number, tries: number, random: () => number = Math.random): number {
  return base * 2 ** tries * (0.5 + random() / 2);
}

/** The wait that a server asks for, in milliseconds: seconds or a date (RFC 9110, 10.2.3). */
export function retryAfter(value: string | undefined, now: number = Date.now()): number | undefined {
  if (value === undefined) return undefined;
  const seconds = /^\s*\d+\s*$/.test(value) ? Number(value) : Number.NaN;
  const wait = Number.isNaN(seconds) ? Date.parse(value) - now : seconds * 1000;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
