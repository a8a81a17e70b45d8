import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { inputOf } from "./inputs.ts";

it("knows the file of every item: of a line, of an entry, of a page in a folder of an archive", () => {
  const folder = mkdtempSync(join(tmpdir(), "khaldun-inputs-"));
  const file = join(folder, "saved.zip");
  writeFileSync(file, "");
  for (const item of [file, `${file}:3`, `${file}#2`, `${file}/page.html`, `${file}/2026/may/page.html`])
    expect(inputOf(item), item).toBe(file);
  expect(inputOf(join(folder, "gone", "page.html"))).toBe(join(folder, "gone", "page.html"));
});
