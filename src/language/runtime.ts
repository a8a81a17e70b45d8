import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { fail } from "../text/errors.ts";
import { packageFile } from "../text/package-files.ts";

/** models/en/model.json: what the networks expect and what their outputs mean. */
export interface ModelDescription {
  readonly name: string;
  readonly version: string;
  readonly labels: Readonly<
    Record<"upos" | "xpos" | "lemma" | "deprel" | "entity" | "role", readonly string[]>
  > &
    /** Of the heads for events, which a model may lack. */
    Readonly<
      Partial<
        Record<"event" | "mode" | "factuality" | "phase" | "eventRole" | "eventPair", readonly string[]>
      >
    >;
  readonly limits: {
    readonly piecesPerWord: number;
    readonly windowWords: number;
    readonly windowPieces: number;
    /** Words before and after one that states an event that are asked what they are to it. */
    readonly roleReach?: number;
  };
  readonly sha256: Readonly<Record<string, string>>;
}

/** Numbers of one input or output, row by row. */
export interface Numbers {
  readonly dims: readonly number[];
  readonly data: Float32Array | BigInt64Array | Int32Array;
}

/** The neural runtime behind two calls; native now, WebAssembly possible where native is not. */
export interface Runtime {
  readonly description: ModelDescription;
  readonly vocabularyFile: string;
  readonly encode: (inputs: Readonly<Record<string, Numbers>>) => Promise<Readonly<Record<string, Numbers>>>;
  readonly structure: (
    inputs: Readonly<Record<string, Numbers>>,
  ) => Promise<Readonly<Record<string, Numbers>>>;
  /** What words tell of events; only where the model has labels for it. */
  readonly events: (inputs: Readonly<Record<string, Numbers>>) => Promise<Readonly<Record<string, Numbers>>>;
  /** What words are to an event; only where the model has labels for it. */
  readonly eventRoles: (
    inputs: Readonly<Record<string, Numbers>>,
  ) => Promise<Readonly<Record<string, Numbers>>>;
  /** What one party does to another; only where the model has labels for it. Loaded when first asked. */
  readonly eventPairs: (
    inputs: Readonly<Record<string, Numbers>>,
  ) => Promise<Readonly<Record<string, Numbers>>>;
  readonly close: () => Promise<void>;
}

const FILES = ["model.json", "vocab.txt", "encoder.onnx", "structure.onnx"] as const;
/** Not every model has them: the label that says so. */
const FURTHER_FILES = { event: "events.onnx", eventRole: "event-roles.onnx" } as const;
/** Coding does without it. */
const PAIRS_FILE = "event-pairs.onnx";

/** Loads the model of a folder. Throws K401 for a missing file, K404 if the runtime cannot start. */
export async function loadRuntime(
  folder: string = process.env.KHALDUN_MODEL || packageFile("models/en"),
): Promise<Runtime> {
  for (const file of FILES)
    if (!existsSync(join(folder, file))) throw fail("K401", { file: join(folder, file) });
  const description = JSON.parse(readFileSync(join(folder, "model.json"), "utf8")) as ModelDescription;
  const further = Object.entries(FURTHER_FILES).filter(
    ([label]) => description.labels[label as keyof typeof FURTHER_FILES] !== undefined,
  );
  const names = ["encoder.onnx", "structure.onnx", ...further.map(([, file]) => file)];
  const sessions = await Promise.all(names.map((file) => open(join(folder, file))));
  const [encoder, structure, events, eventRoles] = sessions;
  let eventPairs: Promise<InferenceSession> | undefined;
  return {
    description,
    vocabularyFile: join(folder, "vocab.txt"),
    encode: (inputs) => call(encoder!, inputs),
    structure: (inputs) => call(structure!, inputs),
    events: (inputs) => call(events!, inputs),
    eventRoles: (inputs) => call(eventRoles!, inputs),
    eventPairs: async (inputs) => {
      eventPairs ??= open(join(folder, PAIRS_FILE));
      return call(await eventPairs, inputs);
    },
    close: async () => {
      const late = eventPairs === undefined ? [] : [await eventPairs];
      await Promise.all([...sessions, ...late].map((session) => session.release()));
    },
  };
}

/** Files whose checksum is not the one that the description names, for `khaldun doctor`. Throws K401 if missing. */
export function damagedFiles(folder: string = packageFile("models/en")): readonly string[] {
  if (!existsSync(join(folder, "model.json"))) throw fail("K401", { file: join(folder, "model.json") });
  const description = JSON.parse(readFileSync(join(folder, "model.json"), "utf8")) as ModelDescription;
  return Object.entries(description.sha256)
    .filter(([file, expected]) => {
      const path = join(folder, file);
      return !existsSync(path) || createHash("sha256").update(readFileSync(path)).digest("hex") !== expected;
    })
    .map(([file]) => file);
}

async function open(file: string): Promise<InferenceSession> {
  try {
    // One thread a session: several workers scale better than several threads of one (measured, see docs/benchmarks.md).
    return await InferenceSession.create(file, {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      graphOptimizationLevel: "all",
      // That operator takes eight times as long as the two it joins (measured, onnxruntime 1.30 on a CPU).
      extra: { optimization: { disable_specified_optimizers: "SkipLayerNormFusion" } },
    });
  } catch (problem) {
    throw fail("K404", { reason: problem instanceof Error ? problem.message : String(problem) }, problem);
  }
}

async function call(
  session: InferenceSession,
  inputs: Readonly<Record<string, Numbers>>,
): Promise<Readonly<Record<string, Numbers>>> {
  const feeds = Object.fromEntries(
    Object.entries(inputs).map(([name, { data, dims }]) => [name, tensor(data, dims)]),
  );
  const results = await session.run(feeds);
  return Object.fromEntries(
    Object.entries(results).map(([name, tensor]) => [
      name,
      { data: tensor.data as Float32Array, dims: tensor.dims },
    ]),
  );
}

function tensor(data: Numbers["data"], dims: readonly number[]): Tensor {
  if (data instanceof Float32Array) return new Tensor("float32", data, dims);
  return data instanceof Int32Array ? new Tensor("int32", data, dims) : new Tensor("int64", data, dims);
}
