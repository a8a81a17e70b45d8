import { type EventType, quadClassOf } from "../ontology/index.ts";
import type { CodedReport } from "../record/coded-report.ts";
import type { Event } from "../record/event.ts";
import type { Participant } from "../record/participant.ts";
import type { Span } from "../text/span.ts";
import { partyOf } from "./roll-up/party.ts";
import { speakersOf } from "./speakers.ts";

/** What the coder knows of an act, as far as it tells one act from another. */
export interface ToldAct {
  readonly type: EventType;
  /** First and last day on which it may have been. */
  readonly days?: readonly [string, string];
  /** The country in which a crowd gathered. */
  readonly country?: string;
  /** Who did it, where all who did are identified. */
  readonly doers?: readonly string[];
  /** To whom, where all are identified. */
  readonly targets?: readonly string[];
  /** What the report says in its own voice: it was, or it was not. */
  readonly wasSo?: boolean;
  /** Nobody but those who deny it tells of it. */
  readonly isDenied?: true;
}

/** Whose saying it is, and what is told of it: what a mention of a coded event brings with it. */
export interface CodedAct {
  readonly speakers?: readonly string[];
  readonly act?: ToldAct;
}

export type ActFields = Pick<
  Event,
  "type" | "actors" | "recipients" | "time" | "place" | "factuality" | "attributions"
>;

export function codedAct(event: ActFields): CodedAct {
  const { type, actors, recipients, time, place, factuality, attributions } = event;
  const speakers = speakersOf(type, actors, recipients);
  const country = type === "PROTEST" && place.status === "known" ? place.country : undefined;
  const [doers, targets] = [identified(actors), identified(recipients)];
  const isTold = attributions.some(
    ({ stance, factuality: value }) => stance === "asserts" && !value.endsWith("-"),
  );
  const isDisowned = factuality.value === "Uu" && !isTold && attributions.some(isDenial);
  // Who says that a meeting did not take place denies no charge.
  const isDenied = isDisowned && type !== "CONSULT";
  const wasSo =
    factuality.value === "CT+" ? true : factuality.value === "CT-" || isDisowned ? false : undefined;
  return {
    ...(speakers === undefined ? {} : { speakers }),
    act: {
      type,
      ...(time.status === "known" ? { days: [time.from.slice(0, 10), time.to.slice(0, 10)] } : {}),
      ...(country === undefined ? {} : { country }),
      ...(doers === undefined ? {} : { doers }),
      ...(targets === undefined ? {} : { targets }),
      ...(isDenied || wasSo === undefined ? {} : { wasSo }),
      ...(isDenied ? { isDenied } : {}),
    },
  };
}

function isDenial({ stance, factuality }: Event["attributions"][number]): boolean {
  return stance === "denies" || (stance === "asserts" && factuality.endsWith("-"));
}

function identified(parties: readonly Participant[]): readonly string[] | undefined {
  const keys = parties.map(partyOf);
  return parties.length > 0 && keys.every((key) => key !== undefined)
    ? (keys as readonly string[])
    : undefined;
}

/**
 * What is known of the words of a span by the events that a report was coded with: nothing of what touches none. Spans
 * in the unit of the record.
 */
export function actsIn({ events }: CodedReport): (span: Span) => CodedAct {
  return ({ start, end }) => {
    const told = events.find(({ trigger, mentions }) =>
      [trigger, ...mentions].some((one) => one.start < end && start < one.end),
    );
    return told === undefined ? {} : codedAct(told);
  };
}

/** Further apart than this no two reports of one happening put it: a weekday read wrong is a week off. */
const DAYS_APART = 7;
const DAY = 86_400_000;

/** Where a coded act stands. */
export interface PlacedAct {
  readonly report: number;
  readonly sentence: number;
  readonly act?: ToldAct;
}

/** What the coded facts of two acts say of their being one; each 0 or 1, all 0 where one of them is no coded act. */
export function actFeatures(one: PlacedAct, other: PlacedAct): Readonly<Record<string, number>> {
  const [{ act: a }, { act: b }] = [one, other];
  const both = a !== undefined && b !== undefined;
  const isSameReport = one.report === other.report;
  return {
    "days-apart": both && areApart(a, b) ? 1 : 0,
    "force-and-cooperation": both && areOpposite(a.type, b.type) ? 1 : 0,
    "was-and-was-not": both && isSameReport && a.wasSo !== undefined && b.wasSo === !a.wasSo ? 1 : 0,
    "other-country":
      both && a.country !== undefined && b.country !== undefined && a.country !== b.country ? 1 : 0,
    "other-target": both && haveOtherTargets(a, b) ? 1 : 0,
    "denied-beside": isSameReport && (isDenialOf(one, other) || isDenialOf(other, one)) ? 1 : 0,
  };
}

function areApart({ days: one }: ToldAct, { days: other }: ToldAct): boolean {
  if (one === undefined || other === undefined) return false;
  const gap = Math.max(Date.parse(one[0]) - Date.parse(other[1]), Date.parse(other[0]) - Date.parse(one[1]));
  return gap > DAYS_APART * DAY;
}

/** "talks held" and "people held"; "called it an outrage" and the outrage. */
function areOpposite(one: EventType, other: EventType): boolean {
  const classes = [quadClassOf(one), quadClassOf(other)];
  if (classes.includes(4) && classes.some((quad) => quad < 3)) return true;
  return [one, other].includes("ASSAULT") && [one, other].some((type) => WORDS.has(type));
}

const WORDS: ReadonlySet<EventType> = new Set(["ACCUSE", "REJECT", "REQUEST"]);

/** Acts of which it is told plainly at whom they are aimed. */
const AIMED: ReadonlySet<EventType> = new Set(["ACCUSE", "AID", "REQUEST", "SANCTION", "THREATEN"]);

function haveOtherTargets(a: ToldAct, b: ToldAct): boolean {
  if (a.type !== b.type || !AIMED.has(a.type) || a.targets === undefined || b.targets === undefined)
    return false;
  return !a.targets.some((party) => b.targets!.includes(party));
}

/**
 * The second is told only by who denies it, after the first, which somebody says was: of the same kind, and nothing says
 * that it was done by somebody else.
 */
function isDenialOf({ act: told, sentence }: PlacedAct, denial: PlacedAct): boolean {
  const denied = denial.act;
  if (told === undefined || denied === undefined || sentence > denial.sentence) return false;
  if (!denied.isDenied || told.isDenied || told.wasSo === false || told.type !== denied.type) return false;
  return (
    told.doers === undefined ||
    denied.doers === undefined ||
    told.doers.some((party) => denied.doers!.includes(party))
  );
}
