import { fail } from "../text/errors.ts";
import { type Row, readTable } from "../text/table.ts";

/** What a statement can say of its subject. */
export const RELATIONS = [
  "member",
  "suspended",
  "part_of",
  "deployed_in",
  "based_in",
  "succeeds",
  "renamed_to",
  "splinter",
  "allied",
  "armed_wing_of",
  "front_for",
  "ownership",
  "mouthpiece_of",
  "in_power",
  "colony_of",
  "lives_in",
] as const;
export type Relation = (typeof RELATIONS)[number];

/**
 * One dated fact with its source: subject and object are rows of the tables of organisations, ISO alpha-3 codes, or (for
 * `ownership`) a word. Statements are only ever added: what is no longer so gets a `to`.
 */
export interface Statement {
  readonly relation: Relation;
  readonly subject: string;
  readonly object: string;
  /** Years, months or days; empty if not known, or open. */
  readonly from: string;
  readonly to: string;
  readonly source: string;
  /** Day on which it was written down. */
  readonly written: string;
  readonly file: string;
  readonly line: number;
}

export interface Statements {
  readonly all: readonly Statement[];
  /** What a subject is said to be to others, on a day if one is given. */
  readonly of: (subject: string, relation: Relation, day?: string) => readonly Statement[];
  /** Who is said to be so to an object: the members of a body on a day. */
  readonly to: (object: string, relation: Relation, day?: string) => readonly Statement[];
}

/** An ethnic or religious group. */
export interface People {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: "ethnic" | "religious";
  readonly countries: readonly string[];
}

const FOLDER = "src/knowledge/data/statements";
export const STATEMENT_FILES = [
  "memberships",
  "bodies",
  "armed-groups",
  "outlets",
  "parties-in-power",
  "states",
] as const;
const PEOPLES_FILE = `${FOLDER}/peoples.tsv`;

let loaded: Statements | undefined;

/** The statements that ship with the package, read when first asked for. */
export function loadStatements(): Statements {
  loaded ??= createStatements([
    ...STATEMENT_FILES.flatMap((name) => readStatements(`${FOLDER}/${name}.tsv`)),
    ...homesOfPeoples(),
  ]);
  return loaded;
}

export function createStatements(all: readonly Statement[]): Statements {
  const bySubject = groupedBy(all, ({ subject }) => subject);
  const byObject = groupedBy(all, ({ object }) => object);
  const select = (list: readonly Statement[] | undefined, relation: Relation, day?: string) =>
    (list ?? []).filter((one) => one.relation === relation && (day === undefined || isSoOn(one, day)));
  return Object.freeze({
    all,
    of: (subject: string, relation: Relation, day?: string) => select(bySubject.get(subject), relation, day),
    to: (object: string, relation: Relation, day?: string) => select(byObject.get(object), relation, day),
  });
}

function groupedBy(
  all: readonly Statement[],
  keyOf: (statement: Statement) => string,
): ReadonlyMap<string, readonly Statement[]> {
  const groups = new Map<string, Statement[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}

/** Whether a statement holds on a day; dates that are only years or months cover all their days. */
export function isSoOn({ from, to }: Pick<Statement, "from" | "to">, day: string): boolean {
  return (from === "" || day.slice(0, from.length) >= from) && (to === "" || day.slice(0, to.length) <= to);
}

function readStatements(file: string): readonly Statement[] {
  return statementsOf(readTable(file), file);
}

/** Throws K403 with the line for a relation that is none, a date that is none, or a statement without source. */
export function statementsOf(rows: readonly Row[], file: string): readonly Statement[] {
  return rows.flatMap(({ line, cells }) => {
    const relation = RELATIONS.find((known) => known === cells.relation);
    const { object = "", subjects = "", from = "", to = "", source = "", written = "" } = cells;
    const refuse = (reason: string): Error => fail("K403", { file, line, reason });
    if (relation === undefined) throw refuse(`relation ${cells.relation}`);
    if (subjects === "" || object === "") throw refuse("a statement needs subjects and an object");
    if (source === "" || written === "")
      throw refuse("a statement needs a source and the day it was written");
    for (const date of [from, to]) if (!isDate(date)) throw refuse(`${date} is no year, month or day`);
    if (from !== "" && to !== "" && from > to) throw refuse(`it ends on ${to}, before it begins on ${from}`);
    return subjects
      .split("|")
      .map((subject) => ({ relation, subject, object, from, to, source, written, file, line }));
  });
}

/** A year, a month or a day that exists; empty is not known, or open. */
function isDate(text: string): boolean {
  if (!/^(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?)?$/.test(text)) return false;
  return text.length < 10 || new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}

export function readPeoples(): readonly People[] {
  return readTable(PEOPLES_FILE).map(({ cells }) => ({
    id: cells.id ?? "",
    name: cells.name ?? "",
    aliases: (cells.aliases ?? "").split("|").filter((alias) => alias !== ""),
    kind: cells.kind === "religious" ? "religious" : "ethnic",
    countries: (cells.lives_in ?? "").split("|").filter((code) => code !== ""),
  }));
}

/** The states of a people are statements like the others, in a table of their own for its names. */
function homesOfPeoples(): readonly Statement[] {
  return readTable(PEOPLES_FILE).flatMap(({ line, cells }) => {
    const { id = "", lives_in = "", source = "", written = "" } = cells;
    const shared = {
      relation: "lives_in" as const,
      from: "",
      to: "",
      source,
      written,
      file: PEOPLES_FILE,
      line,
    };
    return lives_in
      .split("|")
      .filter((code) => code !== "")
      .map((object) => ({ ...shared, subject: `people:${id}`, object }));
  });
}
