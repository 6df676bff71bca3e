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
import { frameWords } from "../stack-layout.ts";
import { type Callee, Closure, type CompiledFunction } from "../value.ts";
import { depthCell, elementsCell, fuelCell, tailsCell } from "./cells.ts";
import {
  bouncesFlag,
  clearedWord,
  countWord,
  dstWord,
  failedFlag,
  firstValue,
  keptWord,
  localFlag,
  nextWord,
  passesFlag,
  pcWord,
  stripFlag,
  tailFlag,
  windowWord,
} from "./exit-words.ts";
import { StackBudget } from "./host-stack.ts";
import { bounced, passed, suspended } from "./sentinels.ts";

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
  /** Frames that were handed over, innermost first: where they stand in the words of ways out. And their values one after the other. All are longer than what counts of them. */
  readonly #words: Int32Array[] = [];
  readonly #places: number[] = [];
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
    this.cells[tailsCell] = 0;
    this.cells[elementsCell] = Math.min(metering.limits.array, hostBounds.array);
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
    this.cells[depthCell] = Math.min((this.machine as Machine).stack.limit, this.hostLimit - this.#heavy);
  }

  // ---- what compiled code calls; the names are those of `print`

  /** Hands frames over, and settles fuel, as the words of a way out say. */
  readonly leave = (words: Int32Array, start: number, fuel: number, ...values: unknown[]): unknown => {
    const flags = words[start];
    const charge = words[start + 1];
    const handed = this.#values;
    let frames = this.#frames;
    let count = this.#count;
    let at = start + 3;
    for (let index = words[start + 2]; index > 0; index--) {
      const frame = at;
      const taken = words[frame + (frames === 0 ? countWord : keptWord)];
      at = frame + firstValue;
      if (frames === 0 || frame > start + 3 || (flags & tailFlag) === 0) {
        for (let each = 0; each < taken; each++) handed[count++] = values[words[at + 2 * each + 1]];
        this.#words[frames] = words;
        this.#places[frames++] = frame;
      }
      at += 2 * words[frame + countWord];
    }
    this.#frames = frames;
    this.#count = count;
    if ((flags & ~tailFlag) === 0) return suspended;
    const { cells } = this;
    if ((flags & failedFlag) !== 0) {
      this.failed = true;
      this.error = values[words[at++]];
      this.due = 0;
    }
    if ((flags & localFlag) !== 0) cells[fuelCell] = fuel;
    if ((flags & stripFlag) !== 0) {
      const turns = ((values[words[at + 2]] as number) - (values[words[at + 3]] as number)) | 0;
      cells[fuelCell] -= Math.imul(turns * words[at], words[at + 1]);
      at += 4;
    }
    if (charge > 0) {
      cells[fuelCell] += charge;
      this.due = charge;
    }
    if ((flags & passesFlag) !== 0) return passed;
    if ((flags & bouncesFlag) === 0) return suspended;
    // only elements are read: so the host makes no array of the values
    const bounces = words[at++];
    this.#target = values[words[at++]] as CompiledFunction;
    const args: unknown[] = [];
    for (let each = 0; each < bounces; each++) args.push(values[words[at + each]]);
    this.#args = args;
    return bounced;
  };

  /** Makes the tail call that was left, and those that are left meanwhile; its caller's frame waits meanwhile, for the case that the callee is not entered. */
  readonly bounce = (depth: number): unknown => {
    for (;;) {
      const words = this.#words[0];
      const place = this.#places[0];
      const values = this.#values.slice(0, this.#count);
      this.#frames = 0;
      this.#count = 0;
      const value = this.#target(depth, ...this.#args);
      if (value === suspended && this.refused()) {
        this.#words[0] = words;
        this.#places[0] = place;
        this.#frames = 1;
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
    if ((charge <= this.cells[fuelCell] || metering.quiet) && metering.spend(charge) === status.go) return false;
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
      const words = this.#words[index];
      const place = this.#places[index];
      const end = window + words[place + windowWord];
      stack.extend(end);
      const wanted = words[place + (index === 0 ? countWord : keptWord)];
      count -= wanted;
      for (let each = 0; each < wanted; each++) {
        registers[window + words[place + firstValue + 2 * each]] = values[count + each];
        values[count + each] = undefined;
      }
      if (index === 0) {
        machine.pc = words[place + pcWord];
        machine.base = window;
        machine.top = end;
        machine.fp = fp;
        break;
      }
      const dst = words[place + dstWord];
      const cleared = words[place + clearedWord];
      if (cleared >= 0) registers[window + cleared] = undefined;
      stack.frames[fp] = words[place + nextWord];
      stack.frames[fp + 1] = window;
      stack.frames[fp + 2] = dst < 0 ? 0 : window + dst;
      window = end;
    }
    this.#frames = 0;
    this.#count = 0;
  }
}
