import type { TimeContext } from "./context.ts";
import type { Day, Meaning } from "./interval.ts";

/** Where the narrative stands: the times told so far outside quotations. Grown as a report is read. */
export interface Story {
  readonly last: Meaning | undefined;
  readonly lastDay: Meaning | undefined;
  /** The last day that is not after the publication. */
  readonly lastPastDay: Meaning | undefined;
  /** The last time of the paragraph now read. */
  readonly inParagraph: Meaning | undefined;
}

export const NO_STORY: Story = {
  last: undefined,
  lastDay: undefined,
  lastPastDay: undefined,
  inParagraph: undefined,
};

export function told(story: Story, meanings: readonly Meaning[], published: Day | undefined): Story {
  const fixed = meanings.filter(
    ({ from, type, value, anchor }) =>
      from !== undefined && (type !== "DURATION" || anchor === "explicit") && !value.endsWith("_REF"),
  );
  const last = fixed.at(-1);
  if (last === undefined) return story;
  const days = fixed.filter(({ precision }) => /^(?:day|part-of-day|minute|hour)$/.test(precision ?? ""));
  const isPast = ({ from }: Meaning): boolean => published === undefined || from!.until(published).days >= 0;
  return {
    last,
    lastDay: days.at(-1) ?? story.lastDay,
    lastPastDay: days.findLast(isPast) ?? story.lastPastDay,
    inParagraph: last,
  };
}

/** What the story gives an expression to count from: what is told as past counts from what is past. */
export function storyContext(
  { last, lastDay, lastPastDay, inParagraph }: Story,
  published: Day | undefined,
  isHistory: boolean,
  tense: TimeContext["tense"],
): Pick<TimeContext, "mentioned" | "mentionedDay" | "carried" | "isHistory"> {
  const carried = isHistory || published === undefined ? last : carriedInNews(inParagraph, published);
  return {
    mentioned: last,
    mentionedDay: isHistory
      ? dayOfStory(last, lastDay)
      : dayOfParagraph(inParagraph, tense === "past" ? lastPastDay : lastDay),
    carried,
    isHistory,
  };
}

/** In history, a day told before a coarser time elsewhere is no longer where the story stands; news keeps to its days. */
function dayOfStory(last: Meaning | undefined, lastDay: Meaning | undefined): Meaning | undefined {
  if (last?.from === undefined || lastDay?.from === undefined || last.to === undefined) return lastDay;
  const isInside = last.from.until(lastDay.from).days >= 0 && lastDay.from.until(last.to).days >= 0;
  return isInside ? lastDay : undefined;
}

/** News keeps to its days, unless the paragraph has just named another month: the day in that is not known. */
function dayOfParagraph(told: Meaning | undefined, day: Meaning | undefined): Meaning | undefined {
  return told?.precision === "month" && told.anchor !== "published" ? dayOfStory(told, day) : day;
}

/** News tells its own year; a paragraph on an earlier one, once it has named it, goes on in it. */
function carriedInNews(inParagraph: Meaning | undefined, published: Day): Meaning | undefined {
  if (inParagraph?.from === undefined || inParagraph.anchor === "published") return undefined;
  const isFine = /^(?:day|part-of-day|month|season)$/.test(inParagraph.precision ?? "");
  return isFine && inParagraph.from.year < published.year ? inParagraph : undefined;
}

/** Whether a text is history rather than news: many years named, nearly all long past, hardly a weekday. */
export function isHistory(text: string, published: Day | undefined): boolean {
  if (published === undefined) return false;
  const years = [...text.matchAll(/(?<![\d.,$€£-])(?:1[0-9]|20)\d\d(?![\d.,%]\d|\d)/g)].map((match) =>
    Number(match[0]),
  );
  const old = years.filter((year) => year < published.year).length;
  const days = [...text.matchAll(/\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today)\b/g)]
    .length;
  return years.length >= 8 && old >= 0.75 * years.length && days * 4 < years.length;
}
