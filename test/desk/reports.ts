import { readFileSync } from "node:fs";
import { type CodedReport, codedReportSchema } from "../../src/record/coded-report.ts";
import type { Store } from "../../src/store/index.ts";
import { reportKey } from "../../src/store/index.ts";
import { packageFile } from "../../src/text/package-files.ts";
import { invented } from "../helpers/invented.ts";

/**
 * The bundled example reports as the program codes them; kept, because coding takes longer than all these tests. Anew:
 *   npx khaldun code examples/reports/* --format jsonl --offsets utf-16 > test/desk/data/examples.coded.jsonl
 */
export function exampleReports(): readonly CodedReport[] {
  return readFileSync(packageFile("test/desk/data/examples.coded.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => codedReportSchema.parse(JSON.parse(line)));
}

/** What a report could contain to do harm if it were taken for a page of ours. */
const SCRIPT = '<img src=x onerror="window.harmed=1"><script>window.harmed=1</script>';

/** Two versions of one article, the second with another toll. */
const FIRST_VERSION =
  "Soldiers fired at marchers in Gao on Friday. Five people were wounded, the mayor said.";
const SECOND_VERSION = FIRST_VERSION.replace("Five", "Eleven");

const correction = (text: string): CodedReport =>
  invented({
    text,
    title: "Marchers shot at in Gao",
    url: "https://courier.example/gao",
    outlet: "Sahel Courier",
    published: "2026-05-05",
    events: [
      {
        id: "gao",
        actor: { name: "Soldiers", country: "MLI", sector: "MIL" },
        recipient: { name: "marchers", country: "MLI", sector: "CVL" },
        place: { name: "Gao", country: "MLI", lat: 16.27, lon: -0.04 },
        days: ["2026-05-01", "2026-05-01"],
      },
    ],
  });

/** One happening as two sides tell it. */
const side = (text: string, outlet: string, source: string, denied: boolean): CodedReport =>
  invented({
    text,
    title: text.slice(0, 40),
    outlet,
    published: "2026-05-05",
    events: [
      {
        id: "attack",
        actor: { name: "Front for the North", country: "MLI", sector: "REB" },
        recipient: { name: "garrison", country: "MLI", sector: "MIL" },
        place: { name: "Menaka", country: "MLI", lat: 15.9, lon: 2.4 },
        days: ["2026-05-04", "2026-05-04"],
        factuality: "Uu",
        source: { name: source },
        denied,
      },
    ],
  });

export const REPORTS = {
  ministry: side(
    "The Front for the North attacked the garrison at Menaka on Monday, the defence ministry said.",
    "Wire One",
    "Defence ministry",
    false,
  ),
  front: side(
    "The Front for the North denied that it had attacked the garrison at Menaka on Monday.",
    "Desert Radio",
    "Front for the North",
    true,
  ),
  first: correction(FIRST_VERSION),
  second: correction(SECOND_VERSION),
  arabic: invented({
    text: "🟥 قال محافظ المدينة إن الشرطة فرّقت مسيرة في ساحة التحرير يوم الجمعة.",
    title: "الشرطة تفرّق مسيرة",
    language: "ar",
    outlet: "صوت النهر",
    published: "2026-05-05",
    events: [
      {
        id: "march",
        type: "COERCE",
        actor: { name: "الشرطة", country: "IRQ", sector: "COP" },
        source: { name: "محافظ المدينة" },
        factuality: "Uu",
      },
    ],
  }),
  harmful: invented({
    text: `Gunmen raided a depot. ${SCRIPT} Nobody was hurt.`,
    title: `Depot raided ${SCRIPT}`,
    outlet: `Lakeside ${SCRIPT}`,
    published: "2026-05-05",
    events: [{ id: "raid", actor: { name: `Gunmen ${SCRIPT}`, country: "COD" } }],
  }),
  long: invented({
    text: "Members of a committee met on Monday.",
    title: "A headline that goes on and on ".repeat(8).trim(),
    outlet: "The United Provinces Evening Chronicle and Weekly Commercial Advertiser",
    published: "2026-05-05",
    events: [
      {
        id: "met",
        type: "CONSULT",
        actor: {
          name: "Inter-Provincial Coordinating Committee for the Reconciliation of Pastoralist and Farming Communities",
          country: "COD",
        },
        days: ["2026-05-01", "2026-05-31", "month"],
      },
    ],
  }),
} as const;

export const keyOf = (coded: CodedReport): string => reportKey(coded.report);

const isSide = (record: CodedReport): boolean => record === REPORTS.ministry || record === REPORTS.front;

/** The examples and the reports above in a store, two of the examples in one story. */
export async function fill(store: Store): Promise<void> {
  const records = [...exampleReports(), ...Object.values(REPORTS)];
  await store.addCodings(records.map((record) => ({ record, from: "test" })));
  await store.setLinks(
    records.map((record, index) => ({
      report: keyOf(record),
      story: isSide(record) ? "s-sides" : index < 2 ? "s-first" : `s-${index}`,
      happenings: Object.fromEntries(
        record.events.map(({ id }) => [
          `${keyOf(record)}.${id}`,
          isSide(record) ? "h-attack" : `h-${index}-${id}`,
        ]),
      ),
    })),
  );
}
