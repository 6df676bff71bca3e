/** Runs a valid module to its end, in slices of fuel, within limits, with what the host grants. The one place of the pipeline that knows the machine. */
import type { Diagnostic } from "../schemas/diagnostics/diagnostic.ts";
import { diagnostics } from "../schemas/diagnostics/table.ts";
import type { ValidModule } from "../schemas/fzb/validate.ts";
import { load, Machine } from "../vm/index.ts";
import { exitCodes } from "./exit-codes.ts";
import { capabilityFlags, hostImports } from "./host.ts";
import type { Output } from "./output.ts";

export interface RunLimits {
  /** Units of fuel, bytes of live memory, nested calls; unlimited where absent. */
  readonly fuel?: number;
  readonly memory?: number;
  readonly depth?: number;
}

export interface RunRequest {
  readonly module: ValidModule;
  readonly args: readonly string[];
  readonly output: Output;
  readonly limits: RunLimits;
  readonly capabilities: ReadonlySet<string>;
  /** Fuel between two pauses. */
  readonly slice?: number;
  /** Asked at every pause. */
  readonly interrupted?: () => boolean;
}

export type RunOutcome = "done" | "unhandled" | "limit" | "refused" | "interrupted" | "failed";

export interface RunResult {
  readonly outcome: RunOutcome;
  readonly exitCode: number;
  /** Why it was not started, or stopped. */
  readonly diagnostics: readonly Diagnostic[];
  /** Which limit was spent. */
  readonly limit?: string;
  readonly fuel: number;
  readonly peakBytes?: number;
  readonly peakDepth?: number;
  /** Milliseconds. */
  readonly times: { readonly load: number; readonly run: number };
}

/** Long enough that pausing costs nothing, short enough that output and an interrupt do not wait. */
const ordinarySlice = 5_000_000;
