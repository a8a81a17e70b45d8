import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { DeskEnv } from "../routing.ts";

export const REVIEWER = z.string().min(1).max(200).optional().openapi({ description: "only without login" });

/** Who logged in is the reviewer; only at a machine without login may the request name one. */
export function reviewerOf(c: Context<DeskEnv>, named: string | undefined): string {
  const who = c.get("who");
  return who?.by === "local" && named !== undefined ? named : (who?.name ?? "unknown");
}
