import { LETTERS, type Role } from "./marks.ts";

/** The letter of a role in its ink. */
export function Tag({ ink }: { readonly ink: Role }) {
  return <span className={`tag ${ink}`}>{LETTERS[ink]}</span>;
}
