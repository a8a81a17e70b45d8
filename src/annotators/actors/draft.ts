import type { AgentReading } from "./agent-at.ts";
import type { Collective } from "./collective.ts";
import type { ActorMention } from "./layer.ts";

/** A mention before it is known what it refers to. */
export interface Draft extends Omit<ActorMention, "entity" | "basis"> {
  /** Two drafts with one key mean the same actor: `person:Q7747`, `state:MLI`, `army:MLI`. */
  readonly key?: string;
  readonly agent?: AgentReading;
  /** Token of a possessor that gives the country once it is resolved: "its forces", "the country's army". */
  readonly possessor?: number;
  /** "the", "these", "its": points back; bare and "a": does not. */
  readonly definite: "the" | "this" | "possessed" | "bare" | "a";
  /** Whether a missing country may be taken from what the report is about. */
  readonly mayInfer: boolean;
  /** Adjective of a region that narrows "the West African nation". */
  readonly region?: string;
  /** Words for several whom the report named before. */
  readonly collective?: Collective;
  /** Names this is known by, for those that come later. */
  readonly aliases: readonly string[];
}
