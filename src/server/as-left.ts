import { z } from "@hono/zod-openapi";
import { asReviewed } from "../review/index.ts";
import type { Store, StoredEvent } from "../store/index.ts";

export const VALUES_SHAPE = {
  values: z.enum(["reviewed", "coded"]).optional().openapi({
    description:
      "`reviewed`, if not given: as people left them and as an export has them; `coded`: as the coder wrote them. Filters and counts look at what was coded",
  }),
};

interface Asked {
  readonly values?: "reviewed" | "coded" | undefined;
  readonly as_of?: string | undefined;
}

/** Events with the values that reviewers gave; what they rejected is shown as it was coded, with its state. */
export async function asLeft<Stored extends StoredEvent>(
  store: Pick<Store, "reviews">,
  items: readonly Stored[],
  { values, as_of }: Asked,
): Promise<readonly Stored[]> {
  if (values === "coded") return items;
  return Promise.all(
    items.map(async (stored) => ({
      ...stored,
      event: (await asReviewed(store, stored, as_of)) ?? stored.event,
    })),
  );
}
