import type { Command } from "commander";
import { annotateCommand } from "./annotate.ts";
import { codeCommand } from "./code.ts";
import { doctorCommand } from "./doctor.ts";
import { explainCommand } from "./explain.ts";
import { exportCommand } from "./export.ts";
import { gazetteerCommand } from "./gazetteer.ts";
import { ingestCommand } from "./ingest.ts";
import { linkCommand } from "./link.ts";
import { lookupCommand } from "./lookup.ts";
import { mcpCommand } from "./mcp.ts";
import { readCommand } from "./read.ts";
import { serveCommand } from "./serve.ts";
import { storeCommand } from "./store.ts";
import { tokensCommand } from "./tokens.ts";
import { usersCommand } from "./users.ts";
import { watchCommand } from "./watch.ts";
import { workCommand } from "./work.ts";

/** Every command of the program, in the order of its help. */
export function commands(): readonly Command[] {
  return [
    codeCommand(),
    annotateCommand(),
    readCommand(),
    watchCommand(),
    explainCommand(),
    linkCommand(),
    ingestCommand(),
    storeCommand(),
    exportCommand(),
    serveCommand(),
    usersCommand(),
    tokensCommand(),
    mcpCommand(),
    workCommand(),
    lookupCommand(),
    gazetteerCommand(),
    doctorCommand(),
  ];
}
