import { describe, expect, it } from "vitest";
import { alsoCalled } from "./also-called.ts";

describe("other names of whom a name stands for", () => {
  it.each([
    ["M23", ["March 23 Movement"]],
    ["March 23 Movement", []],
    ["nobody of this name", []],
  ])("%s", (name, names) => expect(alsoCalled(name)).toEqual(names));
});
