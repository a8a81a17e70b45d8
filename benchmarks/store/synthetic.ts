import { EVENT_TYPES } from "../../src/ontology/plover/codes.ts";
import { NOT_STATED } from "../../src/record/cell.ts";
import { type CodedReport, SCHEMA_VERSION } from "../../src/record/coded-report.ts";
import type { Event } from "../../src/record/event.ts";
import type { Participant } from "../../src/record/participant.ts";
import type { Report } from "../../src/record/report.ts";

/** Numbers that look random and are the same in every run. */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const COUNTRIES =
  "COD NGA MLI SDN ETH SOM YEM SYR IRQ UKR RUS ISR LBN IRN AFG PAK IND MMR PHL COL VEN HTI USA FRA GBR".split(
    " ",
  );
const SECTORS = ["GOV", "MIL", "REB", "CVL", "COP", "OPP"] as const;
const EVENTS_A_REPORT = 10;
/** Words of a report's text; a news report of middle length. */
const WORDS = 400;

/** The lower a number the commoner: news is about few things much, and about many things little. */
function skewed(random: () => number, size: number): number {
  return Math.floor(size * random() ** 3);
}

/** A coded report of ten events, made of its number alone. Ten reports in a row tell one story. */
export function syntheticReport(number: number): CodedReport {
  const random = generator(number * 7919 + 1);
  const words = Array.from({ length: WORDS }, () => `w${skewed(random, 20_000)}`);
  const text = words.join(" ");
  const day = dayOf(skewed(random, 3650));
  const title = words.slice(0, 6).join(" ");
  const outlet = `Outlet ${skewed(random, 200)}`;
  const known = timeOf(day);
  const report: Report = {
    id: `r${number}`,
    text,
    title,
    url: `https://news.example/${number}`,
    language: "en",
    outlet,
    published: known,
    blocks: [{ kind: "body", start: 0, end: text.length, text }],
  };
  return {
    schema: SCHEMA_VERSION,
    id: report.id,
    offsets: "utf-16",
    report,
    events: Array.from({ length: EVENTS_A_REPORT }, (_, index) => eventOf(random, text, index, day)),
    notes: [],
    coder: { program: "bench", model: "0", codebook: "0", gazetteer: "0", registry: "0", options: {} },
  };
}

function eventOf(random: () => number, text: string, index: number, day: string): Event {
  const start = index * 30;
  const quote = { start, end: start + 20, text: text.slice(start, start + 20) };
  const place = skewed(random, 5000);
  const sure = 0.2 + 0.8 * random();
  const reported = random() < 0.4;
  return {
    id: `e${index}`,
    type: EVENT_TYPES[skewed(random, EVENT_TYPES.length)]!,
    modes: [],
    contexts: [],
    alternatives: [],
    trigger: quote,
    mentions: [quote],
    actors: [partyOf(random, quote)],
    recipients: random() < 0.7 ? [partyOf(random, quote)] : [],
    place: {
      status: "known",
      basis: "quoted",
      quotes: [quote],
      confidence: sure,
      name: `Town ${place}`,
      kind: "town",
      country: COUNTRIES[place % COUNTRIES.length]!,
      lat: ((place * 37) % 120) - 60 + (place % 97) / 97,
      lon: ((place * 61) % 340) - 170 + (place % 89) / 89,
      precision: { kind: "town", radiusKm: 5 },
    },
    time: random() < 0.8 ? timeOf(day) : NOT_STATED,
    factuality: { value: reported ? "Uu" : "CT+", certainty: "certain", polarity: "+", quotes: [quote] },
    phase: random() < 0.8 ? "past" : "future",
    attempt: false,
    outcome: "unknown",
    attributions: reported
      ? [
          {
            source: partyOf(random, quote),
            kind: "named",
            content: [quote],
            stance: "asserts",
            factuality: "CT+",
            chain: [],
          },
        ]
      : [],
    quantities: [],
    confidence: {
      event: sure,
      type: sure,
      actors: sure,
      recipients: sure,
      place: sure,
      time: sure,
      factuality: sure,
      attributions: sure,
    },
    because: [
      { field: "type", rule: "lexicon", text: "the word is in the lexicon of the codebook", quotes: [quote] },
    ],
  };
}

function partyOf(random: () => number, quote: Event["trigger"]): Participant {
  const party = skewed(random, 20_000);
  const known = <Value>(value: Value) =>
    ({ status: "known", value, basis: "quoted", quotes: [quote], confidence: 1 }) as const;
  return {
    quote,
    mentions: [quote],
    name: known(`Party ${party} of ${COUNTRIES[party % COUNTRIES.length]}`),
    country: known(COUNTRIES[party % COUNTRIES.length]!),
    sector: known(SECTORS[party % SECTORS.length]!),
    kind: "organisation",
    basis: "quoted",
  };
}

/** Ten years back from a fixed day. */
export function dayOf(ago: number): string {
  return new Date(Date.UTC(2026, 4, 31) - ago * 86_400_000).toISOString().slice(0, 10);
}

function timeOf(day: string) {
  return {
    status: "known",
    basis: "normalised",
    quotes: [],
    confidence: 1,
    from: day,
    to: day,
    precision: "day",
    approximate: false,
    anchor: "explicit",
  } as const;
}
