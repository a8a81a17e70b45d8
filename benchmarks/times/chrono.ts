import { type ParsedComponents, parse } from "chrono-node";
import { isoWeek, PARTS, type Peer } from "./peers.ts";

/** chrono-node, with weekdays and months that it puts into the future stepped back. */
export const chrono: Peer = (paragraph, published) =>
  parse(paragraph, { instant: new Date(`${published}T12:00:00Z`), timezone: 0 }).flatMap((found) => {
    const span = { start: found.index, end: found.index + found.text.length };
    if (/^for\s/i.test(found.text)) return [{ ...span, type: "DURATION", value: lengthOf(found.text) }];
    const one = { ...span, ...meaningOf(found.text, found.start, published) };
    if (found.end == null) return [one];
    const cut = found.text.search(/\s*(?:-|–|\bto\b|\buntil\b|\bthrough\b|\band\b)\s*/i);
    if (cut <= 0) return [one];
    const rest = /^\s*(?:-|–|to|until|through|and)\s*/i.exec(found.text.slice(cut))?.[0].length ?? 1;
    return [
      { ...one, end: span.start + cut },
      { ...span, start: span.start + cut + rest, ...meaningOf(found.text, found.end, published) },
    ];
  });

function meaningOf(
  words: string,
  parsed: ParsedComponents,
  published: string,
): { readonly type: string; readonly value: string } {
  const iso = parsed.date().toISOString();
  const stepped = pastOf(parsed, iso.slice(0, 10), published);
  if (parsed.isCertain("hour") && !/\b(?:ago|later|earlier)\b/i.test(words))
    return { type: "TIME", value: `${stepped}T${iso.slice(11, 16)}` };
  const part = PARTS.find(([pattern]) => pattern.test(words));
  if (part !== undefined) return { type: "TIME", value: `${stepped}T${part[1]}` };
  if (/\bweeks?\b/i.test(words)) return { type: "DATE", value: isoWeek(stepped) };
  if (/\byears?\b|\bdecades?\b/i.test(words)) return { type: "DATE", value: stepped.slice(0, 4) };
  const isDay = parsed.isCertain("day") || parsed.isCertain("weekday");
  if (/\bmonths?\b/i.test(words) || !isDay)
    return {
      type: "DATE",
      value: parsed.isCertain("month") || /month/i.test(words) ? stepped.slice(0, 7) : stepped.slice(0, 4),
    };
  return { type: "DATE", value: stepped };
}

function pastOf(parsed: ParsedComponents, date: string, published: string): string {
  if (date <= published) return date;
  const day = new Date(`${date}T12:00:00Z`);
  if (parsed.isCertain("weekday") && !parsed.isCertain("day")) day.setUTCDate(day.getUTCDate() - 7);
  else if (parsed.isCertain("month") && !parsed.isCertain("year"))
    day.setUTCFullYear(day.getUTCFullYear() - 1);
  return day.toISOString().slice(0, 10);
}

function lengthOf(words: string): string {
  const [, count = "1", unit = "D"] = /(\d+|\w+)\s+(\w)\w*$/.exec(words) ?? [];
  const names = "one two three four five six seven eight nine ten".split(" ");
  const number = names.indexOf(count.toLowerCase()) + 1 || Number(count) || 1;
  return `P${/^h|^m(?!o)/i.test(unit) ? "T" : ""}${number}${unit.toUpperCase()}`;
}
