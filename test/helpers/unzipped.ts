import { fromBufferPromise } from "yauzl";

/** Texts of a ZIP archive by the names of its members. */
export async function unzipped(bytes: Buffer): Promise<Readonly<Record<string, string>>> {
  const zip = await fromBufferPromise(bytes, {
    lazyEntries: true,
    autoClose: false,
    validateEntrySizes: true,
  });
  const members: Record<string, string> = {};
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    members[entry.fileName] = Buffer.concat(chunks).toString("utf8");
  }
  return members;
}
