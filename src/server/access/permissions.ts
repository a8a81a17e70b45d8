import { ROLES, type Role } from "../../store/index.ts";
import { readTable } from "../../text/table.ts";

export const ACTIONS = [
  "read",
  "keep",
  "export",
  "review",
  "import",
  "adjudicate",
  "notify",
  "administer",
] as const;
/** What a route does; every route under /api/v1 needs one of them. */
export type Action = (typeof ACTIONS)[number];

export interface Permission {
  readonly action: Action;
  readonly roles: readonly Role[];
  /** Goes on after "may". */
  readonly what: string;
}

const FILE = "src/server/access/data/permissions.tsv";

/** Which role may do what, in the order of the table. */
export function permissions(): readonly Permission[] {
  return readTable(FILE).map(({ cells }) => ({
    action: cells.action as Action,
    roles: ROLES.filter((role) => cells[role] === "yes"),
    what: cells.what!,
  }));
}

export function permissionOf(action: Action): Permission {
  return TABLE.get(action)!;
}

const TABLE: ReadonlyMap<Action, Permission> = new Map(permissions().map((one) => [one.action, one]));

export function roleMay(role: Role, action: Action): boolean {
  return permissionOf(action).roles.includes(role);
}

/** The lesser of two: a token never does more than its account, whatever it was made for. */
export function lesserRole(one: Role, other: Role): Role {
  return ROLES.indexOf(one) < ROLES.indexOf(other) ? one : other;
}
