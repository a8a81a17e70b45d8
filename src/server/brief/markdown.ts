import type { Brief } from "./brief.ts";

/** Longest passage that a reference repeats. */
const LONGEST = 240;

/** The brief as Markdown with footnotes. Words of reports are escaped: nothing in them can become markup. */
export function briefMarkdown(brief: Brief): string {
  const notes = (numbers: readonly number[]): string => numbers.map((number) => `[^${number}]`).join("");
  const lines = [
    `# ${escaped(brief.title)}`,
    ...(brief.marking === undefined ? [] : [`**${escaped(brief.marking)}**`]),
    ...brief.sentences.map(({ text, kind, references }) => {
      if (kind === "heading") return `## ${escaped(text)}`;
      const machine = kind === "written" ? "" : " *(read by machine)*";
      return `- ${escaped(text)}${machine}${notes(references)}`;
    }),
    "## Method",
    brief.method,
    "## Limits",
    ...brief.limits.map((limit) => `- ${limit}`),
    "## Sources",
    ...brief.references.map(referenceLine),
    `Made ${brief.made} from reports of the store.`,
  ];
  return `${lines.join("\n\n")}\n`;
}

function referenceLine({ number, quote, sha256, storedAt, ...report }: Brief["references"][number]): string {
  const { title, outlet, originator, published, url } = report;
  const parts = [
    `“${escaped(cut(quote.text))}”`,
    title === undefined ? undefined : `*${escaped(title)}*`,
    [outlet, originator === outlet ? undefined : originator]
      .flatMap((name) => (name === undefined ? [] : [escaped(name)]))
      .join(", from "),
    published,
    url !== undefined && /^https?:\/\/[^\s<>]+$/.test(url) ? `<${url}>` : undefined,
    `characters ${quote.start} to ${quote.end} of the text stored ${storedAt.slice(0, 10)}, SHA-256 ${sha256}`,
  ];
  return `[^${number}]: ${parts.filter((part) => part !== undefined && part !== "").join(". ")}.`;
}

function cut(words: string): string {
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST - 1)}…`;
}

/** On one line, with every sign that Markdown or HTML would read taken as a sign. */
function escaped(words: string): string {
  return words
    .replace(/\s+/g, " ")
    .trim()
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/[\\`*_{}[\]()#+!|~^]/g, "\\$&");
}
