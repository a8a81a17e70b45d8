/** Adds reports with a megabyte of bytes each, from a number on, and says each as it is stored; says what stops it. */
import { randomBytes } from "node:crypto";
import { openStore } from "../../src/store/index.ts";
import type { KhaldunError } from "../../src/text/errors.ts";
import { inventedReport } from "../helpers/invented.ts";

const [location, from, to] = process.argv.slice(2);
const say = (word: unknown): boolean => process.stdout.write(`${JSON.stringify(word)}\n`);
try {
  const store = await openStore(location!);
  try {
    for (let number = Number(from); number < Number(to); number += 1) {
      const report = inventedReport({ text: `Report ${number}.`, outlet: `Wire ${number}` });
      await store.addReports([{ report, from: "filler", bytes: randomBytes(2 ** 20) }]);
      say("stored");
    }
    say({ stats: await store.stats(), problems: await store.verify() });
  } finally {
    await store.close();
  }
} catch (problem) {
  const { code, message, cure } = problem as KhaldunError;
  say({ code, message, cure });
}
