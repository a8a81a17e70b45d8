import type { Countries } from "../../knowledge/countries.ts";
import type { Registry } from "../../knowledge/registry.ts";
import type { Agents } from "../../knowledge/roles.ts";
import type { Entity, Sentence, Token } from "../../language/layers.ts";
import type { Tree } from "../../language/tree.ts";
import type { PlaceMention } from "../places/layer.ts";
import type { Names } from "./names.ts";

/** What the annotator is given to know of the world. */
export interface ActorKnowledge {
  readonly registry: Registry;
  readonly countries: Countries;
  readonly agents: Agents;
}

/** Everything that the rules read of one document. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly entities: readonly Entity[];
  readonly places: readonly PlaceMention[];
  /** Place mention by token. */
  readonly placeOf: ReadonlyMap<number, PlaceMention>;
  readonly tree: Tree;
  readonly names: Names;
  /** Publication day, if known. */
  readonly day?: string;
  readonly knowledge: ActorKnowledge;
}

const HELPED =
  /^(?:backed|supported|aided|armed|trained|funded|financed|sponsored|brokered|mediated|allied|aligned|equipped|appointed)$/i;
const MADE =
  /^(?:made|built|produced|manufactured|designed|developed|supplied|provided|donated|flagged|registered)$/i;

/** "UN" of "UN-backed soldiers", "Rwandan" of "Rwandan-backed group": who helps them, not whose they are. */
export function isHelper(index: number, reading: Reading): boolean {
  return HELPED.test(participleAfter(index, reading)) || isMaker(index, reading);
}

/** "US" of "US-made rockets", "Panama" of "Panama-flagged tanker": where a thing is from, no party to what is done with it. */
export function isMaker(index: number, reading: Reading): boolean {
  return MADE.test(participleAfter(index, reading));
}

/** "made" of "US-made". */
function participleAfter(index: number, { tokens }: Reading): string {
  return tokens[index + 1]?.text === "-" ? (tokens[index + 2]?.text ?? "") : "";
}

/** The place mention that a token belongs to. */
export function placeAt(reading: Reading, index: number): PlaceMention | undefined {
  return reading.placeOf.get(index);
}
