import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, openDesk } from "./desk-store.ts";

interface Table {
  readonly columns: readonly { readonly name: string }[];
  readonly items: readonly {
    readonly stored: { readonly id: string };
    readonly cells: readonly unknown[];
    readonly withheld?: string;
  }[];
  readonly next?: string;
}

describe("events in the columns of a format", () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.close());
  const table = async (path: string) => (await (await desk.get(path)).json()) as Table;
  const cell = ({ columns, items }: Table, row: number, name: string) =>
    items[row]?.cells[columns.findIndex((column) => column.name === name)];

  it("ACLED's 31 columns hold what its file holds", async () => {
    const acled = await table("/tables/acled?outlets=Lakeside+Wire&types=ASSAULT");
    expect(acled.columns).toHaveLength(31);
    const file = await (
      await desk.get("/exports?format=acled&profile=internal&outlets=Lakeside+Wire&types=ASSAULT")
    ).text();
    const [head, line] = file.split("\n");
    expect(head?.split(",")).toEqual(acled.columns.map(({ name }) => name));
    expect(line).toContain(String(cell(acled, 0, "event_date")));
    expect(cell(acled, 0, "country")).toBe("DR Congo");
  });

  it("says why a file would leave a row out", async () => {
    const acled = await table("/tables/acled?types=REJECT");
    expect(acled.items[0]?.withheld).toBeTruthy();
  });

  it("pages like the list of events", async () => {
    const first = await table("/tables/csv?size=1");
    const second = await table(`/tables/csv?size=1&after=${first.next}`);
    expect(second.items[0]?.stored.id).not.toBe(first.items[0]?.stored.id);
  });

  it("a format that is no table is refused with those that are", async () => {
    const answer = await desk.get("/tables/geojson");
    expect(answer.status).toBe(400);
    expect(JSON.stringify(await answer.json())).toContain("acled");
  });
});
