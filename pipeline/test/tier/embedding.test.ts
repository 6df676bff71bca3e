import { beforeAll, describe, expect, test } from "vitest";
import { compileBoundary } from "../../../dist/pipeline/test/embedding/artifact.js";
import { embeddingCases } from "../../../dist/pipeline/test/embedding/suite.js";
import * as fusabi from "../../../dist/vm/index.js";

let bytes: Uint8Array;
beforeAll(async () => {
  bytes = await compileBoundary();
});

describe.each([
  ["the interpreter", false],
  ["the compiled tier", true],
])("embedding in Node, %s", (_, jit) => {
  test("every case holds", async () => {
    const failures: string[] = [];
    const cases = embeddingCases(fusabi, bytes, jit);
    for (const { name, run } of cases) {
      try {
        await run();
      } catch (error) {
        failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    expect(failures).toEqual([]);
    expect(cases.filter(({ name }) => / is (given|answered) |throws |a promise /.test(name)).length).toBeGreaterThan(200);
  });
});
