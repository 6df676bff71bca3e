/**
 * `npm run regex-pairs -- [COUNT] [SEED] [--save]`: random patterns and inputs, 5,000 unless told, on the .NET that is installed and on fusabi. Prints the rows that
 * differ and fails when there are any; `--save` also stores the rows with .NET's answers for the tests.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { openCompiler } from "../compile.ts";
import { printedOnDotnet } from "../dotnet.ts";
import { inGeneratedProject } from "../generated-project.ts";
import { packageRoot } from "../package-root.ts";
import { runRecorded } from "../test/harness.ts";
import { countsOf, toolArguments } from "../tool-arguments.ts";
import { printProgram, timedOut } from "./program.ts";
import { makeRows, type Row } from "./rows.ts";

const { values, positionals } = toolArguments("usage: npm run regex-pairs -- [COUNT] [SEED] [--save]", { save: { type: "boolean" } });
const [count, seed] = countsOf(positionals, [5000, 1]) as [number, number];
const isSaving = values.save === true;
const batch = 1000;

const lines = (text: string): string[] => text.replace(/\r?\n$/, "").split(/\r?\n/);

const compiler = openCompiler();

async function onFusabi(project: string): Promise<string[]> {
  const { artifact, diagnostics } = await compiler.compile({ project, noCache: true });
  if (!artifact) throw new Error(diagnostics.map((one) => one.message).join("\n"));
  return lines((await runRecorded(artifact.module)).stdout);
}

let compared = 0;
let differing = 0;
const saved: [...(string | number)[]][] = [];
for (let done = 0; done < count; done += batch) {
  const rows: Row[] = makeRows(Math.min(batch, count - done), seed + done / batch);
  const [ours, theirs] = await inGeneratedProject(printProgram(rows), async (project) => [await onFusabi(project), lines(printedOnDotnet(project))] as const);
  rows.forEach((row, i) => {
    const expected = theirs[i] ?? "nothing";
    if (expected === timedOut) return;
    compared++;
    saved.push([row.pattern, row.options, row.input, row.replacement, expected]);
    if (ours[i] === expected) return;
    differing++;
    console.log(`${JSON.stringify(row)}\n  .NET:   ${expected}\n  fusabi: ${ours[i] ?? "nothing"}`);
  });
}
await compiler.close();
if (isSaving) writeFileSync(path.join(packageRoot(), "pipeline/regex-pairs/saved.json"), `[\n${saved.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`);
console.log(`${compared} rows compared, ${differing} differ (seed ${seed})`);
process.exitCode = differing === 0 ? 0 : 1;
