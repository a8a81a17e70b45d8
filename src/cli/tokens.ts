import { Argument, Command, InvalidArgumentError, Option } from "commander";
import type { Role, Store } from "../store/index.ts";
import { fail } from "../text/errors.ts";
import { userName } from "./link-store.ts";
import { storeOption } from "./options.ts";
import { roleOption } from "./role-option.ts";
import { write } from "./run.ts";

const ACTIONS = ["add", "list", "remove"] as const;
type Action = (typeof ACTIONS)[number];

interface TokensFlags {
  readonly store: string;
  readonly role: Role;
  readonly label: string;
  readonly days?: number;
}

export function tokensCommand(): Command {
  return new Command("tokens")
    .description("what programs show instead of a password: add NAME, list [NAME], remove ID")
    .addArgument(new Argument("<action>", "what to do").choices([...ACTIONS]))
    .argument("[name]", "the account, or the number of the token to remove")
    .addOption(storeOption())
    .addOption(roleOption("what the token may do, at most what its account may"))
    .option("--label <text>", "what it is for", "")
    .addOption(
      new Option("--days <count>", "how long it holds (default: until it is removed)").argParser(daysOf),
    )
    .addHelpText("after", "\nExample:\n  khaldun tokens add amal --label notebook --days 90 --store newsroom")
    .action(run);
}

async function run(action: Action, name: string | undefined, flags: TokensFlags): Promise<void> {
  if (name === undefined && action !== "list")
    throw fail("K158", { value: "nothing", allowed: "a name, or a number" });
  const { openStore } = await import("../store/index.ts");
  const store = await openStore(flags.store);
  try {
    for (const line of await answers(store, action, name, flags)) await write(`${JSON.stringify(line)}\n`);
  } finally {
    await store.close();
  }
}

async function answers(
  store: Store,
  action: Action,
  name: string | undefined,
  { role, label, days }: TokensFlags,
): Promise<readonly unknown[]> {
  if (action === "list") return store.tokens.list(name);
  const { addToken, revokeToken } = await import("../server/index.ts");
  if (action === "remove") {
    const id = /^\d{1,15}$/.test(name!) ? Number(name) : 0;
    await revokeToken(store, userName(), id);
    return [{ removed: id }];
  }
  const wish = { account: name!, label, role, ...(days === undefined ? {} : { days }) };
  return [await addToken(store, userName(), wish)];
}

function daysOf(value: string): number {
  const days = Number(value);
  if (!Number.isInteger(days) || days < 1 || days > 3650)
    throw new InvalidArgumentError("allowed: 1 to 3650");
  return days;
}
