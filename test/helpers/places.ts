import { createPlaces } from "../../src/annotators/places/index.ts";
import { PLACES, type PlaceMention } from "../../src/annotators/places/layer.ts";
import { loadCountries } from "../../src/knowledge/countries.ts";
import { loadGazetteer } from "../../src/knowledge/gazetteer.ts";
import { loadRegions } from "../../src/knowledge/gazetteer-regions.ts";
import { apply } from "../../src/text/annotator.ts";
import { read } from "../../src/text/document.ts";
import { parsed } from "./parsed.ts";

/** The real annotator over sentences parsed by hand. */
export const places = createPlaces({
  gazetteer: loadGazetteer(),
  countries: loadCountries(),
  regions: loadRegions(),
});

export function found(notation: string): readonly PlaceMention[] {
  return read(apply(parsed(notation), places), PLACES);
}

/** "Goma town COD" or "France country FRA actor". */
export function brief(notation: string): readonly string[] {
  return found(notation).map(({ name, kind, country, metonym }) =>
    [name, kind, country ?? "-", ...(metonym ? ["actor"] : [])].join(" "),
  );
}
