import { createHash } from "node:crypto";
import { type Choice, sideBySide } from "../../linking/index.ts";
import { publishedDay } from "../../record/report.ts";
import { effectiveEvent } from "../../review/index.ts";
import type { Store } from "../../store/index.ts";
import { fail } from "../../text/errors.ts";
import { claimsByHappening } from "../claims/gather.ts";
import { type Brief, type BriefAnchor, type BriefReport, type BriefSentence, briefOf } from "./brief.ts";
import { claimSentences, eventSentence } from "./sentences.ts";

/**
 * One part of a brief as it is asked for: a heading; a sentence with the passages or the events that carry it; events
 * without a sentence of one's own, which are put into words; or a happening, field by field.
 */
export interface BriefItem {
  readonly text?: string | undefined;
  readonly heading?: boolean | undefined;
  readonly anchors?: readonly AskedAnchor[] | undefined;
  /** Ids of events. */
  readonly events?: readonly string[] | undefined;
  readonly happening?: string | undefined;
}

export interface AskedAnchor {
  readonly report: string;
  readonly start: number;
  readonly end: number;
  /** The words, where whoever asks wants them checked. */
  readonly text?: string | undefined;
}

export interface BriefOrder {
  readonly title: string;
  readonly marking?: string | undefined;
  readonly sentences: readonly BriefItem[];
  readonly choice: Choice;
  readonly made: string;
}

/** Throws K141 for what is not in the store, K160 and K161 for a sentence that nothing carries. */
export async function makeBrief(store: Store, order: BriefOrder): Promise<Brief> {
  const reports = new Map<string, BriefReport>();
  const reportOf = async (key: string): Promise<BriefReport> => {
    const report = reports.get(key) ?? (await reportIn(store, key));
    reports.set(key, report);
    return report;
  };
  const told: Told[] = [];
  for (const item of order.sentences) told.push(await toldBy(store, item, order.choice, reportOf));
  const sentences = told.flatMap((one) => one.sentences);
  for (const { report } of sentences.flatMap(({ anchors }) => anchors)) await reportOf(report);
  const sum = (count: (one: Told) => number): number => told.reduce((all, one) => all + count(one), 0);
  return briefOf(order, sentences, reports, {
    unreviewed: sum(({ unreviewed }) => unreviewed),
    leftOut: sum(({ leftOut }) => leftOut),
  });
}

interface Told {
  readonly sentences: readonly BriefSentence[];
  /** Events in it that nobody has looked at. */
  readonly unreviewed: number;
  /** Values that rest on no passage: a sentence of them would have no anchor. */
  readonly leftOut: number;
}

async function toldBy(
  store: Store,
  item: BriefItem,
  choice: Choice,
  reportOf: (key: string) => Promise<BriefReport>,
): Promise<Told> {
  const { text, heading, anchors = [], events = [], happening } = item;
  if (heading === true)
    return { sentences: [{ text: text ?? "", anchors: [], kind: "heading" }], unreviewed: 0, leftOut: 0 };
  const coded = await Promise.all(events.map((id) => eventIn(store, id)));
  const unreviewed = coded.filter(({ state }) => state === "unreviewed").length;
  if (text !== undefined) {
    const carried = coded.flatMap(({ sentence }) => sentence.anchors.slice(0, 1));
    const asked = await Promise.all(anchors.map((anchor) => withWords(anchor, reportOf)));
    return {
      sentences: [{ text, anchors: [...asked, ...carried], kind: "written" }],
      unreviewed,
      leftOut: 0,
    };
  }
  const claims = happening === undefined ? undefined : await happeningIn(store, happening, choice);
  return {
    sentences: [...coded.map(({ sentence }) => sentence), ...(claims?.sentences ?? [])],
    unreviewed: unreviewed + (claims?.unreviewed ?? 0),
    leftOut: claims?.leftOut ?? 0,
  };
}

async function withWords(
  { report, start, end, text }: AskedAnchor,
  reportOf: (key: string) => Promise<BriefReport>,
): Promise<BriefAnchor> {
  return { report, start, end, text: text ?? (await reportOf(report)).text.slice(start, end) };
}

async function eventIn(store: Store, id: string) {
  const stored = await store.event(id);
  if (stored === undefined) throw fail("K141", { what: "event", id });
  const { event, state } = effectiveEvent(stored.event, await store.reviews(stored.id));
  return { sentence: eventSentence(stored.report.key, event), state };
}

async function happeningIn(store: Store, id: string, choice: Choice): Promise<Told> {
  const found = await store.happening(id);
  const [gathered] = found === undefined ? [] : await claimsByHappening(store, found.events);
  if (found === undefined || gathered === undefined) throw fail("K141", { what: "happening", id });
  const all = claimSentences(sideBySide(gathered.id, gathered.members, choice));
  const sentences = all.filter(({ anchors }) => anchors.length > 0);
  return {
    sentences,
    leftOut: all.length - sentences.length,
    unreviewed: found.events.filter(({ review }) => review === "unreviewed").length,
  };
}

async function reportIn(store: Store, key: string): Promise<BriefReport> {
  const stored = await store.report(key);
  if (stored === undefined) throw fail("K141", { what: "report", id: key });
  const { report, storedAt } = stored;
  return {
    key,
    text: report.text,
    title: report.title,
    outlet: report.outlet,
    originator: report.originator,
    url: report.url,
    published: publishedDay(report),
    sha256: createHash("sha256").update(report.text).digest("hex"),
    storedAt,
  };
}
