import type { Telling, Told } from "../roll-up/telling.ts";

/** An origin is told apart in lower case, and shown as a report writes it. */
export function originAsWritten(origin: string, tellings: readonly Telling<Told>[]): string {
  const names = tellings.flatMap(({ coded: { report } }) =>
    [report.originator ?? [], report.outlet ?? []].flat(),
  );
  return names.find((name) => name.toLowerCase() === origin) ?? origin;
}
