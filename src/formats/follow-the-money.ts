import { createHash } from "node:crypto";
import type { CodedReport } from "../record/coded-report.ts";
import { countryOf, nameOf, type Participant } from "../record/participant.ts";
import { publishedDay } from "../record/report.ts";
import { labelOf, noteOf, placeOf, timeOf } from "./cells.ts";
import { codesOf } from "./countries.ts";
import type { Notation } from "./notation.ts";
import { type ExportRow, membersOf } from "./row.ts";
import { isState } from "./sectors.ts";
import { notAsserted } from "./standing.ts";

type Properties = Readonly<Record<string, readonly string[]>>;

interface Entity {
  readonly id: string;
  readonly schema: "Event" | "Article" | "Person" | "PublicBody" | "Organization";
  readonly properties: Properties;
}

function idOf(...parts: readonly string[]): string {
  return createHash("sha1").update(parts.join("\n")).digest("hex");
}

/** Values as FollowTheMoney holds them: lists of texts; a property without a value is left out. */
function properties(all: Readonly<Record<string, string | undefined | readonly string[]>>): Properties {
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => {
      const list = (typeof value === "string" ? [value] : (value ?? [])).filter((one) => one !== "");
      return list.length === 0 ? [] : [[name, list] as const];
    }),
  );
}

const iso2 = (iso3: string | undefined): string | undefined => codesOf(iso3)?.iso2.toLowerCase();

/** A party becomes an entity only under a name; the same name and country is the same entity. */
function party(one: Participant): Entity | undefined {
  const name = nameOf(one);
  if (name === undefined) return undefined;
  const schema =
    one.kind === "person" ? "Person" : isState(one) || one.kind === "state" ? "PublicBody" : "Organization";
  const country = iso2(countryOf(one));
  return {
    id: one.wikidata ?? idOf(schema, name, country ?? ""),
    schema,
    properties: properties({
      name,
      country,
      wikidataId: one.wikidata,
      position: schema === "Person" ? one.role : undefined,
    }),
  };
}

function article({ report, id }: CodedReport): Entity {
  return {
    id: idOf("report", report.id),
    schema: "Article",
    properties: properties({
      title: report.title ?? id,
      publisher: report.outlet,
      publishedAt: publishedDay(report),
      sourceUrl: report.url,
      language: report.language === "en" ? "eng" : undefined,
    }),
  };
}

function happening(row: ExportRow, parties: readonly Entity[], articles: readonly Entity[]): Entity {
  const { event } = row;
  const time = timeOf(event);
  const place = placeOf(event);
  const isDay = time !== undefined && time.from.slice(0, 10) === time.to.slice(0, 10);
  const involved = (name: "actors" | "recipients"): readonly string[] =>
    event[name].flatMap((one) => party(one)?.id ?? []);
  return {
    id: idOf("event", row.happening?.id ?? event.id),
    schema: "Event",
    properties: properties({
      name: `${event.type}${event.modes.map(({ value }) => `/${value}`).join("")}: ${event.actors.map(labelOf).join(", ") || "unknown"}`,
      date: isDay ? time.from.slice(0, 10) : undefined,
      startDate: isDay ? undefined : time?.from.slice(0, 10),
      endDate: isDay ? undefined : time?.to.slice(0, 10),
      location: place?.name,
      country: iso2(place?.country),
      keywords: [event.type, ...event.modes.map(({ value }) => value)],
      organizer: event.type === "PROTEST" || event.type === "CONSULT" ? involved("actors") : undefined,
      involved: [...new Set(parties.map(({ id }) => id))],
      notes: noteOf(row),
      proof: articles.map(({ id }) => id),
    }),
  };
}

function entities(row: ExportRow): readonly string[] {
  if (notAsserted(row) !== undefined) return [];
  const articles = membersOf(row).map(({ coded }) => article(coded));
  const parties = [...row.event.actors, ...row.event.recipients].flatMap((one) => party(one) ?? []);
  const all = [...articles, ...parties, happening(row, parties, articles)];
  return [...new Map(all.map((one) => [one.id, one])).values()].map((one) => `${JSON.stringify(one)}\n`);
}

/**
 * FollowTheMoney entities, one a line: Event, its parties with a name, the Article as proof. The same entity may come
 * again with another event, as in every FollowTheMoney stream; a reader joins them by id.
 */
export const FOLLOW_THE_MONEY: Notation = {
  title: "FollowTheMoney entities, one a line",
  extension: "ftm.json",
  mediaType: "application/json+ftm",
  head: "",
  separator: "",
  tail: "",
  records: entities,
  withheld: notAsserted,
};
