import type { Sector } from "../../ontology/plover/codes.ts";
import type { Claim } from "../../record/happening.ts";
import { type ClaimColumn, SPEAKER_GROUPS, type SpeakerGroup } from "../../record/side-by-side.ts";
import type { Telling, Told } from "../roll-up/telling.ts";
import { originAsWritten } from "./origins.ts";

/** Sectors whose people hold no power over what happens: unnamed, they are those who were there. */
const BYSTANDERS: ReadonlySet<string> = new Set<Sector>([
  "CVL",
  "MED",
  "JRN",
  "LAB",
  "REL",
  "EDU",
  "SOC",
  "BUS",
]);

/**
 * Which column a claim stands in. Named speakers are one across reports; who is not named is never joined across
 * reports, also not of one outlet, except with copies of the same text.
 */
export function columnKey({ speaker, report, copyOf }: Claim): string {
  const isKnown = speaker.kind === "outlet" || speaker.kind === "named" || speaker.kind === "other-outlet";
  return isKnown ? speaker.key : `${copyOf ?? report}:${speaker.words.toLowerCase()}`;
}

function groupOf({ speaker, ownAffair }: Claim): SpeakerGroup {
  if (speaker.kind === "outlet") return "outlet";
  if (ownAffair) return "party";
  const isBystander = speaker.sector === undefined || BYSTANDERS.has(speaker.sector);
  return speaker.kind === "unnamed" && isBystander ? "witness" : "third-party";
}

/** Parties first, outlets last; within a group who is quoted by most origins, then who spoke first. */
export function columnsOf(tellings: readonly Telling<Told>[]): readonly ClaimColumn[] {
  const claims = new Map<string, Claim[]>();
  for (const claim of tellings.flatMap((telling) => telling.claims)) {
    const key = columnKey(claim);
    const own = claims.get(key);
    if (own === undefined) claims.set(key, [claim]);
    else own.push(claim);
  }
  return [...claims].map(([key, own]) => columnOf(key, own, tellings)).sort(byGroup);
}

function columnOf(key: string, claims: readonly Claim[], tellings: readonly Telling<Told>[]): ClaimColumn {
  const { speaker } = claims[0]!;
  const reports = [...new Set(claims.map(({ report }) => report))];
  const days = claims.flatMap(({ published }) => published ?? []).sort();
  // A party that is quoted on its own part once is a party in the whole column.
  const group = SPEAKER_GROUPS.find((name) => claims.some((claim) => groupOf(claim) === name))!;
  return {
    key,
    words: speaker.words,
    kind: speaker.kind,
    group,
    ...(speaker.country === undefined ? {} : { country: speaker.country }),
    ...(speaker.sector === undefined ? {} : { sector: speaker.sector }),
    ownAffair: group === "party",
    articles: reports.length,
    origins: [...new Set(claims.map(({ origin }) => origin))].map((origin) =>
      originAsWritten(origin, tellings),
    ),
    reports,
    copies: [...new Set(claims.flatMap(({ report, copyOf }) => (copyOf === undefined ? [] : [report])))],
    ...(days.length === 0 ? {} : { from: days[0]!, to: days.at(-1)! }),
  };
}

function byGroup(a: ClaimColumn, b: ClaimColumn): number {
  return (
    SPEAKER_GROUPS.indexOf(a.group) - SPEAKER_GROUPS.indexOf(b.group) ||
    b.origins.length - a.origins.length ||
    (a.from ?? "9").localeCompare(b.from ?? "9")
  );
}
