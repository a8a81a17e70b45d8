import { Argument, Command } from "commander";
import type { Role, Store } from "../store/index.ts";
import { fail } from "../text/errors.ts";
import { userName } from "./link-store.ts";
import { storeOption } from "./options.ts";
import { readPassword } from "./password.ts";
import { roleOption } from "./role-option.ts";
import { write } from "./run.ts";

const ACTIONS = ["add", "list", "password", "remove"] as const;
type Action = (typeof ACTIONS)[number];

interface UsersFlags {
  readonly store: string;
  readonly role: Role;
}

export function usersCommand(): Command {
  return new Command("users")
    .description("who may log in to a desk: add NAME, list, password NAME, remove NAME")
    .addArgument(new Argument("<action>", "what to do").choices([...ACTIONS]))
    .argument("[name]", "of the account")
    .addOption(storeOption())
    .addOption(roleOption("what the account may do"))
    .addHelpText("after", "\nExample:\n  khaldun users add amal --role admin --store newsroom")
    .action(run);
}

async function run(action: Action, name: string | undefined, flags: UsersFlags): Promise<void> {
  if (name === undefined && action !== "list") throw fail("K158", { value: "nothing", allowed: "a name" });
  const { openStore } = await import("../store/index.ts");
  const store = await openStore(flags.store);
  try {
    for (const line of await answers(store, action, name ?? "", flags.role))
      await write(`${JSON.stringify(line)}\n`);
  } finally {
    await store.close();
  }
}

async function answers(store: Store, action: Action, name: string, role: Role): Promise<readonly unknown[]> {
  if (action === "list") return store.accounts.list();
  const { accountName, addAccount, removeAccount, setPassword } = await import("../server/index.ts");
  const known = accountName(name);
  if (action === "remove") {
    await removeAccount(store, userName(), known);
    return [{ removed: known }];
  }
  if (action === "password") {
    await setPassword(store, userName(), { name: known, password: await readPassword(known) });
    return [{ changed: known }];
  }
  return [await addAccount(store, userName(), { name: known, role, password: await readPassword(known) })];
}
