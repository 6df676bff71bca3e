/** `fusabi build`: many inputs to artifacts; paths on stdout, the rest on stderr. */
import path from "node:path";
import type { Diagnostic } from "../../schemas/diagnostics/diagnostic.ts";
import { summarize } from "../../schemas/diagnostics/render.ts";
import type { BuildReport } from "../../schemas/reports.ts";
import { type BuildResult, buildAll } from "../batch.ts";

import { exitCodes } from "../exit-codes.ts";
import { resolveInputs } from "../inputs.ts";
import { compileRequest } from "./compile-options.ts";
import { openCommandCompiler } from "./compiler.ts";
import type { OptionValues } from "./options.ts";
import { exitCodeOf, Progress, printDiagnostics } from "./report.ts";

export async function buildCommand(given: readonly string[], values: OptionValues): Promise<number> {
  const start = performance.now();
  const { inputs, diagnostics: problems } = await resolveInputs(given, ["project", "script"], values.exclude);
  if (values.output !== undefined && inputs.length > 1) {
    process.stderr.write(`error: --output names one file, but there are ${inputs.length} projects; use --out-dir\n`);
    return exitCodes.usage;
  }
  const format = values["message-format"];
  printDiagnostics(problems, format);
  const progress = new Progress();
  const compiler = openCommandCompiler();
  let done = 0;
  try {
    const requests = inputs.map((input) => ({ ...compileRequest(input.path, values), outDir: values["out-dir"], output: values.output, listed: input.listed }));
    const results = await buildAll(
      compiler,
      requests,
      (result) => {
        done++;
        progress.clear();
        printResult(result, values);
      },
      (request) => progress.show(`[${done + 1}/${inputs.length}] ${request.project}`),
    );
    const milliseconds = Math.round(performance.now() - start);
    if (values.json) process.stdout.write(`${JSON.stringify(reportOf(results, problems, milliseconds), undefined, 2)}\n`);
    printSummary(results, problems, milliseconds);
    return exitCodeFor(results, problems);
  } finally {
    await compiler.close();
  }
}

function printResult(result: BuildResult, values: OptionValues): void {
  printDiagnostics(result.diagnostics, values["message-format"], result.source);
  if (result.fault !== undefined) process.stderr.write(`error: internal error while building ${result.project}; please report it\n${describeFault(result.fault)}\n`);
  if (result.artifact !== undefined && !values.json) process.stdout.write(`${result.artifact.path}\n`);
}

export function describeFault(fault: unknown): string {
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
}

function printSummary(results: readonly BuildResult[], problems: readonly Diagnostic[], milliseconds: number): void {
  const built = results.filter((result) => result.artifact !== undefined).length;
  const counted = summarize([...problems, ...results.flatMap((result) => result.diagnostics)]);
  const skipped = results.filter((result) => result.skipped !== undefined);
  const total = results.length - skipped.length + problems.length;
  for (const { project, skipped: reason } of skipped) process.stderr.write(`  skipped: ${project}: ${reason}\n`);
  if (total > 1) for (const { project } of results.filter(hasFailed)) process.stderr.write(`  failed: ${project}\n`);
  process.stderr.write(
    `built ${built} of ${total}${skipped.length === 0 ? "" : `, skipped ${skipped.length}`} in ${(milliseconds / 1000).toFixed(1)} s${counted === "" ? "" : `: ${counted}`}\n`,
  );
}

const hasFailed = (result: BuildResult): boolean => result.artifact === undefined && result.skipped === undefined;

function reportOf(results: readonly BuildResult[], problems: readonly Diagnostic[], milliseconds: number): BuildReport {
  return {
    succeeded: problems.length === 0 && !results.some(hasFailed),
    milliseconds,
    problems: [...problems],
    projects: results.map((result) => ({
      project: result.project,
      artifact: result.artifact === undefined ? null : { path: path.normalize(result.artifact.path), bytes: result.artifact.bytes },
      diagnostics: [...result.diagnostics],
      times: result.times ?? null,
      skipped: result.skipped ?? null,
      fault: result.fault === undefined ? null : describeFault(result.fault),
    })),
  };
}

/** One failed input gives its own code, several give 1, a bug of ours always 70. */
function exitCodeFor(results: readonly BuildResult[], problems: readonly Diagnostic[]): number {
  if (results.some((result) => result.fault !== undefined)) return exitCodes.internal;
  const codes = [...problems.map((problem) => exitCodeOf([problem])), ...results.map((result) => exitCodeOf(result.diagnostics))];
  const failed = codes.filter((code) => code !== exitCodes.success);
  if (failed.length === 0) return exitCodes.success;
  return codes.length === 1 ? (failed[0] ?? exitCodes.diagnostics) : exitCodes.diagnostics;
}
