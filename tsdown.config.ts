import { defineConfig } from "tsdown";

export default defineConfig({
  entry: ["src/index.ts", "src/cli/main.ts", "src/coder/worker.ts"],
  format: "esm",
  platform: "node",
  target: "node20",
  dts: true,
  fixedExtension: true,
  clean: true,
  // Hundreds of small modules take longer to find and compile than one file; what is not used falls away.
  // onnxruntime-node stays outside: it brings its native library.
  deps: { alwaysBundle: [/^(?!onnxruntime-node|zod|node:)/], onlyBundle: false },
});
