import { ACTORS } from "../annotators/actors/layer.ts";
import { reportedAttributions } from "../annotators/attributions/index.ts";
import { FACTUALITY } from "../annotators/factuality/layer.ts";
import { toponymsOf } from "../annotators/places/index.ts";
import { TIMES } from "../annotators/times/layer.ts";
import { timexesOf } from "../annotators/times/timex.ts";
import type { Coder } from "../coder/coder.ts";
import { ENTITIES, PREDICATES, SENTENCES, TOKENS } from "../language/layers.ts";
import { REPORT } from "../record/report.ts";
import { type Document, read } from "../text/document.ts";
import { convertSpans, type OffsetUnit, offsetMap } from "../text/offsets.ts";
import type { Span } from "../text/span.ts";

export const LAYER_NAMES = [
  "sentences",
  "tokens",
  "entities",
  "roles",
  "times",
  "places",
  "actors",
  "attributions",
  "factuality",
  "pairs",
  "notes",
] as const;
export type LayerName = (typeof LAYER_NAMES)[number];

type Pair = { readonly actor: readonly [number, number]; readonly recipient: readonly [number, number] };

export interface AnnotationOptions {
  readonly layers: readonly LayerName[];
  readonly offsets: OffsetUnit;
  /** Spans asked about, in the unit of the offsets. */
  readonly pairs: readonly Pair[];
  readonly readPair: Coder["readPair"];
}

/** What `khaldun annotate` writes of one report: docs/annotate.md is the contract. */
export async function annotationRecord(
  document: Document,
  options: AnnotationOptions,
): Promise<Readonly<Record<string, unknown>>> {
  const report = read(document, REPORT);
  const map = offsetMap(report.text);
  const out = options.offsets === "code-points" ? map.toCodePoints : (offset: number) => offset;
  const into = options.offsets === "code-points" ? map.toUtf16 : (offset: number) => offset;
  const range = (span: Span): readonly [number, number] => [out(span.start), out(span.end)];
  const span = ([start, end]: readonly [number, number]): Span => ({ start: into(start), end: into(end) });
  const at = (span: Span): { start: number; end: number } => ({ start: out(span.start), end: out(span.end) });
  const makers: Readonly<Record<LayerName, () => unknown>> = {
    sentences: () => read(document, SENTENCES).map(range),
    tokens: () =>
      read(document, TOKENS).map((token) => ({
        ...at(token),
        upos: token.upos,
        lemma: token.lemma,
        head: token.head,
        deprel: token.deprel,
      })),
    entities: () => read(document, ENTITIES).map((entity) => ({ ...at(entity), type: entity.type })),
    roles: () =>
      read(document, PREDICATES).map((predicate) => ({
        predicate: predicate.token,
        arguments: predicate.arguments.map((one) => ({ role: one.role, ...at(one) })),
      })),
    times: () =>
      timexesOf(read(document, TIMES)).map(
        ({ type, value, mod, quant, freq, anchor, from, to, ...time }) => ({
          ...at(time),
          type,
          value,
          mod,
          quant,
          freq,
          anchor,
          from,
          to,
        }),
      ),
    places: () =>
      toponymsOf(document).map((place) => ({
        ...at(place),
        name: place.name,
        geonames: place.geonames,
        kind: place.kind,
        country: place.country,
        lat: place.lat,
        lon: place.lon,
        metonym: place.metonym,
        adjective: place.adjective,
        confidence: place.confidence,
      })),
    actors: () =>
      read(document, ACTORS).map(({ name, actorId, wikidata, country, sector, entity, ...actor }) => ({
        ...at(actor),
        name,
        actorId,
        wikidata,
        country,
        sector,
        entity,
      })),
    attributions: () =>
      reportedAttributions(document).map((one) => ({
        source: one.source.map(range),
        cue: one.cue.map(range),
        content: one.content.map(range),
        sourceKind: one.kind,
        stance: one.stance,
      })),
    factuality: () =>
      [...read(document, FACTUALITY).values()].map(({ token, value, outlet }) => ({ token, value, outlet })),
    pairs: () =>
      Promise.all(
        options.pairs.map(({ actor, recipient }) => options.readPair(document, span(actor), span(recipient))),
      ),
    notes: () =>
      options.offsets === "utf-16"
        ? document.notes
        : convertSpans(document.notes, report.text, options.offsets),
  };
  const layers = await Promise.all(options.layers.map(async (name) => [name, await makers[name]()] as const));
  return { id: report.externalId ?? report.id, offsets: options.offsets, ...Object.fromEntries(layers) };
}
