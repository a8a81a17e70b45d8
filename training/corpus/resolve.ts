import { inBlock, near, type Place } from "./locate.ts";
import type { Block, CorpusReport, EventLine, Party, SaysLine, Words } from "./notation.ts";

export interface ResolvedParty extends Place {
  readonly party: Party;
}

export interface ResolvedEvent {
  readonly code: EventLine;
  readonly trigger: Place;
  readonly mentions: readonly Place[];
  readonly actors: readonly ResolvedParty[];
  readonly recipients: readonly ResolvedParty[];
  readonly place?: Place;
  readonly date?: Place;
  readonly quantities: readonly Place[];
  /** Indices of the attributions whose content holds the trigger or a mention. */
  readonly sources: readonly number[];
}

export interface ResolvedSays {
  readonly code: SaysLine;
  readonly source: Place;
  readonly cue?: Place;
  readonly content: Place;
}

export interface ResolvedReport {
  readonly report: CorpusReport;
  readonly events: readonly ResolvedEvent[];
  readonly says: readonly ResolvedSays[];
  readonly decoys: readonly Place[];
  /** What could not be found, one message each. */
  readonly problems: readonly string[];
}

/** Finds the characters of everything that the codes of a report name. */
export function resolve(report: CorpusReport): ResolvedReport {
  const problems: string[] = [];
  const missing = (line: number, words: Words): undefined => {
    problems.push(`${report.id}:${line} not in the text: "${words.text}"`);
  };
  const says: ResolvedSays[] = [];
  const decoys: Place[] = [];
  const events: Omit<ResolvedEvent, "mentions" | "sources">[] = [];
  const mentions: { readonly label: string; readonly place: Place }[] = [];
  const cursor = { block: -1, event: 0, says: 0 };
  for (const { line, block: index, annotation } of report.codes) {
    const block = report.blocks[index]!;
    if (cursor.block !== index) Object.assign(cursor, { block: index, event: 0, says: 0 });
    const found = <Value>(value: Value | undefined, words: Words): Value | undefined =>
      value ?? missing(line, words);
    if (annotation.form === "decoy") {
      const place = found(inBlock(report, block, annotation.words), annotation.words);
      if (place) decoys.push(place);
    } else if (annotation.form === "mention") {
      const place = found(inBlock(report, block, annotation.words, cursor.event), annotation.words);
      if (place) mentions.push({ label: annotation.label, place });
    } else if (annotation.form === "says") {
      const one = resolveSays(report, block, annotation, cursor.says, found);
      if (one) says.push(one);
      if (one) cursor.says = one.source.start + 1;
    } else {
      const one = resolveEvent(report, block, annotation, cursor.event, found);
      if (one) events.push(one);
      if (one) cursor.event = one.trigger.start + 1;
    }
  }
  for (const { label } of mentions)
    if (!events.some((event) => event.code.label === label))
      problems.push(`${report.id}: no event @${label}`);
  const joined = events.map((event) => {
    const own = mentions.filter((one) => one.label === event.code.label).map((one) => one.place);
    const sources = says.flatMap((one, index) =>
      [event.trigger, ...own].some((place) => holds(one.content, place)) ? [index] : [],
    );
    return { ...event, mentions: own, sources };
  });
  return { report, events: joined, says, decoys, problems };
}

type Found = <Value>(value: Value | undefined, words: Words) => Value | undefined;

function resolveSays(
  report: CorpusReport,
  block: Block,
  code: SaysLine,
  after: number,
  found: Found,
): ResolvedSays | undefined {
  const first = found(inBlock(report, block, code.content.first), code.content.first);
  if (first === undefined) return undefined;
  const last = found(inBlock(report, block, code.content.last, first.start), code.content.last);
  if (last === undefined || last.end <= first.start) return undefined;
  const content = { start: first.start, end: last.end };
  const source = found(
    inBlock(report, block, code.source, after) ?? near(report, block, code.source, content),
    code.source,
  );
  if (source === undefined) return undefined;
  const cue = code.cue && found(near(report, block, code.cue, source), code.cue);
  return { code, source, content, ...(cue ? { cue } : {}) };
}

function resolveEvent(
  report: CorpusReport,
  block: Block,
  code: EventLine,
  after: number,
  found: Found,
): Omit<ResolvedEvent, "mentions" | "sources"> | undefined {
  const trigger = found(inBlock(report, block, code.trigger, after), code.trigger);
  if (trigger === undefined) return undefined;
  const nearby = (words: Words): Place | undefined => found(near(report, block, words, trigger), words);
  const parties = (list: readonly Party[]): readonly ResolvedParty[] =>
    list.flatMap((party) => {
      const place = nearby(party.words);
      return place === undefined ? [] : [{ ...place, party }];
    });
  const place = code.place && nearby(code.place.words);
  const date = code.date && nearby(code.date.words);
  return {
    code,
    trigger,
    actors: parties(code.actors),
    recipients: parties(code.recipients),
    ...(place ? { place } : {}),
    ...(date ? { date } : {}),
    quantities: code.quantities.flatMap((one) => nearby(one.words) ?? []),
  };
}

function holds(outer: Place, inner: Place): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
