import { foldName } from "../../knowledge/gazetteer-fold.ts";
import type { Candidate } from "./candidates.ts";
import { distanceKm } from "./distance.ts";
import { type Features, loadRanking } from "./ranking.ts";
import type { FoundName } from "./reading.ts";
import { countVotes, type Vote, type Votes } from "./votes.ts";
import { type Scored, scored } from "./why.ts";

/** Another name in the report that holds this one: "Kidal, Mali", "Syria's Idlib". */
export interface Containment {
  readonly inner: number;
  readonly outer: number;
  /** "Ukraine's Sumy" says it more plainly than "Sumy in Ukraine", which may be two phrases. */
  readonly possessive: boolean;
}

interface Link {
  readonly inner: string;
  readonly outer: string;
  readonly possessive: boolean;
}

export interface Resolved {
  readonly place: Candidate;
  /** 0-1: against the rivals only, not that the words name a place. */
  readonly confidence: number;
  readonly rivals: readonly Candidate[];
  /** All candidates, best first. */
  readonly ranked: readonly Scored[];
}

/** Below this a hamlet of that name somewhere on earth is no answer. */
const LEAST_SCORE = 3;
const CLOSE_RIVAL = 0.8;
const SAME_PLACE_KM = 50;
const NEIGHBOUR_KM = 150;
/** Inhabitants of a town that is taken for sure before anything else is known, as a logarithm above the next. */
const CLEAR_LEAD = 2.2;

interface Group {
  readonly key: string;
  readonly candidates: readonly Candidate[];
  readonly wants: FoundName["wants"];
  readonly count: number;
  /** States that adjectives put it in. */
  readonly within: ReadonlySet<string>;
}

/**
 * Chooses a place for every name, all mentions of a name alike. Two rounds: names that are clear by themselves vote
 * for countries and regions, then everything is chosen by size, votes, containment and distance, then once more with
 * the votes of that choice. `prior`: weights of countries from demonyms, dateline, outlet.
 */
export function resolve(
  names: readonly FoundName[],
  containments: readonly Containment[],
  prior: ReadonlyMap<string, number>,
): readonly (Resolved | undefined)[] {
  const groups = groupNames(names);
  const keys = names.map(keyOf);
  const links = containments.map(
    (one): Link => ({ inner: keys[one.inner]!, outer: keys[one.outer]!, possessive: one.possessive }),
  );
  let votes = [...groups.values()].flatMap((group) => clearVote(group));
  let chosen = new Map<string, Resolved>();
  for (let round = 0; round < 2; round += 1) {
    const next = new Map<string, Resolved>();
    for (const group of groups.values()) {
      // A name does not vote for itself.
      const others = countVotes(
        votes.filter((vote) => vote.group !== group.key),
        prior,
      );
      const resolved = choose(group, others, links, groups, chosen);
      if (resolved !== undefined) next.set(group.key, resolved);
    }
    chosen = next;
    votes = [...chosen].map(([group, { place, confidence }]): Vote => {
      return { group, place, weight: groups.get(group)!.count * confidence };
    });
  }
  return keys.map((key) => chosen.get(key));
}

/** A town and its region are two places of one name; "Georgia's governor" says which Georgia the others are. */
function keyOf({ name, wants }: FoundName): string {
  return `${foldName(name)}|${wants === "town" || wants === "area" ? wants : ""}`;
}

function groupNames(names: readonly FoundName[]): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const name of names) {
    const key = keyOf(name);
    const known = groups.get(key);
    const within = new Set(known?.within ?? []);
    if (name.within !== undefined) within.add(name.within);
    const count = (known?.count ?? 0) + 1;
    const wants = known?.wants ?? name.wants;
    groups.set(key, { key, candidates: name.candidates, wants, count, within });
  }
  return groups;
}

function clearVote(group: Group): readonly Vote[] {
  const [first, second] = [...group.candidates].sort((a, b) => suitability(b, group) - suitability(a, group));
  if (first === undefined) return [];
  const isClear =
    second === undefined ||
    second.country === first.country ||
    suitability(first, group) - suitability(second, group) > CLEAR_LEAD;
  return isClear && first.prior > 4 ? [{ group: group.key, place: first, weight: group.count }] : [];
}

function choose(
  group: Group,
  votes: Votes,
  links: readonly Link[],
  groups: ReadonlyMap<string, Group>,
  chosen: ReadonlyMap<string, Resolved>,
): Resolved | undefined {
  const held = links.filter((link) => link.inner === group.key);
  const outers = held.map((link) => groups.get(link.outer)!);
  const owners = held.filter((link) => link.possessive).map((link) => groups.get(link.outer)!);
  const inners = links.filter((link) => link.outer === group.key).map((link) => groups.get(link.inner)!);
  const ranking = loadRanking();
  const ranked = group.candidates
    .map((place) =>
      scored(
        place,
        {
          size: suitability(place, group),
          ...votesFor(place, votes),
          holder: holderBonus(place, outers, chosen),
          owner: holderBonus(place, owners, chosen),
          within: group.within.has(place.country ?? "") ? 1 : 0,
          held: heldBonus(place, inners),
        },
        ranking,
      ),
    )
    .sort((a, b) => b.score - a.score);
  const [best] = ranked;
  if (best === undefined || best.score < LEAST_SCORE) return undefined;
  const others = ranked.slice(1).filter((other) => !isSamePlace(other.place, best.place));
  const total = others.reduce(
    (sum, other) => sum + Math.exp((other.score - best.score) / ranking.temperature),
    1,
  );
  const rivals = others.filter((other) => best.score - other.score < CLOSE_RIVAL).slice(0, 3);
  return {
    place: best.place,
    confidence: 1 / total,
    rivals: rivals.map((rival) => rival.place),
    ranked,
  };
}

function suitability(place: Candidate, group: Pick<Group, "wants">): number {
  if (group.wants === "town") return place.prior + (place.kind === "town" ? 3 : 0);
  if (group.wants === "state") return place.prior + (place.kind === "country" ? 3 : 0);
  if (group.wants === "unit") return place.prior + (place.kind === "admin1" ? 7 : 0);
  if (group.wants === "area") {
    const bonus = { admin1: 4, region: 4, admin2: 3.5, country: 0, town: -2 } as Readonly<
      Record<string, number>
    >;
    return place.prior + (bonus[place.kind] ?? 0);
  }
  return place.prior;
}

function votesFor(place: Candidate, votes: Votes): Pick<Features, "country" | "present" | "admin1" | "near"> {
  if (place.country === undefined) return { country: 0, present: 1, admin1: 0, near: 0 };
  const country = votes.country.get(place.country) ?? 0;
  const unit = place.kind === "admin1" ? place.name : place.admin1;
  return {
    country,
    present: country > 0 ? 1 : 0,
    admin1: unit === undefined ? 0 : (votes.admin1.get(`${place.country}/${unit}`) ?? 0),
    near: place.point === undefined ? 0 : nearness(place.point, votes),
  };
}

function nearness(point: { lat: number; lon: number }, votes: Votes): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const other of votes.points) {
    nearest = Math.min(nearest, distanceKm(point, other));
  }
  return Math.exp(-nearest / NEIGHBOUR_KM);
}

/** 1 if one of the places around holds this one, 0 if not. */
function holderBonus(
  place: Candidate,
  outers: readonly Group[],
  chosen: ReadonlyMap<string, Resolved>,
): number {
  if (outers.length === 0) return 0;
  const holders = outers.flatMap((outer) => {
    const settled = chosen.get(outer.key)?.place;
    return settled === undefined ? outer.candidates : [settled, ...outer.candidates];
  });
  return holders.some((holder) => holds(holder, place)) ? 1 : 0;
}

function heldBonus(place: Candidate, inners: readonly Group[]): number {
  const held = inners.some((inner) =>
    inner.candidates.some((town) => town.prior > 2.5 && holds(place, town)),
  );
  return held ? 1 : 0;
}

/** By name for states and admin-1 units, by distance for smaller areas. */
export function holds(outer: Candidate, inner: Candidate): boolean {
  if (outer.country === undefined || outer.country !== inner.country || outer === inner) return false;
  if (outer.kind === "country") return inner.kind !== "country";
  if (outer.kind === "admin1") return inner.admin1 === outer.name && inner.kind !== "admin1";
  if (outer.kind !== "admin2" && outer.kind !== "region") return false;
  if (outer.point === undefined || inner.point === undefined) return false;
  return distanceKm(outer.point, inner.point) <= Math.max(60, 1.5 * outer.radiusKm);
}

/** A town and the unit around it are no rivals of each other. */
function isSamePlace(a: Candidate, b: Candidate): boolean {
  if (a.country !== b.country) return false;
  if (holds(a, b) || holds(b, a)) return true;
  return a.point !== undefined && b.point !== undefined && distanceKm(a.point, b.point) < SAME_PLACE_KM;
}
