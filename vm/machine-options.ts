/** What a machine is made with, and what it says of a run. */
import type { Import } from "../schemas/fzb/module.ts";
import { type HostEntry, type HostFunction, primitiveEntry } from "./host-calls.ts";
import type { TierChoice } from "./jit/tier.ts";
import type { Limits, PauseReason } from "./limits.ts";
import type { Trap } from "./traps.ts";

export type StepOutcome =
  | { readonly done: true; readonly value: unknown }
  | { readonly paused: true; readonly reason: PauseReason }
  | { readonly waiting: true; readonly tokens: readonly number[] }
  | { readonly trapped: true; readonly trap: Trap };

export interface MachineOptions {
  /** By `module.name`. */
  readonly imports?: Readonly<Record<string, HostFunction>>;
  /** Imports whose values are more than primitives; asked before `imports`. */
  readonly entryOf?: (wanted: Import) => HostEntry | undefined;
  readonly limits?: Partial<Limits>;
  /** Asked every few milliseconds while the machine runs; true pauses it: for time limits, and for flags that other threads set. It is called inside a step and must not use the machine. */
  readonly interrupted?: () => boolean;
  /** Whether functions may be compiled by the host: all of them, those that are called often (the default), or none. */
  readonly tier?: TierChoice;
}

/** Finds what a module imports. On its own, since what a machine keeps shares a scope with nothing of its making. */
export const entryFinder =
  ({ imports = {}, entryOf }: MachineOptions): ((wanted: Import, name: string) => HostEntry | undefined) =>
  (wanted, name) =>
    entryOf?.(wanted) ?? (Object.hasOwn(imports, name) ? primitiveEntry(imports[name]) : undefined);

export interface MachineStats {
  readonly fuelUsed: number;
  /** Bytes, as the memory looks saw them: 0 when none was due. */
  readonly peakLiveBytes: number;
  readonly deepestStack: number;
  readonly allocatedBytes: number;
  readonly outputBytes: number;
}
