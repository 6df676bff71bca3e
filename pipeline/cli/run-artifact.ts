/** `fusabi run FILE.fzb`: only the machine and what it needs. */
import type { Diagnostic } from "../../schemas/diagnostics/diagnostic.ts";
import { readArtifact } from "../artifact.ts";
import { executeModule, printStats, printTrouble, type RunExtras } from "./execute.ts";
import type { OptionValues } from "./options.ts";

export async function runArtifactCommand(path: string, values: OptionValues, args: readonly string[], extras?: RunExtras): Promise<number> {
  const start = performance.now();
  const read = readArtifact(path);
  if ("diagnostic" in read) {
    const exitCode = await printTrouble([await explain(path, read.diagnostic)], values);
    printStats(values, undefined, exitCode);
    return exitCode;
  }
  return executeModule(read.module, path, values, args, { fable: 0, lowering: 0, load: performance.now() - start }, extras);
}

/** Where nothing can be read, what the path names instead, or names near it. */
async function explain(path: string, found: Diagnostic): Promise<Diagnostic> {
  const { resolveInput } = await import("../inputs.ts");
  const resolved = resolveInput(path, ["artifact"]);
  return "diagnostic" in resolved ? resolved.diagnostic : found;
}
