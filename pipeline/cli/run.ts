/** `fusabi run` for any input. */
import { resolveInput } from "../inputs.ts";
import { executeModule, printStats } from "./execute.ts";
import { loadInput } from "./load-input.ts";
import type { OptionValues } from "./options.ts";
import { exitCodeOf, printDiagnostics } from "./report.ts";

export async function runCommand(given: string, values: OptionValues, args: readonly string[]): Promise<number> {
  const resolved = resolveInput(given, ["project", "script", "artifact"]);
  const loaded = "diagnostic" in resolved ? { diagnostics: [resolved.diagnostic] } : await loadInput(resolved.input, values);
  printDiagnostics(loaded.diagnostics, values["message-format"], "source" in loaded ? loaded.source : undefined);
  if (!("module" in loaded) || loaded.module === undefined) {
    const exitCode = exitCodeOf(loaded.diagnostics);
    printStats(values, undefined, exitCode);
    return exitCode;
  }
  return executeModule(loaded.module, given, values, args, { fable: loaded.times?.fable ?? 0, lowering: loaded.times?.lowering ?? 0, load: 0 });
}
