/** `fusabi resume`: goes on from the state that `run --snapshot` kept. */
import { readFileSync } from "node:fs";
import { diagnostics } from "../../schemas/diagnostics/table.ts";
import { printTrouble } from "./execute.ts";
import type { OptionValues } from "./options.ts";
import { runArtifactCommand } from "./run-artifact.ts";

export async function resumeCommand(file: string, artifact: string, values: OptionValues, args: readonly string[]): Promise<number> {
  let state: Uint8Array;
  try {
    state = readFileSync(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === "ENOENT" ? "there is no such file; `run --snapshot` writes one" : message;
    return printTrouble([diagnostics.cannotRead({ path: file, reason })], values);
  }
  return runArtifactCommand(artifact, values, args, { state });
}
