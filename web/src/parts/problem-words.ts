import type { ProblemDocument } from "../api/problem.ts";
import type { WordKey, Words } from "../catalogue/speak.ts";

/** What happened and what to do, in the reader's language, for what the server says in English: these say all of it. */
const WHOLE = {
  K141: "problem.gone",
  K151: "problem.password",
  K152: "problem.gone",
  K153: "problem.taken",
  K155: "problem.right",
  K158: "problem.name",
  K159: "problem.wrong",
  K509: "problem.gone",
} as const satisfies Readonly<Record<string, WordKey>>;

/** These leave to the server which file, line, address or value it is. */
const IN_GENERAL = {
  K101: "problem.unread",
  K102: "problem.empty",
  K103: "problem.unread",
  K104: "problem.unread",
  K105: "problem.line",
  K106: "problem.line",
  K107: "problem.no-article",
  K108: "problem.too-long",
  K109: "problem.unread",
  K110: "problem.no-column",
  K111: "problem.address-only",
  K112: "problem.archive",
  K113: "problem.archive",
  K114: "problem.archive",
  K120: "problem.line",
  K130: "problem.refused-address",
  K131: "problem.not-fetched",
  K132: "problem.not-fetched",
  K133: "problem.robots",
  K134: "problem.not-fetched",
  K135: "problem.no-page",
  K137: "problem.not-fetched",
  K140: "problem.value",
  K142: "problem.too-long",
  K145: "problem.value",
  K147: "problem.inside",
  K149: "problem.waiting",
  K156: "problem.request",
  K160: "problem.anchor",
  K161: "problem.words",
  K162: "problem.value",
  K163: "problem.value",
  K164: "problem.overtaken",
  K165: "problem.watched",
  K166: "problem.no-story",
  K173: "import.worker-down",
  K177: "problem.not-kept",
  K178: "import.broken-off",
  K201: "problem.language",
  K202: "problem.empty",
  K203: "problem.inside",
  K240: "problem.not-again",
  K301: "problem.value",
  K302: "problem.value",
  K507: "problem.value",
  K508: "problem.value",
  K517: "problem.no-room",
} as const satisfies Readonly<Record<string, WordKey>>;
/** Longer waits than this are those after wrong passwords, and told in minutes. */
const LONG_WAIT_S = 90;

/** What the server said of a problem, whether as its answer or of an import that it ran. */
export type Told = Pick<ProblemDocument, "detail" | "code" | "cure" | "retryAfter">;

export interface ProblemWords {
  readonly happened: string;
  readonly cure: string;
  /** The server's own words name what the general ones do not. */
  readonly inGeneral: boolean;
}

type Key = ((typeof WHOLE)[keyof typeof WHOLE] | (typeof IN_GENERAL)[keyof typeof IN_GENERAL]) & WordKey;
const KEYS: ReadonlyMap<string, Key> = new Map<string, Key>([
  ...Object.entries(WHOLE),
  ...Object.entries(IN_GENERAL),
]);

/** The codes that are told in words of ours. */
export const TOLD_CODES: readonly string[] = [...KEYS.keys()];

/** Undefined for what has no words of ours: then the server's own stand. */
export function problemWords({ code = "", retryAfter }: Told, t: Words): ProblemWords | undefined {
  if (code === "K157" && retryAfter !== undefined) return { ...waitWords(retryAfter, t), inGeneral: false };
  const key = KEYS.get(code);
  return key && { happened: t(key), cure: t(`${key}.cure`), inGeneral: code in IN_GENERAL };
}

function waitWords(seconds: number, t: Words): Pick<ProblemWords, "happened" | "cure"> {
  return seconds > LONG_WAIT_S
    ? { happened: t("problem.many"), cure: t("problem.many.cure", { count: Math.ceil(seconds / 60) }) }
    : { happened: t("problem.hurry"), cure: t("problem.hurry.cure", { count: seconds }) };
}

/** What the catalogue of errors says, as a sentence stands on a page; an address or a file it begins with stays as it is. */
export function asSentence(words: string): string {
  const end = /[.!?]$/.test(words) || words === "" ? "" : ".";
  const [first = ""] = words.split(" ", 1);
  const isWord = /^\p{L}+$/u.test(first);
  return `${isWord ? words.charAt(0).toUpperCase() : words.charAt(0)}${words.slice(1)}${end}`;
}
