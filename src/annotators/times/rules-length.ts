import { numberValue } from "../../knowledge/calendar.ts";
import type { TimeContext } from "./context.ts";
import type { Meaning } from "./interval.ts";
import { lengthValue } from "./length.ts";
import { bounded } from "./modifiers.ts";
import { BOUND, COUNT, UNIT } from "./patterns.ts";
import type { Groups, Rule } from "./rule.ts";

const KIND =
  "(?:(?:more|straight|consecutive|full|whole|long|short|additional|further|bloody|bitter|entire|brutal|fierce|intense|difficult|peaceful|successive|calendar|single|solid)\\s+)?";

/** Lengths: "nine years", "a three-day truce", "months of fighting". */
export const LENGTH_RULES: readonly Rule[] = [
  {
    id: "length",
    pattern: `${BOUND}(?:the\\s+(?=\\S+\\s+\\S+s\\b))?(?<count>${COUNT})(?<half>\\s+and\\s+(?:a\\s+)?half)?(?:\\s+|-|\\s-\\s)${KIND}(?<unit>${UNIT})(?<plural>s)?(?<half2>[\\s-]+and[\\s-]+a[\\s-]+half)?(?<long>[- ]long)?(?![- ]old\\b|\\s+of\\s+age|\\s+olds?\\b|-\\p{L}|\\s+(?:school|club|shift|watch|court|guard|raid|market))`,
    resolve: (groups, context) => lengthOf(groups, context),
  },
  {
    id: "open-length",
    pattern: `(?:(?:many|numerous|countless|hundreds\\s+of|dozens\\s+of)\\s+(?:more\\s+)?)?(?<unit>seconds|minutes|hours|days|weeks|months|years|decades|centuries)(?:[- ]long)?(?![- ](?:old\\b|later|earlier|ago)|[’'])`,
    resolve: ({ unit }) => ({
      type: "DURATION",
      value: lengthValue(
        undefined,
        unit!.toLowerCase() === "centuries" ? "century" : unit!.toLowerCase().replace(/s$/, ""),
      ),
      anchor: "explicit",
    }),
  },
  {
    id: "unit-long",
    pattern: `(?<unit>hour|day|week|month|year|decade|century)-long`,
    resolve: ({ unit }) => ({
      type: "DURATION",
      value: lengthValue(1, unit!.toLowerCase()),
      anchor: "explicit",
    }),
  },
];

function lengthOf(
  { bound, count, half, half2, unit, plural, long }: Groups,
  context: TimeContext,
): Meaning | undefined {
  const name = unit!.toLowerCase();
  // "a month-long truce": the article is the truce's. "a second attack", "a quarter of the votes": no time.
  if (/^an?$/i.test(count!) && (long !== undefined || plural !== undefined)) return undefined;
  if (plural === undefined && /second|quarter/.test(name)) return undefined;
  if (name === "quarter" && /^\s+of\b/i.test(context.after)) return undefined;
  if (/^half/i.test(count!)) return bounded(halfOf(name), bound);
  const isVague = /few|several|couple|dozens|hundreds/i.test(count!);
  const whole = isVague ? undefined : numberValue(count!);
  if (!isVague && whole === undefined) return undefined;
  if (whole !== undefined && whole > 1 && plural === undefined && name === "night") return undefined;
  const amount =
    whole === undefined ? undefined : whole + (half === undefined && half2 === undefined ? 0 : 0.5);
  const meaning: Meaning = { type: "DURATION", value: lengthValue(amount, name), anchor: "published" };
  return bounded({ ...meaning, ...backFromPublication(amount, name, context) }, bound);
}

function halfOf(unit: string): Meaning {
  const months: Readonly<Record<string, string>> = {
    year: "P6M",
    hour: "PT30M",
    century: "P50Y",
    decade: "P5Y",
    day: "PT12H",
  };
  return { type: "DURATION", value: months[unit] ?? lengthValue(0.5, unit), anchor: "explicit" };
}

/** "for nine years" in a report: what began nine years before it; which event lasted so long is not known here. */
function backFromPublication(
  amount: number | undefined,
  unit: string,
  { published }: TimeContext,
): Partial<Meaning> {
  if (published === undefined || amount === undefined || unit !== "year") return {};
  const years = Math.min(Math.round(amount), 900);
  return { from: published.subtract({ years }).with({ month: 1, day: 1 }), to: published, precision: "year" };
}
