import { Option } from "commander";
import { ROLES, type Role } from "../store/roles.ts";

export function roleOption(description: string): Option {
  return new Option("--role <role>", description).choices([...ROLES]).default("reader" satisfies Role);
}
