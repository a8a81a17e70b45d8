import { z } from "@hono/zod-openapi";
import { asReviewed } from "../review/index.ts";
import type { EventFilter, Store, StoredEvent } from "../store/index.ts";
import { FILTER_SHAPE, type FilterQuery, filterOf } from "./filter-query.ts";

export const VALUES_SHAPE = {
  values: z.enum(["reviewed", "coded"]).optional().openapi({
    description:
      "`reviewed`, if not given: as people left them and as an export has them; `coded`: as the coder wrote them. Filters and counts look at the same",
  }),
};

/** A filter as query parameters, and which values it and the answer look at. */
export const SHOWN_SHAPE = { ...FILTER_SHAPE, ...VALUES_SHAPE };

export function shownFilterOf(query: FilterQuery & Asked): EventFilter {
  const filter = filterOf(query);
  return query.values === "coded" ? { ...filter, values: "coded" } : filter;
}

interface Asked {
  readonly values?: "reviewed" | "coded" | undefined;
  readonly as_of?: unknown;
}

/** Events with the values that reviewers gave; what they rejected is shown as it was coded, with its state. */
export async function asLeft<Stored extends StoredEvent>(
  store: Pick<Store, "reviews">,
  items: readonly Stored[],
  { values, as_of: asOf }: Asked = {},
): Promise<readonly Stored[]> {
  if (values === "coded") return items;
  return Promise.all(
    items.map(async (stored) => ({
      ...stored,
      event: (await asReviewed(store, stored, typeof asOf === "string" ? asOf : undefined)) ?? stored.event,
    })),
  );
}
