import type { Linked } from "./coreference.ts";
import { hasCueEnding } from "./cues.ts";
import { isPublic } from "./describe-persons.ts";
import { type Background, type Dominant, isOfUpheaval } from "./dominant.ts";
import type { Draft } from "./draft.ts";
import { identity } from "./identity.ts";
import type { Reading } from "./reading.ts";
import { sceneOf } from "./scenes.ts";

/** A report is about one country alone when nearly everything in it is of that country. */
const ALONE = 0.8;

/** A bare "the army", "police", "residents" of a report that is about one country. */
export function inferred(draft: Draft, { dominant, upheaval, scene }: Background, reading: Reading): Draft {
  if (!draft.mayInfer || draft.country !== undefined || draft.countryUnknown !== undefined) return draft;
  if (draft.form === "pronoun") return draft;
  // A coup that many abroad speak of is not told of the country that they speak from.
  if (upheaval !== undefined && (isOfUpheaval(draft, reading) || isSoldier(draft)))
    return inCountry(draft, upheaval, reading);
  // Soldiers may have come from elsewhere; who was hit or gathered was where the report is set.
  const anywhere = draft.sector === "CVL" ? scene : undefined;
  const local = isLocal(draft)
    ? (sceneOf(reading, reading.tokens[draft.head]!.sentence) ?? anywhere)
    : undefined;
  if (local !== undefined) return { ...draft, country: local, countryBasis: "inferred" };
  if (dominant === undefined || draft.agent?.isPlace === true) return draft;
  if (isPrivatePerson(draft) && (isElsewhere(draft) || dominant.share < ALONE)) return draft;
  return inCountry(draft, dominant.country, reading);
}

function inCountry(draft: Draft, country: string, reading: Reading): Draft {
  const key = draft.agent && draft.definite !== "a" && identity(draft.agent, country, draft.head, reading);
  return { ...draft, country, countryBasis: "inferred", ...(key ? { key } : {}) };
}

function isSoldier({ sector, form }: Draft): boolean {
  return form === "nominal" && sector === "MIL";
}

/** Victims, crowds, gunmen, the attacked town, soldiers nobody has named before: they are where the sentence is set. */
function isLocal(draft: Draft): boolean {
  const { agent, kind, definite } = draft;
  if (agent === undefined || isElsewhere(draft)) return false;
  if (
    kind === "population" ||
    kind === "unnamed" ||
    agent.agent.class === "armed" ||
    agent.isPlace === true
  ) {
    return agent.agent.class !== "force" || definite === "bare" || definite === "a";
  }
  // "In Lebanon, security forces": with no word of which, those of the place.
  if (agent.agent.class === "force" && definite === "bare") return true;
  return isPrivatePerson(draft) && draft.form === "nominal";
}

/** Teachers, shopkeepers, people with a name and no office: the report's country need not be theirs. */
function isPrivatePerson({ kind, sector, plural }: Draft): boolean {
  return (kind === "person" || kind === "role") && !plural && !isPublic(sector);
}

/** Those whose trade is to speak of places where they are not. */
function isElsewhere({ agent }: Draft): boolean {
  return hasCueEnding(agent?.agent.noun ?? "", "commentator");
}

/** "Ann Example, an adviser to the president": only the second mention says that she acts for somebody. */
export function withPublicCountries(
  linked: readonly Linked[],
  dominant: Dominant | undefined,
): readonly Linked[] {
  if (dominant === undefined) return linked;
  const isOpen = ({ draft }: Linked): boolean =>
    draft.kind === "person" &&
    draft.mayInfer &&
    draft.country === undefined &&
    draft.countryUnknown === undefined;
  const acting = new Set(linked.filter(({ draft }) => isPublic(draft.sector)).map(({ entity }) => entity));
  return linked.map((one) =>
    isOpen(one) && acting.has(one.entity)
      ? { ...one, draft: { ...one.draft, country: dominant.country, countryBasis: "inferred" as const } }
      : one,
  );
}

const FORCE_REACH = 3;

/** "officers" after the police has been named are police officers; otherwise an army has them. */
export function withForce(draft: Draft, linked: readonly Linked[], { tokens }: Reading): Draft {
  if (draft.agent?.agent.noun !== "officer" || draft.agent.by !== undefined) return draft;
  const armed = linked.filter(
    (one) =>
      (one.draft.sector === "COP" || one.draft.sector === "MIL") && one.draft.agent?.agent.noun !== "officer",
  );
  // "Serbian forces arrested three policemen": an officer is one of those people, not of the force that took them.
  const near =
    armed.findLast(({ draft: { kind } }) => kind === "population" || kind === "role") ?? armed.at(-1);
  if (near?.draft.sector !== "COP") return draft;
  const distance = tokens[draft.head]!.sentence - tokens[near.draft.head]!.sentence;
  return distance <= FORCE_REACH ? { ...draft, sector: "COP", sectorBasis: "inferred" } : draft;
}
