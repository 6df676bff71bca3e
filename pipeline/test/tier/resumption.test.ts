import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { buildAll } from "../../../dist/pipeline/batch.js";
import { openCompiler } from "../../../dist/pipeline/compile.js";
import { travel } from "../../../dist/pipeline/resumption/legs.js";
import { listSamples } from "../../../dist/pipeline/test/samples.js";

const folder = mkdtempSync(path.join(tmpdir(), "fusabi-travel-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("programs go through several processes to the same end; `npm run resumption` does it with all of them", async () => {
  const samples = listSamples().filter(({ name }) => name === "exceptions");
  const compiler = openCompiler();
  const built = await buildAll(
    compiler,
    samples.map(({ project }) => ({ project, outDir: folder, cracker: "static", configuration: "Release" })),
    () => {},
  );
  await compiler.close();
  for (const [index, { output, exitCode, args }] of samples.entries()) {
    const artifact = built[index]?.artifact?.path ?? "";
    const whole = travel(artifact, args, [process.execPath]);
    const { legs, ...moved } = travel(artifact, args, [process.execPath], Math.ceil(whole.fuel / 3));
    expect(moved).toMatchObject({ stdout: output, exitCode, fuel: whole.fuel });
    expect(legs).toBeGreaterThan(2);
  }
});
