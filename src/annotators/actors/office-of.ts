import type { Standing } from "../../knowledge/registry-offices.ts";
import type { AgentReading } from "./agent-at.ts";
import { originAt } from "./country-of.ts";
import type { Phrase } from "./phrases.ts";
import type { Reading } from "./reading.ts";

/** The office that a phrase names as its holder's: which one, and what the words say of when it is held. */
export interface OfficeReading {
  /** Row of offices.tsv. */
  readonly office: string;
  readonly standing: Standing;
}

/** Words before an office that move it to another time. */
const OTHER_TIMES: readonly (readonly [RegExp, Standing])[] = [
  [/^(?:former|ex|previous|late|one-time)$/, "former"],
  [/^(?:ousted|deposed|toppled|overthrown)$/, "ousted"],
  [/^incoming$/, "next"],
];
/** Words that leave it at the time of the event. */
const SAME_TIME =
  /^(?:then|acting|interim|transitional|caretaker|current|outgoing|incumbent|sitting|embattled|civilian|-)$/;

/**
 * "the president", "Mali's ousted prime minister", "the then minister of defence": an office of state held by one.
 * A word more ("the club president", "the president of the senate") and it is another office.
 */
export function officeOf(
  { agent }: AgentReading,
  phrase: Phrase,
  reading: Reading,
): OfficeReading | undefined {
  if (agent.class !== "office") return undefined;
  const { offices } = reading.knowledge.registry;
  const words = wordsOf(phrase, reading);
  const whole = offices.byNoun(words.join(" "));
  if (whole !== undefined) return { office: whole.id, standing: "present" };
  const standings = words.map((word) => OTHER_TIMES.find(([pattern]) => pattern.test(word))?.[1]);
  const bare = words.filter((word, index) => standings[index] === undefined && !SAME_TIME.test(word));
  const office = offices.byNoun(bare.join(" "));
  const standing = standings.find((one) => one !== undefined) ?? "present";
  return office && { office: office.id, standing };
}

/** The words of a phrase in lower case, without those that say of which country. */
function wordsOf({ first, last }: Phrase, reading: Reading): readonly string[] {
  const { tokens } = reading;
  const words: string[] = [];
  for (let index = first; index < last; index += 1) {
    const token = tokens[index]!;
    const origin = originAt(index, reading);
    if (origin?.span !== undefined) {
      while (index + 1 < last && tokens[index + 1]!.start < origin.span.end) index += 1;
      continue;
    }
    // "its", "the country's": whose it is.
    if (token.xpos === "POS") words.length = 0;
    else if (token.xpos !== "PRP$") words.push(token.text.toLowerCase());
  }
  while (/^(?:of|the|for|in)$/.test(words.at(-1) ?? "")) words.pop();
  return words;
}
