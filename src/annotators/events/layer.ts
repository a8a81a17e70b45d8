import type { EventType } from "../../ontology/plover/codes.ts";
import { type Layer, layer } from "../../text/document.ts";
import type { Span } from "../../text/span.ts";
import type { Way } from "./circumstances/way.ts";

export interface CodedMode {
  readonly value: string;
  readonly confidence: number;
  readonly spans: readonly Span[];
}

/** One happening with all its tellings in the report, pointing into the other layers by index. */
export interface EventMention {
  /** Token index of the verb or noun that states it first and fully. */
  readonly token: number;
  readonly trigger: Span;
  readonly type: EventType;
  readonly modes: readonly CodedMode[];
  readonly contexts: readonly CodedMode[];
  readonly alternatives: readonly { readonly type: EventType; readonly probability: number }[];
  /** Tokens and spans of the other tellings. */
  readonly tellings: readonly { readonly token: number; readonly span: Span }[];
  /** Indices in ACTORS; `inferred` when they come from context, not from the trigger's own clause. */
  readonly actors: readonly { readonly mention: number; readonly inferred: boolean }[];
  readonly recipients: readonly { readonly mention: number; readonly inferred: boolean }[];
  /** Indices in PLACES and TIMES; -1 if the report gives none. */
  readonly place: number;
  readonly time: number;
  /** How the event came by them; "none" without. */
  readonly placeBy: Way;
  readonly timeBy: Way;
  /** "since May, when it happened": on the date itself, not since. */
  readonly timeIsOwn?: boolean;
  /** Indices in QUANTITIES. */
  readonly quantities: readonly number[];
  /** A threat or promise that was made by saying it: certain and past, whatever its content is. */
  readonly performed?: boolean;
  /** The one whose words they are does it: that one is no source of it. */
  readonly bySpeaker?: boolean;
  /** Of a plural told once for several dates ("coups in 2020 and 2021"): which of the later ones, from 1. */
  readonly part?: number;
  /** 0-1: that it is an event of this type at all. */
  readonly confidence: number;
  /** Lexicon entry or rule, and in words why. */
  readonly rule: string;
  readonly because: string;
}

export const EVENTS: Layer<readonly EventMention[]> = layer("events");
