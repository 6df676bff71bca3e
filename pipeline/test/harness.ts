/** Runs modules as `fusabi run` does, but in memory and cut into pieces of any size. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ValidModule } from "../../schemas/fzb/validate.ts";
import { VirtualClock } from "../../vm/index.ts";
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
  {
    slice,
    args = [],
    input = "",
    limits = {},
    tier = "interpreter",
  }: { slice?: number | undefined; args?: readonly string[]; input?: string; limits?: RunLimits; tier?: RunRequest["tier"] } = {},
): Promise<Recorded> {
  const output = new Recording();
  const { clock, timer } = new VirtualClock();
  const pieces = input === "" ? [] : [input];
  const result = await runModule({
    module,
    path: module.name,
    args,
    output,
    input: { read: () => pieces.shift() ?? null },
    clock: { now: clock, sleep: timer },
    limits,
    capabilities: new Set(ordinaryCapabilities),
    slice,
    tier,
  });
  return { ...result, stdout: output.text, stderr: output.errors };
}

/** Runs to the end in legs of that much fuel, each in a new machine that goes on from the state the last one left, in the other tier. */
export async function runInLegs(module: ValidModule, { leg, args = [] }: { leg: number; args?: readonly string[] }): Promise<Recorded & { readonly legs: number }> {
  const folder = mkdtempSync(path.join(tmpdir(), "fusabi-legs-"));
  const keep = path.join(folder, "state.fzs");
  const output = new Recording();
  try {
    for (let legs = 1, state: Uint8Array | undefined; ; legs++) {
      const tier = legs % 2 === 1 ? "interpreter" : "auto";
      const result = await runModule({ module, path: module.name, args, output, limits: { fuel: leg }, capabilities: new Set(ordinaryCapabilities), tier, state, keep });
      if (result.kept === undefined) return { ...result, stdout: output.text, stderr: output.errors, legs };
      state = readFileSync(keep);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Whether a .NET SDK can be asked. */
export function hasDotnet(): boolean {
  return spawnSync("dotnet", ["--version"], { stdio: "ignore" }).status === 0;
}
