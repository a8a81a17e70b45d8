import type { Place } from "./locate.ts";
import type { CorpusReport } from "./notation.ts";
import { type ResolvedEvent, type ResolvedParty, type ResolvedReport, resolve } from "./resolve.ts";

/**
 * A report in the shape of the gold (docs/coding-guidelines.md): offsets are Unicode code points of the text, and
 * `mentions`, `contexts` and `attributions` stand beside what the gold has.
 */
export interface GoldShape {
  readonly document: Readonly<Record<string, unknown>>;
  readonly coding: Readonly<Record<string, unknown>>;
}

export function toGoldShape(report: CorpusReport): GoldShape {
  const resolved = resolve(report);
  const quote = quoter(report.text);
  const headline = report.blocks.find((block) => block.kind === "headline");
  return {
    document: {
      id: report.id,
      title: headline === undefined ? "" : report.text.slice(headline.start, headline.end),
      ...report.fields,
      text: report.text,
      blocks: report.blocks.map((block) => ({ ...bare(quote(block)), kind: block.kind })),
      distractor: resolved.events.length === 0,
    },
    coding: {
      id: report.id,
      events: resolved.events.map((event, index) => eventOf(event, index, resolved, quote)),
      attributions: resolved.says.map(({ code, source, cue, content }) => ({
        kind: code.kind,
        source: quote(source),
        cue: cue === undefined ? null : quote(cue),
        content: quote(content),
        factuality: code.value,
      })),
      decoys: resolved.decoys.map(quote),
    },
  };
}

interface Quoted extends Place {
  readonly text: string;
}
type Quoter = (place: Place) => Quoted;

function eventOf(event: ResolvedEvent, index: number, resolved: ResolvedReport, quote: Quoter): unknown {
  const { code } = event;
  return {
    eid: `e${index + 1}`,
    type: code.type,
    mode: code.mode ?? null,
    alt_type: code.second ?? null,
    optional: code.optional,
    trigger: quote(event.trigger),
    mentions: event.mentions.map((place) => quote(place)),
    actor: event.actors.map((party) => partyOf(party, quote)),
    recipient: event.recipients.map((party) => partyOf(party, quote)),
    place:
      event.place === undefined
        ? null
        : { ...quote(event.place), name: code.place!.words.text, country: known(code.place!.country) },
    date:
      event.date === undefined
        ? null
        : { ...quote(event.date), from: code.date!.from, to: code.date!.to, precision: code.date!.precision },
    factuality: code.factuality,
    phase: code.phase,
    attempt: code.attempt,
    sources: event.sources.map((number) => {
      const says = resolved.says[number]!;
      return { ...quote(says.source), kind: says.code.kind };
    }),
    quantities: event.quantities.map((place, number) => {
      const { kind, min, max } = code.quantities[number]!;
      return { ...quote(place), kind, min, max };
    }),
    contexts: code.contexts,
  };
}

function partyOf(resolved: ResolvedParty, quote: Quoter): unknown {
  const { country, sector, name } = resolved.party;
  return {
    ...quote({ start: resolved.start, end: resolved.end }),
    country: known(country),
    sector: known(sector),
    name: name ?? null,
  };
}

function known(code: string): string | null {
  return code === "-" || code === "?" ? null : code;
}

function bare({ start, end }: Place): Place {
  return { start, end };
}

/** UTF-16 offsets to code points. */
function quoter(text: string): Quoter {
  const points: number[] = [];
  let count = 0;
  for (const character of text) {
    for (let unit = 0; unit < character.length; unit += 1) points.push(count);
    count += 1;
  }
  points.push(count);
  return ({ start, end }) => ({ start: points[start]!, end: points[end]!, text: text.slice(start, end) });
}
