import { ACTORS } from "../annotators/actors/layer.ts";
import type { EventMention } from "../annotators/events/layer.ts";
import { SPOKEN } from "../annotators/events/speech-acts.ts";
import type { EventType } from "../ontology/index.ts";
import type { Event } from "../record/event.ts";
import type { Participant } from "../record/participant.ts";
import { type Document, read } from "../text/document.ts";
import { timeWay } from "./because-cells.ts";
import { seenOf } from "./seen.ts";

export type ConfidenceField = keyof Event["confidence"];

/** How a side of an event is told: nobody, one party by name or by description, several, one by a pronoun, or one that is inferred. */
export type SideWay = "nobody" | "named" | "described" | "several" | "pronoun" | "inferred";
/**
 * Acts done with words, what sides do together, what a force does by itself, and the other deeds: of words few say where,
 * of meetings the sides are hard to tell apart, and a march needs nobody whom it is done to.
 */
export type Act = "words" | "meeting" | "move" | "deed";

/** What a cell rests on: how it was come by, whether anything stands in it, and what the network holds of that. */
export interface CellEvidence {
  readonly way: string;
  readonly act: Act;
  readonly isTold: boolean;
  /** 0-1: of what stands in the cell; of an empty one, the best that could stand there. */
  readonly seen: number;
}

export type Evidence = Readonly<Record<ConfidenceField, CellEvidence>>;

/** The cells of the record that an event's evidence is read off. */
export type CodedCells = Pick<Event, "actors" | "recipients" | "factuality" | "attributions">;

export function evidenceOf(document: Document, mention: EventMention, coded: CodedCells): Evidence {
  const act = actOf(mention.type);
  const seen = seenOf(document, mention);
  const forms = (side: EventMention["actors"]): readonly string[] =>
    side.map((one) => read(document, ACTORS)[one.mention]!.form);
  const cell = (way: string, isTold: boolean, held: number): CellEvidence => ({
    way,
    act,
    isTold,
    seen: held,
  });
  return {
    event: cell("read", true, seen.type),
    type: cell("read", true, seen.type),
    actors: cell(sideWay(coded.actors, forms(mention.actors)), mention.actors.length > 0, seen.actors),
    recipients: cell(
      sideWay(coded.recipients, forms(mention.recipients)),
      mention.recipients.length > 0,
      seen.recipients,
    ),
    place: cell(mention.placeBy, mention.place >= 0, seen.place),
    time: cell(timeWay(document, mention), mention.time >= 0, seen.time),
    factuality: cell(coded.factuality.value, true, 0),
    attributions: cell(coded.attributions.length > 0 ? "some" : "none", coded.attributions.length > 0, 0),
  };
}

function sideWay(side: readonly Participant[], forms: readonly string[]): SideWay {
  const [first, second] = side;
  if (first === undefined) return "nobody";
  if (forms.includes("pronoun")) return "pronoun";
  if (side.some(({ basis }) => basis === "inferred")) return "inferred";
  if (second !== undefined) return "several";
  return first.name.status === "known" ? "named" : "described";
}

const TOGETHER: ReadonlySet<EventType> = new Set<EventType>(["CONSULT", "COOPERATE"]);
const MOVING: ReadonlySet<EventType> = new Set<EventType>(["MOBILIZE", "RETREAT"]);

function actOf(type: EventType): Act {
  if (SPOKEN.has(type)) return "words";
  if (TOGETHER.has(type)) return "meeting";
  return MOVING.has(type) ? "move" : "deed";
}
