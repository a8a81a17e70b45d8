import type { Attribution } from "../record/attribution.ts";
import type { CodedReport } from "../record/coded-report.ts";
import type { Event, Quantity } from "../record/event.ts";
import type { Participant } from "../record/participant.ts";
import type { Place } from "../record/place.ts";
import type { Time } from "../record/time.ts";
import type { Quote } from "../text/span.ts";
import { inWords } from "./in-words.ts";

/** How a terminal shows the parts; the plain style leaves them as they are. */
export interface Style {
  readonly heading: (text: string) => string;
  readonly type: (text: string) => string;
  readonly label: (text: string) => string;
  readonly quiet: (text: string) => string;
}

const same = (text: string): string => text;
export const PLAIN_STYLE: Style = { heading: same, type: same, label: same, quiet: same };

/** Longest quote shown in full on one line. */
const WIDEST = 60;

/**
 * A coded report for reading: a headline, then one block an event in the golden notation of docs/record.md.
 * Every line ends with the words that it rests on and their offsets.
 */
export function pretty(coded: CodedReport, style: Style = PLAIN_STYLE): string {
  const blocks = [heading(coded, style), ...coded.events.map((event) => eventBlock(event, style))];
  if (coded.events.length === 0) blocks.push(style.quiet("no political event reported"));
  if (coded.notes.length > 0) blocks.push(coded.notes.map((note) => noteLine(note, style)).join("\n"));
  return `${blocks.join("\n\n")}\n`;
}

function heading(coded: CodedReport, style: Style): string {
  const report = coded.report;
  const first =
    report.title ?? report.blocks.find((block) => block.kind === "headline")?.text ?? firstLine(report.text);
  const published =
    report.published.status === "known" ? `published ${report.published.from}` : "publication date unknown";
  const origin = [
    report.outlet,
    report.originator === undefined ? undefined : `report of ${report.originator}`,
  ];
  const details = [coded.id, ...origin.filter((part) => part !== undefined), published].join(" · ");
  return `${style.heading(clip(first, 100))}\n${style.quiet(details)}`;
}

function eventBlock(event: Event, style: Style): string {
  const modes = event.modes.map((mode) => `/${mode.value}`).join("");
  const status = [event.factuality.value, event.phase, ...(event.attempt ? ["attempt"] : [])];
  if (event.outcome !== "unknown") status.push(event.outcome);
  const head = row(
    style.type(`${event.type}${modes}`),
    event.type.length + modes.length,
    show(event.trigger, style),
  );
  const lines = [
    `${head}  ${style.heading(status.join(" "))}  ${style.quiet(event.id)}`,
    `  ${style.label("in words".padEnd(11))}${inWords(event)}`,
    ...event.actors.map((one) => line("actor", participant(one), [one.quote], remark(one), style)),
    ...event.recipients.map((one) => line("recipient", participant(one), [one.quote], remark(one), style)),
    ...placeLine(event.place, style),
    ...timeLine(event.time, style),
    ...event.attributions.map((one) => attributionLine(one, style)),
    ...event.quantities.map((one) => line(one.kind, range(one), [one.quote], "", style)),
  ];
  if (event.mentions.length > 0) {
    const again = event.mentions.map((mention) => show(mention, style)).join(" ");
    lines.push(`  ${style.label("told again".padEnd(11))}${again}`);
  }
  return lines.join("\n");
}

function participant(one: Participant): string {
  const country = one.country.status === "known" ? one.country.value : "";
  const sector = one.sector.status === "known" ? one.sector.value : "";
  const name = one.name.status === "known" && one.name.value !== one.quote.text ? ` ${one.name.value}` : "";
  return `${[country, sector].filter((part) => part !== "").join(" ") || "–"}${name}`;
}

function remark(one: Participant): string {
  const remarks: string[] = [];
  if (one.basis === "inferred") remarks.push("inferred");
  if (one.country.status === "known" && one.country.basis === "inferred") remarks.push("country inferred");
  if (one.country.status === "unknown" && one.country.reason === "withheld-by-report")
    remarks.push("country withheld");
  if (one.role !== undefined) remarks.push(one.role);
  return remarks.join(", ");
}

function placeLine(place: Place, style: Style): readonly string[] {
  if (place.status === "not-applicable") return [];
  if (place.status === "unknown") {
    if (place.quotes.length === 0) return [];
    return [line("where", `? ${(place.candidates ?? []).join(" or ")}`, place.quotes, place.reason, style)];
  }
  const point = place.lat === undefined ? "area" : `±${place.precision.radiusKm} km`;
  const value = [place.name, place.country].filter((part) => part !== undefined).join(", ");
  return [line("where", value, place.quotes, `${place.kind} ${point}`, style)];
}

function timeLine(time: Time, style: Style): readonly string[] {
  if (time.status === "not-applicable") return [];
  if (time.status === "unknown") {
    return time.quotes.length === 0 ? [] : [line("when", "?", time.quotes, time.reason, style)];
  }
  const value = time.from === time.to ? time.from : `${time.from}…${time.to}`;
  const from = time.anchor === "explicit" ? "" : `, from ${time.anchor}`;
  return [
    line("when", value, time.quotes, `${time.approximate ? "about a " : ""}${time.precision}${from}`, style),
  ];
}

function attributionLine(one: Attribution, style: Style): string {
  const cue = one.cue === undefined ? [] : [one.cue];
  const chain = one.chain.map((outer) => `told by “${clip(outer.source.quote.text, WIDEST)}”`);
  const remarks = [one.kind, one.stance, one.factuality, ...chain].join(", ");
  return line("according", participant(one.source), [one.source.quote, ...cue], remarks, style);
}

function range(quantity: Quantity): string {
  const about = quantity.approximate ? "about " : "";
  if (quantity.max === null) return `${about}${quantity.min} or more`;
  return quantity.min === quantity.max
    ? `${about}${quantity.min}`
    : `${about}${quantity.min}–${quantity.max}`;
}

function line(label: string, value: string, quotes: readonly Quote[], remarks: string, style: Style): string {
  const receipt = quotes.map((one) => show(one, style)).join(" ");
  const tail = remarks === "" ? "" : `  ${style.quiet(remarks)}`;
  return `  ${style.label(label.padEnd(11))}${value.padEnd(24)} ${receipt}${tail}`;
}

function row(styled: string, width: number, rest: string): string {
  return `${styled}${" ".repeat(Math.max(2, 25 - width))}${rest}`;
}

function show(one: Quote, style: Style): string {
  return `“${clip(one.text, WIDEST)}” ${style.quiet(`[${one.start},${one.end})`)}`;
}

function noteLine(note: CodedReport["notes"][number], style: Style): string {
  const where = note.quote === undefined ? "" : ` ${show(note.quote, style)}`;
  return style.quiet(`note ${note.code}: ${note.message}${where}`);
}

function firstLine(text: string): string {
  return text.trimStart().split("\n", 1)[0] ?? "";
}

/** Quotes may run over lines; on a terminal they stay on one. */
function clip(text: string, width: number): string {
  const flat = text.replace(/\s+/g, " ").trim();
  return flat.length <= width ? flat : `${flat.slice(0, width - 1)}…`;
}
