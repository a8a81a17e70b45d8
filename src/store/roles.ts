export const ROLES = ["reader", "coder", "reviewer", "admin"] as const;
/** What an account may do; src/server/access/data/permissions.tsv says it in rows. */
export type Role = (typeof ROLES)[number];
