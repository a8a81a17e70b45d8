import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const SOURCE = join(dirname(fileURLToPath(import.meta.url)), "../../src");

/** What each folder may import besides itself: ARCHITECTURE.md draws the same arrows. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  text: [],
  ontology: ["text"],
  record: ["text", "ontology"],
  knowledge: ["text", "ontology", "record"],
  language: ["text", "record"],
  annotators: ["text", "ontology", "record", "knowledge", "language"],
  coder: ["text", "ontology", "record", "knowledge", "language", "annotators"],
  ingest: ["text", "record"],
  formats: ["text", "ontology", "record"],
  linking: ["text", "ontology", "record", "knowledge", "language"],
  corrections: ["text", "ontology", "record"],
  store: ["text", "ontology", "record", "linking", "corrections"],
  review: ["text", "ontology", "record", "corrections", "store"],
  jobs: [
    "text",
    "ontology",
    "record",
    "coder",
    "ingest",
    "formats",
    "linking",
    "corrections",
    "store",
    "review",
  ],
  server: [
    "text",
    "ontology",
    "record",
    "knowledge",
    "language",
    "annotators",
    "coder",
    "ingest",
    "formats",
    "linking",
    "corrections",
    "store",
    "jobs",
    "review",
  ],
  cli: [
    "text",
    "ontology",
    "record",
    "knowledge",
    "language",
    "annotators",
    "coder",
    "ingest",
    "formats",
    "linking",
    "corrections",
    "store",
    "jobs",
    "review",
    "server",
  ],
  "index.ts": ["text", "ontology", "record", "coder", "ingest", "formats"],
};

interface Import {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** Every import of our own code: static, type-only, re-export and dynamic, relative or by the # alias. */
function imports(): readonly Import[] {
  const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.endsWith(".test.ts"),
  );
  return files.flatMap((file) => {
    const code = readFileSync(join(SOURCE, file), "utf8");
    const found = [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"((?:\.{1,2}\/|#)[^"]+)"/g)];
    return found.map((match) => {
      const wanted = match[1]!;
      const target = wanted.startsWith("#")
        ? wanted.slice(1)
        : relative(SOURCE, resolve(SOURCE, dirname(file), wanted));
      return { file, from: layerOf(file), to: layerOf(target) };
    });
  });
}

function layerOf(path: string): string {
  return path.split(/[\\/]/)[0]!;
}

describe("layers", () => {
  const all = imports();

  it("reads the whole source, so that an empty list cannot pass", () => {
    expect(new Set(all.map((one) => one.file)).size).toBeGreaterThan(40);
  });

  it("imports point one way", () => {
    const wrong = all
      .filter((one) => one.from !== one.to && !ARROWS[one.from]?.includes(one.to))
      .map(
        (one) =>
          `${one.file} (${one.from}) imports ${one.to}. Two ways out: move the code to a layer that may ` +
          `import ${one.to}, or have ${one.to}'s value handed in as an argument.`,
      );
    expect(wrong).toEqual([]);
  });

  it("every folder has its arrows", () => {
    const folders = readdirSync(SOURCE).filter((name) => !name.endsWith(".test.ts"));
    expect(folders.filter((name) => !(name in ARROWS))).toEqual([]);
  });
});

const DESK = join(SOURCE, "../web/src");

describe("the desk", () => {
  const found = readdirSync(DESK, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes(".test."))
    .flatMap((file) => {
      const code = readFileSync(join(DESK, file), "utf8");
      return [...code.matchAll(/(?:^|\n)(import|export)( type)? [^;]*?from "((?:\.\.\/)+src\/[^"]+)"/g)].map(
        (match) => ({ file, type: match[2] !== undefined, target: match[3]!.replace(/^(\.\.\/)+src\//, "") }),
      );
    });

  it("shares the program's types and tables and nothing else, so that no code of the server reaches a browser", () => {
    expect(found.length).toBeGreaterThan(0);
    const code = found.filter(({ type, target }) => !type && !target.endsWith(".tsv?raw"));
    expect(code.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  it("knows only what the API answers with", () => {
    const answers = /^(record|ontology|text|review|formats\/data)\/|^store\/types\.ts$/;
    expect(
      found.filter(({ target }) => !answers.test(target)).map(({ file, target }) => `${file}: ${target}`),
    ).toEqual([]);
  });
});
