import { createHash } from "node:crypto";
import { type Choice, sideBySide } from "../../linking/index.ts";
import { publishedDay } from "../../record/report.ts";
import { effectiveEvent } from "../../review/index.ts";
import type { Store } from "../../store/index.ts";
import { fail } from "../../text/errors.ts";
import { claimsByHappening } from "../claims/gather.ts";
import { type Brief, type BriefReport, type BriefSentence, briefOf } from "./brief.ts";
import { claimSentences, eventSentence } from "./sentences.ts";

/** One part of a brief as it is asked for. */
export type BriefItem =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly anchors: readonly {
        readonly report: string;
        readonly start: number;
        readonly end: number;
        /** The words, where whoever asks wants them checked. */
        readonly text?: string | undefined;
      }[];
    }
  | { readonly kind: "event"; readonly event: string }
  | { readonly kind: "happening"; readonly happening: string };

export interface BriefOrder {
  readonly title: string;
  readonly marking?: string | undefined;
  readonly items: readonly BriefItem[];
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
  const sentences: BriefSentence[] = [];
  let [unreviewed, leftOut] = [0, 0];
  for (const item of order.items) {
    const told = item.kind === "text" ? undefined : await toldIn(store, item, order.choice);
    unreviewed += told?.unreviewed ?? 0;
    leftOut += told?.leftOut ?? 0;
    sentences.push(...(told?.sentences ?? [await written(item as Written, reportOf)]));
  }
  for (const { report } of sentences.flatMap(({ anchors }) => anchors)) await reportOf(report);
  return briefOf(order, sentences, reports, { unreviewed, leftOut });
}

type Written = Extract<BriefItem, { kind: "text" }>;

async function written(
  { text, anchors }: Written,
  reportOf: (key: string) => Promise<BriefReport>,
): Promise<BriefSentence> {
  const found = anchors.map(async ({ report, start, end, text: words }) => ({
    report,
    start,
    end,
    text: words ?? (await reportOf(report)).text.slice(start, end),
  }));
  return { text, anchors: await Promise.all(found), kind: "written" };
}

interface Told {
  readonly sentences: readonly BriefSentence[];
  /** Events in it that nobody has looked at. */
  readonly unreviewed: number;
  /** Values that rest on no passage: a sentence of them would have no anchor. */
  readonly leftOut: number;
}

async function toldIn(store: Store, item: Exclude<BriefItem, Written>, choice: Choice): Promise<Told> {
  if (item.kind === "event") {
    const stored = await store.event(item.event);
    if (stored === undefined) throw fail("K141", { what: "event", id: item.event });
    const { event, state } = effectiveEvent(stored.event, await store.reviews(stored.id));
    return {
      sentences: [eventSentence(stored.report.key, event)],
      unreviewed: state === "unreviewed" ? 1 : 0,
      leftOut: 0,
    };
  }
  const found = await store.happening(item.happening);
  const [gathered] = found === undefined ? [] : await claimsByHappening(store, found.events);
  if (found === undefined || gathered === undefined)
    throw fail("K141", { what: "happening", id: item.happening });
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
