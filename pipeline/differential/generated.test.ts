import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openCompiler } from "../../dist/pipeline/compile.js";
import { runFusabi, tiers } from "../../dist/pipeline/differential/sides.js";
import type { ValidModule } from "../../schemas/fzb/validate.ts";
import { writeBatch } from "./batch.ts";
import { hashesOf, readRecord } from "./record.ts";

describe("random programs", () => {
  const { count, seed, hashes } = readRecord();
  const folder = mkdtempSync(path.join(tmpdir(), "fusabi-generated-"));
  let module: ValidModule;

  beforeAll(async () => {
    const compiler = openCompiler();
    const { artifact, diagnostics } = await compiler.compile({ project: writeBatch(folder, count, seed), configuration: "Release", cracker: "static" });
    await compiler.close();
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    module = artifact!.module as ValidModule;
  }, 600_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("are many", () => expect(Object.keys(hashes)).toHaveLength(count));

  it.each(Object.entries(tiers))(
    "print what .NET prints (%s)",
    async (_, way) => {
      const { stdout } = await runFusabi(module, way, []);
      const printed = hashesOf(stdout);
      const wrong = Object.keys(hashes).filter((key) => printed[key] !== hashes[key]);
      expect(wrong, `seeds of programs that differ; npm run differential -- --generate 1 --seed ${wrong[0]} shows the first`).toEqual([]);
    },
    300_000,
  );
});
