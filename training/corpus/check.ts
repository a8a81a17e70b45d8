import { contexts, modesOf } from "../../src/ontology/plover/codebook.ts";
import { EVENT_TYPES, type EventType, SECTORS } from "../../src/ontology/plover/codes.ts";
import type { CorpusReport, EventLine, Party } from "./notation.ts";
import { resolve } from "./resolve.ts";

const KINDS = ["named", "unnamed", "document", "outlet-other"];
const FIELDS = ["published", "outlet", "style", "region", "hand"];

/** Everything that is wrong with the codes of one report, as messages with file and line. */
export function problemsOf(report: CorpusReport): readonly string[] {
  const problems = [...resolve(report).problems];
  for (const field of FIELDS)
    if (report.fields[field] === undefined) problems.push(`${report.id}: the head has no ${field}`);
  for (const { line, annotation } of report.codes) {
    const at = `${report.id}:${line}`;
    if (annotation.form === "says" && !KINDS.includes(annotation.kind))
      problems.push(`${at} no kind of source: ${annotation.kind}`);
    if (annotation.form === "event")
      problems.push(...eventProblems(annotation).map((problem) => `${at} ${problem}`));
  }
  return problems;
}

function eventProblems(event: EventLine): readonly string[] {
  const problems: string[] = [];
  for (const type of [event.type, event.second])
    if (type !== undefined && !isType(type)) problems.push(`no type: ${type}`);
  if (event.mode !== undefined && isType(event.type) && !modesOf(event.type).includes(event.mode))
    problems.push(`no mode of ${event.type}: ${event.mode}`);
  const names = contexts().map((entry) => entry.name);
  for (const context of event.contexts) if (!names.includes(context)) problems.push(`no context: ${context}`);
  for (const party of [...event.actors, ...event.recipients]) problems.push(...partyProblems(party));
  return problems;
}

function partyProblems({ country, sector }: Party): readonly string[] {
  const problems: string[] = [];
  if (!/^(?:[A-Z]{3}|-|\?)$/.test(country)) problems.push(`no country code: ${country}`);
  if (sector !== "?" && !(SECTORS as readonly string[]).includes(sector))
    problems.push(`no sector: ${sector}`);
  return problems;
}

function isType(type: string): type is EventType {
  return (EVENT_TYPES as readonly string[]).includes(type);
}
