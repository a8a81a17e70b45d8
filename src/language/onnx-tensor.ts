import { PbfReader } from "pbf";

/** A table of numbers inside an ONNX file: `rows` by `width`, one byte a number. */
export interface ByteTable {
  readonly width: number;
  readonly bytes: Uint8Array;
}

/** Numbers of the fields and types in onnx.proto: what the runtime does not hand out is read from the file itself. */
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
  const graphs = messagesIn(model, GRAPH);
  for (const { dims, type, raw } of graphs.flatMap((graph) => messagesIn(graph, INITIALIZER)).map(tensorOf)) {
    if (dims.length !== 2 || dims[0] !== rows || raw === undefined) continue;
    if (type === UINT8) return { width: dims[1]!, bytes: raw };
    if (type === INT8) return { width: dims[1]!, bytes: raw.map((byte) => byte ^ 0x80) };
  }
  return undefined;
}

/** The messages of one field in another, unread. */
function messagesIn(message: Uint8Array, field: number): readonly Uint8Array[] {
  return new PbfReader(message).readFields<Uint8Array[]>((tag, found, reader) => {
    if (tag === field) found.push(reader.readBytes());
  }, []);
}

interface Tensor {
  readonly dims: number[];
  type?: number;
  raw?: Uint8Array;
}

function tensorOf(message: Uint8Array): Readonly<Tensor> {
  return new PbfReader(message).readFields<Tensor>(
    (tag, tensor, reader) => {
      if (tag === DIMS) reader.readPackedVarint(tensor.dims);
      if (tag === DATA_TYPE) tensor.type = reader.readVarint();
      if (tag === RAW_DATA) tensor.raw = reader.readBytes();
    },
    { dims: [] },
  );
}
