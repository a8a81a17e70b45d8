import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { COLUMN_SETS, stale } from "../../scripts/generate-docs.ts";
import { LAYER_NAMES } from "../../src/cli/annotation-record.ts";
import { commands } from "../../src/cli/commands.ts";
import { columnsOf } from "../../src/formats/columns.ts";
import { EXPORT_NAMES, EXPORTS, FORMAT_NAMES } from "../../src/formats/index.ts";
import { PLOVER_FIELDS } from "../../src/formats/plover.ts";
import { STANDINGS } from "../../src/formats/standing.ts";
import { contexts, eventTypes } from "../../src/ontology/index.ts";
import { ROLL_UP_RULES } from "../../src/record/happening.ts";
import { SPEAKER_GROUPS } from "../../src/record/side-by-side.ts";
import { REVIEW_FIELDS } from "../../src/review/index.ts";
import { TOOLS } from "../../src/server/mcp/server.ts";
import { QUEUE_ORDERS } from "../../src/store/index.ts";
import { CATALOGUE } from "../../src/text/errors.ts";
import { packageFile } from "../../src/text/package-files.ts";

const page = (name: string): string => readFileSync(packageFile(name), "utf8");

describe("docs say what the program does", () => {
  it("generated pages are up to date (npm run docs)", () => expect(stale()).toEqual([]));

  describe.each(commands().map((command) => [command.name(), command] as const))(
    "khaldun %s",
    (name, command) => {
      it("has a page and a line in the README", () => {
        expect(page(`docs/${name}.md`)).toContain(`# khaldun ${name}`);
        expect(page("README.md")).toContain(`docs/${name}.md`);
      });

      it("has every option on its page, and an example in its help", () => {
        const missing = command.options
          .map((option) => option.long!)
          .filter((option) => !page(`docs/${name}.md`).includes(`\`${option}\``));
        expect(missing).toEqual([]);
        let help = "";
        command
          .configureOutput({
            writeOut: (text) => {
              help += text;
            },
          })
          .outputHelp();
        expect(help).toContain("Example:");
      });
    },
  );

  it.each([
    ["error codes", "docs/errors.md", Object.keys(CATALOGUE)],
    ["export formats", "docs/export.md", EXPORT_NAMES.map((name) => `\`${name}\``)],
    [
      "export columns",
      "docs/export-columns.md",
      COLUMN_SETS.flatMap((set) => columnsOf(set).map(({ name }) => `\`${name}\``)),
    ],
    ["roll-up rules", "docs/export.md", ROLL_UP_RULES.map((rule) => `\`${rule}`)],
    ["standings", "docs/export.md", STANDINGS.map((standing) => `\`${standing}\``)],
    ["PLOVER fields", "docs/formats.md", [...PLOVER_FIELDS]],
    ["formats", "docs/code.md", [...FORMAT_NAMES]],
    ["layers", "docs/annotate.md", [...LAYER_NAMES]],
    ["fields of a review", "docs/review.md", REVIEW_FIELDS.map((field) => `\`${field}\``)],
    ["groups of speakers", "docs/claims.md", SPEAKER_GROUPS.map((group) => `\`${group}\``)],
    ["queues", "docs/review.md", QUEUE_ORDERS.map((order) => `\`${order}\``)],
    ["event types", "docs/plover.md", eventTypes().map((entry) => entry.name)],
    ["tools of MCP", "docs/mcp.md", TOOLS.map(({ name }) => `\`${name}\``)],
    ["tools of MCP", "web/public/llms.txt", TOOLS.map(({ name }) => name)],
    ["contexts", "docs/plover.md", contexts().map((context) => context.name)],
  ])("%s are all in %s", (_, file, names) => {
    const text = page(file);
    expect(names.filter((name) => !text.includes(name))).toEqual([]);
  });

  it("every table that is exported has its columns on the page", () => {
    const tables = EXPORT_NAMES.filter((name) => EXPORTS[name].cells !== undefined && name !== "parquet");
    expect(tables.filter((name) => !COLUMN_SETS.some((set) => set === name))).toEqual([]);
  });

  it("every note code that the source uses is explained", () => {
    const used = new Set<string>();
    for (const file of readdirSync(packageFile("src"), { recursive: true, encoding: "utf8" })) {
      if (!file.endsWith(".ts") || file.endsWith(".test.ts")) continue;
      for (const match of page(join("src", file)).matchAll(/\bcode: "([a-z]+(?:-[a-z]+)+)"/g))
        used.add(match[1]!);
    }
    expect(used.size).toBeGreaterThan(2);
    expect([...used].filter((code) => !page("docs/notes.md").includes(`\`${code}\``))).toEqual([]);
  });

  it("links between pages lead somewhere", () => {
    const pages = [
      "README.md",
      "ARCHITECTURE.md",
      "CONTRIBUTING.md",
      ...readdirSync(packageFile("docs"))
        .filter((name) => name.endsWith(".md"))
        .map((name) => `docs/${name}`),
    ];
    const broken = pages.flatMap((name) =>
      [...page(name).matchAll(/\]\(([^)#]+)\)/g)]
        .map((match) => match[1]!)
        .filter((target) => !/^https?:/.test(target) && !existsSync(packageFile(join(dirname(name), target))))
        .map((target) => `${name}: ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it("the README's two commands exist", () => {
    const { scripts } = JSON.parse(page("package.json")) as { scripts: Record<string, string> };
    expect(page("README.md")).toMatch(/^ {4}npm run demo$/m);
    expect(page("README.md")).toMatch(/^ {4}npm test$/m);
    expect(scripts.demo).toBeDefined();
    expect(scripts.test).toBeDefined();
  });
});
