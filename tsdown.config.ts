import { defineConfig } from "tsdown";

export default defineConfig({
  entry: [
    "src/index.ts",
    "src/cli/main.ts",
    "src/coder/worker.ts",
    "src/jobs/reading-worker.ts",
    "src/jobs/thread-worker.ts",
    "src/store/pglite-worker.ts",
  ],
  format: "esm",
  platform: "node",
  target: "node20",
  dts: true,
  fixedExtension: true,
  // The desk is built beside it, in dist/web, with an .mjs of its own: the worker of the map.
  clean: ["dist/**/*.{mjs,mts}", "!dist/web/**"],
  // Hundreds of small modules take longer to find and compile than one file; what is not used falls away.
  // onnxruntime-node and PGlite stay outside: they bring a native library and the database's own files; pg looks for
  // an optional one.
  deps: { alwaysBundle: [/^(?!onnxruntime-node|@electric-sql\/pglite|pg$|zod|node:)/], onlyBundle: false },
});
