/** `fusabi run FILE.fzb`: only the machine and what it needs. */
import { readArtifact } from "../artifact.ts";
import { executeModule, printStats, printTrouble } from "./execute.ts";
import type { OptionValues } from "./options.ts";

export async function runArtifactCommand(path: string, values: OptionValues, args: readonly string[]): Promise<number> {
  const start = performance.now();
  const read = readArtifact(path);
  if ("diagnostic" in read) {
    const exitCode = await printTrouble([read.diagnostic], values);
    printStats(values, undefined, exitCode);
    return exitCode;
  }
  return executeModule(read.module, path, values, args, { fable: 0, lowering: 0, load: performance.now() - start });
}
