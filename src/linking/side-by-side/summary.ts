import type { Anchor, ClaimRow } from "../../record/side-by-side.ts";
import type { StoryHappening, StorySummary } from "../../record/story-summary.ts";
import type { Choice, Member, Told } from "../roll-up/index.ts";
import { tellingsOf } from "../roll-up/telling.ts";
import { originAsWritten } from "./origins.ts";
import { type ClaimTable, claimTable } from "./table.ts";

/** The claims of one happening, with what reviewers changed in them. */
export interface GatheredClaims<Coded extends Told = Told> {
  readonly id: string;
  readonly members: readonly Member<Coded>[];
  readonly changes?: readonly { readonly field: string; readonly reviewer: string }[];
}

type Correction = StorySummary["corrections"][number];

/** Whether a report is news to who asks, by its key and the day of its publication. */
export type IsNews = (report: string, day: string | undefined) => boolean;

/** Titles are by report. */
export function summaryOf<Coded extends Told>(
  happenings: readonly GatheredClaims<Coded>[],
  titles: ReadonlyMap<string, string>,
  choice: Choice,
  isNews?: IsNews,
): StorySummary {
  const tables = happenings.map(({ id, members }) => claimTable(id, members, choice));
  const [lead] = [...tables].sort((a, b) => b.origins - a.origins || b.articles - a.articles);
  const tellings = tellingsOf(happenings.flatMap(({ members }) => members));
  const first = tellings.find(({ copyOf, coded }) => copyOf === undefined && titles.has(coded.id));
  const title = first === undefined ? undefined : titles.get(first.coded.id);
  const corrections = tables.flatMap((table, at) => [
    ...revisedIn(table),
    ...reviewedIn(table, happenings[at]!),
  ]);
  const days = tellings.flatMap(({ day }) => day ?? []).sort();
  const news =
    isNews === undefined
      ? undefined
      : [...new Set(tellings.filter(({ coded, day }) => isNews(coded.id, day)).map(({ coded }) => coded.id))];
  return {
    ...(title === undefined ? {} : { title }),
    ...(lead === undefined ? {} : { happening: lead.id }),
    lead: lead === undefined ? [] : leadOf(lead),
    contested: tables.flatMap(contestedIn),
    corrected: corrections.length > 0,
    corrections,
    ...(news === undefined ? {} : { isNew: news.length > 0, news }),
    timeline: happenings.map(({ members }, at) => happeningOf(tables[at]!, members)).sort(byDay),
    origins: originsOf(tellings),
    ...(days.length === 0 ? {} : { oldest: days[0]!, newest: days.at(-1)! }),
  };
}

/** What is told and contradicted by nobody. */
function leadOf({ rows }: ClaimTable): StorySummary["lead"] {
  return rows.flatMap((row) =>
    row.contested || row.one === undefined
      ? []
      : [{ field: row.field, words: row.one.value, quotes: quotesOf(row, row.one.value).slice(0, 3) }],
  );
}

function quotesOf({ cells }: ClaimRow, value: string): readonly Anchor[] {
  return cells.flatMap((cell) => (cell?.value === value ? cell.quotes : []));
}

function contestedIn({ id, rows, columns }: ClaimTable): StorySummary["contested"] {
  return rows
    .filter(({ contested }) => contested)
    .map(({ field, cells }) => ({
      happening: id,
      field,
      values: cells.flatMap((cell, at) =>
        cell === null
          ? []
          : [
              {
                value: cell.stance === "denies" ? `denied: ${cell.value}` : cell.value,
                speaker: columns[at]!.words,
                quotes: cell.quotes,
              },
            ],
      ),
    }));
}

function revisedIn({ id, rows, columns }: ClaimTable): readonly Correction[] {
  return rows.flatMap(({ field, cells }) =>
    cells.flatMap((cell, at): readonly Correction[] => {
      if (cell?.first === undefined) return [];
      const { first, value, quotes } = cell;
      return [
        {
          happening: id,
          field,
          by: "speaker",
          who: columns[at]!.words,
          from: first.value,
          to: value,
          quotes,
        },
      ];
    }),
  );
}

function reviewedIn({ id }: ClaimTable, { changes = [] }: GatheredClaims): readonly Correction[] {
  return changes.map(({ field, reviewer }) => ({
    happening: id,
    field,
    by: "reviewer",
    who: reviewer,
    quotes: [],
  }));
}

function happeningOf<Coded extends Told>(
  table: ClaimTable,
  members: readonly Member<Coded>[],
): StoryHappening {
  const [first] = tellingsOf(members);
  const dated = members.find(
    ({ event: { time } }) => time.status === "known" && shown(time) === chosen(table),
  );
  const time = dated?.event.time;
  return {
    id: table.id,
    type: table.type,
    words: first!.event.trigger.text,
    ...(time?.status === "known" ? { from: time.from, to: time.to, precision: time.precision } : {}),
    ...(first!.day === undefined ? {} : { reported: first!.day }),
    reports: table.articles,
    origins: table.origins,
    speakers: table.speakers,
    contested: table.rows.filter(({ contested }) => contested).map(({ field }) => field),
  };
}

function chosen({ rows }: ClaimTable): string | undefined {
  return rows.find(({ field }) => field === "time")?.one?.value;
}

function shown({ from, to }: { readonly from: string; readonly to: string }): string {
  return from === to ? from : `${from}/${to}`;
}

function byDay(a: StoryHappening, b: StoryHappening): number {
  return (a.from ?? "9").localeCompare(b.from ?? "9") || (a.reported ?? "9").localeCompare(b.reported ?? "9");
}

function originsOf(tellings: ReturnType<typeof tellingsOf>): StorySummary["origins"] {
  const origins = [...new Set(tellings.map(({ origin }) => origin))];
  return origins
    .map((name) => {
      const own = tellings.filter(({ origin }) => origin === name);
      const keys = (list: typeof own): number => new Set(list.map(({ coded }) => coded.id)).size;
      const copies = own.filter(({ copyOf }) => copyOf !== undefined);
      const outlets = [...new Set(own.flatMap(({ coded }) => coded.report.outlet ?? []))];
      return { name: originAsWritten(name, own), reports: keys(own), copies: keys(copies), outlets };
    })
    .sort((a, b) => b.reports - a.reports);
}
