import { createHash } from "node:crypto";
import { codingsOf, effectiveEvent } from "../corrections/index.ts";
import type { Attribution } from "../record/attribution.ts";
import type { Event } from "../record/event.ts";
import { countryOf, nameOf, type Participant, sectorOf } from "../record/participant.ts";
import { publishedDay } from "../record/report.ts";
import type { ReviewedReport } from "../store/types.ts";
import { convertSpans } from "../text/offsets.ts";
import type { Quote } from "../text/span.ts";

/**
 * One report as training data, in the shape in which gold is written by hand, with offsets in code points. What a hand
 * coder would know and a review does not is said: `complete` is false while an event waits for its judgement, and
 * events that the coder missed are not there in any case.
 */
export interface TrainingLine {
  readonly id: string;
  readonly text_sha256: string;
  readonly language: string;
  readonly title?: string;
  readonly url?: string;
  readonly published?: string;
  /** Only if asked for: the text is the outlet's. */
  readonly text?: string;
  readonly complete: boolean;
  readonly events: readonly TrainingEvent[];
  /** What the coder took for an event and people did not: as good for learning as the events. */
  readonly rejected: readonly { readonly trigger: Quote; readonly type: string; readonly reason: string }[];
}

export interface TrainingEvent {
  readonly eid: string;
  readonly type: string;
  readonly mode: string | null;
  readonly alt_type: null;
  readonly optional: false;
  readonly trigger: Quote;
  readonly actor: readonly TrainingParty[];
  readonly recipient: readonly TrainingParty[];
  readonly place: (Quote & { readonly name: string; readonly country: string | null }) | null;
  readonly date: (Quote & { readonly from: string; readonly to: string; readonly precision: string }) | null;
  readonly factuality: string;
  readonly phase: string;
  readonly attempt: boolean;
  readonly sources: readonly (Quote & { readonly kind: string })[];
  readonly quantities: readonly (Quote & {
    readonly kind: string;
    readonly min: number;
    readonly max: number | null;
  })[];
  /** `accepted` or `corrected`; how many people judged it, and whether one more settled it. Never who. */
  readonly review: { readonly state: string; readonly reviewers: number; readonly adjudicated: boolean };
}

interface TrainingParty extends Quote {
  readonly country: string | null;
  readonly sector: string | null;
  readonly name: string | null;
}

/** Undefined if nothing of the report was judged. */
export function trainingLine(reviewed: ReviewedReport, withText = false): TrainingLine | undefined {
  const { key, coded, reviews } = reviewed;
  const { report } = coded;
  const judged = coded.events.map((event) => {
    const own = reviews.filter((review) => review.event === `${key}.${event.id}`);
    return { ...effectiveEvent(event, own), reviewers: codingsOf(own).size };
  });
  if (judged.every(({ state }) => state === "unreviewed")) return undefined;
  const kept = judged.filter(({ state }) => state === "accepted" || state === "edited");
  const rejected = judged.filter(({ state }) => state === "rejected");
  const published = publishedDay(report);
  const line: TrainingLine = {
    id: key,
    text_sha256: createHash("sha256").update(report.text).digest("hex"),
    language: report.language,
    ...(report.title === undefined ? {} : { title: report.title }),
    ...(report.url === undefined ? {} : { url: report.url }),
    ...(published === undefined ? {} : { published }),
    ...(withText ? { text: report.text } : {}),
    complete: judged.every(({ state }) => state !== "unreviewed"),
    events: kept.map(({ event, state, reviewers, isAdjudicated }, index) => ({
      eid: `e${index + 1}`,
      ...eventOf(event),
      review: {
        state: state === "edited" ? "corrected" : state,
        reviewers,
        adjudicated: isAdjudicated,
      },
    })),
    rejected: rejected.map(({ event, judged: by }) => ({
      trigger: event.trigger,
      type: event.type,
      reason: by?.reason ?? "",
    })),
  };
  return coded.offsets === "code-points" ? line : convertSpans(line, report.text, "code-points");
}

function eventOf(event: Event): Omit<TrainingEvent, "eid" | "review"> {
  const { type, modes, trigger, place, time, factuality, phase, attempt } = event;
  return {
    type,
    mode: modes[0]?.value ?? null,
    alt_type: null,
    optional: false,
    trigger,
    actor: event.actors.map(partyOf),
    recipient: event.recipients.map(partyOf),
    // Gold marks the words; a value that rests on none has no place in it.
    place:
      place.status === "known" && place.quotes[0] !== undefined
        ? { ...place.quotes[0], name: place.name, country: place.country ?? null }
        : null,
    date:
      time.status === "known" && time.quotes[0] !== undefined
        ? { ...time.quotes[0], from: time.from, to: time.to, precision: PRECISION[time.precision] }
        : null,
    factuality: factuality.value,
    phase,
    attempt,
    sources: event.attributions.map((one) => ({ ...one.source.quote, kind: KINDS[one.kind] })),
    quantities: event.quantities.map(({ quote, kind, min, max }) => ({ ...quote, kind, min, max })),
  };
}

const KINDS: Readonly<Record<Attribution["kind"], string>> = {
  named: "named",
  unnamed: "unnamed",
  document: "document",
  "other-outlet": "outlet-other",
};

/** Gold knows day, week, month, year and decade; a season is three months of it. */
const PRECISION: Readonly<Record<Extract<Event["time"], { status: "known" }>["precision"], string>> = {
  minute: "day",
  hour: "day",
  "part-of-day": "day",
  day: "day",
  week: "week",
  month: "month",
  season: "month",
  year: "year",
  decade: "decade",
};

const INTERNATIONAL: ReadonlySet<string> = new Set(["IGO", "NGO", "IMG", "MNC", "ISM"]);

/** Gold writes kinds of international parties in the place of a country. */
function partyOf(one: Participant): TrainingParty {
  const sector = sectorOf(one);
  const isInternational = sector !== undefined && INTERNATIONAL.has(sector);
  return {
    ...one.quote,
    country: isInternational ? sector : (countryOf(one) ?? null),
    sector: isInternational ? null : (sector ?? null),
    name: nameOf(one) ?? null,
  };
}
