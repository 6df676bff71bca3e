/** Registers of all frames in one array, and frames as three words each. Both grow with the stack, for most machines never need much. */

import { status } from "./limits.ts";
import { sizes } from "./memory.ts";
import type { Metering } from "./metering.ts";
import { frameWords } from "./stack-layout.ts";
import { emptyArray } from "./value.ts";

/** Registers of all frames together: what the host's arrays grow to. */
const mostRegisters = 2 ** 26;
/** Room that a machine starts with. */
const first = { registers: 16, frames: 5 } as const;

export class Stack {
  readonly registers: unknown[] = emptyArray();
  frames: Int32Array = new Int32Array(first.frames * frameWords);
  /** Frames from here on need `makeRoom`: the deepest so far, or the limit. */
  limit = 0;
  #highWater = 0;
  readonly #metering: Metering;
  /** Of one function: what a frame counts. */
  readonly #mostRegisters: number;

  constructor(metering: Metering, mostRegisters: number) {
    this.#metering = metering;
    this.#mostRegisters = mostRegisters;
    this.extend(first.registers);
  }

  /** The deepest so far, in frames. */
  get deepest(): number {
    return this.#highWater / frameWords;
  }

  /** After the limit of depth has changed. */
  settle(): void {
    this.limit = Math.min(this.#highWater, this.#metering.limits.depth * frameWords, this.frames.length);
  }

  /** Room for so many registers, as long as the host's arrays have it. */
  widen(registers: number): number {
    if (this.registers.length >= registers) return status.go;
    if (registers > mostRegisters) return status.memory;
    this.extend(registers);
    return status.go;
  }

  /** Room for so many registers, which are there. */
  extend(registers: number): void {
    const R = this.registers;
    if (R.length >= registers) return;
    for (let wanted = Math.max(registers, Math.min(R.length * 2, mostRegisters)) - R.length; wanted > 0; wanted--) R.push(undefined);
  }

  /** Room for a frame at `fp` and for registers up to `end`. */
  makeRoom(fp: number, end: number): number {
    const widened = this.widen(end);
    return widened === status.go ? this.makeFrame(fp) : widened;
  }

  /** Room for a frame at `fp`. The deepest so far counts, with as many registers as any function could need there. */
  makeFrame(fp: number): number {
    if (fp < this.limit) return status.go;
    if (fp >= this.#metering.limits.depth * frameWords) return status.depth;
    if (fp + frameWords > this.frames.length) {
      const grown = new Int32Array(this.frames.length * 2);
      grown.set(this.frames);
      this.frames = grown;
    }
    if (fp >= this.#highWater) {
      this.#highWater = fp + frameWords;
      this.#metering.allocate(sizes.frame + sizes.register * this.#mostRegisters);
    }
    this.settle();
    return status.go;
  }

  /** Room for so many frames, whatever the limits. */
  reserveFrames(count: number): void {
    if (count * frameWords > this.frames.length) this.frames = new Int32Array(count * frameWords);
  }

  /** Takes a saved stack's deepest for its own, as far as the limit of memory would have let it come; frames up to `fp` are there. */
  takeOver(deepest: number, fp: number): void {
    const most = Math.max(fp / frameWords, (1.5 * this.#metering.limits.memory) / sizes.frame);
    this.#highWater = Math.floor(Math.min(deepest, most)) * frameWords;
    this.settle();
  }
}
