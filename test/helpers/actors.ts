import { createActors } from "../../src/annotators/actors/index.ts";
import { ACTORS, type ActorMention } from "../../src/annotators/actors/layer.ts";
import { PLACES } from "../../src/annotators/places/layer.ts";
import { loadCountries } from "../../src/knowledge/countries.ts";
import { loadRegistry } from "../../src/knowledge/registry.ts";
import { loadAgents } from "../../src/knowledge/roles.ts";
import { apply } from "../../src/text/annotator.ts";
import { read, withLayer } from "../../src/text/document.ts";
import { parsed } from "./parsed.ts";

/** The real annotator over sentences parsed by hand, with no place found. */
export const actors = createActors({
  registry: loadRegistry(),
  countries: loadCountries(),
  agents: loadAgents(),
});

export function mentionsOf(notation: string, published?: string): readonly ActorMention[] {
  return read(apply(withLayer(parsed(notation, published), PLACES, []), actors), ACTORS);
}

/** `words COUNTRY SECTOR #entity`, one a mention: what a table of expectations is compared with. */
export function told(notation: string, published?: string): readonly string[] {
  const { text } = parsed(notation, published);
  return mentionsOf(notation, published).map(
    ({ start, end, country, sector, entity }) =>
      `${text.slice(start, end)} | ${country ?? "-"} ${sector} #${entity}`,
  );
}
