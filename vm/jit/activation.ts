/**
 * The state of whichever machine runs a module's compiled code, and what that code calls. Compiled functions belong to the loaded module; they reach the
 * machine through this one object, whose cells are the machine's fuel and space while it steps.
 *
 * A compiled call gives a value, or `suspended`. Then either frames were handed over (innermost first, in `frames`), or none: the callee could not be entered, and
 * the call is to be run again by the interpreter.
 */

import type { Member } from "../descriptor.ts";
import { hostBounds, status } from "../limits.ts";
import type { Machine } from "../machine.ts";
import { fullCell } from "../metering.ts";
import { memberOf, readMember } from "../properties.ts";
import { frameWords } from "../stack.ts";
import { type Callee, Closure, type CompiledFunction } from "../value.ts";
import type { Exit, Site } from "./exits.ts";
import { StackBudget } from "./host-stack.ts";
import { bounced, passed, suspended } from "./sentinels.ts";

/** Indices of the cells. */
export const cell = { fuel: 0, space: 1, depth: 2, tails: 3, elements: 4 } as const;

export class Activation {
  machine: Machine | undefined;
  /** Fuel, space until the next memory look, the depth from which frames need `enter`, nested tail calls, elements below which an array may grow by one. */
  readonly cells: Int32Array = new Int32Array(new ArrayBuffer(20));
  /** What the innermost instruction threw. */
  failed = false;
  error: unknown;
  /** The charge that could not be paid, 0 where it was something else that compiled code left for. */
  due = 0;
  /** Frames at this depth do not fit on the host's stack. */
  hostLimit = 0;
  #heavy = 0;
  /** The tail call that was left. */
  #target: CompiledFunction = () => suspended;
  #args: readonly unknown[] = [];
  /** Frames that were handed over, innermost first, and their values one after the other. Both are longer than what counts of them. */
  readonly #sites: Site[] = [];
  #frames = 0;
  readonly #values: unknown[] = [];
  #count = 0;
  #budget: StackBudget | undefined;

  /** Measured when something is to be compiled, which many programs never come to. */
  get budget(): StackBudget {
    return (this.#budget ??= new StackBudget());
  }

  /** Before compiled code is entered from the interpreter, until `end`. */
  begin(): void {
    this.#heavy = 0;
    const { metering } = this.machine as Machine;
    this.cells[cell.tails] = 0;
    this.cells[cell.elements] = Math.min(metering.limits.array, hostBounds.array);
    metering.compiled = true;
  }

  end(): void {
    (this.machine as Machine).metering.compiled = false;
  }

  /** Before compiled code runs from an empty host stack, for a frame at that depth. */
  settle(depth: number): void {
    this.due = 0;
    this.hostLimit = depth + frameWords * this.budget.frames;
    this.#limit();
  }

  #limit(): void {
    this.cells[cell.depth] = Math.min((this.machine as Machine).stack.limit, this.hostLimit - this.#heavy);
  }

  // ---- what compiled code calls; the names are those of `print`

  /** Hands frames over, and settles fuel. */
  readonly leave = (exits: readonly Exit[], number: number, fuel: number, ...values: unknown[]): unknown => {
    const exit = exits[number] as Exit;
    const { sites, slots } = exit;
    const handed = this.#values;
    let frames = this.#frames;
    let count = this.#count;
    let at = 0;
    for (let index = 0; index < sites.length; index++) {
      const site = sites[index] as Site;
      const next = at + (index === 0 ? site.registers.length : site.kept);
      if (index > 0 || frames === 0 || !exit.tail) {
        const end = at + (frames === 0 ? site.registers.length : site.kept);
        while (at < end) handed[count++] = values[slots[at++]];
        this.#sites[frames++] = site;
      }
      at = next;
    }
    this.#frames = frames;
    this.#count = count;
    if (exit.plain) return suspended;
    const { charge, failed, passes, bounces, local, strip } = exit;
    const { cells } = this;
    if (failed) {
      this.failed = true;
      this.error = values[slots[at++]];
      this.due = 0;
    }
    if (local) cells[cell.fuel] = fuel;
    if (strip !== undefined) cells[cell.fuel] -= Math.imul((((values[slots[at++]] as number) - (values[slots[at++]] as number)) | 0) * strip.step, strip.charge);
    if (charge > 0) {
      cells[cell.fuel] += charge;
      this.due = charge;
    }
    if (passes) return passed;
    if (bounces < 0) return suspended;
    // only elements are read: so the host makes no array of the values
    this.#target = values[slots[at++]] as CompiledFunction;
    const args: unknown[] = [];
    for (let each = 0; each < bounces; each++) args.push(values[slots[at + each]]);
    this.#args = args;
    return bounced;
  };

  /** Makes the tail call that was left, and those that are left meanwhile; its caller's frame waits meanwhile, for the case that the callee is not entered. */
  readonly bounce = (depth: number): unknown => {
    for (;;) {
      const site = this.#sites[0] as Site;
      const values = this.#values.slice(0, this.#count);
      this.#frames = 0;
      this.#count = 0;
      const value = this.#target(depth, ...this.#args);
      if (value === suspended && this.refused()) {
        this.#sites[this.#frames++] = site;
        for (const each of values) this.#values[this.#count++] = each;
      }
      if (value !== bounced) {
        this.#args = [];
        return value;
      }
    }
  };

  /** Calls whatever a name means on a receiver, where the text itself knows no better. */
  readonly callMember = (depth: number, receiver: unknown, name: string, site: number, ...args: unknown[]): unknown => {
    const machine = this.machine as Machine;
    let member: Member;
    let held: unknown;
    try {
      member = memberOf(machine, receiver, name, site);
      if (member.slot >= 0) held = readMember(machine, receiver, member);
      else if (member.method < 0) {
        if (member.builtin < 0) machine.missing(receiver, name);
        machine.metering.charged = 0;
        return this.spend(machine.methodCost(member.builtin, receiver, args)) ? suspended : machine.callMethod(member.builtin, receiver, args);
      }
    } catch (error) {
      this.failed = true;
      this.error = error;
      return suspended;
    }
    if (member.slot < 0) return (machine.callees[member.method] as Callee).code(depth, undefined, receiver, ...args);
    if (!(held instanceof Closure)) return suspended;
    return held.of.receiver ? held.of.code(depth, held, receiver, ...args) : held.of.code(depth, held, ...args);
  };

  /** Whether an entry must be refused whose depth is beyond the cell. */
  readonly enter = (depth: number): boolean => {
    const machine = this.machine as Machine;
    while (depth >= this.hostLimit - this.#heavy) if (!this.#deepen()) return true;
    if (machine.stack.makeFrame(depth) !== status.go) return true;
    this.#limit();
    return false;
  };

  #deepen(): boolean {
    const { budget } = this;
    const { frames } = budget;
    if (!budget.grow()) return false;
    this.hostLimit += frameWords * (budget.frames - frames);
    return true;
  }

  /** Whether a dynamic charge cannot be paid. */
  readonly spend = (charge: number): boolean => {
    const { metering } = this.machine as Machine;
    if (charge === 0) return false;
    if ((charge <= this.cells[cell.fuel] || metering.quiet) && metering.spend(charge) === status.go) return false;
    this.due = charge <= fullCell ? charge : 0;
    return true;
  };

  /** The weight of a large frame above one unit, while it is on the stack. */
  readonly weigh = (units: number): void => {
    this.#heavy += frameWords * units;
    this.#limit();
  };

  /** Whether a callee that gave `suspended` was not entered. */
  refused(): boolean {
    return this.#frames === 0;
  }

  /** Makes interpreter frames of what was handed over; the outermost one is at `base`, its caller's words are in place. */
  materialise(base: number, depth: number): void {
    const machine = this.machine as Machine;
    const { stack, registers } = machine;
    const values = this.#values;
    let count = this.#count;
    let window = base;
    let fp = depth + frameWords;
    for (let index = this.#frames - 1; ; index--, fp += frameWords) {
      const site = this.#sites[index] as Site;
      const end = window + site.window;
      stack.extend(end);
      const wanted = index === 0 ? site.registers.length : site.kept;
      count -= wanted;
      for (let each = 0; each < wanted; each++) {
        registers[window + site.registers[each]] = values[count + each];
        values[count + each] = undefined;
      }
      if (index === 0) {
        machine.pc = site.pc;
        machine.base = window;
        machine.top = end;
        machine.fp = fp;
        break;
      }
      if (site.cleared >= 0) registers[window + site.cleared] = undefined;
      stack.frames[fp] = site.next;
      stack.frames[fp + 1] = window;
      stack.frames[fp + 2] = site.dst < 0 ? 0 : window + site.dst;
      window = end;
    }
    this.#frames = 0;
    this.#count = 0;
  }
}
