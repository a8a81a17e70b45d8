import { relation } from "../../language/index.ts";
import type { EventType } from "../../ontology/index.ts";
import { isCue } from "./cues.ts";
import type { Sketch } from "./drafting.ts";
import type { World } from "./world.ts";

/** What is asked for, refused, promised or threatened has not happened by that, and is coded as the asking or refusing. */
const OF_INTENT: ReadonlySet<EventType> = new Set<EventType>([
  "REQUEST",
  "REJECT",
  "THREATEN",
  "AGREE",
  "CONCEDE",
]);

/** Tellings less those that are only what another telling speaks of ("demanded an apology", "accused of spying"). */
export function withoutContents(sketches: readonly Sketch[], world: World): readonly Sketch[] {
  const above = new Map(sketches.map((sketch) => [sketch, speakingOf(sketch, sketches, world)]));
  // "warned that it would bomb the camps": the threat is what is said, in its own words.
  const spoken = new Set(
    sketches.flatMap((sketch) => (above.get(sketch)?.type === sketch.type ? [above.get(sketch)] : [])),
  );
  return sketches.filter((sketch) => {
    const speech = above.get(sketch);
    if (PERFORMED.has(sketch.type) && spoken.has(sketch)) return false;
    if (speech === undefined || (PERFORMED.has(sketch.type) && speech.type === sketch.type)) return true;
    if (speech.type === "ACCUSE") return isAgainstSomebody(sketch, speech, world);
    return !OF_INTENT.has(speech.type) || isToldAsFact(sketch, speech, world);
  });
}

const PERFORMED: ReadonlySet<EventType> = new Set<EventType>(["THREATEN"]);

/** The act of speech whose object or clause the telling is, or stands in a row with. */
function speakingOf({ token }: Sketch, sketches: readonly Sketch[], { tree }: World): Sketch | undefined {
  const first = relation(tree.tokens[token]!) === "conj" ? tree.tokens[token]!.head : token;
  const { head, deprel, xpos } = tree.tokens[first]!;
  // Parsers call the infinitive of "asked them to leave" a clause of circumstance.
  const isInside = INSIDE.test(deprel) || (deprel === "advcl" && xpos === "VB");
  return isInside ? sketches.find((one) => one.token === head) : undefined;
}

const INSIDE = /^(?:obj|obl|xcomp|ccomp)$/;

/** An accusation tells of an act of its own if somebody besides the accused takes part in it. */
function isAgainstSomebody(sketch: Sketch, accusation: Sketch, { tree, mentions }: World): boolean {
  const token = tree.tokens[sketch.token]!;
  const isCharge = tree
    .dependents(sketch.token, "mark", "case")
    .some((at) => /^(?:of|with|for)$/.test(tree.tokens[at]!.lemma));
  if (!isCharge || token.head !== accusation.token) return true;
  const entity = (index: number): number => mentions[index]!.entity;
  const involved = new Set([...accusation.recipients, ...accusation.actors].map(entity));
  return [...sketch.actors, ...sketch.recipients].some((index) => !involved.has(entity(index)));
}

/** "rejected the withdrawal of the troops": a noun with its article means what has happened. */
function isToldAsFact({ token }: Sketch, speech: Sketch, { tree, factuality }: World): boolean {
  const told = factuality.get(token);
  // "denied having fired": what is disputed is told all the same.
  if (told === undefined || isCue(tree.tokens[speech.token]!.lemma, "denial-verb")) return true;
  const own = tree.tokens[token]!;
  if (own.upos === "NOUN")
    return (
      told.phase === "past" &&
      tree
        .dependents(token, "det")
        .some((at) => /^(?:the|this|that|these|those)$/i.test(tree.tokens[at]!.text))
    );
  // "agreed after the army had left", "asked those who had fled": past within the asking.
  return own.xpos !== "VB" && own.xpos !== "VBG" && relation(own) !== "xcomp" && told.outlet === "CT+";
}
