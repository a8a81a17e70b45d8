import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { packageFile } from "../../src/text/package-files.ts";

/** A Python that has pyspark; it is 300 MB, so that nothing installs it: the test runs where somebody has. */
const PYTHON = process.env.KHALDUN_TEST_SPARK_PYTHON ?? "python3";
const KHALDUN = packageFile("bin/khaldun");

function whySkipped(): string | undefined {
  if (spawnSync("java", ["-version"]).status !== 0) return "no java here";
  if (spawnSync(PYTHON, ["-c", "import pyspark"]).status !== 0)
    return `${PYTHON} has no pyspark; KHALDUN_TEST_SPARK_PYTHON may name one that has`;
  return undefined;
}

const skipped = whySkipped();
const folder = mkdtempSync(join(tmpdir(), "khaldun-spark-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Reports of our own, of different lengths, with letters of more than one byte; none ends where another begins. */
const corpus = Array.from({ length: 24 }, (_, index) =>
  JSON.stringify({
    id: `r${index}`,
    text: `Rebels attacked post ${index} near Goma on Sunday, the army said. ${"Ministers met in Malmö — “for peace”. ".repeat(index % 5)}`,
    published: "2026-05-05",
  }),
).join("\n");

describe.skipIf(skipped !== undefined)(
  `the coder as a filter in Spark${skipped === undefined ? "" : ` (skipped: ${skipped})`}`,
  () => {
    it("three partitions on two workers are the bytes of a single run", { timeout: 300_000 }, () => {
      const reports = join(folder, "reports.jsonl");
      const coded = join(folder, "coded");
      writeFileSync(reports, `${corpus}\n`);
      const spark = spawnSync(PYTHON, [packageFile("examples/spark/code.py"), reports, coded, "3"], {
        encoding: "utf8",
        env: {
          ...process.env,
          KHALDUN,
          PYSPARK_PYTHON: PYTHON,
          PYSPARK_SUBMIT_ARGS: "--master local[2] pyspark-shell",
        },
      });
      expect(spark.status, spark.stderr).toBe(0);
      const parts = readdirSync(coded)
        .filter((name) => name.startsWith("part-"))
        .sort();
      expect(parts).toHaveLength(3);
      const whole = spawnSync(process.execPath, [KHALDUN, "code", reports, "--format", "jsonl", "--quiet"]);
      expect(Buffer.concat(parts.map((name) => readFileSync(join(coded, name)))).equals(whole.stdout)).toBe(
        true,
      );
      expect(whole.stdout.toString().trim().split("\n")).toHaveLength(24);
    });
  },
);
