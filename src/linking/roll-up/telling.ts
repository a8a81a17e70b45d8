import type { CodedReport } from "../../record/coded-report.ts";
import type { Event } from "../../record/event.ts";
import type { Claim } from "../../record/happening.ts";
import { publishedDay, type Report } from "../../record/report.ts";
import { claimsOf } from "./claims.ts";

/** What the roll-up asks of a report: its name, and the header by which origins are told apart. */
export interface Told {
  readonly id: string;
  readonly report: Pick<Report, "published" | "outlet" | "originator" | "url">;
}

/** One report's coding of the happening. `copyOf` is the report whose text this one repeats. */
export interface Member<Coded extends Told = CodedReport> {
  readonly coded: Coded;
  readonly event: Event;
  readonly copyOf?: string;
}

/** A member with the voices that speak in it. */
export interface Telling<Coded extends Told = Told> extends Member<Coded> {
  readonly day: string | undefined;
  readonly origin: string;
  readonly claims: readonly Claim[];
}

/** In the order of publication; reports without a day come last, in the order given. */
export function tellingsOf<Coded extends Told>(members: readonly Member<Coded>[]): readonly Telling<Coded>[] {
  const originals = new Map(members.map((member) => [member.coded.id, member]));
  const tellings = members.map((member): Telling<Coded> => {
    const origin = originOf(member, originals);
    return {
      ...member,
      day: publishedDay(member.coded.report),
      origin,
      claims: claimsOf(member, origin),
    };
  });
  return tellings.sort((a, b) => compare(a.day ?? "9999", b.day ?? "9999"));
}

/** Whose report it is in the end: that of the text it repeats, of the agency credited, or of the outlet. */
function originOf(member: Member<Told>, originals: ReadonlyMap<string, Member<Told>>): string {
  const seen = new Set<string>();
  let at = member;
  while (at.copyOf !== undefined && !seen.has(at.copyOf)) {
    seen.add(at.copyOf);
    const original = originals.get(at.copyOf);
    if (original === undefined) return `report:${at.copyOf}`;
    at = original;
  }
  const { report, id } = at.coded;
  return (report.originator ?? report.outlet)?.toLowerCase() ?? `report:${id}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
