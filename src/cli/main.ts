import { Command, CommanderError } from "commander";
import { describe, KhaldunError } from "../text/errors.ts";
import { commands } from "./commands.ts";
import { packageVersion } from "./options.ts";

const WRONG_USE = /^K(?:3\d\d|14[34]|514)$/;

/** The program. Exit codes: 0 fine, 1 some inputs failed and are listed on stderr, 2 wrong use. */
export function program(): Command {
  const khaldun = new Command("khaldun")
    .description("Turns news reports into accountable political-event data.")
    .version(packageVersion())
    .exitOverride();
  for (const command of commands()) khaldun.addCommand(command.exitOverride());
  return khaldun;
}

export async function main(words: readonly string[]): Promise<void> {
  // A reader that stops early ("| head") is no failure of ours.
  process.stdout.on("error", (problem: NodeJS.ErrnoException) => {
    if (problem.code === "EPIPE") process.exit(0);
    throw problem;
  });
  try {
    await program().parseAsync(words as string[]);
  } catch (problem) {
    if (problem instanceof CommanderError) process.exitCode = problem.exitCode === 0 ? 0 : 2;
    else if (problem instanceof KhaldunError) {
      process.stderr.write(`${describe(problem)}\n`);
      process.exitCode = WRONG_USE.test(problem.code) ? 2 : 1;
    } else throw problem;
  }
}

await main(process.argv);
