import { storiesQuery } from "../../api/stories.ts";
import { first, type Search } from "../../search.ts";
import { lastVisit } from "./last-visit.ts";

const KINDS = ["all", "new", "contested", "corrected"] as const;
export type Kind = (typeof KINDS)[number];

export interface Asked {
  /** Day of publication since which stories are new, where the address says one. */
  readonly since: string | undefined;
  /** Else what came since the last visit is; undefined for who was never here. */
  readonly came: string | undefined;
  /** What can be asked for; nothing is new to who was never here. */
  readonly kinds: readonly Kind[];
  readonly show: Kind;
  readonly after: string | undefined;
}

/** What the address asks of the list of stories. */
export function askedIn(search: Search): Asked {
  const since = first(search.since);
  const came = since === undefined ? lastVisit() : undefined;
  const kinds = KINDS.filter((kind) => kind !== "new" || since !== undefined || came !== undefined);
  const show = kinds.find((kind) => kind === first(search.show)) ?? "all";
  return { since, came, kinds, show, after: first(search.after) };
}

export function todayQuery({ since, came, show, after }: Asked) {
  return storiesQuery({ after, since, came, show: show === "all" ? undefined : show });
}
