import type { Tree } from "../../language/tree.ts";
import { parseDay } from "./interval.ts";
import { ofUnit } from "./interval-units.ts";
import type { TimeMention } from "./layer.ts";

/** "Nine months", "the day": how much is counted, and which way. */
interface Count {
  readonly unit: string;
  /** Undefined for "a few". */
  readonly amount: number | undefined;
  readonly direction: 1 | -1;
  /** The word that it counts from: "coup" in "nine months after the coup". */
  readonly from: number;
}

/**
 * Gives lengths and days that are counted from an event the interval they mean, where the report dates that event;
 * the others say why they have none. TIMEX3 marks "nine months" alone, so span and value stay.
 */
export function anchored(times: readonly TimeMention[], tree: Tree): readonly TimeMention[] {
  return times.map((time) => {
    const begun = begunOn(time, times, tree);
    if (begun !== undefined) return { ...time, ...begun, anchor: "event", use: "when" };
    const count = countOf(time, tree);
    if (count === undefined) return time;
    const base = timeOfWord(count.from, time, times, tree);
    const { from: _from, to: _to, precision: _precision, ...rest } = time;
    const counted = { ...rest, anchor: "event", use: "when" } as const;
    const back = base === undefined ? countedBack(time, count, times, tree) : undefined;
    if (back !== undefined) return { ...counted, ...back, datesToken: count.from };
    const interval = base === undefined ? undefined : intervalOf(base, count);
    if (base === undefined || interval === undefined)
      return { ...counted, unknown: "relative-to-undated-event" };
    return {
      ...counted,
      ...interval,
      anchorSpan: { start: base.start, end: base.end },
      ...(time.type === "DATE" ? { value: interval.from } : {}),
    };
  });
}

function countOf(time: TimeMention, tree: Tree): Count | undefined {
  const { tokens } = tree;
  const isLength = time.type === "DURATION" && time.use === "length";
  const preposition = isLength ? time.last : time.last - 1;
  const word = tokens[preposition];
  if (word === undefined || !/^(?:after|before|following)$/i.test(word.text)) return undefined;
  const from = wordBehind(preposition, tree);
  if (from === undefined || tokens[from]!.sentence !== tokens[time.first]!.sentence) return undefined;
  const direction = /^before$/i.test(word.text) ? -1 : 1;
  if (!isLength) {
    const isDay = time.type === "DATE" && /^(?:the\s+)?day$/i.test(textOf(time.first, preposition, tree));
    return isDay ? { unit: "day", amount: 1, direction, from } : undefined;
  }
  const found = /^P(T?)(X|\d+)([DWMYH])$/.exec(time.value);
  if (found === null) return undefined;
  const unit = found[1] === "T" ? "hour" : UNITS[found[3]!]!;
  return { unit, amount: found[2] === "X" ? undefined : Number(found[2]), direction, from };
}

/** "closed on Thursday, a week after police arrested him": what is dated is the end, and the count says when it began. */
function countedBack(
  time: TimeMention,
  count: Count,
  times: readonly TimeMention[],
  tree: Tree,
): ReturnType<typeof intervalOf> {
  if (tree.tokens[count.from]!.upos !== "VERB") return undefined;
  const clause = tree.tokens[count.from]!.head;
  const end = times.find(
    (one) => one !== time && one.from !== undefined && one.type !== "DURATION" && hangsOn(one, clause, tree),
  );
  const direction = count.direction === 1 ? -1 : 1;
  if (end === undefined) return undefined;
  // Here the day is known from which it is counted, and "a week" is seven.
  const isWeeks = count.unit === "week" && count.amount !== undefined;
  const days = isWeeks ? { unit: "day", amount: 7 * count.amount } : {};
  return intervalOf(end, { ...count, ...days, direction });
}

/** "for several days beginning on 9 July": a length with its first day. */
function begunOn(
  time: TimeMention,
  times: readonly TimeMention[],
  tree: Tree,
): Pick<TimeMention, "from" | "to" | "precision" | "approximate" | "anchorSpan"> | undefined {
  const found = /^P(X|\d+)([DWMY])$/.exec(time.value);
  if (time.type !== "DURATION" || found === null) return undefined;
  const noun = tree.headOf(time.first, time.last);
  const verb = tree
    .dependents(noun, "acl")
    .find((at) => /^(?:begin|start|commence)$/.test(tree.tokens[at]!.lemma));
  const first = times.find(
    (one) =>
      verb !== undefined &&
      one.precision === "day" &&
      tree.tokens[tree.headOf(one.first, one.last)]!.head === verb,
  );
  const start = first?.from === undefined ? undefined : parseDay(first.from);
  if (first === undefined || start === undefined) return undefined;
  const unit = UNITS[found[2]!]!;
  // "Several days" are about a week, several of anything longer about three.
  const amount = found[1] !== "X" ? Number(found[1]) : unit === "day" ? 7 : 3;
  return {
    from: start.toString(),
    to: start
      .add({ [`${unit}s`]: amount })
      .subtract({ days: 1 })
      .toString(),
    precision: found[1] === "X" ? "week" : "day",
    approximate: found[1] === "X",
    anchorSpan: { start: first.start, end: first.end },
  };
}

const UNITS: Readonly<Record<string, string>> = { D: "day", W: "week", M: "month", Y: "year", H: "hour" };

/** What the preposition governs: the head of a noun phrase, or the verb of a clause. */
function wordBehind(preposition: number, { tokens }: Tree): number | undefined {
  const { head, deprel } = tokens[preposition]!;
  const isGoverned = head > preposition && /^(?:case|mark)/.test(deprel);
  if (isGoverned && /^(?:NOUN|PROPN|VERB)$/.test(tokens[head]!.upos)) return head;
  return undefined;
}

function textOf(first: number, last: number, { tokens }: Tree): string {
  return tokens
    .slice(first, last)
    .map(({ text }) => text)
    .join(" ");
}

/** When what a word tells happened: by a date at the word itself, or at another mention of it, the last before it first. */
function timeOfWord(
  word: number,
  self: TimeMention,
  times: readonly TimeMention[],
  tree: Tree,
): TimeMention | undefined {
  // Of "nine months later, in May 2020" the one that is written out.
  const dated = times
    .filter((time) => time !== self && time.from !== undefined && time.type !== "DURATION")
    .sort((a, b) => Number(b.anchor === "explicit") - Number(a.anchor === "explicit"));
  const inside = dated.find((time) => word >= time.first && word < time.last);
  const own = inside ?? dated.find((time) => hangsOn(time, word, tree));
  if (own !== undefined) return own;
  const { lemma, upos } = tree.tokens[word]!;
  const isNewcomer = tree
    .dependents(word, "det")
    .some((child) => /^an?$|^another$/i.test(tree.tokens[child]!.text));
  if (isNewcomer || upos === "VERB") return undefined;
  const others = tree.tokens.flatMap((token, at) => (token.lemma === lemma && at !== word ? [at] : []));
  const nearest = [...others.filter((at) => at < word).reverse(), ...others.filter((at) => at > word)];
  for (const at of nearest) {
    const found = dated.find((time) => hangsOn(time, at, tree)) ?? timeOfClause(at, dated, tree);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** "the August 2020 coup", "the vote on 7 May", "after rebels seized the town on Friday". */
function hangsOn(time: TimeMention, word: number, tree: Tree): boolean {
  const head = tree.headOf(time.first, time.last);
  const { head: above } = tree.tokens[head]!;
  return (
    above === word || (above >= 0 && tree.tokens[above]!.head === word && tree.tokens[above]!.upos !== "VERB")
  );
}

/** "The vote was held on 7 May": the word is what its clause tells. */
function timeOfClause(word: number, dated: readonly TimeMention[], tree: Tree): TimeMention | undefined {
  const { head, deprel } = tree.tokens[word]!;
  if (head < 0 || !/^(?:nsubj|obj)/.test(deprel)) return undefined;
  return dated.find((time) => tree.tokens[tree.headOf(time.first, time.last)]!.head === head);
}

const FINENESS = ["hour", "day", "week", "month", "season", "year", "decade"];

/** Counting days from a month leaves the month, months from a year as much as a year: never finer than what is known. */
function intervalOf(
  base: TimeMention,
  { unit, amount, direction }: Count,
): (Pick<TimeMention, "from" | "to" | "precision" | "approximate"> & { readonly from: string }) | undefined {
  const first = parseDay(base.from!);
  const last = parseDay(base.to ?? base.from!);
  if (first === undefined || last === undefined) return undefined;
  const steps = direction * (amount ?? 3);
  const start = direction === 1 ? last : first;
  const coarseness = FINENESS.indexOf(base.precision ?? "day");
  if (FINENESS.indexOf(unit) < coarseness || unit === "hour") {
    const moved = unit === "month" ? [first, last].map((end) => end.add({ months: steps })) : [first, last];
    return {
      from: moved[0]!.toString(),
      to: moved[1]!.toString(),
      approximate: true,
      ...(base.precision === undefined ? {} : { precision: base.precision }),
    };
  }
  const meaning = ofUnit(start, unit, steps, "event");
  if (meaning?.from === undefined || meaning.to === undefined || meaning.precision === undefined)
    return undefined;
  return {
    from: meaning.from.toString(),
    to: meaning.to.toString(),
    precision: meaning.precision,
    approximate: amount === undefined || base.approximate,
  };
}
