/** `fusabi check`: every diagnostic of every input, no artifact. */
import { hasErrors } from "../../schemas/diagnostics/diagnostic.ts";
import { summarize } from "../../schemas/diagnostics/render.ts";
import type { CheckReport } from "../../schemas/reports.ts";
import { reasonToSkip } from "../batch.ts";

import { exitCodes } from "../exit-codes.ts";
import { resolveInputs } from "../inputs.ts";
import { describeFault } from "./build.ts";
import { compileRequest } from "./compile-options.ts";
import { openCommandCompiler } from "./compiler.ts";
import type { OptionValues } from "./options.ts";
import { exitCodeOf, Progress, printDiagnostics } from "./report.ts";

export async function checkCommand(given: readonly string[], values: OptionValues): Promise<number> {
  const { inputs, diagnostics: problems } = await resolveInputs(given, ["project", "script"], values.exclude);
  const format = values["message-format"];
  printDiagnostics(problems, format);
  const progress = new Progress();
  const compiler = openCommandCompiler();
  const projects: CheckReport["projects"] = [];
  try {
    for (const { path: project, listed } of inputs) {
      progress.show(`[${projects.length + 1}/${inputs.length}] ${project}`);
      try {
        const { diagnostics, source } = await compiler.compile(compileRequest(project, values));
        progress.clear();
        const skipped = (listed && reasonToSkip(diagnostics)) || null;
        if (skipped === null) printDiagnostics(diagnostics, format, source);
        else process.stderr.write(`  skipped: ${project}: ${skipped}\n`);
        projects.push({ project, diagnostics: skipped === null ? [...diagnostics] : [], skipped, fault: null });
      } catch (fault) {
        progress.clear();
        process.stderr.write(`error: internal error while checking ${project}; please report it\n${describeFault(fault)}\n`);
        projects.push({ project, diagnostics: [], skipped: null, fault: describeFault(fault) });
      }
    }
  } finally {
    await compiler.close();
  }
  const all = [...problems, ...projects.flatMap((project) => project.diagnostics)];
  const faulty = projects.some((project) => project.fault !== null);
  if (values.json) {
    const report: CheckReport = { succeeded: !faulty && !hasErrors(all), problems, projects };
    process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
  }
  const counted = summarize(all);
  const skipped = projects.filter((project) => project.skipped !== null).length;
  process.stderr.write(`checked ${projects.length - skipped}${skipped === 0 ? "" : `, skipped ${skipped}`}${counted === "" ? ": no errors" : `: ${counted}`}\n`);
  if (faulty) return exitCodes.internal;
  return projects.length + problems.length === 1 ? exitCodeOf(all) : hasErrors(all) ? exitCodes.diagnostics : exitCodes.success;
}
