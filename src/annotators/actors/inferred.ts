import type { PlaceMention } from "../places/layer.ts";
import type { Linked } from "./coreference.ts";
import { isPublic } from "./describe-persons.ts";
import type { Dominant } from "./dominant.ts";
import type { Draft } from "./draft.ts";
import { identity } from "./identity.ts";
import type { Reading } from "./reading.ts";

/** A report is about one country alone when nearly everything in it is of that country. */
const ALONE = 0.8;

/** A bare "the army", "police", "residents" of a report that is about one country. */
export function inferred(draft: Draft, dominant: Dominant | undefined, reading: Reading): Draft {
  if (!draft.mayInfer || draft.country !== undefined || draft.countryUnknown !== undefined) return draft;
  if (draft.form === "pronoun") return draft;
  const local = isLocal(draft)
    ? (countryOfScene(draft, reading) ?? countryOfVictims(draft, reading))
    : undefined;
  if (local !== undefined) return { ...draft, country: local, countryBasis: "inferred" };
  if (dominant === undefined || draft.agent?.isPlace === true) return draft;
  if (isPrivatePerson(draft) && (isElsewhere(draft) || dominant.share < ALONE)) return draft;
  const { country } = dominant;
  const key = draft.agent && draft.definite !== "a" && identity(draft.agent, country, draft.head, reading);
  return { ...draft, country, countryBasis: "inferred", ...(key ? { key } : {}) };
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
const COMMENTATORS =
  /(?:analyst|expert|professor|researcher|economist|strategist|fellow|commentator|historian|scholar|critic|academic|scientist|author|columnist|investor|trader|observer)$/;

function isElsewhere({ agent }: Draft): boolean {
  return COMMENTATORS.test(agent?.agent.noun ?? "");
}

/** The one country whose places, as places, a sentence names. */
function countryOfScene(draft: Draft, reading: Reading): string | undefined {
  const { places, tokens } = reading;
  const sentence = tokens[draft.head]!.sentence;
  const found = new Set<string>();
  for (const place of places) {
    if (place.country === undefined || tokens[place.first]?.sentence !== sentence) continue;
    if (isScene(place, reading)) found.add(place.country);
  }
  return found.size === 1 ? [...found][0] : undefined;
}

/** "300 people were killed": who suffers is where most of the report is set, and not whom it names most. */
function countryOfVictims(draft: Draft, reading: Reading): string | undefined {
  const { places, tokens } = reading;
  const { deprel } = tokens[draft.head]!;
  if (draft.sector !== "CVL" || !/^(?:nsubj:pass|obj)$/.test(deprel)) return undefined;
  const counts = new Map<string, number>();
  // "a Baidoa hospital" sets it there too, whatever the town's name hangs on.
  const scenes = places.filter(
    (place) =>
      place.country !== undefined &&
      !place.metonym &&
      place.nominal !== true &&
      (place.kind !== "country" || isScene(place, reading)),
  );
  for (const { country } of scenes) counts.set(country!, (counts.get(country!) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most !== undefined && most[1] > scenes.length / 2 ? most[0] : undefined;
}

/** "Turkish jets", "Russia's army", "ties with France": whose it is, not where it is. */
function isScene(place: PlaceMention, { tokens, tree }: Reading): boolean {
  const head = tree.headOf(place.first, place.last);
  if (place.metonym || /^(?:nsubj|amod|compound|nmod:poss)/.test(tokens[head]!.deprel)) return false;
  if (place.kind !== "country") return true;
  return tree.dependents(head, "case").some((at) => LOCATIVE.test(tokens[at]!.text));
}

const LOCATIVE = /^(?:in|inside|within|across|throughout|into|near|around|at|from|outside)$/i;

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
