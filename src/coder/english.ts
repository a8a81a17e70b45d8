import { createActors } from "../annotators/actors/index.ts";
import { createAttributions } from "../annotators/attributions/index.ts";
import { createEvents } from "../annotators/events/index.ts";
import { type PairReading, readPair } from "../annotators/events/pairs.ts";
import { createFactuality } from "../annotators/factuality/index.ts";
import { createPlaces } from "../annotators/places/index.ts";
import { createQuantities } from "../annotators/quantities/index.ts";
import { createTimes } from "../annotators/times/index.ts";
import { loadCountries } from "../knowledge/countries.ts";
import { loadGazetteer } from "../knowledge/gazetteer.ts";
import { loadRegions } from "../knowledge/gazetteer-regions.ts";
import { knownNames } from "../knowledge/known-names.ts";
import { loadModality } from "../knowledge/modality.ts";
import { loadPredicates } from "../knowledge/predicates.ts";
import { loadRegistry } from "../knowledge/registry.ts";
import { loadReporting } from "../knowledge/reporting.ts";
import { loadAgents } from "../knowledge/roles.ts";
import {
  createLanguage,
  ENTITIES,
  EVENT_READINGS,
  type Language,
  PREDICATES,
  SENTENCE_VECTORS,
  SENTENCES,
  TOKENS,
} from "../language/index.ts";
import { contexts } from "../ontology/index.ts";
import type { CoderVersion } from "../record/coded-report.ts";
import { REPORT } from "../record/report.ts";
import { type Annotator, checkPipeline } from "../text/annotator.ts";
import type { Document } from "../text/document.ts";
import type { Span } from "../text/span.ts";

/** Everything that codes English: the model, the annotators in their order, and what they are versions of. */
export interface English {
  readonly language: Language;
  readonly annotators: readonly Annotator[];
  readonly version: Omit<CoderVersion, "options">;
  /** What one span's party does to another's. */
  readonly readPair: (document: Document, actor: Span, recipient: Span) => Promise<PairReading>;
}

/** The English preset. The order is the order of need, proved before the first report (K902). */
export async function createEnglish(options: {
  readonly model?: string;
  readonly roles?: boolean;
}): Promise<English> {
  const countries = loadCountries();
  const language = createLanguage({
    known: knownNames(countries),
    // No annotator of this preset reads the roles yet; who wants them says so.
    roles: options.roles ?? false,
    ...(options.model === undefined ? {} : { folder: options.model }),
  });
  const gazetteer = loadGazetteer();
  const registry = loadRegistry();
  const predicates = loadPredicates();
  const given = [
    REPORT,
    TOKENS,
    SENTENCES,
    ENTITIES,
    SENTENCE_VECTORS,
    EVENT_READINGS,
    ...(options.roles ? [PREDICATES] : []),
  ];
  const annotators = checkPipeline(given, [
    createTimes(),
    createPlaces({ countries, gazetteer, regions: loadRegions() }),
    createActors({ countries, registry, agents: loadAgents() }),
    createAttributions({ reporting: loadReporting() }),
    createFactuality({ modality: loadModality() }),
    createQuantities(),
    createEvents({ predicates, contexts: contexts() }),
  ]);
  const ready = await language;
  return {
    language: ready,
    annotators,
    readPair: async (document, actor, recipient) =>
      readPair(document, predicates, { actor, recipient }, await ready.between(document, actor, recipient)),
    version: {
      program: "khaldun 0.1.0",
      model: ready.version,
      codebook: "PLOVER 2.0",
      gazetteer: gazetteer.version,
      registry: registry.version,
    },
  };
}
