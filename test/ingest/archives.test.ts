import { gzipSync } from "node:zlib";
import { pack } from "tar-stream";
import { describe, expect, it } from "vitest";
import { brief, readAs } from "../helpers/read-results.ts";
import { zipOf } from "../helpers/zip.ts";

const TEXT =
  "Two boats collided in thick fog on Monday and the harbour master of Lindau closed the northern quay.";
const LINES = `${JSON.stringify({ id: "a", text: TEXT })}\n${JSON.stringify({ id: "b", text: TEXT })}\n`;

async function tarOf(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const archive = pack();
  for (const [name, content] of Object.entries(files)) archive.entry({ name }, content as string);
  archive.entry({ name: "link.txt", type: "symlink", linkname: "/etc/passwd" });
  archive.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of archive) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const FILES = { "news/one.txt": TEXT, "news/lines.jsonl": LINES, ".hidden": "x", "__MACOSX/._one.txt": "x" };

describe("archives", () => {
  it("ZIP: every file by its own reader; hidden files are passed over", async () => {
    const results = await readAs("reports.zip", zipOf(FILES));
    expect(results.map(brief)).toEqual(["one.txt", "a", "b"]);
    expect(results[1]!.name).toMatch(/reports\.zip\/news\/lines\.jsonl:1$/);
  });

  it.each(["reports.tar", "reports.tar.gz", "reports.tgz", "reports"])(
    "%s: the same, and links are passed over",
    async (name) => {
      const tar = await tarOf(FILES);
      const results = await readAs(name, /z$/.test(name) ? gzipSync(tar) : tar);
      expect(results.map(brief)).toEqual(["one.txt", "a", "b"]);
    },
  );

  it("a compressed file is its content", async () => {
    expect((await readAs("lines.jsonl.gz", gzipSync(LINES))).map(brief)).toEqual(["a", "b"]);
  });

  it("a web archive whose last record breaks off comes to an end", async () => {
    const record = "WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 500\r\n\r\nGET / HTTP/1.1\r\n";
    expect((await readAs("cut.warc", record)).map(brief)).toEqual(["K109"]);
  });

  it("what --input says of an archive is not said of what lies in it", async () => {
    const results = await readAs("download", gzipSync(zipOf({ "lines.jsonl": LINES })), { input: "gzip" });
    expect(results.map(brief)).toEqual(["a", "b"]);
  });

  it("one bad member is named, and the rest goes on", async () => {
    const files = { "empty.txt": "", "a.txt": TEXT, "broken.gz": "no gzip", "b.txt": TEXT };
    for (const archive of [zipOf(files), await tarOf(files)])
      expect((await readAs("mixed", archive)).map(brief)).toEqual(["K102", "a.txt", "K109", "b.txt"]);
  });

  it("a member longer than any report is refused before it fills the memory, and the rest goes on", async () => {
    const files = { "long.txt": Buffer.alloc(33_000_000, "Fog. "), "a.txt": TEXT };
    for (const archive of [zipOf(files), await tarOf(files)])
      expect((await readAs("long", archive)).map(brief)).toEqual(["K108", "a.txt"]);
  });

  it("names that lead out of the archive are refused", async () => {
    const files = { "../../out.txt": TEXT, "/etc/out.txt": TEXT, "C:\\out.txt": TEXT, "in.txt": TEXT };
    expect((await readAs("names.zip", zipOf(files))).map(brief)).toEqual(["K114", "K114", "K114", "in.txt"]);
    expect(
      (await readAs("names.tar", await tarOf({ "../out.txt": TEXT, "in.txt": TEXT }))).map(brief),
    ).toEqual(["K114", "in.txt"]);
  });

  it("what unpacks to a multiple of any text is given up", async () => {
    const nothing = Buffer.alloc(30_000_000);
    const bomb = zipOf({ "1.txt": nothing, "2.txt": nothing, "3.txt": TEXT });
    const results = await readAs("bomb.zip", bomb);
    expect(results.at(-1)).toMatchObject({ error: { code: "K112" } });
    expect(
      (await readAs("bomb.tar.gz", gzipSync(await tarOf({ a: nothing, b: nothing })))).at(-1),
    ).toMatchObject({
      error: { code: "K112" },
    });
  });

  it("small archives that together unpack to it are given up as one", async () => {
    const nothing = Buffer.alloc(20_000_000);
    const zipped = zipOf({ "1.txt": nothing });
    const packed = gzipSync(nothing);
    const inner = (one: Buffer, ending: string) =>
      Object.fromEntries([1, 2, 3, 4].map((count) => [`${count}.${ending}`, one]));
    const archives = [
      zipOf({ ...inner(zipped, "zip"), "after.txt": TEXT }),
      await tarOf({ ...inner(packed, "txt.gz"), "after.txt": TEXT }),
      gzipSync(await tarOf({ ...inner(zipped, "zip"), "after.txt": TEXT })),
    ];
    for (const archive of archives) {
      const results = await readAs("many", archive);
      expect(results.map(brief).slice(2)).toEqual(["K112"]);
      expect(results.at(-1)).toMatchObject({ error: { message: expect.stringMatching(/many unpacks to/) } });
    }
  });

  it("archives within archives are read some layers deep, and no deeper", async () => {
    const inner = zipOf({ "a.txt": TEXT });
    expect((await readAs("outer.zip", zipOf({ "inner.zip": inner }))).map(brief)).toEqual(["a.txt"]);
    let deep: Buffer = Buffer.from(inner);
    for (let layer = 0; layer < 5; layer += 1) deep = zipOf({ [`${layer}.zip`]: deep });
    expect((await readAs("deep.zip", deep)).map(brief)).toEqual(["K113"]);
  });

  it.each(["zip", "tar", "gz"])("a text that is called .%s is refused", async (ending) => {
    expect((await readAs(`text.${ending}`, TEXT.repeat(20))).map(brief)).toEqual(["K109"]);
  });
});
