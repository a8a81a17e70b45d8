import type { z } from "zod";
import { contexts, EVENT_TYPES, modesOf } from "../../ontology/index.ts";
import type { EventFilter } from "../../store/index.ts";
import { fail } from "../../text/errors.ts";
import { type FILTER_JSON, filterOf } from "../filter-json.ts";

const COUNTRY = /^[A-Z]{3}$/;
const LANGUAGE = /^[a-z]{2,3}$/;

/**
 * The filter that an assistant gives. A value that nothing can have is an error with those that are allowed: an empty
 * answer would read as "no report says so". Throws K301.
 */
export function askedFilter(input: z.infer<z.ZodObject<typeof FILTER_JSON>>): EventFilter {
  const modes = [...new Set(EVENT_TYPES.flatMap(modesOf))];
  const themes = contexts().map(({ name }) => name);
  check("modes", input.modes, (one) => modes.includes(one), modes.join(", "));
  check("contexts", input.contexts, (one) => themes.includes(one), themes.join(", "));
  check("countries", input.countries, (one) => COUNTRY.test(one), "ISO alpha-3 codes, as COD or FRA");
  check("languages", input.languages, (one) => LANGUAGE.test(one), "ISO 639 codes, as en or fr");
  return filterOf(input);
}

function check(
  option: string,
  values: readonly string[] | undefined,
  isAllowed: (value: string) => boolean,
  allowed: string,
): void {
  const wrong = values?.find((value) => !isAllowed(value));
  if (wrong !== undefined) throw fail("K301", { option, value: JSON.stringify(wrong), allowed });
}
