import type { Claim, RolledField } from "../../record/happening.ts";

/**
 * Whether it happened, with those who say the opposite: a source that a report cites for its denial is no voice for
 * what the report itself makes of it.
 */
export function withDissent(factuality: RolledField, claims: readonly Claim[]): RolledField {
  const against = claims.filter(
    (claim) => claim.speaker.kind !== "outlet" && contradicts(claim.factuality, factuality.value),
  );
  const ids = new Set(against.map(({ id }) => id));
  const without = (list: readonly string[]): readonly string[] => list.filter((id) => !ids.has(id));
  const values = [...new Set(against.map((claim) => claim.factuality))];
  return {
    ...factuality,
    claims: without(factuality.claims),
    others: [
      ...factuality.others.flatMap((other) => {
        const left = without(other.claims);
        return left.length > 0 ? [{ ...other, claims: left }] : [];
      }),
      ...values.map((value) => ({
        value,
        relation: "disagrees" as const,
        claims: against.flatMap((claim) => (claim.factuality === value ? [claim.id] : [])),
      })),
    ],
  };
}

/** "CT-" contradicts "CT+" and "Uu" (somebody says so), but not "CTu", where nobody says which. */
function contradicts(said: string, chosen: string): boolean {
  return said.endsWith("-") ? !chosen.endsWith("-") : said.endsWith("+") && chosen.endsWith("-");
}
