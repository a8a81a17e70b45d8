import { configDefaults, defineConfig } from "vitest/config";
import { WHOLE_PROGRAM } from "./test/helpers/tiers.ts";

const whole = `test/{${WHOLE_PROGRAM.join(",")}}/**/*.test.ts`;

export default defineConfig({
  test: {
    // What a test waits for comes late on a machine that does other things; only a failure waits this long.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000, interval: 100 } },
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "quick",
          include: ["{src,test,training,web/src}/**/*.test.ts"],
          exclude: [...configDefaults.exclude, whole],
          // One world for all files: tables, registry and gazetteer are read once a thread, not once a file.
          isolate: false,
          pool: "threads",
        },
      },
      {
        extends: true,
        test: { name: "whole", include: [whole], globalSetup: ["test/helpers/build.ts"] },
      },
    ],
  },
});
