/**
 * `npm run resumption -- [COUNT [LEGS [NODE...]]]`: runs COUNT programs in one process and again in LEGS processes and more, each from the snapshot of the one before, and compares output,
 * exit code and total fuel. NODE are commands of other versions of Node, which take turns. Programs are the samples and what the rules of `differential --generate` make.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildAll } from "../batch.ts";
import { openCompiler } from "../compile.ts";
import { writeBatch } from "../differential/batch.ts";
import { listSamples } from "../test/samples.ts";
import { countsOf, toolArguments } from "../tool-arguments.ts";
import { travel } from "./legs.ts";

const { positionals } = toolArguments("usage: npm run resumption -- [COUNT [LEGS [NODE...]]]", {});
const [count, legs] = countsOf(positionals, [60, 5]) as [number, number];
const nodes = [process.execPath, ...positionals.slice(2)];

const folder = mkdtempSync(path.join(tmpdir(), "fusabi-resumption-"));
const compiler = openCompiler();

/** Standard input and the store are the process's own: what one has read, the next does not have. */
const samples = listSamples().filter(({ input, knownGap, name }) => input === "" && knownGap === undefined && name !== "high-score");

const generated = (seed: number): { project: string; args: readonly string[] } => ({ project: writeBatch(path.join(folder, `generated${seed}`), 3, seed), args: [] });

let [done, differing] = [0, 0];
try {
  for (let index = 0; index < count; index++) {
    const { project, args } = samples[index] ?? generated(index);
    const [built] = await buildAll(compiler, [{ project, outDir: path.join(folder, String(index)), cracker: "static", configuration: "Release" }], () => {});
    if (built?.artifact === undefined) throw new Error(`${project}: ${built?.diagnostics[0]?.message}`);
    const whole = travel(built.artifact.path, args, nodes);
    const moved = travel(built.artifact.path, args, nodes, Math.ceil(whole.fuel / legs));
    const same = whole.stdout === moved.stdout && whole.exitCode === moved.exitCode && whole.fuel === moved.fuel;
    done++;
    if (!same) differing++;
    process.stdout.write(`${same ? "same" : "DIFFERS"} ${path.basename(project)} in ${moved.legs} processes, ${whole.fuel} units of fuel\n`);
  }
} finally {
  await compiler.close();
  rmSync(folder, { recursive: true });
}
process.stdout.write(`${done} programs, ${differing} differ\n`);
process.exitCode = differing === 0 ? 0 : 1;
