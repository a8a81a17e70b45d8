import type { ProblemDocument } from "../api/problem.ts";
import type { WordKey, Words } from "../catalogue/speak.ts";

/** What happened and what to do, in the reader's language, for what the server says in English. */
const WORDS = {
  K141: "problem.gone",
  K151: "problem.password",
  K152: "problem.gone",
  K153: "problem.taken",
  K155: "problem.right",
  K158: "problem.name",
  K159: "problem.wrong",
  K509: "problem.gone",
} as const satisfies Readonly<Record<string, WordKey>>;
/** Longer waits than this are those after wrong passwords, and told in minutes. */
const LONG_WAIT_S = 90;

export interface ProblemWords {
  readonly happened: string;
  readonly cure: string;
}

/** Undefined for what has no words of ours: then the server's own stand. */
export function problemWords(problem: ProblemDocument, t: Words): ProblemWords | undefined {
  const { code = "", retryAfter } = problem;
  if (code === "K157" && retryAfter !== undefined) return waitWords(retryAfter, t);
  if (!(code in WORDS)) return undefined;
  const key = WORDS[code as keyof typeof WORDS];
  return { happened: t(key), cure: t(`${key}.cure`) };
}

function waitWords(seconds: number, t: Words): ProblemWords {
  return seconds > LONG_WAIT_S
    ? { happened: t("problem.many"), cure: t("problem.many.cure", { count: Math.ceil(seconds / 60) }) }
    : { happened: t("problem.hurry"), cure: t("problem.hurry.cure", { count: seconds }) };
}

/** What the catalogue of errors says, as a sentence stands on a page. */
export function asSentence(words: string): string {
  const end = /[.!?]$/.test(words) || words === "" ? "" : ".";
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${end}`;
}
