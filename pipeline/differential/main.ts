/**
 * `npm run differential -- PROJECT… [--arg ARG]…`: runs each project on .NET, as Fable's JavaScript on Node and on fusabi (both tiers, paused and not) and shows the first difference to .NET
 * with the F# stack that printed it. `--generate COUNT --seed SEED` compares random programs, `--record` keeps what .NET says of them for the tests. Fails where fusabi differs from .NET, or from itself.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Compiler, openCompiler } from "../compile.ts";
import { toolArguments } from "../tool-arguments.ts";
import { writeBatch } from "./batch.ts";
import { hashesOf, writeRecord } from "./record.ts";
import { type Printed, runDotnet, runFableJavaScript, runFusabi, tiers, Unavailable, whoPrints } from "./sides.ts";

const { values, positionals } = toolArguments("usage: npm run differential -- PROJECT… [--arg ARG]… [--generate COUNT [--seed SEED]] [--record] [--keep] [--no-fable]", {
  generate: { type: "string" },
  seed: { type: "string" },
  arg: { type: "string", multiple: true },
  keep: { type: "boolean" },
  record: { type: "boolean" },
  "no-fable": { type: "boolean" },
});

const orUnavailable = async (side: Promise<Printed>): Promise<Printed | string> => {
  try {
    return await side;
  } catch (error) {
    if (error instanceof Unavailable) return error.message.trim().split("\n").slice(0, 5).join("\n    ");
    throw error;
  }
};

const differingLine = (left: string, right: string): { readonly line: number; readonly offset: number; readonly left: string; readonly right: string } => {
  const [a, b] = [left.split("\n"), right.split("\n")];
  let line = 0;
  let offset = 0;
  while (line < a.length && a[line] === b[line]) offset += a[line++]!.length + 1;
  return { line: line + 1, offset, left: a[line] ?? "<end>", right: b[line] ?? "<end>" };
};

const same = (a: Printed, b: Printed): boolean => a.stdout === b.stdout && a.exitCode === b.exitCode;

const countDiffering = (expected: string, actual: string): string => {
  const b = actual.split("\n");
  const a = expected.split("\n");
  return `${a.filter((line, i) => line !== b[i]).length} of ${a.length} lines differ`;
};

/** Whether fusabi agrees with .NET, where that is there, and with itself. */
const compareProject = async (compiler: Compiler, project: string, args: readonly string[], scratch: string): Promise<boolean> => {
  console.log(project);
  const compiled = await compiler.compile({ project, configuration: "Release", cracker: "auto" });
  if (compiled.artifact === undefined) {
    for (const { severity, file, range, message } of compiled.diagnostics) if (severity === "error") console.log(`  fusabi: ${file}:${range?.startLine ?? "?"} ${message}`);
    return false;
  }
  const through = await runFusabi(compiled.artifact.module, tiers.interpreter, args);
  let agrees = true;
  const report = (side: string, expected: string, truth: Printed, actual: Printed): void => {
    agrees = false;
    const { line, offset, left, right } = differingLine(truth.stdout, actual.stdout);
    console.log(`  ${side}: ${countDiffering(truth.stdout, actual.stdout)}; first at line ${line}, exit codes ${truth.exitCode} and ${actual.exitCode}`);
    console.log(`    ${expected}: ${left}\n    ${side}: ${right}`);
    const stack = whoPrints(compiled.artifact!, offset, args);
    if (stack !== "") console.log(stack.replaceAll(/^/gm, "    "));
  };
  const dotnet = await orUnavailable(runDotnet(project, path.join(scratch, "dotnet"), args));
  if (typeof dotnet === "string") console.log(`  .NET: ${dotnet}`);
  else if (values.record && values.generate !== undefined) writeRecord({ count: Number(values.generate), seed: Number(values.seed), hashes: hashesOf(dotnet.stdout) });
  else if (!same(dotnet, through)) report("fusabi", ".NET", dotnet, through);
  else console.log("  fusabi: as .NET");
  for (const [name, way] of Object.entries(tiers)) {
    if (way === tiers.interpreter) continue;
    const other = await runFusabi(compiled.artifact.module, way, args);
    if (!same(through, other)) report(name, "interpreter", through, other);
    else if (other.fuel !== through.fuel) {
      agrees = false;
      console.log(`  ${name}: fuel ${other.fuel}, interpreter ${through.fuel}`);
    }
  }
  if (typeof dotnet !== "string" && !values["no-fable"]) {
    const fable = await orUnavailable(runFableJavaScript(project, path.join(scratch, "fable"), args));
    if (typeof fable === "string") console.log(`  Fable's JavaScript: ${fable}`);
    else console.log(`  Fable's JavaScript: ${same(dotnet, fable) ? "as .NET" : countDiffering(dotnet.stdout, fable.stdout)}`);
  }
  return agrees;
};

const scratch = mkdtempSync(path.join(tmpdir(), "fusabi-differential-"));
const compiler = openCompiler();
let failures = 0;
try {
  const projects = positionals.map((project) => path.resolve(project));
  if (values.generate !== undefined) {
    const seed = Number(values.seed ?? Date.now() % 1_000_000_000);
    console.log(`${values.generate} programs from seed ${seed} in ${scratch}`);
    projects.push(writeBatch(path.join(scratch, "generated"), Number(values.generate), seed));
  }
  for (const [i, project] of projects.entries()) if (!(await compareProject(compiler, project, values.arg ?? [], path.join(scratch, String(i))))) failures++;
  console.log(`${projects.length - failures} of ${projects.length} projects agree`);
} finally {
  await compiler.close();
  if (!values.keep) rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = failures > 0 ? 1 : 0;
