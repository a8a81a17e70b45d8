export { contentsOf } from "./contents.ts";
export { createGuard, type Guard, hostAndPort } from "./guard.ts";
export { backoff, createPace, pause } from "./pace.ts";
export { ROBOT } from "./robots.ts";
export { fileState, type MemoryState, memoryState, type WatchState } from "./state.ts";
export { type Custody, createWatcher, type WatchOptions, type WatchResult } from "./watch.ts";
