/** One call of an instance, run in pieces: stepped by the host, or by itself between the host's other work. */
import { thrownText } from "../host-values.ts";
import type { Limits, PauseReason } from "../limits.ts";
import type { Machine, StepOutcome } from "../machine.ts";
import { type SnapshotOptions, snapshot } from "../snapshot/snapshot.ts";
import type { TraceFrame } from "../traps.ts";
import { bound } from "./call-limits.ts";
import { FusabiError, GuestError, isInstance, LimitError } from "./errors.ts";

export type Step<T> =
  | { readonly status: "done"; readonly value: T }
  | { readonly status: "paused"; readonly reason: PauseReason }
  | { readonly status: "waiting"; readonly tokens: readonly number[] }
  | { readonly status: "trapped"; readonly error: GuestError };

export interface Progress {
  /** Units of fuel of the instance so far. */
  readonly fuelUsed: number;
  readonly status: "paused" | "waiting";
}

export interface RunOptions {
  /** Units of fuel between two looks at the host's other work. */
  readonly slice?: number;
  /** Units of fuel that the run may use; more is a LimitError. */
  readonly fuel?: number;
  /** Further limits of the run: fuel, allocations and output count from its start. */
  readonly limits?: Partial<Limits>;
  /** Aborting cancels the run. */
  readonly signal?: Abort;
  readonly onProgress?: (progress: Progress) => void;
}

/** What of an AbortSignal is used. */
export interface Abort {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/** Some milliseconds of work. */
const ordinarySlice = 500_000;
/** Fuel of the finally blocks of a cancelled run. */
const cancelFuel = 1_000_000;

const { setImmediate, setTimeout } = globalThis as { setImmediate?: (work: () => void) => unknown; setTimeout?: (work: () => void, milliseconds: number) => unknown };

/** Lets the host's other work come. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    if (setImmediate !== undefined) setImmediate(resolve);
    else if (setTimeout !== undefined) setTimeout(resolve, 0);
    else resolve();
  });

export class Executor<T = unknown> {
  readonly #machine: Machine;
  readonly #value: () => T;
  readonly #release: () => void;
  #last: Step<T> | undefined;
  #ended: FusabiError | undefined;

  /** `begin` readies the machine, `value` converts the result, `release` is called at the end. */
  constructor(machine: Machine, value: () => T, release: () => void) {
    this.#machine = machine;
    this.#value = value;
    this.#release = release;
  }

  /** How the last step ended; undefined before the first. */
  get last(): Step<T> | undefined {
    return this.#last;
  }

  get isEnded(): boolean {
    return this.#ended !== undefined || this.#last?.status === "done" || this.#last?.status === "trapped";
  }

  /** Runs for so many units of fuel at most; what an earlier step left is used too. */
  step(fuel: number = Number.POSITIVE_INFINITY): Step<T> {
    if (this.#ended !== undefined) throw this.#ended;
    if (this.isEnded) return this.#last as Step<T>;
    if (this.#machine.calling) throw new FusabiError("busy", "a host function stepped the instance that is calling it");
    return this.#take(this.#machine.step(fuel));
  }

  #take(outcome: StepOutcome): Step<T> {
    if ("paused" in outcome) this.#last = { status: "paused", reason: outcome.reason };
    else if ("waiting" in outcome) this.#last = { status: "waiting", tokens: outcome.tokens };
    else {
      this.#release();
      this.#last = "done" in outcome ? { status: "done", value: this.#value() } : { status: "trapped", error: guestError(this.#machine, outcome) };
    }
    return this.#last;
  }

  /** Pauses the run at its next charge point; host functions and timers may call it. */
  interrupt(): void {
    this.#machine.interrupt();
  }

  /** Settles when a step can go on after `waiting`. */
  settled(): Promise<void> {
    return this.#machine.settled();
  }

  /** The state of the instance and this run as bytes, at a pause or wait: `module.restore` and `instance.resume` go on from it. */
  snapshot(options?: SnapshotOptions): Uint8Array {
    if (this.#machine.calling) throw new FusabiError("busy", "a host function saved the instance that is calling it");
    if (this.isEnded) throw new FusabiError("misuse", "the run has ended; there is nothing to save");
    return snapshot(this.#machine, options);
  }

  /** Where the run is, innermost frame first. */
  trace(): TraceFrame[] {
    return this.#machine.trace();
  }

  get fuelUsed(): number {
    return this.#machine.metering.fuelUsed;
  }

  /** Raises OperationCanceledException in the guest and lets its handlers and finally blocks run for so much fuel; what is left then is dropped. */
  cancel(fuel: number = cancelFuel): Step<T> | undefined {
    if (this.isEnded) return this.#last;
    if (this.#machine.calling) throw new FusabiError("busy", "a host function cancelled the instance that is calling it; interrupt it instead");
    this.#machine.raise("OperationCanceled");
    const step = this.#take(this.#machine.step(fuel));
    const cancelled = step.status === "trapped" && step.error.exceptionType === "System.OperationCanceledException";
    if (step.status === "paused" || step.status === "waiting") this.#abandon();
    else if (step.status === "trapped") this.#machine.drop();
    if (cancelled || step.status !== "done") this.#ended = new FusabiError("cancelled", "the run was cancelled");
    return step;
  }

  /** Gives the run up: nothing of it runs any more, no finally block either. */
  drop(): void {
    if (this.isEnded) return;
    if (this.#machine.calling) throw new FusabiError("busy", "a host function dropped the instance that is calling it; interrupt it instead");
    this.#abandon();
    this.#ended = new FusabiError("dropped", "the run was dropped");
  }

  #abandon(): void {
    this.#machine.drop();
    this.#release();
  }

  /** Runs to the end between the host's other work, waiting for what host functions promised. */
  async run(options: RunOptions = {}): Promise<T> {
    for await (const progress of this.progress(options)) options.onProgress?.(progress);
    if (this.#ended !== undefined) throw this.#ended;
    const last = this.#last as Step<T>;
    if (last.status === "trapped") throw last.error;
    return (last as { readonly value: T }).value;
  }

  /** The same, giving what there is to say between two pieces; ends when the run has. A limit that is spent is a LimitError: raise it and go on, or drop. */
  async *progress({ slice = ordinarySlice, fuel = Number.POSITIVE_INFINITY, limits = {}, signal }: RunOptions = {}): AsyncGenerator<Progress, void, void> {
    const abort = (): void => {
      if (this.#machine.calling) this.#machine.interrupt();
      else this.cancel();
    };
    signal?.addEventListener("abort", abort);
    const end = bound(this.#machine, limits);
    try {
      let left = fuel;
      if (signal?.aborted) this.cancel();
      while (!this.isEnded) {
        const granted = Math.min(slice, left);
        left -= granted;
        const step = this.step(granted);
        if (step.status === "paused") {
          if (step.reason === "fuel" ? left === 0 || this.#machine.metering.exhausted : step.reason !== "interrupt") throw new LimitError(step.reason, this.trace());
          yield { fuelUsed: this.fuelUsed, status: "paused" };
          await breathe();
        } else if (step.status === "waiting") {
          yield { fuelUsed: this.fuelUsed, status: "waiting" };
          await this.#machine.settled();
        }
        if (signal?.aborted) this.cancel();
      }
    } finally {
      end();
      signal?.removeEventListener("abort", abort);
    }
  }

  [Symbol.asyncIterator](): AsyncGenerator<Progress, void, void> {
    return this.progress();
  }
}

/** What a trap is to the host; a host function's own error is the cause where it became the exception. */
export function guestError(machine: Machine, outcome: Extract<StepOutcome, { readonly trapped: true }>): GuestError {
  const error = new GuestError(outcome.trap);
  const { lastError } = machine.hostCalls;
  if (isInstance(lastError, Error) && thrownText(lastError) === outcome.trap.message) error.cause = lastError;
  return error;
}
