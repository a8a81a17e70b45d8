import { loadRegistry } from "../../knowledge/registry.ts";

/** What the registry calls whom a name may stand for, where that is another name: reports of "M23" are stored under its full name. */
export function alsoCalled(name: string): readonly string[] {
  const registry = loadRegistry();
  const known = [...registry.organisation(name), ...registry.person(name)].map((one) => one.name);
  return [...new Set(known)].filter((one) => one !== name);
}
