import type { NewReview, QueueOrder, Review, ReviewState } from "../corrections/review.ts";
import type { EventType } from "../ontology/plover/codes.ts";
import type { FactualityValue } from "../record/attribution.ts";
import type { CodedReport, CoderVersion } from "../record/coded-report.ts";
import type { Event, Phase } from "../record/event.ts";
import type { PlaceKind } from "../record/place.ts";
import type { Report } from "../record/report.ts";
import type { Precision } from "../record/time.ts";
import type { AccountTables } from "./accounts.ts";
import type { AuditTables } from "./audit.ts";
import type { FeedTables } from "./feeds.ts";
import type { LinkTables } from "./link-runs.ts";
import type { SearchTables } from "./searches.ts";
import type { SessionTables } from "./sessions.ts";
import type { TokenTables } from "./tokens.ts";
import type { WebhookTables } from "./webhooks.ts";

export * from "../corrections/review.ts";
export type { Feed } from "./feeds.ts";

export const VOICES = ["outlet", "one-party", "denied"] as const;
/** Asserted by the outlet itself; said by a single party and not by the outlet; denied by somebody. */
export type Voice = (typeof VOICES)[number];

/** Every field narrows; the values of one field are alternatives. An empty filter is everything. */
export interface EventFilter {
  readonly types?: readonly EventType[];
  readonly modes?: readonly string[];
  readonly contexts?: readonly string[];
  /** ISO days, inclusive: events whose interval overlaps it. Undated events are then left out. */
  readonly from?: string;
  readonly to?: string;
  /** Of the event's place: ISO alpha-3. */
  readonly countries?: readonly string[];
  readonly admin1?: readonly string[];
  /** Each value is a country (COD), a sector (MIL), both (`COD MIL`), an id of the registry, or a name. */
  readonly actors?: readonly string[];
  readonly recipients?: readonly string[];
  /** Who says so inside the report; written like actors. */
  readonly sources?: readonly string[];
  readonly outlets?: readonly string[];
  readonly languages?: readonly string[];
  readonly factuality?: readonly FactualityValue[];
  readonly phases?: readonly Phase[];
  readonly voices?: readonly Voice[];
  /** Least confidence that the event was read rightly, 0 to 1. */
  readonly confidence?: number;
  readonly stories?: readonly string[];
  /** Ids of happenings: one event across reports. */
  readonly happenings?: readonly string[];
  /** Keys of reports. */
  readonly reports?: readonly string[];
  /** Words of the report, as typed into a search box: "exact phrase", -without, or. */
  readonly text?: string;
  readonly reviewed?: readonly ReviewState[];
  /** What the fields above look at: values as people left them if absent, `coded` as the coder wrote them. */
  readonly values?: "coded";
  /**
   * ISO instant: the codings and the reviews as they stood then. Links are known as of today only: the events come
   * without, and neither stories nor happenings nor the state of review can be asked for; the other fields look at what
   * was coded.
   */
  readonly asOf?: string;
}

export const ORDERS = ["newest", "oldest", "stored"] as const;
/** By the first day of the event, undated ones last; or in the order in which they were stored. */
export type Order = (typeof ORDERS)[number];

export interface Page {
  /** 1 to 1000; 50 if not given. */
  readonly size?: number;
  /** `next` of the page before. */
  readonly after?: string;
  readonly order?: Order;
}

export interface Paged<Item> {
  readonly items: readonly Item[];
  /** Absent on the last page. */
  readonly next?: string;
}

/** What a list shows of a report: everything but its text. */
export interface ReportHeader {
  /** The store's name for the report: of its text, place and header. */
  readonly key: string;
  readonly title?: string;
  readonly url?: string;
  readonly outlet?: string;
  readonly originator?: string;
  readonly language: string;
  /** First day of the publication date. */
  readonly published?: string;
  readonly story?: string;
  /** Key of the report that it repeats. */
  readonly copyOf?: string;
}

/** One event as one report tells it: a claim. */
export interface StoredEvent {
  /** Unique in the store: key of the report, a dot, id of the event in its record. */
  readonly id: string;
  readonly event: Event;
  readonly report: ReportHeader;
  /** The happening that it tells of, once reports are linked. */
  readonly happening?: string;
  readonly review: ReviewState;
}

/** A stored event with the whole report and what coded it: all that an export needs. */
export interface WholeEvent extends StoredEvent {
  readonly whole: Report;
  readonly coder: CoderVersion;
}

export interface StoredReport extends ReportHeader {
  readonly report: Report;
  readonly storedAt: string;
  /** Keys of all reports under the same address, the oldest first; absent for a report without address. */
  readonly versions?: readonly string[];
  readonly custody: readonly Custody[];
}

/** When and from where something was fetched. */
export interface Custody {
  readonly at: string;
  /** A file's name or an address. */
  readonly from: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of the bytes as fetched. */
  readonly sha256?: string;
  /** How a server answered, for what was fetched from one. */
  readonly answer?: FetchedAnswer;
}

export interface FetchedAnswer {
  /** The address that answered, and those that sent on to it. */
  readonly url: string;
  readonly redirects: readonly string[];
  /** The feed or sitemap that named the address, or `argument`. */
  readonly namedBy: string;
  readonly status: number;
  /** Length of the body after unpacking. */
  readonly bytes: number;
}

export interface NewReport {
  readonly report: Report;
  readonly from: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The bytes as fetched; kept only if given. */
  readonly bytes?: Uint8Array;
  /** When it was fetched, ISO; now if absent. */
  readonly at?: string;
  /** Of bytes that are not given. */
  readonly sha256?: string;
  readonly answer?: FetchedAnswer;
}

export interface NewCoding {
  /** With offsets in UTF-16 units. */
  readonly record: CodedReport;
  /** Where the report came from, for the custody log. */
  readonly from?: string;
}

export interface Added {
  readonly key: string;
  /** False: it was there already. */
  readonly added: boolean;
}

export interface Count {
  readonly value: string;
  readonly events: number;
}

export const FACETS = [
  "type",
  "country",
  "actor",
  "recipient",
  "factuality",
  "phase",
  "outlet",
  "reviewed",
] as const;
/** `actor` and `recipient` are the country of the first party. Events without a value count under the empty string. */
export type FacetName = (typeof FACETS)[number];

export interface Facets {
  readonly total: number;
  readonly facets: Readonly<Record<FacetName, readonly Count[]>>;
}

export const BUCKETS = ["day", "week", "month", "year"] as const;
export type Bucket = (typeof BUCKETS)[number];

/** Events that begin in a bucket, by the precision of their date: an event of "May" is never put on 1 May. */
export interface TimelineBucket {
  readonly from: string;
  readonly precision: Precision;
  readonly events: number;
}
export interface Timeline {
  readonly buckets: readonly TimelineBucket[];
  readonly undated: number;
}

/** Degrees; west greater than east crosses the date line. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}
export interface BoxPlace {
  readonly name: string;
  readonly geonames?: number;
  readonly kind: PlaceKind;
  readonly country?: string;
  readonly lat: number;
  readonly lon: number;
  readonly radiusKm: number;
  readonly events: number;
}
export interface Boxed {
  /** The most told first. */
  readonly places: readonly BoxPlace[];
  /** True if there were more places than asked for: never a silent cap. */
  readonly more: boolean;
  /** Events of the filter whose place is an area: they have no point and belong in a tray. */
  readonly areas: readonly Count[];
}

export interface SearchHit {
  readonly report: ReportHeader;
  /** The passage, cut at the words that were found. */
  readonly passage: readonly { readonly text: string; readonly hit: boolean }[];
  readonly rank: number;
}

export interface Party {
  readonly name?: string;
  readonly actorId?: string;
  readonly country?: string;
  readonly sector?: string;
}
export interface Dyad {
  readonly actor: Party;
  readonly recipient: Party;
  readonly events: number;
}
export interface Network {
  readonly dyads: readonly Dyad[];
  readonly more: boolean;
}

export const PARTY_ROLES = ["actor", "recipient", "source"] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

/** One party over time. Every number is of events that a filter with `who` in that role lists. */
export interface ActorPage {
  /** As it was asked for: a country, a sector, both, an id of the registry, or a name. */
  readonly who: string;
  /** What the name stands for in the store, the most told first. */
  readonly parties: readonly (Party & { readonly events: number })[];
  readonly events: number;
  /** Of these: without a date, or with one that is no finer than a year. They are in no month. */
  readonly undated: number;
  readonly from?: string;
  readonly to?: string;
  readonly roles: readonly { readonly role: PartyRole; readonly type: EventType; readonly events: number }[];
  readonly months: readonly { readonly month: string; readonly role: PartyRole; readonly events: number }[];
  /** `role` is the partner's: recipient if `who` acted on it, actor if it acted on `who`. */
  readonly partners: readonly {
    readonly role: "actor" | "recipient";
    readonly party: Party;
    readonly events: number;
  }[];
}

/** Name of a party that looks like the one asked for, with how alike (0 to 1) and how many events. */
export interface NameHit extends Party {
  readonly likeness: number;
}

export interface Story {
  readonly id: string;
  /** What was asked for, if that story has been merged into this one. */
  readonly askedFor?: string;
  readonly reports: readonly ReportHeader[];
  readonly from?: string;
  readonly to?: string;
  readonly events: number;
}

/** A story as a list shows it. */
export interface StoryHead {
  readonly id: string;
  /** Of its first report. */
  readonly title?: string;
  readonly reports: number;
  /** Reports that repeat no other one of the store. */
  readonly originals: number;
  /** First days of publication. */
  readonly oldest?: string;
  readonly newest?: string;
  /** Days of its events. */
  readonly from?: string;
  readonly to?: string;
  readonly events: number;
}

/** Every field narrows; `from` and `to` are days of publication, inclusive. */
export interface ReportFilter {
  readonly outlets?: readonly string[];
  readonly languages?: readonly string[];
  readonly stories?: readonly string[];
  readonly from?: string;
  readonly to?: string;
}
export interface ListedReport extends ReportHeader {
  readonly storedAt: string;
  /** Absent as long as it is not coded. */
  readonly events?: number;
}

/** Whole events of one happening, as their reports were published. */
export interface HappeningEvents {
  readonly id: string;
  /** What was asked for, if that happening has been merged into this one. */
  readonly askedFor?: string;
  readonly events: readonly WholeEvent[];
}

/** A party over all its names: how many events it acts in, suffers, and speaks of. */
export interface ActorHead extends Party {
  /** Of the registry, or the name. */
  readonly id: string;
  readonly acts: number;
  readonly receives: number;
  readonly says: number;
}

export const CHANGE_KINDS = ["coding", "review", "link"] as const;
/** Something that was added since: reports read and coded, reviews, links. */
export interface Change {
  readonly kind: (typeof CHANGE_KINDS)[number];
  readonly at: string;
  /** Key of the report, id of the event, or what was linked. */
  readonly subject: string;
  /** In a word: `first`, `again` for a coding; the verdict of a review; the kind of a link. */
  readonly what: string;
  readonly who?: string;
  readonly details: unknown;
}

export interface ReportLink {
  readonly report: string;
  readonly story: string;
  readonly copyOf?: { readonly report: string; readonly containment: number };
  /** Happening by event id. */
  readonly happenings: Readonly<Record<string, string>>;
}

export interface QueueQuestion {
  readonly order: QueueOrder;
  readonly reviewer: string;
  readonly filter?: EventFilter;
  /** For the random and the second coder's queue: the same seed gives the same sample. */
  readonly seed?: string;
  /** For the second coder: the share of judged events that is coded twice, 0 to 1. */
  readonly share?: number;
  readonly page?: Omit<Page, "order">;
}

/** A report with an event that somebody judged: its whole current coding, and every review of its events. */
export interface ReviewedReport {
  readonly key: string;
  readonly coded: CodedReport;
  readonly reviews: readonly Review[];
}

/** One hand-made change of links. */
export interface Relink {
  readonly verdict: "merge" | "split";
  readonly events: readonly string[];
  /** For a merge: the happening that they tell. A split makes a new one. */
  readonly to?: string | undefined;
  readonly reviewer: string;
  readonly reason: string;
}

/** One coded event that is two in the report. */
export interface Divide {
  /** Id of the event, which stays as the first of the two. */
  readonly event: string;
  /** Values that the first one gets, and those by which the second differs from what was coded. */
  readonly first?: readonly FieldValue[] | undefined;
  readonly second: readonly FieldValue[];
  readonly reviewer: string;
  readonly reason: string;
}
export interface FieldValue {
  readonly field: string;
  readonly value: unknown;
}

/** Reports that belong to another story than the links say. */
export interface Restory {
  /** `join`: they tell the story `to`; `leave`: they tell a story of their own. */
  readonly verdict: "join" | "leave";
  /** Keys of reports; instead of them `story`, whose reports are meant all of them. */
  readonly reports?: readonly string[] | undefined;
  readonly story?: string | undefined;
  readonly to?: string | undefined;
  readonly reviewer: string;
  readonly reason: string;
}

export interface RunStart {
  readonly command: string;
  readonly inputs: readonly string[];
  readonly options: Readonly<Record<string, string | number | boolean>>;
}
export const FAILURE_STATES = ["open", "solved"] as const;
/** One item that could not be read or coded. `solved` once a later try went well. */
export interface Failure {
  readonly id: number;
  readonly run: number;
  readonly name: string;
  /** The input of the run that it came from: what a retry reads again. */
  readonly input: string;
  readonly code: string;
  readonly message: string;
  readonly cure: string;
  readonly attempts: number;
  readonly state: (typeof FAILURE_STATES)[number];
  readonly at: string;
}
export type NewFailure = Pick<Failure, "name" | "input" | "code" | "message" | "cure">;
export interface Run extends RunStart {
  readonly id: number;
  readonly started: string;
  /** Absent while it runs, and for ever if it was killed. */
  readonly finished?: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** Code of the note in a coding that says that the coder does not read the report's language. */
export const FOREIGN = "foreign-language";
/** A report that is kept and has no events, and why. */
export interface NotCoded extends ReportHeader {
  readonly why: string;
}

export interface Problem {
  readonly where: string;
  readonly what: string;
}
export interface Stats {
  readonly engine: string;
  readonly version: string;
  readonly schema: number;
  readonly reports: number;
  readonly codedReports: number;
  /** Kept and not coded: in another language, or waiting. */
  readonly notCoded: number;
  readonly events: number;
  readonly codings: number;
  readonly stories: number;
  readonly reviews: number;
  readonly openFailures: number;
  readonly bytes: number;
}

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

  readonly facets: (filter?: EventFilter) => Promise<Facets>;
  readonly timeline: (filter: EventFilter, bucket: Bucket) => Promise<Timeline>;
  readonly box: (filter: EventFilter, box: Box, most?: number) => Promise<Boxed>;
  readonly search: (words: string, page?: Page, language?: string) => Promise<Paged<SearchHit>>;
  /** Parties whose name looks like the one given, spelling mistakes allowed. */
  readonly names: (name: string, most?: number) => Promise<readonly NameHit[]>;
  readonly actor: (who: string, most?: number) => Promise<ActorPage | undefined>;
  readonly actorNetwork: (filter?: EventFilter, most?: number) => Promise<Network>;

  /** For the queue of jobs, which keeps a schema of its own in the same database: a statement with its values. */
  readonly statement: (words: string, values: readonly unknown[]) => Promise<{ readonly rows: unknown[] }>;
  /** Linking as it goes on from run to run; `setLinks` sets links from elsewhere. */
  readonly linking: LinkTables;
  readonly setLinks: (links: readonly ReportLink[]) => Promise<void>;
  /** From now on asking for the one gives the other. */
  readonly redirect: (kind: "story" | "happening", from: string, to: string, why: string) => Promise<void>;
  /** By their newest report; in the order `stored` by their names. */
  readonly stories: (page?: Page) => Promise<Paged<StoryHead>>;
  readonly story: (id: string) => Promise<Story | undefined>;
  /** Every claim of a story, by happening and then by publication. */
  readonly claimsOf: (story: string) => Promise<readonly StoredEvent[]>;
  /** Of many stories at once, each under the name it has now. */
  readonly claimsOfEach: (stories: readonly string[]) => Promise<ReadonlyMap<string, readonly StoredEvent[]>>;

  readonly happening: (id: string) => Promise<HappeningEvents | undefined>;
  /** Those that look like the name, or all: the most told first. */
  readonly actors: (name?: string, most?: number) => Promise<readonly ActorHead[]>;
  /** From an instant (ISO) or from where the page before ended, the oldest first. */
  readonly changes: (since: string, page?: Page) => Promise<Paged<Change>>;

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
  /** Of one event, the oldest first, with those that were taken back and those that took them back. */
  readonly reviews: (event: string) => Promise<readonly Review[]>;
  /** What one person did last, the newest first. */
  readonly reviewsBy: (reviewer: string, most?: number) => Promise<readonly Review[]>;
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
  readonly runs: () => Promise<readonly Run[]>;
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
  /** Brings statistics and visibility up to date after many writes. */
  readonly maintain: () => Promise<void>;
  readonly close: () => Promise<void>;
}
