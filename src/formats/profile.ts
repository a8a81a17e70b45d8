import type { Attribution } from "../record/attribution.ts";
import type { CodedReport } from "../record/coded-report.ts";
import type { Event } from "../record/event.ts";
import type { Participant } from "../record/participant.ts";

export const PROFILES = ["public", "partner", "internal"] as const;
/**
 * Who will read an export. `internal` keeps everything. `partner` and `public` leave out texts and bylines and shorten
 * quotes; `public` also reduces private persons to their roles and takes the pins off single buildings and sites.
 */
export type Profile = (typeof PROFILES)[number];

/** Words of a quote that may be shown. A few words of a press text are free in most places; a sentence may not be. */
const WORDS: Readonly<Record<Profile, number>> = {
  public: 8,
  partner: 25,
  internal: Number.POSITIVE_INFINITY,
};

export interface Redacted {
  readonly coded: CodedReport;
  /** What was held back, one entry an instance. */
  readonly heldBack: readonly string[];
}

export const HELD_BACK = {
  person: "private persons reduced to their role",
  quote: "quotes shortened",
  site: "points of single sites taken off",
  text: "texts of reports left out",
  byline: "bylines left out",
} as const;

export function redact(coded: CodedReport, profile: Profile): Redacted {
  if (profile === "internal") return { coded, heldBack: [] };
  const heldBack: string[] = [];
  const note = (what: string): void => {
    heldBack.push(what);
  };
  const events = coded.events.map((event) => (profile === "public" ? withoutPersons(event, note) : event));
  const { byline, text: _, blocks, ...header } = coded.report;
  if (byline !== undefined) note(HELD_BACK.byline);
  note(HELD_BACK.text);
  const shown = {
    ...coded,
    report: { ...header, text: "", blocks: blocks.map((block) => ({ ...block, text: "" })) },
    events,
    notes: [],
  };
  return { coded: shortened(shown, WORDS[profile], note) as CodedReport, heldBack };
}

function withoutPersons(event: Event, note: (what: string) => void): Event {
  const reduce = (one: Participant): Participant => {
    if (!isPrivate(one)) return one;
    note(HELD_BACK.person);
    const words = one.role ?? "a private person";
    const { actorId: _, wikidata: __, ...rest } = one;
    return {
      ...rest,
      quote: { ...one.quote, text: words },
      mentions: one.mentions.map((mention) => ({ ...mention, text: words })),
      name: { status: "not-applicable", reason: "private person, reduced to the role" },
    };
  };
  const attribution = (one: Attribution): Attribution => ({
    ...one,
    source: reduce(one.source),
    chain: one.chain.map((outer) => ({ ...outer, source: reduce(outer.source) })),
  });
  return {
    ...event,
    actors: event.actors.map(reduce),
    recipients: event.recipients.map(reduce),
    attributions: event.attributions.map(attribution),
    place: withoutPin(event.place, note),
    because: [],
  };
}

/** Named by the report, but in no registry and in no office. */
export function isPrivate({ kind, name, actorId, wikidata, role }: Participant): boolean {
  if (name.status === "not-applicable") return true;
  return (
    kind === "person" &&
    actorId === undefined &&
    wikidata === undefined &&
    role === undefined &&
    name.status === "known"
  );
}

function withoutPin(place: Event["place"], note: (what: string) => void): Event["place"] {
  if (place.status !== "known" || place.kind !== "site" || place.lat === undefined) return place;
  note(HELD_BACK.site);
  const { lat: _, lon: __, ...rest } = place;
  return rest;
}

/** Every quote at any depth, cut to so many words. What holds nothing to cut is not copied: a million events pass here. */
function shortened(value: unknown, words: number, note: (what: string) => void): unknown {
  if (typeof value !== "object" || value === null) return value;
  const from = value as Readonly<Record<string, unknown>>;
  let copy: Record<string, unknown> | undefined;
  for (const key of Object.keys(from)) {
    const before = from[key];
    if (typeof before !== "object" || before === null) continue;
    const after = shortened(before, words, note);
    if (after === before) continue;
    copy ??= (Array.isArray(value) ? [...value] : { ...from }) as Record<string, unknown>;
    copy[key] = after;
  }
  const { start, end, text } = from;
  if (start === undefined || end === undefined || typeof text !== "string") return copy ?? value;
  if (text.length <= words) return copy ?? value;
  const all = text.split(/\s+/);
  if (all.length <= words) return copy ?? value;
  note(HELD_BACK.quote);
  return { ...(copy ?? from), text: `${all.slice(0, words).join(" ")} …` };
}
