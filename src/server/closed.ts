import { fail, type KhaldunError } from "../text/errors.ts";
import { foreign, notFromHere } from "./access/same-site.ts";
import { API } from "./app.ts";
import { deskFile } from "./desk.ts";
import { securityHeaders } from "./headers.ts";
import { problem, problemOfError, toldTo } from "./problem.ts";
import { type DeskRoutes, newRoutes } from "./routing.ts";

/** What stands before a store that is not open. */
export interface ClosedDoor {
  readonly obstacle: () => KhaldunError;
  readonly isOpening: () => boolean;
  /** Tries again, unless that was just done or cannot help. */
  readonly again: () => void;
  /** Brings the store up to date and opens it. Throws what is in the way, K174 if it may not be done from here. */
  readonly migrate: () => Promise<void>;
}

/** The desk's own files, and the one answer to everything else: 503 with what is in the way. */
export function closedApp(door: ClosedDoor, desk: string | undefined): DeskRoutes {
  const app = newRoutes();
  app.use(securityHeaders);
  app.post(`${API}/store/migrate`, async (c) => {
    const reason = notFromHere(c.req.raw) ?? foreign(c.req.raw, undefined);
    if (reason !== undefined) throw fail("K156", { reason });
    await door.migrate();
    return c.body(null, 204);
  });
  app.notFound(async (c) => {
    const isFile = c.req.method === "GET" && !/^\/(?:api\/|mcp$)/.test(c.req.path);
    const file = isFile ? await deskFile(c, desk) : undefined;
    if (file !== undefined) return file;
    door.again();
    const answer = problem(c, toldTo(c, door.obstacle()), { status: 503 });
    answer.headers.set("retry-after", "2");
    return answer;
  });
  app.onError((error, c) => problemOfError(c, error));
  return app;
}
