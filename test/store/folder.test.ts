import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type Opened } from "../../src/store/database.ts";
import { openStore } from "../../src/store/index.ts";
import { locationOf } from "../../src/store/location.ts";
import { migrate } from "../../src/store/migrate.ts";
import { verify } from "../../src/store/upkeep.ts";
import { addCodings } from "../../src/store/write.ts";
import { packageFile } from "../../src/text/package-files.ts";
import { invented } from "../helpers/invented.ts";
import { folderPlace, type TestPlace } from "../helpers/stores.ts";

describe("opening", () => {
  it("refuses a folder with other things in it, and what is no place", async () => {
    const other = mkdtempSync(join(tmpdir(), "khaldun-other-"));
    writeFileSync(join(other, "thesis.docx"), "");
    await expect(openStore(other)).rejects.toMatchObject({ code: "K506" });
    rmSync(other, { recursive: true });
    await expect(openStore("mysql://root:secret@host/x")).rejects.toMatchObject({
      code: "K501",
      message: expect.not.stringContaining("secret"),
    });
  });

  it("says with a cure that no server answers, without the password", async () => {
    await expect(openStore("postgresql://u:secret@127.0.0.1:1/x")).rejects.toMatchObject({
      code: "K505",
      message: expect.not.stringContaining("secret"),
    });
  });
});

describe("a store in a folder", () => {
  let place: TestPlace;
  let opened: Opened;
  const run = (words: string) => sql.raw(words).execute(opened.database);

  beforeAll(async () => {
    place = await folderPlace();
    opened = await connect(locationOf(place.location));
    await addCodings(opened.database, [
      { record: invented({ text: "Rebels raided a market.", events: [{ id: "raid" }] }) },
    ]);
  });
  afterAll(async () => {
    await opened?.close();
    await place?.remove();
  });

  it("is locked while it is open", async () => {
    await expect(openStore(place.location)).rejects.toMatchObject({ code: "K502" });
  });

  it.each([
    [
      "of a newer program",
      "insert into manifest values (99, 'later', 'x', 'x')",
      "delete from manifest where version = 99",
      "K503",
    ],
    [
      "that somebody added to",
      "alter table events add column mine text",
      "alter table events drop column mine",
      "K504",
    ],
    ["that lacks an index", "drop index places_point", "create index places_point on places (id)", "K504"],
    [
      "made by another migration",
      "update manifest set checksum = 'x' || checksum",
      "update manifest set checksum = substr(checksum, 2)",
      "K504",
    ],
  ])("is refused with a schema %s", async (_, change, undo, code) => {
    await run(change);
    await expect(migrate(opened.database, place.location)).rejects.toMatchObject({ code });
    await run(undo);
    await migrate(opened.database, place.location);
  });

  it.each(["update reports set title = 'x'", "delete from reports", "delete from custody"])(
    "refuses: %s",
    async (words) => {
      await expect(run(words)).rejects.toMatchObject({ code: "KH001" });
    },
  );

  it("is sound until somebody changes what it holds, and then says where", async () => {
    expect(await verify(opened)).toEqual([]);
    await run("alter table reports disable trigger reports_immutable");
    await run(`update reports set record = jsonb_set(record, '{text}', '"Nobody did."')`);
    await run("delete from event_records");
    await run("update counts set events = 7 where facet = 'type'");
    const where = (await verify(opened)).map((problem) => problem.where.split(" ")[0]);
    expect(where).toEqual(["report", "event", "counts"]);
  });
});

describe("kill -9", () => {
  const [REPORTS, CODINGS] = [160, 40];

  /** An ingest in a process of its own; gives what it says, line by line. */
  function ingest(location: string, file: string) {
    const program = packageFile("test/store/ingester.ts");
    const child = spawn(process.execPath, ["--import", "tsx", program, location, file, String(CODINGS)], {
      stdio: ["ignore", "pipe", "inherit"],
      cwd: packageFile("."),
    });
    return { child, lines: createInterface({ input: child.stdout }) };
  }

  it("loses nothing that was said to be done, and a second start stores nothing twice", async () => {
    const place = await folderPlace();
    const file = join(place.location, "..", "reports.jsonl");
    const report = (_: unknown, index: number) =>
      JSON.stringify({ text: `Police arrested ${index + 2} activists in Goma.`, published: "2026-05-05" });
    writeFileSync(file, Array.from({ length: REPORTS }, report).join("\n"));

    const killed = ingest(place.location, file);
    const done: string[] = [];
    for await (const line of killed.lines) {
      done.push(line);
      if (done.includes('"coded"') && done.includes('"stored"')) killed.child.kill("SIGKILL");
    }
    const stored = done.filter((line) => line === '"stored"').length;
    expect(stored).toBeLessThan(REPORTS);
    expect(done.length - stored).toBeLessThan(CODINGS);

    let last = "";
    for await (const line of ingest(place.location, file).lines) last = line;
    const { result, stats, problems } = JSON.parse(last);
    expect(problems).toEqual([]);
    expect(result.already).toBeGreaterThanOrEqual(stored);
    expect(result.already + result.stored).toBe(REPORTS);
    expect(stats).toMatchObject({ reports: REPORTS + CODINGS, codings: CODINGS, events: 2 * CODINGS });
    await place.remove();
  }, 300_000);
});
