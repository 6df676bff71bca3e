/**
 * The state of whichever machine runs a module's compiled code, and what that code calls. Compiled functions belong to the loaded module; they reach the
 * machine through this one object, whose cells are the machine's fuel and space while it steps.
 *
 * A compiled call gives a value, or `suspended`. Then one of three things has happened: frames were handed over (innermost first, in `frames`), a tail call is to
 * be made in the callee's place (`tailFn`), or neither: the callee could not be entered, and the call is to be run again by the interpreter.
 */

import { status } from "../limits.ts";
import { metaColumn, metaStride } from "../load.ts";
import type { Machine } from "../machine.ts";
import { frameWords } from "../unwinding.ts";
import { stackBudget } from "./host-stack.ts";
import { suspended } from "./sentinels.ts";
import type { Site } from "./site.ts";

// biome-ignore lint/suspicious/noExplicitAny: its parameters are registers of any kinds
export type CompiledFunction = (depth: number, ...args: any[]) => unknown;

/** Indices of the cells. */
export const cell = { fuel: 0, space: 1, depth: 2, tails: 3 } as const;

export class Activation {
  machine: Machine | undefined;
  /** Fuel, space until the next memory look, the depth from which frames need `enter`, nested tail calls. */
  readonly cells: Int32Array = new Int32Array(4);
  /** Pairs of site and values, innermost first. */
  readonly frames: unknown[] = [];
  /** What the innermost instruction threw. */
  failed = false;
  error: unknown;
  tailFn = -1;
  tailArgs: readonly unknown[] = [];
  readonly functions: CompiledFunction[];
  /** Frames at this depth do not fit on the host's stack. */
  hostLimit = 0;
  #heavy = 0;
  readonly budget = stackBudget();
  readonly #entrySite: (fn: number) => Site;

  constructor(functions: CompiledFunction[], entrySite: (fn: number) => Site) {
    this.functions = functions;
    this.#entrySite = entrySite;
  }

  /** Before compiled code is entered from the interpreter. */
  begin(depth: number): void {
    this.#heavy = 0;
    this.hostLimit = depth + frameWords * this.budget.frames;
    this.cells[cell.tails] = 0;
    this.#limit();
    (this.machine as Machine).metering.compiled = true;
  }

  end(): void {
    (this.machine as Machine).metering.compiled = false;
  }

  #limit(): void {
    this.cells[cell.depth] = Math.min((this.machine as Machine).frameLimit, this.hostLimit - this.#heavy);
  }

  // ---- what compiled code calls; the names are those of `print`

  /** Hands a frame over. */
  readonly leave = (site: Site, ...values: unknown[]): unknown => {
    this.frames.push(site, values);
    return suspended;
  };

  /** Hands a frame over whose instruction threw. */
  readonly fail = (error: unknown, site: Site, ...values: unknown[]): unknown => {
    this.failed = true;
    this.error = error;
    this.frames.push(site, values);
    return suspended;
  };

  /** Whether an entry must be refused whose depth or charge is beyond the cells; otherwise all is counted. */
  readonly enter = (depth: number, charge: number): boolean => {
    const { cells } = this;
    const machine = this.machine as Machine;
    if (depth >= cells[cell.depth]) {
      if (depth >= this.hostLimit - this.#heavy || machine.makeFrame(depth) !== status.go) return true;
      this.#limit();
      if ((cells[cell.fuel] -= charge) >= 0) return false;
    }
    return this.pay(charge);
  };

  /** Whether a charge cannot be paid that took the cell below zero. */
  readonly pay = (charge: number): boolean => {
    const { cells } = this;
    const { metering } = this.machine as Machine;
    cells[cell.fuel] += charge;
    if (!metering.quiet || metering.ensure(charge) !== status.go) return true;
    cells[cell.fuel] -= charge;
    return false;
  };

  /** Whether a dynamic charge cannot be paid. */
  readonly spend = (charge: number): boolean => {
    const { metering } = this.machine as Machine;
    if (charge === 0) return false;
    if (charge > this.cells[cell.fuel] && !metering.quiet) return true;
    return metering.spend(charge) !== status.go;
  };

  /** The weight of a large frame above one unit, while it is on the stack. */
  readonly weigh = (units: number): void => {
    this.#heavy += frameWords * units;
    this.#limit();
  };

  /** Leaves a tail call to the caller, its charge paid; or hands the frame over. */
  readonly tail = (fn: number, args: readonly unknown[], site: Site, values: readonly unknown[]): unknown => {
    const charge = this.#charge(fn);
    if ((this.cells[cell.fuel] -= charge) < 0 && this.pay(charge)) {
      this.frames.push(site, values);
      return suspended;
    }
    this.tailFn = fn;
    this.tailArgs = args;
    return suspended;
  };

  /** Whether a callee that gave `suspended` was not entered. */
  readonly refused = (): boolean => this.tailFn < 0 && this.frames.length === 0;

  /** Makes tail calls that were left, in the frame at that depth. */
  readonly again = (depth: number): unknown => {
    while (this.tailFn >= 0) {
      const fn = this.tailFn;
      const args = this.tailArgs;
      this.tailFn = -1;
      const charge = this.#charge(fn);
      this.cells[cell.fuel] += charge;
      const value = this.functions[fn](depth, ...args);
      if (value !== suspended) return value;
      if (this.refused()) {
        this.cells[cell.fuel] -= charge;
        this.frames.push(this.#entrySite(fn), args);
      }
    }
    return suspended;
  };

  #charge(fn: number): number {
    const { loaded, meta } = this.machine as Machine;
    loaded.prepare(fn);
    return meta[fn * metaStride + metaColumn.charge];
  }

  /** Makes interpreter frames of what was handed over; the outermost one is at `base`, its caller's words are in place. */
  materialise(base: number, depth: number): void {
    const machine = this.machine as Machine;
    const { frames } = this;
    let window = base;
    let fp = depth;
    for (let index = frames.length - 2; ; index -= 2) {
      const site = frames[index] as Site;
      const values = frames[index + 1] as readonly unknown[];
      const end = window + machine.meta[site.fn * metaStride + metaColumn.registers];
      machine.extend(end);
      if (site.registers === entryRegisters) this.#placeArguments(site.fn, window, values);
      else
        site.registers.forEach((register, at) => {
          machine.registers[window + register] = values[at];
        });
      fp += frameWords;
      if (index === 0) {
        machine.pc = site.pc;
        machine.base = window;
        machine.top = end;
        machine.fp = fp;
        break;
      }
      if (site.cleared >= 0) machine.registers[window + site.cleared] = undefined;
      machine.frames[fp] = site.next;
      machine.frames[fp + 1] = window;
      machine.frames[fp + 2] = site.dst < 0 ? 0 : window + site.dst;
      window = end;
    }
    frames.length = 0;
  }

  /** The arguments of a tail call, in the convention of compiled functions, as the registers of a frame at its start. */
  #placeArguments(fn: number, window: number, args: readonly unknown[]): void {
    const machine = this.machine as Machine;
    const row = fn * metaStride;
    const params = machine.meta[row + metaColumn.params];
    const open = machine.tier?.isOpen(fn) === true;
    const given = !open ? args : machine.meta[row + metaColumn.receiver] !== 0 ? args.slice(1) : args.slice(2);
    for (let index = 0; index < params; index++) machine.registers[window + index] = given[index];
    if (machine.loaded.module.functions[fn].captures.length > 0) machine.registers[window + machine.meta[row + metaColumn.registers] - 1] = args[0];
    machine.initialise(fn, window);
  }
}

/** Marks sites at a function's start, whose values are arguments. */
export const entryRegisters: readonly number[] = [];
