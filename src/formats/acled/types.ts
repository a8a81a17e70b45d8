import type { Event } from "../../record/event.ts";
import { sectorOf } from "../../record/participant.ts";
import { type Row, readTable } from "../../text/table.ts";
import { areCivil, isArmed, isState } from "../sectors.ts";

export interface AcledType {
  readonly disorder: string;
  readonly event: string;
  readonly sub: string;
}

let table: readonly Row[] | undefined;

/** ACLED's type of an event; undefined if it is outside of ACLED's scope or cannot be told: acled-types.tsv. */
export function acledType(event: Event): AcledType | undefined {
  table ??= readTable("src/formats/data/acled-types.tsv");
  const against = opponents(event);
  const modes = event.modes.map(({ value }) => value);
  const row = table.find(
    ({ cells }) =>
      cells.type === event.type &&
      (cells.mode === "*" || (cells.mode === "-" ? modes.length === 0 : modes.includes(cells.mode!))) &&
      (cells.against === "any" || cells.against!.split("|").includes(against)),
  );
  return (
    row && {
      disorder: row.cells.disorder_type!,
      event: row.cells.event_type!,
      sub: row.cells.sub_event_type!,
    }
  );
}

function opponents({ actors, recipients }: Event): "civilians" | "criminals" | "forces" | "unknown" {
  if (areCivil(recipients)) return "civilians";
  if (recipients.length > 0 && recipients.every((one) => sectorOf(one) === "CRM")) return "criminals";
  const others = recipients.length > 0 ? recipients : actors.slice(1);
  return others.some((one) => isArmed(one) || isState(one)) ? "forces" : "unknown";
}
