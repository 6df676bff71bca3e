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

/** What a program may use beside its output and arguments: an input, a clock that needs no time, a store. */
function worldOf(input: string): Pick<RunRequest, "input" | "clock" | "store" | "capabilities"> {
  const { clock, timer } = new VirtualClock();
  const pieces = input === "" ? [] : [input];
  return { input: { read: () => pieces.shift() ?? null }, clock: { now: clock, sleep: timer }, store: new Map(), capabilities: new Set([...ordinaryCapabilities, "clock"]) };
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
  const result = await runModule({ module, path: module.name, args, output, ...worldOf(input), limits, slice, tier });
  return { ...result, stdout: output.text, stderr: output.errors };
}

/** Runs to the end in legs of that much fuel, each in a new machine that goes on from the state the last one left, in the other tier. */
export async function runInLegs(
  module: ValidModule,
  { leg, args = [], input = "" }: { leg: number; args?: readonly string[]; input?: string },
): Promise<Recorded & { readonly legs: number }> {
  const folder = mkdtempSync(path.join(tmpdir(), "fusabi-legs-"));
  const world = worldOf(input);
  const keep = path.join(folder, "state.fzs");
  const output = new Recording();
  try {
    for (let legs = 1, state: Uint8Array | undefined; ; legs++) {
      const tier = legs % 2 === 1 ? "interpreter" : "auto";
      const result = await runModule({ module, path: module.name, args, output, ...world, limits: { fuel: leg }, tier, state, keep });
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
