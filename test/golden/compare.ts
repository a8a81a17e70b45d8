import type { CodedReport } from "../../src/record/coded-report.ts";
import type { Event } from "../../src/record/event.ts";
import type { Participant } from "../../src/record/participant.ts";
import { overlaps, type Span } from "../../src/text/span.ts";
import type { ExpectedEvent, ExpectedParty } from "./notation.ts";

/** One thing that is not as expected. `key` is what known-failures.tsv lists. */
export interface Difference {
  readonly key: string;
  readonly message: string;
}

/** Everything in which a coding differs from the expected block, cell by cell, plus events nobody expected. */
export function differences(expected: readonly ExpectedEvent[], coded: CodedReport): readonly Difference[] {
  const text = coded.report.text;
  const used = new Set<Event>();
  const found: Difference[] = [];
  for (const one of expected) {
    const span = find(text, one.trigger, one.occurrence);
    if (span === undefined) throw new Error(`the trigger "${one.trigger}" is not in the report`);
    const event = bestMatch(one, span, coded.events, used);
    const name = `${one.types[0]} "${one.trigger}"`;
    if (event === undefined) {
      if (!one.optional) found.push({ key: `${name} missing`, message: `no event for ${name}` });
      continue;
    }
    used.add(event);
    if (one.optional) continue;
    for (const [cell, message] of wrongCells(one, event))
      found.push({ key: `${name} ${cell}`, message: `${name}: ${cell} ${message}` });
  }
  for (const event of coded.events) {
    if (used.has(event)) continue;
    const name = `${event.type} "${event.trigger.text.replace(/\s+/g, " ")}"`;
    found.push({ key: `${name} extra`, message: `nobody expected ${name}` });
  }
  return found;
}

function find(text: string, words: string, occurrence: number): Span | undefined {
  let at = -1;
  for (let count = 0; count < occurrence; count += 1) {
    at = text.indexOf(words, at + 1);
    if (at < 0) return undefined;
  }
  return { start: at, end: at + words.length };
}

function bestMatch(
  one: ExpectedEvent,
  span: Span,
  events: readonly Event[],
  used: ReadonlySet<Event>,
): Event | undefined {
  const touching = events.filter(
    (event) =>
      !used.has(event) && [event.trigger, ...event.mentions].some((mention) => overlaps(mention, span)),
  );
  return touching.find((event) => one.types.includes(event.type)) ?? touching[0];
}

function* wrongCells(one: ExpectedEvent, event: Event): Iterable<readonly [string, string]> {
  const { place, time } = event;
  if (!one.types.includes(event.type)) yield ["type", `is ${event.type}`];
  if (one.mode !== undefined && !event.modes.some((mode) => mode.value === one.mode)) {
    yield ["mode", `is ${event.modes.map((mode) => mode.value).join("/") || "empty"}`];
  }
  if (event.factuality.value !== one.factuality) yield ["factuality", `is ${event.factuality.value}`];
  if (event.phase !== one.phase) yield ["phase", `is ${event.phase}`];
  if (event.attempt !== one.attempt) yield ["attempt", `is ${event.attempt}`];
  yield* wrongParties("actors", one.actors, event.actors);
  yield* wrongParties("recipients", one.recipients, event.recipients);
  const where = place.status === "known" ? [place.name, place.country ?? "?"].join(", ") : "-";
  if (one.where !== undefined && where !== one.where) yield ["where", `is ${where}`];
  const when = time.status !== "known" ? "-" : time.from === time.to ? time.from : `${time.from}…${time.to}`;
  if (one.when !== undefined && when !== one.when) yield ["when", `is ${when}`];
  const speakers = event.attributions.flatMap((attribution) => [attribution, ...attribution.chain]);
  if (one.unattributed && speakers.length > 0) yield ["according", `is ${speakers[0]!.source.quote.text}`];
  for (const source of one.according) {
    const right = speakers.some(
      (speaker) => similar(speaker.source.quote.text, source.words) && speaker.kind === source.kind,
    );
    if (!right)
      yield [
        "according",
        `lacks ${source.kind} "${source.words}"; it has ${speakers.map((speaker) => `${speaker.kind} "${speaker.source.quote.text}"`).join(", ") || "nobody"}`,
      ];
  }
  for (const count of one.counts) {
    const right = event.quantities.some(
      (quantity) => quantity.kind === count.kind && quantity.min === count.min && quantity.max === count.max,
    );
    if (!right)
      yield [
        count.kind,
        `is ${event.quantities.map((quantity) => `${quantity.kind} ${quantity.min}–${quantity.max ?? ""}`).join(", ") || "empty"}`,
      ];
  }
}

function* wrongParties(
  cell: string,
  expected: readonly ExpectedParty[],
  got: readonly Participant[],
): Iterable<readonly [string, string]> {
  const missing = expected.filter((party) => !got.some((one) => sameParty(party, one)));
  if (missing.length === 0 && got.length === expected.length) return;
  yield [
    cell,
    `are ${got.map((one) => `${country(one)} ${sector(one)} "${one.quote.text}"`).join(", ") || "empty"}`,
  ];
}

function sameParty(expected: ExpectedParty, got: Participant): boolean {
  return (
    similar(got.quote.text, expected.words) &&
    country(got) === expected.country &&
    sector(got) === expected.sector
  );
}

function country(one: Participant): string {
  return one.country.status === "known" ? one.country.value : "?";
}

function sector(one: Participant): string {
  return one.sector.status === "known" ? one.sector.value : "?";
}

/** The same phrase, give or take determiners and modifiers: one contains the other's last word and first letters. */
function similar(a: string, b: string): boolean {
  const plain = (words: string): string =>
    words
      .toLowerCase()
      .replace(/^(the|a|an|some) /, "")
      .replace(/\s+/g, " ")
      .trim();
  return plain(a).includes(plain(b)) || plain(b).includes(plain(a));
}
