import { createHash } from "node:crypto";
import { homedir } from "node:os";
import { join } from "node:path";

/** Where a program keeps what it makes for its user, after the manners of the system. `KHALDUN_HOME` names another. */
export function dataFolder(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  if (env.KHALDUN_HOME) return env.KHALDUN_HOME;
  if (platform === "win32") return join(env.LOCALAPPDATA ?? join(homedir(), "AppData", "Local"), "khaldun");
  if (platform === "darwin") return join(homedir(), "Library", "Application Support", "khaldun");
  return join(env.XDG_DATA_HOME || join(homedir(), ".local", "share"), "khaldun");
}

/** For the files that are sent to one store: two stores of one user do not meet. */
export function uploadFolder(store: string): string {
  const name = createHash("sha256").update(store).digest("hex").slice(0, 12);
  return join(dataFolder(), "uploads", name);
}
