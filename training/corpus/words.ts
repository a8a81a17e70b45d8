import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { readText } from "../../src/ingest/index.ts";
import { createLanguage, SENTENCES, TOKENS } from "../../src/language/index.ts";
import { REPORT } from "../../src/record/report.ts";
import { createDocument, read, withLayer } from "../../src/text/document.ts";
import { offsetMap } from "../../src/text/offsets.ts";

/**
 * `npm run corpus:words -- DOCS.jsonl OUT.jsonl`: words and sentences of reports as the program sees them, for training.
 * A line: `{"id", "words": [[start, end, text]…], "sentences": [[first, last, begins a paragraph]…]}`, offsets in code points.
 */
const [source, target] = process.argv.slice(2);
if (source === undefined || target === undefined)
  throw new Error("npm run corpus:words -- DOCS.jsonl OUT.jsonl");
const documents = readFileSync(source, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as { readonly id: string; readonly title?: string; readonly text: string });
const language = await createLanguage({ roles: false });
const lines: string[] = [];
for (const { id, title, text } of documents) {
  const report = readText(text, title === undefined ? {} : { title });
  const [document] = await language.annotate([withLayer(createDocument(report.text), REPORT, report)]);
  const { toCodePoints } = offsetMap(report.text);
  const tokens = read(document!, TOKENS);
  const words = tokens.map((token) => [toCodePoints(token.start), toCodePoints(token.end), token.text]);
  const sentences = read(document!, SENTENCES).map(({ first, last }) => {
    const gap = first === 0 ? "\n" : report.text.slice(tokens[first - 1]!.end, tokens[first]!.start);
    return [first, last, gap.includes("\n")];
  });
  lines.push(JSON.stringify({ id, text: report.text, words, sentences }));
}
await language.close();
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, `${lines.join("\n")}\n`);
