import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts", "training/**/*.test.ts", "web/src/**/*.test.ts"],
    globalSetup: ["test/helpers/build.ts"],
    // What a test waits for comes late on a machine that does other things; only a failure waits this long.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000, interval: 100 } },
    maxWorkers: 2,
  },
});
