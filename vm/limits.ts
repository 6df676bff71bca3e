/** What a host may limit, and the pauses that follow. */
export interface Limits {
  /** Units of fuel over the whole run. */
  readonly fuel: number;
  /** Bytes of live guest memory, by the sizes of `memory`. */
  readonly memory: number;
  /** Guest frames. */
  readonly depth: number;
  /** UTF-8 bytes written through `fusabi.write` and `fusabi.write_error`. */
  readonly output: number;
}

export const defaultLimits: Limits = { fuel: Number.POSITIVE_INFINITY, memory: 1 << 30, depth: Number.POSITIVE_INFINITY, output: Number.POSITIVE_INFINITY };

/** Why the run loop came back; `go` is none of them. The interpreter knows these by number. */
export const status = { go: 0, done: 1, fuel: 2, memory: 3, depth: 4, output: 5, interrupt: 6, breakpoint: 7, waiting: 8, trapped: 9 } as const;

export type PauseReason = "fuel" | "memory" | "depth" | "output" | "interrupt" | "breakpoint";

const reasons: Readonly<Record<number, PauseReason>> = {
  [status.fuel]: "fuel",
  [status.memory]: "memory",
  [status.depth]: "depth",
  [status.output]: "output",
  [status.interrupt]: "interrupt",
  [status.breakpoint]: "breakpoint",
};

export const pauseReason = (code: number): PauseReason | undefined => reasons[code];

/** Limits as given, each a whole number at least 0 or infinite. */
export function completeLimits(given: Partial<Limits>, base: Limits): Limits {
  const all = { ...base, ...given };
  for (const [name, value] of Object.entries(all)) {
    if (typeof value !== "number" || !(value >= 0) || (Number.isFinite(value) && !Number.isSafeInteger(value))) {
      throw new Error(`limit ${name} is ${String(value)}; expected a whole number, or Infinity`);
    }
  }
  return all;
}
