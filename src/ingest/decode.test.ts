import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { writtenDay } from "./dates.ts";
import { decode } from "./decode.ts";
import { lineCutter } from "./lines.ts";

const TEXT =
  "Señor Núñez y la Sociedad de Naciones: el café de Córdoba cerró en año nuevo, según la policía.\n";
const file = "a.txt";

describe("decode", () => {
  it.each([
    ["UTF-8", Buffer.from(TEXT)],
    ["UTF-8 with a mark", iconv.encode(TEXT, "utf-8", { addBOM: true })],
    ["UTF-16 LE with a mark", iconv.encode(TEXT, "utf-16le", { addBOM: true })],
    ["UTF-16 BE with a mark", iconv.encode(TEXT, "utf-16be", { addBOM: true })],
    ["UTF-16 LE without", iconv.encode(TEXT, "utf-16le")],
    ["UTF-16 BE without", iconv.encode(TEXT, "utf-16be")],
    ["Latin-1", iconv.encode(TEXT, "latin1")],
  ])("%s", (_, bytes) => {
    expect(decode(bytes, { file })).toBe(TEXT);
  });

  it("believes the page about its encoding", () => {
    const html = `<html><head><meta charset="windows-1251"></head><body>Новости</body></html>`;
    expect(decode(iconv.encode(html, "windows-1251"), { file, html: true })).toBe(html);
  });

  it("keeps a stray NUL", () => {
    const text = `Two boats\0 collided in the fog on Monday, the police said.`;
    expect(decode(Buffer.from(text), { file })).toBe(text);
  });

  it.each([
    ["K102", Buffer.alloc(0), {}],
    ["K102", Buffer.from(" \n\t"), {}],
    ["K103", Buffer.from("%PDF-1.7\n1 0 obj"), {}],
    ["K103", Buffer.from(Array.from({ length: 500 }, (_, index) => (index * 7) % 32)), {}],
    ["K104", Buffer.from("words"), { encoding: "klingon" }],
    ["K104", Buffer.from([0x61, 0xff, 0x62]), { encoding: "utf-8" }],
  ])("%s for %o", (code, bytes, options) => {
    expect(() => decode(bytes, { file, ...options })).toThrow(expect.objectContaining({ code }));
  });
});

describe("lineCutter", () => {
  it("cuts lines wherever the chunks end, and numbers them", () => {
    const cutter = lineCutter(100);
    const lines = ["on", "e\n\ntw", "o\nthree"].flatMap((chunk) => cutter.push(Buffer.from(chunk)));
    expect([...lines, ...cutter.end()].map((line) => [line.number, line.bytes?.toString()])).toEqual([
      [1, "one"],
      [3, "two"],
      [4, "three"],
    ]);
  });

  it("drops a line over the limit as it comes and goes on", () => {
    const cutter = lineCutter(4);
    const lines = ["12345", "678\nok\n"].flatMap((chunk) => cutter.push(Buffer.from(chunk)));
    expect(lines.map((line) => [line.length, line.bytes?.toString()])).toEqual([
      [8, undefined],
      [2, "ok"],
    ]);
  });

  it("reads a marked UTF-16 file", () => {
    const cutter = lineCutter(100);
    const bytes = iconv.encode("one\ntwo\n", "utf-16le", { addBOM: true });
    const lines = [bytes.subarray(0, 5), bytes.subarray(5)].flatMap((chunk) => cutter.push(chunk));
    expect(lines.map((line) => line.bytes?.toString())).toEqual(["one", "two"]);
  });
});

describe("writtenDay", () => {
  it.each([
    ["2026-05-06", "2026-05-06"],
    ["2026-05-06T23:59:00-11:00", "2026-05-06"],
    ["20260506", "2026-05-06"],
    ["Wed, 06 May 2026 10:00:00 GMT", "2026-05-06"],
    ["May 6, 2026 4:00 PM", "2026-05-06"],
    ["6 Sept. 2026", "2026-09-06"],
    ["2026-02-30", undefined],
    ["05/06/2026", undefined],
    ["yesterday", undefined],
    ["", undefined],
  ])("%j is %s", (written, day) => {
    expect(writtenDay(written)).toBe(day);
  });
});
