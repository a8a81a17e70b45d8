import { ACTORS, type ActorMention } from "../annotators/actors/layer.ts";
import type { Offices } from "../knowledge/registry-offices.ts";
import type { Sector } from "../ontology/plover/codes.ts";
import { type Cell, NOT_STATED } from "../record/cell.ts";
import type { Participant } from "../record/participant.ts";
import { type Document, read } from "../text/document.ts";
import { type Quote, quote, type Span } from "../text/span.ts";
import { holderOf, type Moment } from "./holders.ts";

export interface ParticipantOptions {
  /** Who held which office, and the days that count here. */
  readonly offices?: Offices;
  readonly moment?: Moment | undefined;
  /** Keep private persons' names; for internal use only. */
  readonly keepNames: boolean;
}

/**
 * A participant of an event, from a mention of the actor layer. A pronoun shows its antecedent's phrase; the
 * pronoun itself stays among the mentions. `inferred` marks a participant that the trigger's own clause leaves out.
 */
export function participantOf(
  document: Document,
  index: number,
  inferred: boolean,
  options: ParticipantOptions,
): Participant {
  const mentions = read(document, ACTORS);
  const mention = mentions[index]!;
  const shown = mention.form === "pronoun" ? antecedent(mentions, mention) : mention;
  const at = (span: Span): Quote => quote(document.text, span);
  const { offices, moment } = options;
  const holder =
    offices === undefined || moment === undefined ? undefined : holderOf(shown, at(shown), offices, moment);
  const basis = inferred ? "inferred" : shown === mention ? mention.basis : "inferred";
  return {
    quote: at(shown),
    mentions: shown === mention ? [at(mention)] : [at(shown), at(mention)],
    name: holder?.name ?? nameCell(shown, at(shown), options),
    ...(holder?.actorId === undefined ? {} : { actorId: holder.actorId }),
    ...(holder?.wikidata === undefined ? {} : { wikidata: holder.wikidata }),
    ...(shown.actorId === undefined || hidden(shown, options) ? {} : { actorId: shown.actorId }),
    ...(shown.wikidata === undefined || hidden(shown, options) ? {} : { wikidata: shown.wikidata }),
    country: countryCell(shown, at),
    sector: sectorCell(shown, at),
    kind: shown.kind,
    ...(shown.role === undefined ? {} : { role: shown.role }),
    basis,
  };
}

/** The participant behind a stretch that is no actor mention: a source such as "the statement". */
export function participantOfSpan(document: Document, span: Span): Participant {
  const words = quote(document.text, span);
  return {
    quote: words,
    mentions: [words],
    name: NOT_STATED,
    country: NOT_STATED,
    sector: NOT_STATED,
    kind: "unnamed",
    basis: "quoted",
  };
}

function hidden(mention: ActorMention, options: ParticipantOptions): boolean {
  return mention.isPrivate && !options.keepNames;
}

/** The nearest earlier mention of the same actor that is no pronoun; else the nearest later one; else itself. */
function antecedent(mentions: readonly ActorMention[], pronoun: ActorMention): ActorMention {
  const same = mentions.filter((other) => other.entity === pronoun.entity && other.form !== "pronoun");
  const before = same.filter((other) => other.start < pronoun.start);
  return before.at(-1) ?? same[0] ?? pronoun;
}

function nameCell(mention: ActorMention, words: Quote, options: ParticipantOptions): Cell<{ value: string }> {
  if (mention.name === undefined) return { status: "unknown", reason: "not-stated", quotes: [words] };
  if (hidden(mention, options)) {
    return { status: "not-applicable", reason: "private person, reduced to the role" };
  }
  return {
    status: "known",
    value: mention.name,
    basis: mention.knowledge === undefined ? mention.basis : "knowledge",
    quotes: [words],
    confidence: mention.form === "name" ? 0.9 : 0.7,
    ...(mention.knowledge === undefined ? {} : { knowledge: mention.knowledge }),
  };
}

function countryCell(mention: ActorMention, at: (span: Span) => Quote): Cell<{ value: string }> {
  if (mention.country === undefined) {
    const rivals = mention.countryRivals;
    return {
      status: "unknown",
      reason: mention.countryUnknown ?? "not-stated",
      quotes: [at(mention)],
      ...(rivals === undefined ? {} : { candidates: rivals }),
    };
  }
  const basis = mention.countryBasis ?? "normalised";
  return {
    status: "known",
    value: mention.country,
    basis,
    quotes: [at(mention.countrySpan ?? mention)],
    confidence: basis === "inferred" ? 0.6 : 0.9,
    ...(basis === "knowledge" && mention.knowledge !== undefined ? { knowledge: mention.knowledge } : {}),
  };
}

function sectorCell(mention: ActorMention, at: (span: Span) => Quote): Cell<{ value: Sector }> {
  if (mention.sector === "UNK") return { status: "unknown", reason: "not-stated", quotes: [at(mention)] };
  return {
    status: "known",
    value: mention.sector,
    basis: mention.sectorBasis,
    quotes: [at(mention.sectorSpan ?? mention)],
    confidence: mention.sectorBasis === "inferred" ? 0.6 : 0.85,
  };
}
