import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { copiesOf } from "../../src/linking/copies.ts";
import type { Figure } from "../bench.ts";
import { readLines } from "../gold-format.ts";

/** What happens to an agency's report on its way into other papers. Seeded by place in the text, so that runs agree. */
const CHANGES: Readonly<Record<string, (paragraphs: readonly string[], other: readonly string[]) => string>> =
  {
    "as it is": (paragraphs) => paragraphs.join("\n"),
    "cut to half": (paragraphs) => paragraphs.slice(0, Math.ceil(paragraphs.length / 2)).join("\n"),
    "cut to a third": (paragraphs) => paragraphs.slice(0, Math.ceil(paragraphs.length / 3)).join("\n"),
    "new lead": (paragraphs, other) => [other[0], ...paragraphs.slice(1)].join("\n"),
    "one word in twenty changed": (paragraphs) => everyNth(paragraphs.join("\n"), 20),
    "three paragraphs added": (paragraphs, other) => [...paragraphs, ...other.slice(-3)].join("\n"),
    "new credit and teasers": (paragraphs) =>
      ["By our own correspondent", ...paragraphs, "Read also: what we know so far", "Source: agencies"].join(
        "\n",
      ),
  };

/** Pairs of reports of one origin, found and right: real articles, changed as papers change them, among each other. */
export function copyFigures(data: string): readonly Figure[] {
  const folder = join(data, "data", "attribution", "polnear", "dev", "text");
  const articles = readdirSync(folder)
    .map((file) =>
      readFileSync(join(folder, file), "utf8")
        .split(/\n+/)
        .filter((line) => line.trim() !== ""),
    )
    .filter((paragraphs) => paragraphs.length >= 6);
  const stories = readLines<{
    readonly id: string;
    readonly sentences: readonly { tokens: readonly string[] }[];
  }>(join(data, "data", "linking", "ecbplus-dev.jsonl"));
  const texts = [
    ...articles.flatMap((paragraphs, index) =>
      Object.entries(CHANGES).map(([change, make]) => ({
        id: `${index} ${change}`,
        origin: index,
        change,
        text: make(paragraphs, articles[(index + 1) % articles.length]!),
      })),
    ),
    ...stories.map(({ id, sentences }, index) => ({
      id,
      origin: articles.length + index,
      change: "",
      text: sentences.map(({ tokens }) => tokens.join(" ")).join("\n"),
    })),
  ];
  const copies = copiesOf(texts);
  const found = copies.flatMap((copy, index) => (copy === undefined ? [] : [[index, copy.of] as const]));
  // Two texts of the other corpus may be real copies of each other: they are no negatives and no positives.
  const judged = found.filter(([a, b]) => Math.min(texts[a]!.origin, texts[b]!.origin) < articles.length);
  const right = judged.filter(([a, b]) => texts[a]!.origin === texts[b]!.origin).length;
  const recalls = Object.keys(CHANGES).map((change): Figure => {
    const own = texts.map((text, index) => ({ ...text, index })).filter((text) => text.change === change);
    const hit = own.filter(({ index }) => isJoined(copies, texts, index)).length;
    return { name: `copies recall, ${change}`, value: hit / own.length, n: own.length };
  });
  return [
    { name: "copies precision", value: right / judged.length, floor: 0.98, goal: 0.99, n: judged.length },
    {
      name: "copies recall",
      value: recalls.reduce((sum, one) => sum + one.value, 0) / recalls.length,
      floor: 0.9,
      goal: 0.95,
      n: articles.length * recalls.length,
    },
    ...recalls,
  ];
}

/** It repeats a text of its origin, or a text of its origin repeats it. */
function isJoined(
  copies: ReturnType<typeof copiesOf>,
  texts: readonly { readonly origin: number }[],
  index: number,
): boolean {
  const of = copies[index]?.of;
  if (of !== undefined && texts[of]!.origin === texts[index]!.origin) return true;
  return copies.some((copy, other) => copy?.of === index && texts[other]!.origin === texts[index]!.origin);
}

/** Every nth word replaced, as an editor's or a translator's choice of words would. */
function everyNth(text: string, step: number): string {
  let count = 0;
  return text.replace(/\p{L}+/gu, (word) => {
    count += 1;
    return count % step === 0 ? `${word.slice(0, 2)}xy` : word;
  });
}
