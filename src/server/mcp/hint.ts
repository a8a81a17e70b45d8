import type { EventFilter, Store } from "../../store/index.ts";
import { partiesLike } from "./parties.ts";

/** Parties of a filter that are looked up, and those that are named for each. */
const MOST_ASKED = 5;
const MOST_NAMED = 3;

const NOTHING =
  "No claim fits all of it: leave a condition out, or see how the store writes names with resolve_actor and list_sources.";

/** What to try where nothing was found: an empty answer is easily read as "no report says so". */
export async function hintFor(store: Store, filter: EventFilter): Promise<string> {
  const { actors = [], recipients = [], sources = [] } = filter;
  const asked = [...new Set([...actors, ...recipients, ...sources])].slice(0, MOST_ASKED);
  const like = await Promise.all(asked.map((name) => likeIt(store, name)));
  return [NOTHING, ...like.flat()].join(" ");
}

async function likeIt(store: Store, asked: string): Promise<readonly string[]> {
  const { store: found } = await partiesLike(store, asked);
  const ids = [...new Set(found.map(({ id }) => id))];
  if (ids.length === 0 || ids.includes(asked)) return [];
  return [`For ${JSON.stringify(asked)} the store may have: ${ids.slice(0, MOST_NAMED).join(", ")}.`];
}
