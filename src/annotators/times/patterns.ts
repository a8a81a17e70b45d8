import { MONTHS, NUMBER_WORD, SEASONS, WEEKDAYS } from "../../knowledge/calendar.ts";

/** Pieces of which the rules' patterns are made. None holds a capturing group unless its name says so. */
const longestFirst = (names: readonly string[]): string =>
  [...names].sort((a, b) => b.length - a.length).join("|");

export const MONTH: string = `(?:${longestFirst(Object.keys(MONTHS))})`;
export const WEEKDAY: string = `(?:${longestFirst(
  Object.keys(WEEKDAYS).filter((name) => name.length > 4 || /day$/.test(name)),
)})`;
export const SEASON: string = `(?:${longestFirst(Object.keys(SEASONS))})`;
/** "3", "03", "3rd"; not the start of a longer number, of a share or of a clock time. */
export const DAY_NUMBER =
  "(?:(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?(?![\\p{L}\\d]|[.:,]\\d|\\s*(?:%|percent|per cent)))";
export const YEAR = "(?:1[0-9]\\d{2}|20\\d{2})";
export const COUNT: string = `(?:\\d+(?:,\\d{3})*(?:\\.\\d+)?|half\\s+(?:a|an)|(?:a|one)\\s+hundred|hundreds\\s+of|dozens\\s+of|${NUMBER_WORD})`;
export const UNIT =
  "(?:second|minute|hour|day|night|week|fortnight|month|quarter|year|decade|centurie|century)";
export const DAY_PART = "(?:morning|afternoon|evening|night|dawn|midday|noon|midnight)";

/** Words before a count, by their TIMEX3 modifier; they belong to the expression. */
export const BOUND =
  "(?:(?<bound>about|around|approximately|roughly|some|nearly|almost|close\\s+to|just\\s+under|just\\s+over|just|only|barely|a\\s+mere|a\\s+little\\s+(?:more|less)\\s+than|no\\s+(?:more|less)\\s+than|not\\s+more\\s+than|more\\s+than|fewer\\s+than|less\\s+than|over(?!(?<=\\b(?:took|takes?|taken|taking|handed|turned)\\s+over)\\s+\\S+\\s+\\S+\\s+(?:ago|earlier|later)\\b)|under|another|at\\s+least|at\\s+most|up\\s+to|as\\s+(?:many|much|long)\\s+as)\\s+)?";

/** Words before a calendar unit that take a part of it ("the end of", "mid-"). */
export const PART =
  "(?:(?<part>(?:the\\s+)?(?:very\\s+)?(?:(?:beginning|start|onset|outset|opening|middle|end|close|early\\s+part|latter\\s+part|latter\\s+half|final\\s+part)\\s+of(?:\\s+the)?|(?:early|earlier|late|later)\\s+(?:on\\s+)?in(?:\\s+the)?|early|mid|late))(?:\\s+|\\s?-\\s?))?";
