import type { Countries } from "./countries.ts";

/**
 * What a whole name is known to be: a state ("the US"), or a word of origin ("Israelis", "Iraqi"). A singular that a person
 * may bear as a surname ("French") is left open.
 */
export function knownNames(countries: Countries): (name: string) => "state" | "origin" | undefined {
  return (name) => {
    if (countries.byName(name) !== undefined) return "state";
    return countries.demonym(name)?.plural === true ? "origin" : undefined;
  };
}
