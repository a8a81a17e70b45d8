/**
 * The expected block of a golden report, written by hand before anybody looks at the output:
 *
 *   COERCE/arrest  "arrested"  CT+ past
 *     actor      DEU COP  "German police"
 *     recipient  FRA SPY  "a French spy"
 *     where      Berlin, DEU
 *     when       2026-05-04
 *     according  "a police spokesman"  named
 *     arrested   2–2
 *
 * The head line: type, optionally `|TYPE` for a second type that is accepted, optionally `/mode`, the trigger in
 * quotation marks (`"attack"#2` = its second occurrence in the report), FactBank value, phase, and `attempt` if it
 * was one. Lines below: `-` for a value that must be empty (`when -`). A country or sector that the report leaves
 * open is `?`. A line that is left out is not checked, but the participants listed must be all there are.
 * `optional` at the end of a head line: the event may be given or left out. Lines starting with `#` are comments.
 */
export interface ExpectedParty {
  readonly country: string;
  readonly sector: string;
  readonly words: string;
}

export interface ExpectedEvent {
  readonly types: readonly string[];
  readonly mode?: string;
  readonly trigger: string;
  readonly occurrence: number;
  readonly factuality: string;
  readonly phase: string;
  readonly attempt: boolean;
  readonly optional: boolean;
  readonly actors: readonly ExpectedParty[];
  readonly recipients: readonly ExpectedParty[];
  /** Cells that are checked only if written: `where`, `when`, `according`. `-` = must be empty. */
  readonly where?: string;
  readonly when?: string;
  readonly according: readonly { readonly words: string; readonly kind: string }[];
  readonly unattributed: boolean;
  readonly counts: readonly { readonly kind: string; readonly min: number; readonly max: number | null }[];
}

const HEAD =
  /^([A-Z]+)(?:\|([A-Z]+))?(?:\/([\w-]+))?\s+"([^"]+)"(?:#(\d+))?\s+(\S+)\s+(past|ongoing|future|hypothetical)((?:\s+(?:attempt|optional))*)$/;

/** Throws with the line that it cannot read: an expected block that is misread would test nothing. */
export function parseExpected(content: string): readonly ExpectedEvent[] {
  const events: ExpectedEvent[] = [];
  content.split("\n").forEach((line, index) => {
    if (line.trim() === "" || line.startsWith("#")) return;
    const event = line.startsWith(" ") ? withCell(events.pop(), line.trim()) : parseHead(line.trim());
    if (event === undefined)
      throw new Error(`line ${index + 1} of the expected block cannot be read: ${line}`);
    events.push(event);
  });
  return events;
}

function parseHead(line: string): ExpectedEvent | undefined {
  const found = HEAD.exec(line);
  if (found === null) return undefined;
  const [, type, second, mode, trigger, occurrence, factuality, phase, flags] = found;
  return {
    types: second === undefined ? [type!] : [type!, second],
    ...(mode === undefined ? {} : { mode }),
    trigger: trigger!,
    occurrence: Number(occurrence ?? 1),
    factuality: factuality!,
    phase: phase!,
    attempt: flags!.includes("attempt"),
    optional: flags!.includes("optional"),
    actors: [],
    recipients: [],
    according: [],
    unattributed: false,
    counts: [],
  };
}

function withCell(event: ExpectedEvent | undefined, line: string): ExpectedEvent | undefined {
  if (event === undefined) return undefined;
  const [, label, rest] = /^(\w+)\s+(.+)$/.exec(line) ?? [];
  if (label === undefined || rest === undefined) return undefined;
  if (label === "actor" || label === "recipient") {
    const party = parseParty(rest);
    if (party === undefined) return undefined;
    return label === "actor"
      ? { ...event, actors: [...event.actors, party] }
      : { ...event, recipients: [...event.recipients, party] };
  }
  if (label === "where") return { ...event, where: rest };
  if (label === "when") return { ...event, when: rest };
  if (label === "according") {
    if (rest === "-") return { ...event, unattributed: true };
    const [, words, kind] = /^"([^"]+)"\s+(named|unnamed|document|other-outlet)$/.exec(rest) ?? [];
    return words === undefined
      ? undefined
      : { ...event, according: [...event.according, { words, kind: kind! }] };
  }
  const [, min, max] = /^(\d+)–(\d*)$/.exec(rest) ?? [];
  if (min === undefined) return undefined;
  return {
    ...event,
    counts: [...event.counts, { kind: label, min: Number(min), max: max === "" ? null : Number(max) }],
  };
}

function parseParty(rest: string): ExpectedParty | undefined {
  const [, country, sector, words] = /^(\S+)\s+(\S+)\s+"([^"]+)"$/.exec(rest) ?? [];
  return words === undefined ? undefined : { country: country!, sector: sector!, words };
}
