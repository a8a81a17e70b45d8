import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashPassword } from "../../src/server/access/passwords.ts";
import { builtDesk, createDoor, deskContext, gateFor, houseOf, startDesk } from "../../src/server/index.ts";
import { openStore, type Role, type Store } from "../../src/store/index.ts";
import { fill } from "../../test/desk/reports.ts";

/** A desk that is served, as it stands when a screen is looked at. */
export interface Standing {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export const PASSWORD = "four plain words here";

/** A store with the examples and some invented reports; every screen has a copy of it. */
export async function makeBase(): Promise<{ readonly location: string; readonly remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), "khaldun-screens-"));
  const location = join(folder, "store");
  const store = await openStore(location);
  await fill(store);
  await store.close();
  return { location, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export function copyOf(base: string): string {
  const location = join(mkdtempSync(join(tmpdir(), "khaldun-screen-")), "store");
  cpSync(base, location, { recursive: true });
  return location;
}

export async function changed(location: string, change: (store: Store) => Promise<unknown>): Promise<string> {
  const store = await openStore(location);
  await change(store);
  await store.close();
  return location;
}

export const withAccounts = (base: string): Promise<string> =>
  changed(copyOf(base), async ({ accounts }) => {
    const people: readonly (readonly [string, Role])[] = [
      ["carl", "coder"],
      ["rita", "reader"],
      ["lena", "coder"],
    ];
    for (const [name, role] of people) await accounts.add(name, role, await hashPassword(PASSWORD));
  });

export async function serve(
  location: string,
  also: () => Promise<void> = async () => undefined,
): Promise<Standing> {
  const door = createDoor({
    location,
    desk: builtDesk()!,
    isLocal: true,
    migrating: "ask",
    open: async (migrating) => {
      const store = await openStore(location, migrating);
      const gate = await gateFor(store, "127.0.0.1", "ada");
      const uploads = join(location, "..", "uploads");
      return houseOf(
        deskContext(store, {
          version: "1",
          isExample: false,
          user: "ada",
          opened: [],
          delay: 0,
          gate,
          uploads,
        }),
      );
    },
  });
  const running = await startDesk(door, { host: "127.0.0.1", port: 0 });
  await door.tried;
  return {
    url: running.url.replace(/\/$/, ""),
    close: async () => {
      await also();
      await running.close();
      rmSync(join(location, ".."), { recursive: true, force: true });
    },
  };
}
