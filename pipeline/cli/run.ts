/** `fusabi run` for any input. */
import { diagnostics as table } from "../../schemas/diagnostics/table.ts";
import { executeModule, printStats } from "./execute.ts";
import { loadGiven } from "./load-input.ts";
import type { OptionValues } from "./options.ts";
import { exitCodeOf, printDiagnostics } from "./report.ts";

export async function runCommand(given: string, values: OptionValues, args: readonly string[]): Promise<number> {
  const { path = given, module, diagnostics, times, outputKind } = await loadGiven(given, ["project", "script", "artifact"], values);
  if (module === undefined) {
    const exitCode = exitCodeOf(diagnostics);
    printStats(values, undefined, exitCode);
    return exitCode;
  }
  if (outputKind === "library") printDiagnostics([table.libraryRun({}, { file: path })], values["message-format"]);
  return executeModule(module, path, values, args, { fable: times?.fable ?? 0, lowering: times?.lowering ?? 0, load: 0 });
}
