import type { Store } from "../store/index.ts";
import type { Imports } from "./imports/index.ts";

export const ROLES = ["reader", "coder", "reviewer", "admin"] as const;
/** What a person is trusted with; each may do what those before it may. */
export type Role = (typeof ROLES)[number];

export const ACTIONS = ["read", "export", "review", "import", "adjudicate", "administer"] as const;
/** What a route does; every route under /api/v1 needs one of them. */
export type Action = (typeof ACTIONS)[number];

/** Somebody who asks. `local` is whoever sits at the machine that serves on 127.0.0.1 without login. */
export interface Who {
  readonly name: string;
  readonly role: Role;
  readonly by: "local" | "session" | "token";
}

/** All that the routes know: the store and who may do what. Plain data and functions, handed in by `serve`. */
export interface ServerContext {
  readonly store: Store;
  /** Of the program. */
  readonly version: string;
  /** Folder of the built desk; undefined if it is not built. */
  readonly desk?: string;
  /** True if the store holds the bundled example reports. */
  readonly isExample: boolean;
  readonly imports: Imports;
  /** Undefined for somebody who is not known. */
  readonly identify: (request: Request) => Promise<Who | undefined>;
  readonly mayDo: (who: Who | undefined, action: Action) => boolean;
}

/** On 127.0.0.1 without login: whoever asks is the user of this machine and may do everything. */
export function localGate(name: string): Pick<ServerContext, "identify" | "mayDo"> {
  const who: Who = { name, role: "admin", by: "local" };
  return { identify: async () => who, mayDo: (one) => one !== undefined };
}
