/** Every sample prints what .NET prints: interpreted and compiled, run through and paused after every few units of fuel, with the same fuel in all; whoever reads the project. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { overrides } from "../../../dist/lowering/overrides.js";
import { type Compiler, openCompiler } from "../../../dist/pipeline/compile.js";
import { hasDotnet, type Recorded, runInLegs, runRecorded } from "../../../dist/pipeline/test/harness.js";
import { neededBySample } from "../../../dist/pipeline/test/replacements.js";
import { listSamples, type Sample } from "../../../dist/pipeline/test/samples.js";
import { positionWords } from "../../../dist/schemas/fzb/module.js";

const shortRun = 200_000;
const withDotnet = hasDotnet();

let compiler: Compiler;
beforeAll(() => {
  compiler = openCompiler();
});
afterAll(async () => {
  await compiler.close();
});

async function build(sample: Sample, cracker: "static" | "msbuild") {
  const { artifact, diagnostics } = await compiler.compile({ project: sample.project, configuration: "Release", cracker });
  expect(diagnostics.filter((diagnostic) => diagnostic.severity === "error")).toEqual([]);
  if (artifact === undefined) throw new Error(`${sample.name}: no artifact and no error`);
  return artifact;
}

const compared = ({ stdout, exitCode, fuel }: Recorded) => ({ stdout, exitCode, fuel });

describe.each(listSamples())("$name", (sample) => {
  let artifact: Awaited<ReturnType<typeof build>>;
  let whole: Recorded;

  const compare = sample.knownGap === undefined ? test : test.fails;
  compare("equals .NET", async () => {
    artifact = await build(sample, "static");
    whole = await runRecorded(artifact.module, { args: sample.args, input: sample.input });
    expect(whole.stderr).toBe(sample.errors);
    expect(whole.stdout).toBe(sample.output);
    expect(whole.exitCode).toBe(sample.exitCode);
  });

  test.each(Object.keys(neededBySample).filter((row) => neededBySample[row] === sample.name))("needs the replacement of %s", (row) => {
    if (artifact === undefined) throw new Error("was not built");
    const { files, positions } = artifact.module.debug!;
    const used = new Set(positions.flatMap((each) => Array.from(each, (word, at) => (at % positionWords === 1 ? files[word] : undefined))));
    expect(overrides[row]?.some((module) => used.has(module))).toBe(true);
  });

  test("paused at every 1st (of a short run), 7th and 1,000th unit of fuel equals run through", async () => {
    if (whole === undefined) throw new Error("was not built or did not run");
    for (const slice of whole.fuel <= shortRun ? [1, 7, 1000] : [7, 1000]) {
      expect(compared(await runRecorded(artifact.module, { args: sample.args, input: sample.input, slice }))).toEqual(compared(whole));
    }
  });

  test("compiled and paused at every 10,007th unit equals interpreted", async () => {
    if (whole === undefined) throw new Error("was not built or did not run");
    const compiled = await runRecorded(artifact.module, { args: sample.args, input: sample.input, tier: "jit", slice: 10_007 });
    expect(compared(compiled)).toEqual(compared(whole));
    expect(compiled.tiers?.entries).toBeGreaterThan(0);
  });

  test("saved at every third of its fuel, and restored in a new machine and the other tier, equals run through", async () => {
    if (whole === undefined) throw new Error("was not built or did not run");
    const moved = await runInLegs(artifact.module, { args: sample.args, input: sample.input, leg: Math.ceil(whole.fuel / 3) });
    expect(compared(moved)).toEqual(compared(whole));
    expect(moved.legs).toBeGreaterThan(2);
  });

  // MSBuild takes long; projects of one shape are the same to it (fable-bridge/project.test.ts compares what both crackers say).
  test.runIf(sample.firstOfShape && withDotnet)("is the same artifact when MSBuild reads the project", async () => {
    const other = await build(sample, "msbuild");
    expect(Buffer.compare(other.bytes, artifact.bytes)).toBe(0);
  });
});
