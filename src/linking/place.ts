import { createHash } from "node:crypto";
import { type CopyText, copyBetween } from "./copies.ts";
import { type DecidedPairs, decidedPairs, type StoryDecision } from "./decided.ts";
import { eventsOf, type PairWeights } from "./events.ts";
import { type MentionMaterial, mentionOf } from "./material.ts";
import { type Reconciled, reconcile } from "./reconcile.ts";
import { type Stories, storiesOf } from "./stories.ts";
import type { LinkUse } from "./uses.ts";
import { nearestOf } from "./why.ts";

/** A report of a store as linking sees it. */
export interface WindowReport {
  readonly key: string;
  /** Publication day, YYYY-MM-DD. */
  readonly day?: string;
  readonly terms: Readonly<Record<string, number>>;
  /** Absent for one that was never placed. */
  readonly story?: string;
  /** To be placed now: new, or with a new coding. */
  readonly isFresh: boolean;
}

export interface CopyCandidate extends CopyText {
  /** What it is known to repeat. `id` is its key. */
  readonly copyOf?: { readonly report: string; readonly containment: number };
}

export interface WindowMention {
  readonly report: string;
  readonly material: MentionMaterial;
  readonly happening?: string;
  /** A person said which happening it tells: that stands. */
  readonly isDecided?: boolean;
}

/** What lies around the reports to be placed. Texts and mentions are asked for only where they are needed. */
export interface LinkWindow {
  readonly run: number;
  /** Every report is placed anew: a fresh one has a name to hand on, and is bound to nobody by it. */
  readonly isAgain: boolean;
  readonly reports: readonly WindowReport[];
  /** Stories that reach beyond the window. */
  readonly wideStories: ReadonlySet<string>;
  /** What people said of these reports and of others, the oldest first. */
  readonly decisions: readonly StoryDecision[];
  /** The report itself first, then those that share fingerprints with it. */
  readonly copyCandidates: (key: string) => Promise<readonly CopyCandidate[]>;
  /** Mentions of these reports, and the happenings among theirs that other reports tell too. */
  readonly mentions: (keys: readonly string[]) => Promise<{
    readonly mentions: readonly WindowMention[];
    readonly wide: ReadonlySet<string>;
  }>;
}

export interface Placement {
  readonly stories: readonly { readonly report: string; readonly story: string; readonly why: string }[];
  readonly copies: readonly {
    readonly report: string;
    readonly of: string;
    readonly containment: number;
    readonly why: string;
  }[];
  /** By event. */
  readonly happenings: readonly {
    readonly event: string;
    readonly happening: string;
    readonly why: string;
  }[];
  readonly merged: readonly Renaming[];
  readonly split: readonly Renaming[];
}

export interface Renaming {
  readonly kind: "story" | "happening";
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

/**
 * Places the fresh reports of a window among the others. Only what changes is given back; names of stories and
 * happenings last, merged ones are listed with their heirs. The same window gives the same placement.
 */
export async function place(
  window: LinkWindow,
  weights: PairWeights,
  use: LinkUse = "reading",
): Promise<Placement> {
  const reports = [...window.reports].sort((a, b) => (a.key < b.key ? -1 : 1));
  const decided = decidedPairs(
    reports.map(({ key }) => key),
    window.decisions,
  );
  const stories = storiesOf(
    reports.map(({ terms, day }) => ({ terms: new Map(Object.entries(terms)), day })),
    decided,
  );
  const named = nameStories(reports, stories, window, decided);
  const moved = reports.filter(({ key, story }) => named.nameOf.get(key) !== story);
  const touched = new Set([
    ...moved.flatMap(({ key, story }) => [named.nameOf.get(key)!, ...(story === undefined ? [] : [story])]),
    ...reports.filter(({ isFresh }) => isFresh).map(({ key }) => named.nameOf.get(key)!),
  ]);
  const happenings = await placeMentions(reports, stories, named, touched, window, weights, use);
  return {
    stories: moved.map(({ key }) => ({
      report: key,
      story: named.nameOf.get(key)!,
      why: nearestOf(reports, stories, key, named.nameOf),
    })),
    copies: await placeCopies(reports, window),
    happenings: happenings.changed,
    merged: [...renamings("story", named.merged, "one story now"), ...happenings.merged],
    split: [...renamings("story", named.split, "no longer one story"), ...happenings.split],
  };
}

function nameStories(
  reports: readonly WindowReport[],
  stories: Stories,
  { wideStories, run, isAgain }: LinkWindow,
  decided: DecidedPairs,
): Reconciled {
  const refused = refusedNames(reports, decided);
  const isNew = new Set(reports.filter(({ story }) => story === undefined).map(({ key }) => key));
  return reconcile(
    stories.stories.map((members) => members.map((index) => reports[index]!.key)),
    new Map(
      reports.flatMap(({ key, story, isFresh }) =>
        story === undefined || (isAgain && isFresh && wideStories.has(story)) ? [] : [[key, story] as const],
      ),
    ),
    {
      wide: wideStories,
      // A report that founded a story before may not give its name to a second one.
      fresh: ([first]) => `s${hashOf(isNew.has(first!) ? first! : `${first} ${run}`)}`,
      refuses: (members, name) => members.some((key) => refused.get(key)?.has(name) === true),
    },
  );
}

/** By report the stories of those from which a person told it apart. */
function refusedNames(
  reports: readonly WindowReport[],
  { apart }: DecidedPairs,
): ReadonlyMap<string, ReadonlySet<string>> {
  const refused = new Map<string, Set<string>>();
  const refuse = ({ key }: WindowReport, { story }: WindowReport): void => {
    if (story !== undefined) refused.set(key, (refused.get(key) ?? new Set()).add(story));
  };
  for (const [a, b] of apart) {
    refuse(reports[a]!, reports[b]!);
    refuse(reports[b]!, reports[a]!);
  }
  return refused;
}

async function placeMentions(
  reports: readonly WindowReport[],
  stories: Stories,
  named: Reconciled,
  touched: ReadonlySet<string>,
  window: LinkWindow,
  weights: PairWeights,
  use: LinkUse,
): Promise<{
  readonly changed: Placement["happenings"];
  readonly merged: readonly Renaming[];
  readonly split: readonly Renaming[];
}> {
  const indexOf = new Map(reports.map(({ key }, index) => [key, index]));
  const keys = reports.map(({ key }) => key).filter((key) => touched.has(named.nameOf.get(key)!));
  const { mentions: unsorted, wide } = await window.mentions(keys);
  const mentions = [...unsorted].sort((a, b) => (a.material.event < b.material.event ? -1 : 1));
  const free = mentions.filter(({ isDecided }) => isDecided !== true);
  const clusters = eventsOf(
    mentions.map(({ material, report }) => mentionOf(material, indexOf.get(report)!)),
    stories,
    weights,
    use,
  )
    .map((members) => members.filter((index) => mentions[index]!.isDecided !== true))
    .filter((members) => members.length > 0)
    .map((members) => members.map((index) => mentions[index]!.material.event));
  const old = namesIn(free);
  const decided = mentions.flatMap(({ isDecided, happening }) => (isDecided ? (happening ?? []) : []));
  // A name that somebody gave is in use, whatever its other members come to.
  const inUse = new Set([...wide, ...decided]);
  const isFresh = new Set(reports.filter((report) => report.isFresh).map(({ key }) => key));
  const heirs = free.filter(
    ({ report, happening }) => !(window.isAgain && isFresh.has(report) && wide.has(happening ?? "")),
  );
  const { nameOf, merged, split } = reconcile(clusters, namesIn(heirs), {
    wide: inUse,
    fresh: ([first]) => `e${hashOf(old.has(first!) ? `${first} ${window.run}` : first!)}`,
  });
  const sizeOf = new Map(
    clusters.flatMap((members) => members.map((event) => [event, members.length] as const)),
  );
  const changed = free.flatMap(({ material: { event } }) => {
    const happening = nameOf.get(event)!;
    const others = (sizeOf.get(event) ?? 1) - 1;
    const why = others === 0 ? "no other telling is likely enough" : `told like ${others} other mentions`;
    return old.get(event) === happening ? [] : [{ event, happening, why }];
  });
  return {
    changed,
    merged: renamings("happening", merged, "one happening now"),
    split: renamings("happening", split, "no longer one happening"),
  };
}

/** The happenings of mentions, by event. */
function namesIn(mentions: readonly WindowMention[]): ReadonlyMap<string, string> {
  return new Map(
    mentions.flatMap(({ material, happening }) =>
      happening === undefined ? [] : [[material.event, happening] as const],
    ),
  );
}

function renamings(
  kind: Renaming["kind"],
  list: readonly { readonly from: string; readonly to: string }[],
  why: string,
): readonly Renaming[] {
  return list.map(({ from, to }) => ({ kind, from, to, why }));
}

/** For each fresh report what it repeats, and which older ones turn out to repeat it. */
async function placeCopies(
  reports: readonly WindowReport[],
  window: LinkWindow,
): Promise<Placement["copies"]> {
  const best = new Map<string, { readonly of: string; readonly containment: number }>();
  for (const { key } of reports.filter(({ isFresh }) => isFresh)) {
    const [own, ...others] = await window.copyCandidates(key);
    for (const other of others) {
      const found = copyBetween(own!, other);
      if (found === undefined) continue;
      const [copy, origin] = found.copy === "first" ? [own!, other] : [other, own!];
      const known = best.get(copy.id) ?? given(copy);
      if (known !== undefined && !isBetter({ of: origin.id, ...found }, known)) continue;
      best.set(copy.id, { of: origin.id, containment: found.containment });
    }
  }
  return [...best].map(([report, { of, containment }]) => ({
    report,
    of,
    containment,
    why: `${Math.round(100 * containment)} % of the shorter text's runs of five words stand in the other`,
  }));
}

function given({ copyOf }: CopyCandidate): { readonly of: string; readonly containment: number } | undefined {
  return copyOf && { of: copyOf.report, containment: copyOf.containment };
}

interface Origin {
  readonly of: string;
  readonly containment: number;
}

/** More of the text, then the smaller key. Stored containments have seven digits. */
function isBetter(one: Origin, other: Origin): boolean {
  const difference = one.containment - other.containment;
  return Math.abs(difference) > 1e-6 ? difference > 0 : one.of < other.of;
}

function hashOf(words: string): string {
  return createHash("sha256").update(words).digest("hex").slice(0, 12);
}
