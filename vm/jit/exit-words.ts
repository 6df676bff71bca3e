/**
 * Ways out as words, one after the other: each is taken seldom, so the host's memory would have to fetch whatever is scattered anew. A way out is
 *
 *     flags, charge, number of frames,
 *     of each frame, innermost first: window, pc, next, dst, cleared, kept, count, then the register and the slot of each of its values,
 *     the slot of the error; step and charge of a strip, the slots of its counter and of where it began; arguments of a tail call, the slots of its target and of them.
 *
 * Slots say where among what is handed over a value is.
 */

/** A place where compiled code may hand a frame over to the interpreter. */
export interface Site {
  readonly fn: number;
  /** Registers of the frame, the running closure's included. */
  readonly window: number;
  /** The instruction to go on with, where the frame is the innermost one. */
  readonly pc: number;
  /** Where the values that are handed over belong; the register behind the declared ones holds the running closure. */
  readonly registers: readonly number[];
  /** How many of them, the first ones, a frame needs whose callee was entered. */
  readonly kept: number;
  /** Where to go on when the callee returns, and the register for its result; -1 where nothing takes it. */
  readonly next: number;
  readonly dst: number;
  /** A register that is undefined while the callee runs, or -1. */
  readonly cleared: number;
}

/** Everything about a way out but where its values are: those of the frames one after the other, innermost first, then the error, the counter of a strip and where it began, a tail call. */
export interface Exit {
  readonly sites: readonly Site[];
  /** Fuel that was taken and is given back. */
  readonly charge: number;
  readonly failed: boolean;
  /** Whether compiled code is to go on there. */
  readonly passes: boolean;
  /** Whether the innermost frame is gone if its tail call was entered. */
  readonly tail: boolean;
  /** Arguments of the tail call that is left to the caller: they come last, behind its target; -1 where none is. */
  readonly bounces: number;
  /** Whether fuel is in the local. */
  readonly local: boolean;
  /** Charge of each of a strip's turns and what counts them, where one is open. */
  readonly strip: { readonly charge: number; readonly step: number } | undefined;
}

// Numbers, not tables, and no import here: the bundle has them in place, where a pause reads some for every frame.

/** What a way out has besides frames. */
export const tailFlag = 1;
export const failedFlag = 2;
export const localFlag = 4;
export const stripFlag = 8;
const chargedFlag = 16;
export const passesFlag = 32;
export const bouncesFlag = 64;
/** Where the words of a frame are. */
export const windowWord = 0;
export const pcWord = 1;
export const nextWord = 2;
export const dstWord = 3;
export const clearedWord = 4;
export const keptWord = 5;
export const countWord = 6;
export const firstValue = 7;

/** Writes a way out behind others, and gives where; `slots` are those of all its values. */
export function writeExit(words: number[], { sites, charge, failed, passes, tail, bounces, local, strip }: Exit, slots: readonly number[]): number {
  const start = words.length;
  const flags =
    (tail ? tailFlag : 0) |
    (failed ? failedFlag : 0) |
    (local ? localFlag : 0) |
    (strip !== undefined ? stripFlag : 0) |
    (charge > 0 ? chargedFlag : 0) |
    (passes ? passesFlag : 0) |
    (bounces >= 0 ? bouncesFlag : 0);
  words.push(flags, charge, sites.length);
  let at = 0;
  sites.forEach(({ window, pc, next, dst, cleared, kept, registers }, index) => {
    const handed = index === 0 ? registers : registers.slice(0, kept);
    words.push(window, pc, next, dst, cleared, kept, handed.length, ...handed.flatMap((register) => [register, slots[at++]]));
  });
  if (failed) words.push(slots[at++]);
  if (strip !== undefined) words.push(strip.step, strip.charge, slots[at++], slots[at++]);
  if (bounces >= 0) words.push(bounces, ...slots.slice(at));
  return start;
}
