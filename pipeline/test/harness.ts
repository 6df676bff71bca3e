/** Runs modules as `fusabi run` does, but in memory and cut into pieces of any size. */
import { spawnSync } from "node:child_process";
import type { ValidModule } from "../../schemas/fzb/validate.ts";
import { ordinaryCapabilities } from "../host.ts";
import { Output } from "../output.ts";
import { type RunLimits, type RunRequest, type RunResult, runModule } from "../run.ts";

/** Collects instead of writing. */
class Recording extends Output {
  text = "";
  errors = "";

  override write(text: string, target: 1 | 2 = 1): void {
    if (target === 1) this.text += text;
    else this.errors += text;
  }

  override flush(): void {}
}

export interface Recorded extends RunResult {
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs to the end, pausing after every `slice` units of fuel; without one, run through. */
export async function runRecorded(
  module: ValidModule,
  { slice, args = [], limits = {}, tier = "interpreter" }: { slice?: number | undefined; args?: readonly string[]; limits?: RunLimits; tier?: RunRequest["tier"] } = {},
): Promise<Recorded> {
  const output = new Recording();
  const result = await runModule({ module, path: module.name, args, output, limits, capabilities: new Set(ordinaryCapabilities), slice, tier });
  return { ...result, stdout: output.text, stderr: output.errors };
}

/** Whether a .NET SDK can be asked. */
export function hasDotnet(): boolean {
  return spawnSync("dotnet", ["--version"], { stdio: "ignore" }).status === 0;
}
