/** A table of numbers inside an ONNX file: `rows` by `width`, one byte a number. */
export interface ByteTable {
  readonly width: number;
  readonly bytes: Uint8Array;
}

/** Numbers of the fields in onnx.proto: what the runtime does not hand out is read from the file itself. */
const GRAPH = 7;
const INITIALIZER = 5;
const DIMS = 1;
const DATA_TYPE = 2;
const RAW_DATA = 9;
const UINT8 = 2;
const INT8 = 3;

/**
 * The first quantised table of so many rows, which is that of the vocabulary. Its numbers lack offset and scale, which
 * nothing needs that compares rows less their mean by angle. Undefined if there is none.
 */
export function tableOf(model: Uint8Array, rows: number): ByteTable | undefined {
  for (const graph of fieldsOf(model, GRAPH)) {
    for (const tensor of fieldsOf(graph.bytes, INITIALIZER)) {
      const dims = [...fieldsOf(tensor.bytes, DIMS)].flatMap(({ bytes, value }) =>
        bytes.length > 0 ? numbersIn(bytes) : [value],
      );
      if (dims.length !== 2 || dims[0] !== rows) continue;
      const [type] = fieldsOf(tensor.bytes, DATA_TYPE);
      const [raw] = fieldsOf(tensor.bytes, RAW_DATA);
      if (raw === undefined || (type?.value !== UINT8 && type?.value !== INT8)) continue;
      const bytes = Uint8Array.from(raw.bytes);
      return { width: dims[1]!, bytes: type.value === UINT8 ? bytes : bytes.map((byte) => byte ^ 0x80) };
    }
  }
  return undefined;
}

interface Field {
  /** Of a number; 0 for anything else. */
  readonly value: number;
  /** Of a text, table or message; empty for a number. */
  readonly bytes: Uint8Array;
}

const NO_BYTES = new Uint8Array(0);

/** The fields of one number in a protocol-buffer message. */
function* fieldsOf(message: Uint8Array, wanted: number): Iterable<Field> {
  let at = 0;
  const number = (): number => {
    const [value, next] = numberAt(message, at);
    at = next;
    return value;
  };
  while (at < message.length) {
    const key = number();
    const isWanted = Math.floor(key / 8) === wanted;
    const kind = key % 8;
    if (kind === 0) {
      const value = number();
      if (isWanted) yield { value, bytes: NO_BYTES };
      continue;
    }
    const length = kind === 2 ? number() : kind === 5 ? 4 : 8;
    if (isWanted) yield { value: 0, bytes: message.subarray(at, at + length) };
    at += length;
  }
}

function numbersIn(bytes: Uint8Array): readonly number[] {
  const values: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const [value, next] = numberAt(bytes, at);
    values.push(value);
    at = next;
  }
  return values;
}

/** A number in groups of seven bits, the lowest first, and where it ends. */
function numberAt(bytes: Uint8Array, from: number): readonly [value: number, next: number] {
  let value = 0;
  let factor = 1;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    value += (byte % 0x80) * factor;
    if (byte < 0x80) return [value, at + 1];
    factor *= 0x80;
  }
  return [value, bytes.length];
}
