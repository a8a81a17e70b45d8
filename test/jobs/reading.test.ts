import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { expect, it } from "vitest";
import { startReader } from "../../src/jobs/index.ts";

it("a thread that ends between two results costs the rest of that file, and the next file is read", async () => {
  const folder = mkdtempSync(join(tmpdir(), "khaldun-reading-"));
  const [many, one] = [join(folder, "many.jsonl"), join(folder, "one.txt")];
  writeFileSync(
    many,
    ["Lima", "Oslo", "Riga"]
      .map((town) => JSON.stringify({ text: `Police in ${town} arrested two men.` }))
      .join("\n"),
  );
  writeFileSync(one, "Police in Bern arrested two men.");
  const started = once(process, "worker") as Promise<[Worker]>;
  const reader = startReader();
  const told: string[] = [];
  try {
    for await (const result of reader.read([many, one], {})) {
      told.push("error" in result ? result.error.code : "report");
      if (told.length === 1) await (await started)[0].terminate();
    }
    expect(told).toEqual(["report", "K176", "report"]);
  } finally {
    await reader.close();
    rmSync(folder, { recursive: true });
  }
});
