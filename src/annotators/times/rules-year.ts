import { ordinalValue } from "../../knowledge/calendar.ts";
import type { TimeContext } from "./context.ts";
import { type Meaning, ofDecade, ofYear } from "./interval.ts";
import { ofCentury, ofYearBefore } from "./interval-units.ts";
import { inPart } from "./modifiers.ts";
import { PART, YEAR } from "./patterns.ts";
import type { Rule } from "./rule.ts";

/** After a number between 1000 and 2099 that counts something. */
const COUNTED =
  "people|men|women|soldiers|civilians|troops|fighters|dollars|euros|pounds|miles|km|kilomet|met(?:re|er)|feet|tons|tonnes|votes|years|homes|families|houses|members|others|children|prisoners|cases|hours|hrs|aircraft|planes|tanks|guns|casualties|dead|wounded|killed|refugees|workers|students|police|officers|jobs|acres|hectares|degrees|calories|ships|vehicles|missiles|rockets|points|GMT|UTC";
/** Before such a number. */
const COUNTING =
  "(?<!(?:resolution|flight|article|law|act|decree|section|number|no\\.|page|than|least|some|nearly|almost|another|up to|estimated|roughly|approximately|additional|[$€£#])\\s*)";
const NOT_COUNTED = `(?![\\d]|[.,]\\d|-\\d|-\\p{L}|\\s*(?:%|percent|per cent|(?:\\p{Ll}+\\s+)?(?:${COUNTED})))`;

/** Years, decades, centuries. */
export const YEAR_RULES: readonly Rule[] = [
  {
    id: "year",
    pattern: `${COUNTING}${PART}(?:the\\s+years?\\s+)?(?<year>${YEAR})(?:\\s+A\\.?D\\.?)?(?:${NOT_COUNTED}|(?=-(?:elected|born|based|era|style|vintage)))`,
    resolve: ({ part, year }, context) =>
      isCount(context) ? undefined : inPart(ofYear(Number(year), "explicit"), part),
  },
  {
    id: "year-range",
    pattern: `(?<first>${YEAR})(?:\\s*(?:-|\\/)\\s*)(?<last>${YEAR}|\\d{2})(?!\\d|-\\d|\\s*(?:%|percent))`,
    resolve: ({ first, last }) => {
      const from = Number(first);
      const to = last!.length === 4 ? Number(last) : Math.floor(from / 100) * 100 + Number(last);
      if (to <= from) return undefined;
      return {
        join: "range",
        parts: [
          { group: "first", meaning: ofYear(from, "explicit") },
          { group: "last", meaning: ofYear(to, "explicit") },
        ],
      };
    },
  },
  {
    id: "short-year",
    pattern: "(?<=\\b(?:in|of|since|until|by|and|from|to|late|early|mid)[ -])[’'](?<year>\\d{2})(?!\\s*s)",
    resolve: ({ year }, context) => ofYear(nearCentury(Number(year), context.published?.year), "explicit"),
  },
  {
    id: "year-before-christ",
    pattern: `${PART}(?<year>\\d{1,4})(?:-(?<last>\\d{1,4}\\s+(?:BCE?|B\\.\\s?C\\.))|\\s+(?:BCE?|B\\.\\s?C\\.(?:\\s?E\\.)?))`,
    resolve: ({ part, year, last }) =>
      last === undefined
        ? inPart(ofYearBefore(Number(year)), part)
        : {
            join: "range",
            parts: [
              { group: "year", meaning: ofYearBefore(Number(year)) },
              { group: "last", meaning: ofYearBefore(Number.parseInt(last, 10)) },
            ],
          },
  },
  {
    id: "decade",
    pattern: `${PART}(?:the\\s+)?(?<part2>(?:early|mid|late)(?:\\s+|-)(?:to\\s+late\\s+)?)?(?:(?<decade>1[0-9]\\d0|20\\d0)[’']?s|[’'](?<short>[1-9]0)s|(?<name>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))`,
    resolve: ({ part, part2, decade, short, name }, context) => {
      const tens = name === undefined ? Number(short) : NAMED[name.toLowerCase()]!;
      const first = decade === undefined ? nearCentury(tens, context.published?.year) : Number(decade);
      return inPart(ofDecade(first, "explicit"), part2 ?? part);
    },
  },
  {
    id: "century",
    pattern: `${PART}(?:the\\s+)?(?<part2>(?:early|mid|late)(?:\\s+|-))?(?:(?<number>\\d{1,2})(?:st|nd|rd|th)|(?<name>[a-z]+(?:-[a-z]+)?))[ -]centur(?:y|ies)(?<bc>\\s+BCE?)?`,
    resolve: ({ part, part2, number, name, bc }): Meaning | undefined => {
      const ordinal = number === undefined ? ordinalValue(name!) : Number(number);
      if (ordinal === undefined || ordinal < 2) return undefined;
      if (bc !== undefined)
        return inPart(
          { type: "DATE", value: `BC${String(ordinal - 1).padStart(2, "0")}`, anchor: "explicit" },
          part2 ?? part,
        );
      return inPart(ofCentury(ordinal, "explicit"), part2 ?? part);
    },
  },
];

/** "butchered 1400 victims": bare before a plural, with nothing before it that a year stands behind. */
function isCount({ before, after }: TimeContext): boolean {
  const isOpen =
    /(?:^|[(,;:–—"“-]\s*|\b(?:the|in|of|since|by|until|till|from|to|during|after|before|between|and|or|a|an|its|their|his|her|late|early|mid|[’']s)[\s-]+)$/i;
  return /^\s+\p{Ll}+s\b(?<!ss)/u.test(after) && !isOpen.test(before);
}

const NAMED: Readonly<Record<string, number>> = {
  twenties: 20,
  thirties: 30,
  forties: 40,
  fifties: 50,
  sixties: 60,
  seventies: 70,
  eighties: 80,
  nineties: 90,
};

/** "the '90s", "'68": of this century if that is not after the publication, else of the last. */
function nearCentury(twoDigits: number, published = 2026): number {
  const century = Math.floor(published / 100) * 100;
  return century + twoDigits <= published ? century + twoDigits : century - 100 + twoDigits;
}
