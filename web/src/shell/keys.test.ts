import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { packageFile } from "../../../src/text/package-files.ts";
import { ACTIONS, chordOf, clashes, KEYS } from "./keys.ts";

const stroke = (
  key: string,
  code: string,
  held: { readonly ctrlKey?: boolean; readonly shiftKey?: boolean } = {},
) => chordOf({ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

describe("keys", () => {
  it.each([
    ["j", stroke("j", "KeyJ")],
    ["J", stroke("J", "KeyJ", { shiftKey: true })],
    ["Mod+k", stroke("k", "KeyK", { ctrlKey: true })],
    ["Space", stroke(" ", "Space")],
    ["j", stroke("ت", "KeyJ")],
    ["Shift+ArrowLeft", stroke("ArrowLeft", "ArrowLeft", { shiftKey: true })],
    ["?", stroke("?", "Slash", { shiftKey: true })],
  ])("writes %s", (wanted, written) => expect(written).toBe(wanted));

  it("no two actions of one place answer to the same keys", () => {
    expect(ACTIONS.flatMap((action) => clashes(action, KEYS[action].keys, {}))).toEqual([]);
  });

  it("finds a clash with a key that the reader set", () => {
    expect(clashes("next", "?", {})).toEqual(["help"]);
    expect(clashes("next", "o", { previous: "o" })).toEqual(["previous"]);
  });

  it("every key of the table is on the page about the desk", () => {
    const page = readFileSync(packageFile("docs/desk.md"), "utf8");
    expect(
      ACTIONS.map((action) => KEYS[action].keys).filter((keys) => !page.includes(`\`${keys}\``)),
    ).toEqual([]);
  });
});
