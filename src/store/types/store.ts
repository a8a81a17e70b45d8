import type { NewReview, Review } from "../../corrections/review.ts";
import type { CodedReport, CoderVersion } from "../../record/coded-report.ts";
import type { AccountTables } from "../accounts.ts";
import type { AuditTables } from "../audit.ts";
import type { FeedTables } from "../feeds.ts";
import type { LinkTables } from "../link-runs.ts";
import type { SearchTables } from "../searches.ts";
import type { SessionTables } from "../sessions.ts";
import type { TokenTables } from "../tokens.ts";
import type { WebhookTables } from "../webhooks.ts";
import type { ActorHead, ActorPage, NameHit } from "./actors.ts";
import type { Change, ChangeKind } from "./changes.ts";
import type { HappeningEvents, StoredEvent, StoredRecord, WholeEvent } from "./events.ts";
import type { EventFilter, Page, Paged } from "./filter.ts";
import type {
  Added,
  ListedReport,
  NewCoding,
  NewReport,
  NotCoded,
  ReportFilter,
  SearchHit,
  StoredReport,
} from "./reports.ts";
import type { Divide, QueueQuestion, ReviewedReport } from "./reviews.ts";
import type { Failure, NewFailure, Run, RunStart } from "./runs.ts";
import type { OriginKind, OutletHead, SourceHead, Stances, UnnamedSources } from "./sources.ts";
import type { Relink, ReportLink, Restory, Story, StoryFilter, StoryHead } from "./stories.ts";
import type { Box, Boxed, Bucket, Facets, Network, Timeline } from "./summaries.ts";
import type { Freshness, Problem, Stats } from "./upkeep.ts";

/**
 * What has been read, coded and decided. Reports and codings are immutable; reviews and links are appended. Open it
 * with `openStore`, close it when done: a store in a folder is locked for one process.
 */
export interface Store {
  readonly engine: "pglite" | "postgres";
  readonly location: string;

  readonly addReports: (reports: readonly NewReport[]) => Promise<readonly Added[]>;
  /** Adds codings; reports that are not stored yet are stored with them, all or none. The newest is current. */
  readonly addCodings: (codings: readonly NewCoding[]) => Promise<readonly Added[]>;
  readonly addCoding: (coded: CodedReport, from?: string) => Promise<Added>;
  readonly report: (key: string) => Promise<StoredReport | undefined>;
  /** By the day of publication, undated ones last. */
  readonly reports: (filter?: ReportFilter, page?: Page) => Promise<Paged<ListedReport>>;
  /** Which of these reports have a coding by this coder. */
  readonly codedBy: (keys: readonly string[], coder: CoderVersion) => Promise<ReadonlySet<string>>;
  /** Reports without a coding by this coder, in the order in which they were stored; constant memory. */
  readonly uncoded: (coder: CoderVersion) => AsyncIterable<StoredReport>;
  /** Reports that nobody has coded yet, or whose language is not coded, with the reason. */
  readonly notCoded: () => AsyncIterable<NotCoded>;

  /** Keys of the reports that were coded for the first time from one instant (ISO) on and before another. */
  readonly firstCoded: (from: string, before: string) => Promise<readonly string[]>;

  readonly event: (id: string) => Promise<WholeEvent | undefined>;
  readonly events: (filter?: EventFilter, page?: Page) => Promise<Paged<StoredEvent>>;
  readonly count: (filter?: EventFilter) => Promise<number>;
  /** Whole events in stored order, those of a report together; constant memory. */
  readonly streamEvents: (filter?: EventFilter) => AsyncIterable<WholeEvent>;
  /** The same as records, one a report, with the events that the filter leaves. */
  readonly streamCoded: (filter?: EventFilter) => AsyncIterable<CodedReport>;
  /** The same, with what links say of them. */
  readonly streamRecords: (filter?: EventFilter) => AsyncIterable<StoredRecord>;

  readonly facets: (filter?: EventFilter) => Promise<Facets>;
  readonly timeline: (filter: EventFilter, bucket: Bucket) => Promise<Timeline>;
  readonly box: (filter: EventFilter, box: Box, most?: number) => Promise<Boxed>;
  readonly search: (words: string, page?: Page, language?: string) => Promise<Paged<SearchHit>>;
  /** Parties whose name looks like the one given, spelling mistakes allowed; before them those that are `meant`. */
  readonly names: (name: string, page?: Page, meant?: readonly string[]) => Promise<Paged<NameHit>>;
  readonly actor: (who: string, most?: number) => Promise<ActorPage | undefined>;
  readonly actorNetwork: (filter?: EventFilter, most?: number) => Promise<Network>;

  /** For the queue of jobs, which keeps a schema of its own in the same database: a statement with its values, or a script. */
  readonly statement: (words: string, values: readonly unknown[]) => Promise<{ readonly rows: unknown[] }>;
  /** Does something while no other process on this store does what has the same name. */
  readonly inTurn: <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;
  /** Linking as it goes on from run to run; `setLinks` sets links from elsewhere. */
  readonly linking: LinkTables;
  readonly setLinks: (links: readonly ReportLink[]) => Promise<void>;
  /** From now on asking for the one gives the other. */
  readonly redirect: (kind: "story" | "happening", from: string, to: string, why: string) => Promise<void>;
  /** By their newest report; in the order `stored` by their names. */
  readonly stories: (page?: Page, filter?: StoryFilter) => Promise<Paged<StoryHead>>;
  readonly story: (id: string) => Promise<Story | undefined>;
  /** Every claim of a story, by happening and then by publication. */
  readonly claimsOf: (story: string) => Promise<readonly StoredEvent[]>;
  /** Of many stories at once, each under the name it has now. */
  readonly claimsOfEach: (stories: readonly string[]) => Promise<ReadonlyMap<string, readonly StoredEvent[]>>;
  /** Keys of the reports of stories that came into the store at an instant or later. */
  readonly cameToStories: (stories: readonly string[], instant: string) => Promise<ReadonlySet<string>>;

  readonly happening: (id: string, most?: number) => Promise<HappeningEvents | undefined>;
  /** Those that look like the name, or all: the most told first. */
  readonly actors: (name?: string, page?: Page, meant?: readonly string[]) => Promise<Paged<ActorHead>>;
  /** Who says so inside the reports of a filter, by name: who is cited most comes first. */
  readonly sources: (filter?: EventFilter, page?: Page) => Promise<Paged<SourceHead>>;
  /** The others, counted by country and sector. */
  readonly unnamedSources: (filter?: EventFilter, page?: Page) => Promise<Paged<UnnamedSources>>;
  /** What these sources do with what they speak of, how often. */
  readonly stancesOf: (filter: EventFilter, ids: readonly string[]) => Promise<ReadonlyMap<string, Stances>>;
  /** Whose reports these are: who has most comes first. */
  readonly outlets: (by: OriginKind, filter?: ReportFilter, page?: Page) => Promise<Paged<OutletHead>>;
  /** The same of those that tell the events of a filter. */
  readonly outletsOf: (by: OriginKind, filter?: EventFilter, page?: Page) => Promise<Paged<OutletHead>>;
  /** From an instant (ISO) or from where the page before ended, the oldest first. */
  readonly changes: (since: string, page?: Page, kinds?: readonly ChangeKind[]) => Promise<Paged<Change>>;

  readonly addReview: (review: NewReview) => Promise<Review>;
  /**
   * All or none, of one reviewer; what was said in one go is taken back in one go. Sent again under the same name of
   * the request, here and below, nothing is added and what was written the first time comes back.
   */
  readonly addReviews: (reviews: readonly NewReview[], request?: string) => Promise<readonly Review[]>;
  /**
   * Takes back the newest review of this person that still stands, with what was said in the same go and what it
   * changed in the links; undefined if there is none. Throws K164 if somebody changed these links since.
   */
  readonly undoReview: (reviewer: string, request?: string) => Promise<Review | undefined>;
  /**
   * Of one event, the oldest first, with those that were taken back and those that took them back; those that had been
   * written by an instant (ISO), if one is given.
   */
  readonly reviews: (event: string, asOf?: string) => Promise<readonly Review[]>;
  /** What one person did last, the newest first. */
  readonly reviewsBy: (reviewer: string, page?: Page) => Promise<Paged<Review>>;
  readonly reviewQueue: (question: QueueQuestion) => Promise<Paged<StoredEvent>>;
  /** How many events the queue still holds, counted up to `most`. */
  readonly queueLength: (question: QueueQuestion, most?: number) => Promise<number>;
  /** Reports with judged events, in the order of their keys. */
  readonly reviewedReports: () => AsyncIterable<ReviewedReport>;
  /** Moves events to another happening, as a run of links with a review of each event. Throws K509, K164. */
  readonly relink: (change: Relink, request?: string) => Promise<readonly Review[]>;
  /** Makes two events of one. The value of the first review is `{ into }`, the id of the event that is made. */
  readonly divide: (change: Divide, request?: string) => Promise<readonly Review[]>;
  /** Moves reports to another story, as a run of links with a review of each report. Throws K164, K166. */
  readonly restory: (change: Restory, request?: string) => Promise<readonly Review[]>;
  /** Every such review that is about a story, also those that were taken back; the oldest first. */
  readonly storyDecisions: (story: string) => Promise<readonly Review[]>;

  readonly startRun: (run: RunStart) => Promise<number>;
  readonly addFailures: (run: number, failures: readonly NewFailure[]) => Promise<void>;
  readonly solve: (failures: readonly number[]) => Promise<void>;
  readonly finishRun: (run: number, counts: Readonly<Record<string, number>>) => Promise<void>;
  /** Without an end: whoever looks meanwhile, or when it was broken off, sees how far it came. */
  readonly noteRun: (run: number, counts: Readonly<Record<string, number>>) => Promise<void>;
  readonly runs: () => Promise<readonly Run[]>;
  /** Of a command: under way, broken off or given up. */
  readonly unfinishedRuns: (command: string) => Promise<readonly Run[]>;
  readonly newestRuns: (page?: Page) => Promise<Paged<Run>>;
  /** Of one run, or of all: those that still stand. */
  readonly failures: (run?: number) => Promise<readonly Failure[]>;

  /** Who may use the store from outside, and what was done there. */
  readonly accounts: AccountTables;
  readonly sessions: SessionTables;
  readonly tokens: TokenTables;
  readonly audit: AuditTables;
  readonly searches: SearchTables;
  readonly webhooks: WebhookTables;
  /** What is asked for again and again. */
  readonly feeds: FeedTables;

  /** Re-reads everything and says what does not hold; an empty list is a sound store. */
  readonly verify: () => Promise<readonly Problem[]>;
  /** Everything into one file that either engine reads; gives the number of rows. */
  readonly backup: (file: string) => Promise<number>;
  /** A backup into this store, which must be empty. */
  readonly restore: (file: string) => Promise<number>;
  readonly stats: () => Promise<Stats>;
  readonly freshness: () => Promise<Freshness>;
  /** Brings statistics and visibility up to date after many writes. */
  readonly maintain: () => Promise<void>;
  readonly close: () => Promise<void>;
}
