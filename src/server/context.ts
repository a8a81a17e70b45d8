import type { Store } from "../store/index.ts";
import type { Gate } from "./access/gate.ts";
import type { Imports } from "./imports/index.ts";

/** All that the routes know: the store and who may do what. Plain data and functions, handed in by `serve`. */
export interface ServerContext extends Gate {
  readonly store: Store;
  /** Of the program. */
  readonly version: string;
  /** Folder of the built desk; undefined if it is not built. */
  readonly desk?: string;
  /** True if the store holds the bundled example reports. */
  readonly isExample: boolean;
  readonly imports: Imports;
  /** Addresses (`host:port`) that webhooks may be posted to although they are not public. */
  readonly openAddresses?: readonly string[];
  /** Addresses of proxies in front, whose X-Forwarded-For is believed. */
  readonly proxies?: readonly string[];
}
