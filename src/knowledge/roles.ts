import { SECTORS, type Sector } from "../ontology/plover/codes.ts";
import { fail } from "../text/errors.ts";
import { type Row, readTable } from "../text/table.ts";

const AGENTS_FILE = "src/knowledge/data/agents.tsv";
const MODIFIERS_FILE = "src/knowledge/data/agent-modifiers.tsv";
const OFFICES_FILE = "src/knowledge/data/office-sectors.tsv";

export const AGENT_CLASSES = [
  "office",
  "organ",
  "state",
  "force",
  "armed",
  "people",
  "organisation",
  "unnamed",
  "thing",
] as const;
export type AgentClass = (typeof AGENT_CLASSES)[number];

/** A noun for somebody who can act: `gunman`, `defence minister`, `armed group`. */
export interface Agent {
  readonly noun: string;
  readonly sector: Sector;
  readonly class: AgentClass;
  /** Whether a modifier or complement gives the sector: `weak` any, `armed` only one that bears arms. */
  readonly follows?: "weak" | "armed" | "cause";
}

/** What is known of common nouns for actors. */
export interface Agents {
  readonly size: number;
  /** By lemma, lower case, words joined by a space. */
  readonly agent: (noun: string) => Agent | undefined;
  /** Sector that a modifier gives: `rebel`, `police`. */
  readonly modifier: (word: string) => Sector | undefined;
  /** Sector of an office by its title: `Minister of Defence`. */
  readonly office: (title: string) => Sector;
}

let loaded: Agents | undefined;

export function loadAgents(): Agents {
  loaded ??= buildAgents();
  return loaded;
}

function buildAgents(): Agents {
  const agents = new Map(readTable(AGENTS_FILE).map((row) => [row.cells.noun ?? "", agent(row)]));
  const modifiers = new Map(
    readTable(MODIFIERS_FILE).map((row) => [row.cells.word ?? "", sectorOf(MODIFIERS_FILE, row)]),
  );
  const offices = readTable(OFFICES_FILE).map((row) => ({
    pattern: row.cells.pattern ?? "",
    sector: sectorOf(OFFICES_FILE, row),
  }));
  return Object.freeze({
    size: agents.size,
    agent: (noun: string) => agents.get(noun),
    modifier: (word: string) => modifiers.get(word),
    office: (title: string) => {
      const lower = title.toLowerCase();
      return offices.find(({ pattern }) => lower.includes(pattern))?.sector ?? "GOV";
    },
  });
}

function agent(row: Row): Agent {
  const known = AGENT_CLASSES.find((one) => one === row.cells.class);
  if (known === undefined) {
    throw fail("K403", { file: AGENTS_FILE, line: row.line, reason: `class ${row.cells.class}` });
  }
  const follows = row.cells.follows;
  return {
    noun: row.cells.noun ?? "",
    sector: sectorOf(AGENTS_FILE, row),
    class: known,
    ...(follows === "weak" || follows === "armed" || follows === "cause" ? { follows } : {}),
  };
}

function sectorOf(file: string, row: Row): Sector {
  const sector = SECTORS.find((known) => known === row.cells.sector);
  if (sector === undefined)
    throw fail("K403", { file, line: row.line, reason: `sector ${row.cells.sector}` });
  return sector;
}
