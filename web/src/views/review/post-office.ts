import { problemOf } from "../../api/problem.ts";
import {
  acknowledge,
  comeBack,
  type Decision,
  decide,
  forgetRefused,
  handOver,
  nextToSend,
  type Outbox,
  pauseBefore,
  readOutbox,
  refuse,
  takeBack,
} from "./outbox.ts";

/** Where decisions are kept while the page is closed: the browser's storage, or anything with the same two functions. */
export interface Shelf {
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, value: string) => void;
}

/** Sends decisions one after the other, keeps each until it is acknowledged, and tries again when the line is back. */
export interface PostOffice {
  readonly box: () => Outbox;
  readonly subscribe: (listener: () => void) => () => void;
  readonly post: (decision: Decision) => void;
  /** What was taken out here; undefined if an undo was sent instead. */
  readonly takeBack: (key: string) => Decision | undefined;
  /** Tries at once, as when the connection is back. */
  readonly tryNow: () => void;
  readonly forgetRefused: () => void;
}

const PLACE = "khaldun.decisions";

export function createPostOffice(
  shelf: Shelf,
  deliver: (decision: Decision) => Promise<unknown>,
  delivered: (decision: Decision, answer: unknown) => void = () => undefined,
  wait: (milliseconds: number, then: () => void) => void = (milliseconds, then) =>
    void setTimeout(then, milliseconds),
): PostOffice {
  let box = readOutbox(shelf.getItem(PLACE));
  let attempts = 0;
  const listeners = new Set<() => void>();

  const keep = (next: Outbox): void => {
    box = next;
    try {
      shelf.setItem(PLACE, JSON.stringify({ waiting: box.waiting, refused: box.refused }));
    } catch {
      // A browser that keeps nothing, or no more: what waits is lost with the page, and only then.
    }
    for (const listener of listeners) listener();
  };

  const pump = (): void => {
    const next = nextToSend(box);
    if (next === undefined) return;
    keep(handOver(box, next.key));
    deliver(next).then(
      (answer) => {
        attempts = 0;
        keep(acknowledge(box, next.key));
        delivered(next, answer);
        pump();
      },
      (error: unknown) => {
        const problem = problemOf(error);
        if (problem !== undefined && !mayPass(problem.status)) {
          keep(refuse(box, next.key, problem));
          pump();
          return;
        }
        attempts += 1;
        keep(comeBack(box));
        wait(pauseBefore(attempts), pump);
      },
    );
  };

  return {
    box: () => box,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    post: (decision) => {
      keep(decide(box, decision));
      pump();
    },
    takeBack: (key) => {
      const { box: next, taken } = takeBack(box, key);
      keep(next);
      pump();
      return taken;
    },
    tryNow: pump,
    forgetRefused: () => keep(forgetRefused(box)),
  };
}

/** Answers that another try may change: the server is away or busy, or the session has ended and can be renewed. */
function mayPass(status: number): boolean {
  return status >= 500 || status === 401 || status === 408 || status === 425 || status === 429;
}
