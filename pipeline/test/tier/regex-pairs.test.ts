/** Stored patterns and inputs, most of them drawn at random, give what .NET gave (`npm run regex-pairs -- 300 SEED --save` draws others). */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { openCompiler } from "../../../dist/pipeline/compile.js";
import { generatedProject } from "../../../dist/pipeline/generated-project.js";
import { printProgram } from "../../../dist/pipeline/regex-pairs/program.js";
import { runRecorded } from "../../../dist/pipeline/test/harness.js";
import saved from "../../regex-pairs/saved.json" with { type: "json" };

test("regular expressions equal .NET", async () => {
  const rows = (saved as [string, number, string, string, string][]).map(([pattern, options, input, replacement, expected]) => ({
    pattern,
    options,
    input,
    replacement,
    expected,
  }));
  const folder = mkdtempSync(path.join(tmpdir(), "regex-pairs-"));
  const project = path.join(folder, "App", "App.fsproj");
  mkdirSync(path.dirname(project));
  writeFileSync(project, generatedProject(["Program.fs"]));
  writeFileSync(path.join(path.dirname(project), "Program.fs"), printProgram(rows));
  const compiler = openCompiler();
  const { artifact, diagnostics } = await compiler.compile({ project, cracker: "static", noCache: true });
  await compiler.close();
  rmSync(folder, { recursive: true });
  if (artifact === undefined) throw new Error(diagnostics.map((one) => one.message).join("\n"));
  const lines = (await runRecorded(artifact.module)).stdout.split("\n");
  expect(rows.map((row, i) => ({ ...row, expected: lines[i] }))).toEqual(rows);
});
