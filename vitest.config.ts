import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Unit tests stand beside their files. The tiers' tests build and run the samples with what `tsc -b` has put into `dist`, loaded as Node loads it. */
const shared = {
  pool: "forks",
  env: { FUSABI_IMAGE: "0" },
  server: { deps: { external: [/\/dist\//] } },
} as const;

export default defineConfig({
  test: {
    // Vitest's own choice leaves a processor free, which is half of a small machine.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          ...shared,
          name: "unit",
          include: ["{schemas,fable-bridge,lowering,vm,pipeline}/**/*.test.ts"],
          exclude: ["pipeline/test/tier/**"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          ...shared,
          name: "tier",
          include: ["pipeline/test/tier/**/*.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
