import { userInfo } from "node:os";
import { InvalidArgumentError, Option } from "commander";
import { type Coder, createCoder } from "../coder/coder.ts";
import { type LinkUse, loadPairWeights, whyPair } from "../linking/index.ts";
import type { Store } from "../store/index.ts";
import { fail } from "../text/errors.ts";
import { startProgress, stopOnInterrupt, write } from "./run.ts";

export interface StoreLinkFlags {
  readonly store?: string;
  readonly window: number;
  readonly for?: LinkUse;
  readonly who: string;
  readonly why: string;
  readonly again?: boolean;
  readonly undo?: boolean;
  readonly runs?: boolean;
  readonly explain?: readonly string[];
  readonly quiet?: boolean;
}

/** Days: news of one story rarely pauses longer, and the reports of so many days are held in memory. */
const WINDOW = 14;

export function storeLinkOptions(): readonly Option[] {
  return [
    new Option("--store <location>", "link the reports of a store: what came since the last run"),
    new Option("--window <days>", "days within which a story goes on").default(WINDOW).argParser(daysOf),
    new Option("--who <name>", "who links, kept with the run").default(userName()),
    new Option("--why <words>", "why, kept with the run").default("new reports"),
    new Option("--again", "place every report anew: the order in which they came leaves no trace"),
    new Option("--undo", "take the newest run back that still stands"),
    new Option("--runs", "list the runs"),
    new Option(
      "--explain <names...>",
      "what happened to a report, an event, a story or a happening; of two events, why they were joined or not",
    ),
  ];
}

export async function linkInStore(
  names: readonly string[],
  flags: StoreLinkFlags & { readonly store: string },
): Promise<void> {
  if (names.length > 0) throw fail("K305", { files: names.join(", ") });
  const { openStore } = await import("../store/index.ts");
  const store = await openStore(flags.store);
  try {
    for (const line of await answers(store, flags)) await write(`${JSON.stringify(line)}\n`);
  } finally {
    await store.close();
  }
}

async function answers(store: Store, flags: StoreLinkFlags): Promise<readonly unknown[]> {
  const { location } = store;
  if (flags.runs) return store.linking.runs();
  if (flags.undo) {
    const undone = await store.linking.alone(async () => ({
      run: await store.linking.undo(flags.who, flags.why),
    }));
    if (undone === undefined) throw fail("K520", { location });
    if (undone.run === undefined) throw fail("K521", { location });
    return [undone.run];
  }
  if (flags.explain !== undefined) {
    return explain(store, flags.explain, flags.window);
  }
  return [await link(store, flags)];
}

/** One name: its history. Two events: what speaks for and against their being one. */
async function explain(
  store: Store,
  [first = "", second, ...others]: readonly string[],
  days: number,
): Promise<readonly unknown[]> {
  const { location, linking } = store;
  if (second === undefined) {
    const history = await linking.history(first);
    if (history.length === 0) throw fail("K522", { location, name: first });
    return history;
  }
  const window = others.length > 0 ? undefined : await linking.around([first, second], days);
  const why = window && (await whyPair(window, first, second, loadPairWeights(), await linking.use()));
  if (why === undefined) throw fail("K518", { location, names: [first, second, ...others].join(", ") });
  return [{ events: [first, second], ...why }];
}

async function link(store: Store, flags: StoreLinkFlags): Promise<unknown> {
  const progress = startProgress(flags.quiet ?? false, 0);
  const stopped = stopOnInterrupt();
  let coder: Promise<Coder> | undefined;
  try {
    const { linkStore } = await import("../jobs/index.ts");
    return await linkStore(store, {
      coder: () => {
        coder ??= createCoder({ roles: true });
        return coder;
      },
      who: flags.who,
      why: flags.why,
      ...(flags.for === undefined ? {} : { use: flags.for }),
      again: flags.again ?? false,
      days: flags.window,
      onDone: progress.done,
      onFailed: progress.failed,
      stopped,
    });
  } finally {
    progress.finish();
    await (await coder)?.close();
  }
}

function daysOf(value: string): number {
  const days = Number(value);
  if (!Number.isInteger(days) || days < 1 || days > 365) throw new InvalidArgumentError("allowed: 1 to 365");
  return days;
}

/** A user without a name, as in some containers, is known by number. */
export function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? "unknown"}`;
  }
}
