/** A place where compiled code may hand its frame over to the interpreter. */
export interface Site {
  readonly fn: number;
  /** The instruction to go on with, where the frame is the innermost one. */
  readonly pc: number;
  /** Where the values that are handed over belong; the register behind the declared ones holds the running closure. */
  readonly registers: readonly number[];
  /** Where to go on when the callee returns, and the register for its result; -1 where nothing takes it. */
  readonly next: number;
  readonly dst: number;
  /** A register that is undefined while the callee runs, or -1. */
  readonly cleared: number;
}
