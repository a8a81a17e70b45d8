import { once } from "node:events";
import { crc32, createDeflateRaw } from "node:zlib";

export interface ZipMember {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

interface Written {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** Bit 3: sizes follow the content, as nothing is held; bit 11: names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
const VERSION = 20;
/** 1 January 1980: the same files give the same bytes. */
const DATE = 0x0021;

/** A ZIP archive as it is made, one buffer of a member at a time. For members and archives of less than 4 GiB. */
export async function* zipStream(
  members: AsyncIterable<ZipMember> | Iterable<ZipMember>,
): AsyncIterable<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  for await (const { name, content } of members) {
    const started = { name: Buffer.from(name), offset };
    const head = Buffer.concat([
      bytes("PK\u0003\u0004"),
      fieldsOf(0, 0, 0, started.name.length),
      started.name,
    ]);
    yield head;
    let [packed, size, crc] = [0, 0, 0];
    for await (const chunk of deflated(content, (raw) => {
      crc = crc32(raw, crc);
      size += raw.length;
    })) {
      packed += chunk.length;
      yield chunk;
    }
    const tail = Buffer.concat([bytes("PK\u0007\u0008"), numbers(crc, packed, size)]);
    yield tail;
    offset += head.length + packed + tail.length;
    written.push({ ...started, crc, packed, size });
  }
  yield directoryOf(written, offset);
}

async function* deflated(
  content: ZipMember["content"],
  seen: (raw: Uint8Array) => void,
): AsyncIterable<Buffer> {
  const packer = createDeflateRaw();
  const fed = (async () => {
    for await (const raw of content) {
      seen(raw);
      if (!packer.write(raw)) await once(packer, "drain");
    }
    packer.end();
  })().catch((problem: Error) => packer.destroy(problem));
  for await (const chunk of packer) yield chunk as Buffer;
  await fed;
}

function fieldsOf(crc: number, packed: number, size: number, nameLength: number): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(FLAGS, 2);
  fields.writeUInt16LE(DEFLATED, 4);
  fields.writeUInt16LE(DATE, 8);
  numbers(crc, packed, size).copy(fields, 10);
  fields.writeUInt16LE(nameLength, 22);
  return fields;
}

function directoryOf(written: readonly Written[], offset: number): Buffer {
  const entries = written.map(({ name, crc, packed, size, offset: at }) => {
    const position = Buffer.alloc(14);
    position.writeUInt32LE(at, 10);
    const version = Buffer.from([VERSION, 0]);
    return Buffer.concat([
      bytes("PK\u0001\u0002"),
      version,
      fieldsOf(crc, packed, size, name.length),
      position,
      name,
    ]);
  });
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(written.length, 8);
  end.writeUInt16LE(written.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([directory, end]);
}

function numbers(...values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => {
    buffer.writeUInt32LE(value, index * 4);
  });
  return buffer;
}

function bytes(mark: string): Buffer {
  return Buffer.from(mark, "latin1");
}
