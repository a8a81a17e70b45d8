import { QUANTITY_KINDS } from "../../record/event.ts";
import { type Happening, ROLL_UP_RULES } from "../../record/happening.ts";
import type { ClaimCell, ClaimColumn, ClaimRow, RowChange, SideBySide } from "../../record/side-by-side.ts";
import { type Choice, type Member, rollUp, type Told } from "../roll-up/index.ts";
import { tellingsOf } from "../roll-up/telling.ts";
import { cellOf, standingOf } from "./cells.ts";
import { columnKey, columnsOf } from "./columns.ts";
import { isDenial, type Statement, statementsOf } from "./statements.ts";

const ROWS = ["type", "actors", "recipients", "time", "place", ...QUANTITY_KINDS];

/** The table by one rule. */
export type ClaimTable = Omit<SideBySide, "changes">;

/** One happening as a table of who says what; `members` has at least one. Every speaker has a column, however many. */
export function sideBySide<Coded extends Told>(
  id: string,
  members: readonly Member<Coded>[],
  choice: Choice,
): SideBySide {
  const { happening } = rollUp(id, members, choice);
  const others = ROLL_UP_RULES.filter((rule) => rule !== choice.rule).map((rule) => [
    rule,
    changesBetween(happening, rollUp(id, members, { ...choice, rule }).happening),
  ]);
  return {
    ...tableOf(id, members, choice, happening),
    changes: Object.fromEntries(others) as SideBySide["changes"],
  };
}

/** The same without what other rules would change, which takes most of the time. */
export function claimTable<Coded extends Told>(
  id: string,
  members: readonly Member<Coded>[],
  choice: Choice,
): ClaimTable {
  return tableOf(id, members, choice, rollUp(id, members, choice).happening);
}

function tableOf<Coded extends Told>(
  id: string,
  members: readonly Member<Coded>[],
  choice: Choice,
  happening: Happening,
): ClaimTable {
  const tellings = tellingsOf(members);
  const statements = tellings.flatMap(statementsOf);
  const columns = columnsOf(tellings);
  const days = tellings.flatMap(({ day }) => day ?? []);
  return {
    id,
    type: happening.type,
    rule: choice.rule,
    ...(choice.source === undefined ? {} : { source: choice.source }),
    articles: happening.reports,
    copies: new Set(tellings.flatMap(({ copyOf, coded }) => (copyOf === undefined ? [] : [coded.id]))).size,
    origins: happening.origins,
    speakers: columns.length,
    ...(days.length === 0 ? {} : { from: days[0]!, to: days.at(-1)! }),
    columns,
    rows: ROWS.flatMap((field) => rowOf(field, statements, columns, happening) ?? []),
  };
}

function rowOf(
  field: string,
  statements: readonly Statement[],
  columns: readonly ClaimColumn[],
  happening: Happening,
): ClaimRow | undefined {
  const own = statements.filter((one) => one.field === field);
  if (own.length === 0) return undefined;
  const value = oneValue(happening, field);
  const chosen = own.find((one) => one.value === value && !isDenial(one.stance));
  const contradicts = (one: Statement): boolean =>
    isDenial(one.stance) ? chosen !== undefined : chosen !== undefined && !one.agrees(chosen);
  const cells = columns.map(({ key }): ClaimCell | null => cellOf(saidIn(own, key), contradicts));
  const range = happening.fields.find((one) => one.field === field)?.range;
  const says = (cell: ClaimCell | null): boolean =>
    cell !== null && cell.value === value && !isDenial(cell.stance);
  return {
    field,
    contested: isContested(columns.map(({ key }) => saidIn(own, key))),
    ...(range === undefined ? {} : { range }),
    cells,
    ...(value === undefined
      ? {}
      : { one: { value, columns: columns.flatMap(({ key }, at) => (says(cells[at]!) ? [key] : [])) } }),
  };
}

function saidIn(statements: readonly Statement[], column: string): readonly Statement[] {
  return statements.filter(({ claim }) => columnKey(claim) === column);
}

/** Two speakers say what cannot both be true: "8 or more" leaves room for 23, 12 to 15 does not. */
function isContested(columns: readonly (readonly Statement[])[]): boolean {
  const standing = columns.map(standingOf);
  return standing.some((one, at) =>
    standing.slice(at + 1).some((other) => one.some((a) => other.some((b) => !a.agrees(b) || !b.agrees(a)))),
  );
}

/** What happened is shown with its modes. */
function oneValue({ fields }: Happening, field: string): string | undefined {
  const value = (name: string): string | undefined => fields.find((one) => one.field === name)?.value;
  if (field !== "type") return value(field);
  return [value("type"), value("modes")].filter((part) => part !== undefined).join(" ");
}

/** What another rule would choose, field by field. */
function changesBetween(now: Happening, then: Happening): readonly RowChange[] {
  return [...ROWS, "factuality"].flatMap((field) => {
    const [from, to] = [oneValue(now, field), oneValue(then, field)];
    if (from === to) return [];
    return [{ field, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }];
  });
}
