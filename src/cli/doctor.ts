import { Command } from "commander";
import { createCoder } from "../coder/coder.ts";
import { readText } from "../ingest/index.ts";
import { damagedFiles } from "../language/index.ts";
import { fail } from "../text/errors.ts";
import { write } from "./run.ts";

/** A sentence whose coding is known: if it comes out, everything that coding needs works. */
const SELF_TEST = "Police arrested two protesters in Madrid on Monday.";

export function doctorCommand(): Command {
  return new Command("doctor")
    .description("what is installed, which model and registries, and a self-test")
    .addHelpText("after", "\nExample:\n  khaldun doctor")
    .action(async () => {
      const damaged = damagedFiles();
      if (damaged.length > 0)
        throw fail("K402", { file: damaged.join(", "), reason: "the checksum differs" });
      const started = performance.now();
      const coder = await createCoder();
      const ready = performance.now() - started;
      const coded = await coder.code(readText(SELF_TEST, { published: "2026-05-06" }));
      await coder.close();
      const { program, model, codebook, gazetteer, registry } = coded.coder;
      const works = coded.events[0]?.type === "COERCE" && coded.events[0].time.status === "known";
      const lines = [
        ["program", program],
        ["node", process.version],
        ["runtime", "onnxruntime-node, native"],
        ["model", `${model}, checksums right`],
        ["codebook", codebook],
        ["gazetteer", gazetteer],
        ["registry", registry],
        ["start", `${Math.round(ready)} ms`],
        ["memory", `${Math.round(process.memoryUsage().rss / 1e6)} MB`],
        ["self-test", works ? "passed" : "FAILED"],
      ];
      await write(lines.map(([name, value]) => `${name!.padEnd(11)}${value}\n`).join(""));
      if (!works) process.exitCode = 1;
    });
}
