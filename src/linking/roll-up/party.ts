import type { Sector } from "../../ontology/plover/codes.ts";
import { countryOf, nameOf, type Participant, sectorOf } from "../../record/participant.ts";

/** Organs of one state are one party: its ministry speaks of itself when it speaks of its soldiers. */
const STATE: ReadonlySet<Sector> = new Set(["GOV", "MIL", "COP", "JUD", "LEG", "SPY"]);

/** A key that the mentions of one party share in different reports; undefined if nothing tells who it is. */
export function partyOf(one: Participant): string | undefined {
  const country = countryOf(one);
  const sector = sectorOf(one);
  if (country !== undefined && sector !== undefined && STATE.has(sector)) return `state:${country}`;
  if (one.actorId !== undefined) return one.actorId;
  if (one.wikidata !== undefined) return one.wikidata;
  const name = nameOf(one);
  if (name !== undefined) return `name:${name.toLowerCase()}`;
  return country !== undefined && sector !== undefined && sector !== "CVL"
    ? `${sector}:${country}`
    : undefined;
}

/** What two reports call one participant: coarser than the party for people, finer for a state's organs. */
export function participantKey(one: Participant): string {
  const parts = [countryOf(one), sectorOf(one)].filter((part) => part !== undefined);
  return nameOf(one) ?? (parts.length > 0 ? parts.join(" ") : one.quote.text.toLowerCase());
}

/** The same name, or two descriptions of one country and sector of which at most one has a name: "rebels" and "M23". */
export function mayBeOne(a: Participant, b: Participant): boolean {
  if (participantKey(a) === participantKey(b)) return true;
  if (nameOf(a) !== undefined && nameOf(b) !== undefined) return false;
  return (
    countryOf(a) !== undefined &&
    countryOf(a) === countryOf(b) &&
    sectorOf(a) !== undefined &&
    sectorOf(a) === sectorOf(b)
  );
}
