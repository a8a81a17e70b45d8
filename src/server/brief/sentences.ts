import { inWords } from "../../formats/in-words.ts";
import type { Event } from "../../record/event.ts";
import { countryOf, nameOf, type Participant } from "../../record/participant.ts";
import { quotesOf } from "../../record/quotes.ts";
import type { SideBySide } from "../../record/side-by-side.ts";
import type { BriefAnchor, BriefSentence } from "./brief.ts";

/** Passages that one sentence is given at most. */
const MOST = 6;

/** One event in a sentence: who, what, to whom, where, when, and according to whom. */
export function eventSentence(report: string, event: Event): BriefSentence {
  const { type, modes, trigger, actors, recipients, place, time } = event;
  const what = [type, ...modes.map(({ value }) => value)].join(" ");
  const parts = [
    `${named(actors, "somebody whom the report does not name")}: “${trigger.text}” (${what})`,
    recipients.length === 0 ? undefined : `towards ${named(recipients, "")}`,
    place.status === "known" ? `in ${[place.name, place.country].filter(Boolean).join(", ")}` : undefined,
    time.status === "known" ? `on ${days(time)}` : "on a day that the report does not give",
    inWords(event),
  ];
  const told = [
    trigger,
    ...actors.map(({ quote }) => quote),
    ...recipients.map(({ quote }) => quote),
    ...(place.status === "known" ? place.quotes : []),
    ...(time.status === "known" ? time.quotes : []),
    ...event.attributions.map(({ source }) => source.quote),
  ];
  return {
    text: `${parts.filter((part) => part !== undefined && part !== "").join("; ")}.`,
    anchors: anchorsOf(report, told),
    kind: "event",
  };
}

/** Every field of a happening in a sentence: one value, or who says what where they differ. */
export function claimSentences({ rows, columns }: SideBySide): readonly BriefSentence[] {
  return rows.flatMap((row) => {
    const said = row.cells.flatMap((cell, at) =>
      cell === null ? [] : [{ cell, speaker: columns[at]!.words }],
    );
    if (said.length === 0) return [];
    const told = said.map(
      ({ cell, speaker }) =>
        `${cell.stance === "denies" ? "denied by" : shown(row.field, cell.value)} (${speaker})`,
    );
    const differ = row.contested ? "contested: " : "";
    return [
      {
        text: `${label(row.field)} - ${differ}${[...new Set(told)].join(", ")}.`,
        anchors: said.flatMap(({ cell }) =>
          cell.quotes.slice(0, 1).map(({ report, start, end, text }) => ({ report, start, end, text })),
        ),
        kind: "claim" as const,
      },
    ];
  });
}

const LABELS: Readonly<Record<string, string>> = {
  type: "What",
  actors: "Who",
  recipients: "To whom",
  time: "When",
  place: "Where",
};

function label(field: string): string {
  return LABELS[field] ?? `${field.slice(0, 1).toUpperCase()}${field.slice(1)}`;
}

/** "8-" is 8 or more. */
function shown(field: string, value: string): string {
  if (field in LABELS) return value;
  const [min, max] = value.split("-");
  if (max === undefined) return value;
  return max === "" ? `${min} or more` : `${min} to ${max}`;
}

function named(list: readonly Participant[], none: string): string {
  // Two parties in the same words, as the ministers of two states, are named once with both countries.
  const countries = new Map<string, readonly string[]>();
  for (const one of list) {
    const name = nameOf(one) ?? one.quote.text;
    countries.set(name, [...(countries.get(name) ?? []), ...[countryOf(one) ?? []].flat()]);
  }
  const names = [...countries].map(([name, of]) =>
    of.length === 0 ? name : `${name} [${[...new Set(of)].join(", ")}]`,
  );
  return names.length === 0 ? none : names.join(", ");
}

function days({ from, to }: { readonly from: string; readonly to: string }): string {
  return from === to ? from : `a day or days from ${from} to ${to}`;
}

function anchorsOf(report: string, value: unknown): readonly BriefAnchor[] {
  const quotes = quotesOf(value).map(({ start, end, text }) => ({ report, start, end, text }));
  const unique = new Map(quotes.map((quote) => [`${quote.start} ${quote.end}`, quote]));
  return [...unique.values()].filter(({ start, end }) => end > start).slice(0, MOST);
}
