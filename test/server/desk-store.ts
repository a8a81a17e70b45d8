import { join } from "node:path";
import type { CodedReport } from "../../src/record/coded-report.ts";
import type { Gate } from "../../src/server/access/gate.ts";
import {
  createApp,
  type DeskOptions,
  deskContext,
  openApiOf,
  type ServerContext,
} from "../../src/server/index.ts";
import type { DeskRoutes } from "../../src/server/routing.ts";
import { openStore, reportKey, type Store } from "../../src/store/index.ts";
import { invented } from "../helpers/invented.ts";
import { folderPlace } from "../helpers/stores.ts";
import { contractOf } from "./contract.ts";

const GOMA = { name: "Goma", country: "COD", lat: -1.68, lon: 29.22 };
const ARMY = { name: "Armed Forces", country: "COD", sector: "MIL" };
const REBELS = { name: "M23", country: "COD", sector: "REB" };
const TRADERS = { country: "COD", sector: "CVL" };

/** Reports of our own: a raid that the army tells, its denial, and a march in Dakar. */
export const RAID = invented({
  text: "Rebels raided a market in Goma on Sunday, the army said.",
  title: "Market raided",
  url: "https://lake.example/raid",
  outlet: "Lakeside Wire",
  published: "2026-05-05",
  events: [
    {
      id: "raid",
      modes: ["firearms"],
      actor: REBELS,
      recipient: TRADERS,
      source: ARMY,
      place: GOMA,
      days: ["2026-05-03", "2026-05-03"],
      factuality: "Uu",
      confidence: 0.9,
    },
    {
      id: "siege",
      type: "COERCE",
      actor: REBELS,
      place: { name: "DR Congo", country: "COD" },
      days: ["2026-04-01", "2026-04-30", "month"],
    },
  ],
});
export const DENIAL = invented({
  text: "The rebels denied that they had raided the market.",
  outlet: "Hill Post",
  published: "2026-05-06",
  events: [{ id: "denial", type: "REJECT", actor: REBELS, source: REBELS, denied: true, phase: "ongoing" }],
});
export const MARCH = invented({
  text: "Students marched in Dakar on Friday against higher fees.",
  outlet: "Cape Daily",
  published: "2026-05-02",
  events: [
    {
      id: "march",
      type: "PROTEST",
      actor: { country: "SEN", sector: "EDU" },
      place: { name: "Dakar", country: "SEN", lat: 14.69, lon: -17.44 },
      days: ["2026-05-01", "2026-05-01"],
    },
  ],
});

export const keyOf = (coded: CodedReport): string => reportKey(coded.report);

export interface Desk {
  readonly store: Store;
  readonly context: ServerContext;
  readonly app: DeskRoutes;
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  readonly close: () => Promise<void>;
}

/** The same application, every answer of which is held against the OpenAPI document. */
export function truthful(app: DeskRoutes): DeskRoutes {
  const check = contractOf(openApiOf(app, "1"));
  const request: DeskRoutes["request"] = async (...asked) => {
    const answer = await app.request(...asked);
    const [address, { method = "GET" } = {}] = asked;
    const { pathname } = new URL(String(address), "http://localhost");
    const isStream = answer.headers.get("content-type")?.startsWith("text/event-stream");
    await check(method, pathname, isStream ? new Response(null, answer) : answer.clone());
    return answer;
  };
  return Object.create(app, { request: { value: request } }) as DeskRoutes;
}

/** A desk on a store of its own with these reports. */
export async function openDesk(
  options: Partial<DeskOptions> = {},
  gateOf: (store: Store) => Gate | undefined = () => undefined,
): Promise<Desk> {
  const place = await folderPlace();
  const store = await openStore(place.location);
  await store.addCodings([RAID, DENIAL, MARCH].map((record) => ({ record, from: "test" })));
  await store.setLinks([
    { report: keyOf(RAID), story: "s-raid", happenings: { [`${keyOf(RAID)}.raid`]: "h-raid" } },
    { report: keyOf(DENIAL), story: "s-raid", happenings: {} },
    { report: keyOf(MARCH), story: "s-march", happenings: {} },
  ]);
  const gate = gateOf(store);
  const uploads = join(place.location, "..", "uploads");
  const context = deskContext(store, {
    version: "1",
    isExample: false,
    user: "ada",
    opened: [],
    uploads,
    ...options,
    ...(gate === undefined ? {} : { gate }),
  });
  const app = truthful(createApp(context));
  return {
    store,
    context,
    app,
    get: async (path, headers = {}) => app.request(`/api/v1${path}`, { headers }),
    close: async () => {
      await context.imports.close();
      await store.close();
      await place.remove();
    },
  };
}
