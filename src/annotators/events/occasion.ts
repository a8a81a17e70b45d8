import type { Tree } from "../../language/index.ts";
import type { TimeMention } from "../times/layer.ts";
import type { Circumstances } from "./circumstances/index.ts";
import { isPerfect } from "./circumstances/tense.ts";
import { isCue } from "./cues.ts";
import type { Draft } from "./draft.ts";
import { type Saying, SPOKEN, speaksFor } from "./speech-acts.ts";
import type { World } from "./world.ts";

interface Context {
  readonly world: World;
  readonly circumstances: Circumstances;
}

/** Where somebody said something, and the index in TIMES of when. */
interface DatedSaying {
  readonly token: number;
  readonly time: number;
}

/**
 * Index in TIMES of an act of speech without a date of its own, by somebody whose words the report dates: what is
 * quoted was said on the occasion told last, what is narrated on the one told right beside it, and what somebody did
 * "for his part" on that of those who spoke before him. A perfect ("has accused") leaves the time open.
 */
export function occasionOf(lead: Draft, context: Context): number {
  const { world } = context;
  const { tree, mentions, times } = world;
  if (!SPOKEN.has(lead.type) || tree.tokens[lead.token]!.upos !== "VERB") return -1;
  if (isPerfect(tree, lead.token) || isOfBefore(tree, lead.token)) return -1;
  const actor = mentions[lead.actors[0] ?? -1];
  if (actor === undefined) return -1;
  const dated = (is: (saying: Saying) => boolean): readonly DatedSaying[] =>
    datedSayings(world.sayings.filter(is), lead, context);
  if (isTurn(tree, lead.token)) return dated(({ token }) => token < lead.token).at(-1)?.time ?? -1;
  const own = dated(({ speaker }) => speaker.entity === actor.entity || speaksFor(actor, speaker));
  // A headline's words are dated below it.
  if (lead.performed || isInDocument(tree, lead.token))
    return (own.findLast(({ token }) => token < lead.token) ?? own[0])?.time ?? -1;
  const beside = own.filter(({ token }) => isBeside(token, lead.token, tree));
  const days = new Set(beside.map(({ time }) => `${times[time]!.from} ${times[time]!.to}`));
  // Who spoke on Monday and last month too may have said this on either.
  return days.size === 1 && isOccasion(times[beside[0]!.time]) ? beside[0]!.time : -1;
}

function datedSayings(
  sayings: readonly Saying[],
  { type }: Draft,
  { world: { tree, times }, circumstances }: Context,
): readonly DatedSaying[] {
  return sayings
    .filter(({ token }) => !isPerfect(tree, token))
    .map(({ token }) => ({
      token,
      time: circumstances.time({ token, extra: [], type, modes: [] }).index,
    }))
    .filter(({ time }) => times[time]?.from !== undefined);
}

/** In the same sentence or the next: further on, another day may be told. */
function isBeside(saying: number, token: number, { tokens }: Tree): boolean {
  return Math.abs(tokens[saying]!.sentence - tokens[token]!.sentence) <= 1;
}

/** "For his part, the speaker praised", "Athens in turn rejected": an answer on the same occasion. */
export function isTurn(tree: Tree, token: number): boolean {
  return tree
    .dependents(token, "obl")
    .some(
      (at) =>
        (tree.tokens[at]!.lemma === "part" && tree.dependents(at, "nmod:poss").length > 0) ||
        (tree.tokens[at]!.lemma === "turn" && tree.dependents(at, "nmod:poss", "det").length === 0),
    );
}

/** "Earlier, the ministry had proposed", "previously rejected": another day than the one just told. */
function isOfBefore(tree: Tree, token: number): boolean {
  return tree
    .dependents(token, "advmod")
    .some((at) =>
      /^(?:earlier|previously|already|once|formerly|repeatedly|long|often)$/i.test(tree.tokens[at]!.text),
    );
}

/** A day: that somebody spoke in March two years ago does not date what he says now. */
function isOccasion(time: TimeMention | undefined): boolean {
  return time?.from !== undefined && !/^(?:month|season|year|decade)$/.test(time.precision ?? "");
}

/** "The statement did not name the country it was accusing": said on the occasion of the document. */
function isInDocument(tree: Tree, token: number): boolean {
  return tree
    .ancestors(token)
    .flatMap((at) => tree.dependents(at, "nsubj"))
    .some((subject) => isCue(tree.tokens[subject]!.lemma, "occasion-noun"));
}
