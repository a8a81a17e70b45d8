import type { Migrating } from "../store/index.ts";
import { fail, KhaldunError } from "../text/errors.ts";
import { type ClosedDoor, closedApp } from "./closed.ts";

type Fetch = (request: Request, bindings?: never) => Response | Promise<Response>;

/** An open store with everything that lives on it. */
export interface House {
  readonly fetch: Fetch;
  /** False if the store cannot be asked any more. */
  readonly isSound: () => Promise<boolean>;
  readonly close: () => Promise<void>;
}

export interface DoorOptions {
  readonly location: string;
  /** Folder of the built desk. */
  readonly desk?: string;
  /** Only this machine reaches the server: it may be told what is in the way, and bring the store up to date. */
  readonly isLocal: boolean;
  readonly open: (migrating: Migrating) => Promise<House>;
  /** What is done with a store of an older schema when it is first opened. */
  readonly migrating: Migrating;
}

export interface Door {
  readonly fetch: Fetch;
  /** The first try: undefined if the store is open, else what is in the way. */
  readonly tried: Promise<KhaldunError | undefined>;
  readonly close: () => Promise<void>;
}

/** Between two tries to open a store that is locked or out of reach. */
const AGAIN_MS = 1500;
/** Waiting does not help; only a person does. */
const NEEDS_A_PERSON: ReadonlySet<string> = new Set(["K172", "K503", "K504"]);

/**
 * Answers from the first moment on, whatever becomes of the store: while it is locked, out of reach, broken off or not to
 * be changed without asking, every address of the API says so and the desk shows it. Whoever asks again has it tried again.
 */
export function createDoor(options: DoorOptions): Door {
  const { location, isLocal } = options;
  const opening = fail("K171", { location: isLocal ? location : "of this desk" });
  let house: House | undefined;
  let obstacle: KhaldunError = opening;
  let under: Promise<KhaldunError | undefined> | undefined;
  let triedAt = 0;
  let isClosed = false;

  const enter = async (migrating: Migrating): Promise<KhaldunError | undefined> => {
    try {
      const opened = await options.open(migrating);
      if (isClosed) await opened.close();
      else house = opened;
      return undefined;
    } catch (problem) {
      obstacle = known(problem, location);
      return obstacle;
    } finally {
      triedAt = Date.now();
      under = undefined;
    }
  };
  const attempt = (migrating: Migrating): Promise<KhaldunError | undefined> => {
    under ??= enter(migrating);
    return under;
  };
  const leave = async (): Promise<void> => {
    const left = house;
    if (left === undefined || (await left.isSound()) || house !== left) return;
    house = undefined;
    obstacle = fail("K510", { location, reason: "its database has ended" });
    under = left.close().then(
      () => obstacle,
      () => obstacle,
    );
    await under;
    under = undefined;
    await attempt(options.migrating);
  };
  const door: ClosedDoor = {
    obstacle: () => (isLocal ? obstacle : opening),
    isOpening: () => under !== undefined,
    again: () => {
      const isDue = Date.now() - triedAt >= AGAIN_MS && !NEEDS_A_PERSON.has(obstacle.code);
      if (isDue && !isClosed) void attempt(options.migrating);
    },
    migrate: async () => {
      if (!isLocal) throw fail("K174", { location, reason: "the desk can be reached from other machines" });
      if (obstacle.code !== "K172") throw fail("K174", { location, reason: "that is not what it waits for" });
      const problem = await attempt("do");
      if (problem !== undefined) throw problem;
    },
  };
  const closed = closedApp(door, options.desk);
  const tried = attempt(options.migrating);
  return {
    fetch: async (request, bindings) => {
      if (house === undefined) return closed.fetch(request, bindings);
      const answer = await house.fetch(request, bindings);
      if (answer.status === 503) void leave();
      return answer;
    },
    tried,
    close: async () => {
      isClosed = true;
      await under;
      await house?.close();
    },
  };
}

function known(problem: unknown, location: string): KhaldunError {
  if (problem instanceof KhaldunError) return problem;
  return fail(
    "K505",
    { location, reason: problem instanceof Error ? problem.message : String(problem) },
    problem,
  );
}
