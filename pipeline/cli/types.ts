/** `fusabi types`: TypeScript declarations of what a module exports and needs. */
import { declarationsOf } from "../declarations.ts";
import { exitCodes } from "../exit-codes.ts";
import { resolveInput } from "../inputs.ts";
import { Output } from "../output.ts";
import { loadInput } from "./load-input.ts";
import type { OptionValues } from "./options.ts";
import { exitCodeOf, printDiagnostics } from "./report.ts";

export async function typesCommand(given: string, values: OptionValues): Promise<number> {
  const resolved = resolveInput(given, ["artifact", "project", "script"]);
  const loaded = "diagnostic" in resolved ? { diagnostics: [resolved.diagnostic] } : await loadInput(resolved.input, values);
  printDiagnostics(loaded.diagnostics, values["message-format"], "source" in loaded ? loaded.source : undefined);
  if (!("module" in loaded) || loaded.module === undefined) return exitCodeOf(loaded.diagnostics);
  const output = new Output();
  output.write(declarationsOf(loaded.module));
  output.flush();
  return exitCodes.success;
}
