import type { Predicates } from "../../knowledge/predicates.ts";
import { relation, TOKENS, type Tree, treeOf } from "../../language/index.ts";
import type { ContextEntry, EventType } from "../../ontology/index.ts";
import { REPORT } from "../../record/report.ts";
import { type Annotator, provide } from "../../text/annotator.ts";
import { type Document, read } from "../../text/document.ts";
import { contains, type Span } from "../../text/span.ts";
import { ACTORS } from "../actors/layer.ts";
import { ATTRIBUTIONS } from "../attributions/layer.ts";
import { type EventFactuality, FACTUALITY } from "../factuality/layer.ts";
import { PLACES } from "../places/layer.ts";
import { QUANTITIES } from "../quantities/layer.ts";
import { TIMES } from "../times/layer.ts";
import { argumentsOf } from "./arguments.ts";
import { type Candidate, candidatesOf } from "./candidates.ts";
import { type Circumstances, circumstancesOf } from "./circumstances.ts";
import { type ContextFinder, contextFinder } from "./contexts.ts";
import { strangeness } from "./domain.ts";
import type { Draft } from "./draft.ts";
import { EVENTS, type EventMention } from "./layer.ts";
import { type Happening, mergeTellings } from "./merging.ts";
import { recode } from "./modality.ts";
import { type ParticipantFinder, participantFinder } from "./participants.ts";
import { politicalWeight } from "./political.ts";

/** Below this an event is left out. Chosen on the development reports (benchmarks/gold). */
const THRESHOLD = 0.42;

/** Finds the political events of a report, once each, with their participants and circumstances. */
export function createEvents(knowledge: {
  readonly predicates: Predicates;
  readonly contexts: readonly ContextEntry[];
}): Annotator {
  const contexts = contextFinder(knowledge.contexts);
  return {
    name: "events",
    requires: [REPORT, TOKENS, TIMES, PLACES, ACTORS, ATTRIBUTIONS, FACTUALITY, QUANTITIES],
    provides: [EVENTS],
    annotate: (document) => ({
      layers: [provide(EVENTS, eventsOf(document, knowledge.predicates, contexts))],
    }),
  };
}

function eventsOf(
  document: Document,
  predicates: Predicates,
  contexts: ContextFinder,
): readonly EventMention[] {
  const tree = treeOf(read(document, TOKENS));
  const mentions = read(document, ACTORS);
  const candidates = candidatesOf(document, tree, predicates);
  const circumstances = circumstancesOf(tree, {
    times: read(document, TIMES),
    places: read(document, PLACES),
    quantities: read(document, QUANTITIES),
    attributions: read(document, ATTRIBUTIONS),
    triggers: new Set(candidates.map((one) => one.token)),
  });
  const finder = participantFinder(tree, mentions);
  const doubt = 1 - 0.8 * strangeness(tree);
  const drafts = candidates.flatMap((candidate) => {
    const draft = draftOf(document, tree, candidate, finder, circumstances, doubt);
    return draft.confidence >= THRESHOLD ? [draft] : [];
  });
  const headlines = read(document, REPORT).blocks.filter((block) => block.kind === "headline");
  const inHeadline = (token: number): boolean =>
    headlines.some((block) => contains(block, tree.tokens[token]!));
  const happenings = mergeTellings(drafts, {
    tree,
    mentions,
    factuality: read(document, FACTUALITY),
    inHeadline,
  });
  return happenings.map((happening) => mentionOf(tree, happening, contexts));
}

function draftOf(
  document: Document,
  tree: Tree,
  candidate: Candidate,
  finder: ParticipantFinder,
  circumstances: Circumstances,
  doubt: number,
): Draft {
  const mentions = read(document, ACTORS);
  const sense = candidate.senses[0]!;
  const heads = argumentsOf(tree, candidate.token, sense, candidate.extra);
  const indices = (list: readonly number[]): readonly number[] => [
    ...new Set(list.map((head) => finder.at(head)).filter((index) => index >= 0)),
  ];
  const actors = indices(heads.actors);
  const recipients = indices(heads.recipients).filter(
    (index) => !actors.some((actor) => mentions[actor]!.entity === mentions[index]!.entity),
  );
  const factuality = read(document, FACTUALITY).get(candidate.token);
  const speaker = read(document, ATTRIBUTIONS)[factuality?.attributions[0] ?? -1];
  const recoded = recode(
    sense.type,
    sense.mode,
    factuality,
    announced(tree, candidate.token, factuality?.cues ?? []),
    speaker,
  );
  const type = recoded?.type ?? sense.type;
  const mode = recoded === undefined ? sense.mode : recoded.mode;
  const sides = isTwoSided(tree, candidate.token, sense.type)
    ? { actors: [...actors, ...recipients], recipients: [] }
    : { actors, recipients };
  const political = politicalWeight(
    type,
    sides.actors.map((one) => mentions[one]!),
    sides.recipients.map((one) => mentions[one]!),
  );
  const missing = sense.needsRecipient && recipients.length === 0;
  return {
    token: candidate.token,
    extra: candidate.extra,
    sense,
    type,
    modes: mode === undefined || mode === "" ? [] : [mode],
    alternatives: alternativesOf(candidate, type),
    ...sides,
    place: circumstances.place(candidate.token, candidate.extra),
    // A decision is made when it is announced: the time of saying is then the event's.
    time: circumstances.time(
      candidate.token,
      factuality?.outlet === "CT+" && speaker !== undefined
        ? [...candidate.extra, speaker.cueToken]
        : candidate.extra,
    ),
    quantities: circumstances.quantities(candidate.token, COUNTED[type] ?? NOTHING),
    confidence: missing
      ? 0
      : sense.weight *
        political *
        doubt *
        standing(factuality, recoded !== undefined) *
        attribute(tree, candidate.token),
    performed: recoded?.performed ?? false,
    because: `“${[sense.lemma, ...sense.with].join(" ")}” is ${sense.type}${sense.mode === "" ? "" : `/${sense.mode}`} in the predicate lexicon${recoded === undefined ? "" : `; ${recoded.note}`}`,
  };
}

/** "Jailed journalists": a participle before its noun says who they are, not what happened now. */
function attribute(tree: Tree, token: number): number {
  return tree.tokens[token]!.upos === "VERB" && relation(tree.tokens[token]!) === "amod" ? 0.4 : 1;
}

/** What is only an aim, a duty or a plan is seldom reported as an event of its own. */
function standing(factuality: EventFactuality | undefined, recoded: boolean): number {
  if (factuality === undefined || recoded || factuality.value !== "Uu") return 1;
  if (/purpose/.test(factuality.rule)) return 0.4;
  if (
    /modal (?:should|would|must|ought)|governed by (?!.*condition)/.test(factuality.rule) &&
    factuality.phase === "future"
  )
    return 0.6;
  return 1;
}

/** "will attack", "plans to": by the plain future of the doer's own clause. */
function announced(tree: Tree, token: number, cues: readonly Span[]): boolean {
  return (
    cues.some((cue) =>
      /^(?:will|wo|shall|'ll|vow|vows|vowed|threatened|threatens|threaten|pledged|promised|promises|pledges)$/i.test(
        wordAt(tree, cue),
      ),
    ) && tree.tokens[token]!.upos === "VERB"
  );
}

function wordAt(tree: Tree, span: Span): string {
  return tree.tokens[tree.tokenAt(span.start)]?.text ?? "";
}

/** Clashes and exchanges of fire have sides, not a victim. */
function isTwoSided(tree: Tree, token: number, type: EventType): boolean {
  return (
    type === "ASSAULT" &&
    /^(?:clash|fight|fighting|battle|exchange|trade|war|skirmish|combat|hostilities|conflict|crossfire|warfare|gunfight|firefight)$/.test(
      tree.tokens[token]!.lemma,
    )
  );
}

const NOTHING: ReadonlySet<string> = new Set();
/** Which counts belong to which events. */
const COUNTED: Partial<Record<EventType, ReadonlySet<string>>> = {
  ASSAULT: new Set(["dead", "injured", "abducted", "missing", "displaced"]),
  COERCE: new Set(["arrested", "dead", "injured", "displaced"]),
  PROTEST: new Set(["participants", "dead", "injured"]),
  RETREAT: new Set(["released"]),
  AID: new Set(["released", "displaced"]),
  SANCTION: new Set(["arrested"]),
};

function alternativesOf(candidate: Candidate, type: EventType): EventMention["alternatives"] {
  const total = candidate.senses.reduce((sum, sense) => sum + sense.weight, 0);
  const byType = new Map<EventType, number>();
  for (const sense of candidate.senses)
    if (sense.type !== type) byType.set(sense.type, (byType.get(sense.type) ?? 0) + sense.weight / total);
  return [...byType]
    .map(([other, probability]) => ({
      type: other,
      probability: Math.round(Math.min(0.5, probability) * 1000) / 1000,
    }))
    .sort((a, b) => b.probability - a.probability);
}

function mentionOf(tree: Tree, { lead, others }: Happening, contexts: ContextFinder): EventMention {
  const span = triggerSpan(tree, lead);
  return {
    token: lead.token,
    trigger: span,
    type: lead.type,
    modes: lead.modes.map((value) => ({
      value,
      confidence: Math.round(lead.sense.weight * 1000) / 1000,
      spans: [span],
    })),
    contexts: contexts.at(tree, lead.token),
    alternatives: lead.alternatives,
    tellings: others.map((other) => ({ token: other.token, span: triggerSpan(tree, other) })),
    actors: lead.actors.map((mention) => ({ mention, inferred: false })),
    recipients: lead.recipients.map((mention) => ({ mention, inferred: false })),
    place: lead.place,
    time: lead.time,
    quantities: lead.quantities,
    confidence: lead.confidence,
    rule: `predicates.tsv:${lead.sense.line}`,
    because: lead.because,
    ...(lead.performed ? { performed: true } : {}),
  };
}

/** The shortest words that state the event: the word itself with its particle or the object it needs. */
function triggerSpan(tree: Tree, draft: Draft): Span {
  const tokens = [draft.token, ...draft.extra.filter((at) => at >= 0 && Math.abs(at - draft.token) <= 6)];
  return { start: tree.tokens[Math.min(...tokens)]!.start, end: tree.tokens[Math.max(...tokens)]!.end };
}
