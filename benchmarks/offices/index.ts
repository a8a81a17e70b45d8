import { join } from "node:path";
import { type Coder, createCoder } from "../../src/coder/coder.ts";
import { readText } from "../../src/ingest/index.ts";
import { foldName } from "../../src/knowledge/gazetteer-fold.ts";
import type { Participant } from "../../src/record/participant.ts";
import type { BenchOptions, BenchResult, Figure } from "../bench.ts";
import { CASES, type Holder, type Question, readQuestions } from "./questions.ts";

type Verdict = "right" | "abstained" | "wrong link";

/**
 * "The president of X accused the rebels … on D": does the record name who held the office on that day? From the whole
 * program, for countries that development does not look at; `npm run bench -- offices in` asks about the others.
 */
export async function run(options: BenchOptions): Promise<BenchResult> {
  const questions = readQuestions(join(options.data, "data/actors"), options.rest[0] === "in" ? "in" : "out");
  if (questions.length === 0) throw new Error("office_holders.csv gives no questions");
  const coder = await createCoder();
  const details: string[] = [];
  const verdicts: { readonly question: Question; readonly verdict: Verdict }[] = [];
  for (const question of questions) {
    const answer = await answerTo(question, coder);
    const verdict = judge(question, answer);
    verdicts.push({ question, verdict });
    if (verdict !== "right")
      details.push(`${verdict}  ${question.kind}: ${question.text} → ${shown(answer)}`);
  }
  await coder.close();
  const share = (kind: string | undefined, verdict: Verdict): Figure => {
    const asked = verdicts.filter(({ question }) => kind === undefined || question.kind === kind);
    const value = asked.filter((one) => one.verdict === verdict).length / Math.max(1, asked.length);
    return { name: `${kind ?? "all"}: ${verdict}`, value, n: asked.length };
  };
  return {
    title: `offices: ${questions.length} questions, ${new Set(questions.map(({ country }) => country)).size} countries`,
    figures: [
      { ...share(undefined, "right"), floor: 0.9, goal: 0.97 },
      { ...share(undefined, "wrong link"), floor: 0.03, goal: 0.01, lowerIsBetter: true },
      share(undefined, "abstained"),
      ...CASES.flatMap((kind) => [share(kind, "right"), share(kind, "wrong link")]),
    ],
    details,
  };
}

async function answerTo({ text }: Question, coder: Coder): Promise<Participant | undefined> {
  const coded = await coder.code(readText(text, { published: "2026-03-04" }));
  return coded.events.find(({ type }) => type === "ACCUSE")?.actors[0];
}

function judge({ kind, persons }: Question, answer: Participant | undefined): Verdict {
  if (answer === undefined) return "abstained";
  const { name } = answer;
  if (name.status === "known") {
    return persons.length === 1 && isPerson(persons[0]!, answer.wikidata, name.value)
      ? "right"
      : "wrong link";
  }
  if (name.status !== "unknown") return "abstained";
  if (kind === "registry ends") return name.reason === "registry-ends" ? "right" : "abstained";
  if (persons.length === 0) return "right";
  const listed = name.candidates ?? [];
  const isListed = persons.every((person) => listed.some((one) => isPerson(person, undefined, one)));
  return persons.length > 1 && isListed ? "right" : "abstained";
}

/** The row's person by its item, else by name: hand-written rows carry none. */
function isPerson({ qid, name }: Holder, wikidata: string | undefined, found: string): boolean {
  if (wikidata !== undefined) return wikidata === qid;
  const words = (text: string): readonly string[] => foldName(text).split(" ");
  return (
    words(name).at(-1) === words(found).at(-1) || words(found).every((word) => words(name).includes(word))
  );
}

function shown(answer: Participant | undefined): string {
  if (answer === undefined) return "no such participant";
  const { name } = answer;
  if (name.status === "known") return `${name.value} (${name.knowledge ?? ""})`;
  return name.status === "unknown" ? `${name.reason} ${(name.candidates ?? []).join("; ")}` : name.status;
}
