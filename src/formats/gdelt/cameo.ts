import type { Event } from "../../record/event.ts";
import { countryOf, type Participant, sectorOf } from "../../record/participant.ts";
import { readTable } from "../../text/table.ts";

let codes: ReadonlyMap<string, string> | undefined;

/** The CAMEO code of a PLOVER type and its first mode that has one: gdelt-cameo.tsv. */
export function cameoOf({ type, modes }: Event): string {
  codes ??= new Map(
    readTable("src/formats/data/gdelt-cameo.tsv").map(({ cells }) => [
      `${cells.type} ${cells.mode}`,
      cells.cameo!,
    ]),
  );
  for (const { value } of modes) {
    const code = codes.get(`${type} ${value}`);
    if (code !== undefined) return code;
  }
  return codes.get(`${type} -`)!;
}

/** CAMEO's type codes where they differ from PLOVER's sectors; health and media have changed places. */
const RENAMED: Readonly<Record<string, string>> = {
  JRN: "MED",
  MED: "HLH",
  PTY: "PTY",
  SOC: "CVL",
  PRM: "UAF",
  ISM: "",
};

export function typeCodeOf(one: Participant): string | undefined {
  const sector = sectorOf(one);
  return sector === undefined ? undefined : (RENAMED[sector] ?? sector);
}

export function actorCodeOf(one: Participant): string {
  return `${countryOf(one) ?? ""}${typeCodeOf(one) ?? ""}`;
}
