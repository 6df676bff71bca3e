/** Which calls and loops of one machine run compiled, and the way there and back. */

import { isa } from "../../schemas/isa/table.ts";
import { haltCode, turnCode } from "../decode.ts";
import { aboutToEnter, makeEntryFrame } from "../entering.ts";
import { Refused } from "../exceptions.ts";
import { status } from "../limits.ts";
import { metaColumn, metaStride } from "../load.ts";
import type { Machine } from "../machine.ts";
import { frameWords } from "../stack-layout.ts";
import { fuelCell, spaceCell } from "./cells.ts";
import { type CompiledModule, compiledModule, type Entrance } from "./compiled-module.ts";
import { bounced, isSentinel, passed, suspended } from "./sentinels.ts";

export type TierChoice = "interpreter" | "jit" | "auto";

/** Calls of a function, turns of a loop and returns to a frame in the interpreter before what runs then is compiled. */
const thresholds = { jit: { calls: 0, turns: 0, returns: 1 }, auto: { calls: 20, turns: 200, returns: 50 } } as const;

/** There is no compiled code for it (yet); beside the statuses of the run loop. */
export const cold = -1;

export interface TierStats {
  /** Of the module, by all its machines. */
  readonly functionsCompiled: number;
  readonly resumptionsCompiled: number;
  /** Calls, and frames, that went from the interpreter into compiled code. */
  readonly entries: number;
  readonly replacements: number;
  /** Times compiled frames went back to the interpreter. */
  readonly deoptimisations: number;
}

export class Tier {
  readonly #machine: Machine;
  readonly #compiled: CompiledModule;
  readonly #thresholds: (typeof thresholds)["jit" | "auto"];
  #entries = 0;
  #replacements = 0;
  #deoptimisations = 0;
  /** The charge at which the run paused, and where it is. */
  #due = 0;
  #duePc = 0;
  #outer: { readonly machine: Machine; readonly cells: Int32Array } | undefined;
  #own: Int32Array | undefined;

  constructor(machine: Machine, compiled: CompiledModule, choice: "jit" | "auto") {
    this.#machine = machine;
    this.#compiled = compiled;
    this.#thresholds = thresholds[choice];
  }

  stats(): TierStats {
    const { functions, resumptions } = this.#compiled.counts;
    return { functionsCompiled: functions, resumptionsCompiled: resumptions, entries: this.#entries, replacements: this.#replacements, deoptimisations: this.#deoptimisations };
  }

  /** Makes the module's compiled code this machine's, until `release`. */
  acquire(): void {
    const { activation } = this.#compiled;
    const { metering } = this.#machine;
    // another machine's only where it is in a call of the host's
    this.#outer = activation.machine === undefined ? undefined : { machine: activation.machine, cells: activation.cells.slice() };
    this.#own = metering.cells;
    activation.cells[fuelCell] = metering.cells[fuelCell];
    activation.cells[spaceCell] = metering.cells[spaceCell];
    metering.cells = activation.cells;
    activation.machine = this.#machine;
  }

  release(): void {
    const { activation } = this.#compiled;
    const { metering } = this.#machine;
    const own = this.#own as Int32Array;
    own[fuelCell] = activation.cells[fuelCell];
    own[spaceCell] = activation.cells[spaceCell];
    metering.cells = own;
    if (this.#outer !== undefined) activation.cells.set(this.#outer.cells);
    activation.machine = this.#outer?.machine;
  }

  /** Runs the function whose frame the interpreter has just made: a status, `go` where the interpreter goes on, or `cold`. */
  enter(fn: number): number {
    const compiled = this.#compiled;
    if (compiled.calls[fn] < this.#thresholds.calls) {
      compiled.calls[fn]++;
      return cold;
    }
    if (!compiled.compile(fn)) return cold;
    const { activation } = compiled;
    const { registers: R, meta, base, fp } = this.#machine;
    const row = fn * metaStride;
    const charge = meta[row + metaColumn.charge];
    const params = meta[row + metaColumn.params];
    const depth = fp - frameWords;
    const f = compiled.loaded.callees[fn].code;
    this.#entries++;
    activation.begin();
    activation.settle(depth);
    activation.cells[fuelCell] += charge;
    let value: unknown;
    if (compiled.isOpen(fn)) {
      const closure = compiled.loaded.module.functions[fn].captures.length > 0 ? R[base + meta[row + metaColumn.registers] - 1] : undefined;
      value = f(depth, closure, ...R.slice(base, base + params));
    } else if (params === 0) value = f(depth);
    else if (params === 1) value = f(depth, R[base]);
    else if (params === 2) value = f(depth, R[base], R[base + 1]);
    else if (params === 3) value = f(depth, R[base], R[base + 1], R[base + 2]);
    else value = f(depth, ...R.slice(base, base + params));
    if (value === bounced) value = activation.bounce(depth);
    if (value === suspended && activation.refused()) {
      activation.cells[fuelCell] -= charge;
      activation.end();
      return cold;
    }
    return this.#goOn(value);
  }

  /** Runs the loop whose turn the interpreter has just paid, from the start of its body; gives what `enter` does. */
  turn(pc: number): number {
    const loop = this.#entranceAt(pc, this.#thresholds.turns);
    if (loop === null) return cold;
    this.#compiled.activation.begin();
    return this.#goOn(this.#resume(loop));
  }

  /** Goes on where compiled code paused the run, or with the function that it starts with, without the interpreter: a status, `go` where that goes on. */
  again(): number {
    const charge = this.#due;
    this.#due = 0;
    if (charge === 0 || this.#machine.pc !== this.#duePc) return this.#start();
    const afforded = this.#afford(charge);
    if (afforded !== status.go) return afforded;
    const next = this.#entranceAtCharge(charge);
    if (next === null) return status.go;
    this.#compiled.activation.begin();
    return this.#goOn(this.#resume(next));
  }

  /** Makes the call that the code of an entry starts with, where what it calls is compiled. */
  #start(): number {
    const fn = aboutToEnter(this.#machine);
    if (fn < 0 || this.#compiled.calls[fn] < this.#thresholds.calls) return status.go;
    const made = makeEntryFrame(this.#machine, fn);
    if (made !== status.go) return made;
    const went = this.enter(fn);
    return went === cold ? status.go : went;
  }

  /** The run does not go on from where it paused. */
  forget(): void {
    this.#due = 0;
  }

  #entranceAt(pc: number, threshold: number): Entrance | null {
    const { arrivals } = this.#compiled;
    const known = this.#compiled.knownEntrance(pc);
    if (known !== undefined) return known;
    const count = (arrivals.get(pc) ?? 0) + 1;
    arrivals.set(pc, count);
    return count > threshold ? this.#compiled.entrance(pc) : null;
  }

  /** Goes on with the running frame in compiled code. */
  #resume({ code, at }: Entrance): unknown {
    const { activation } = this.#compiled;
    const { registers, base, fp } = this.#machine;
    const depth = fp - frameWords;
    this.#replacements++;
    activation.settle(depth);
    const value = code(depth, registers, base, at);
    return isSentinel(value) && value === bounced ? activation.bounce(depth) : value;
  }

  /** Takes what compiled code gave for the running frame, and goes on with the frames that come next, as long as they are compiled. */
  #goOn(given: unknown): number {
    const machine = this.#machine;
    const { activation } = this.#compiled;
    const { turns, returns } = this.#thresholds;
    for (let value = given; ; ) {
      let next: Entrance | null;
      if (!isSentinel(value)) {
        this.#return(value);
        next = this.#entranceAt(machine.pc, returns);
      } else if (value === passed) {
        activation.materialise(machine.base, machine.fp - frameWords);
        next = this.#entranceAt(machine.pc, turns);
      } else {
        this.#deoptimisations++;
        activation.end();
        activation.materialise(machine.base, machine.fp - frameWords);
        if (activation.failed) return this.#recover();
        const { due } = activation;
        const called = due === 0;
        const served = called ? this.#callHost() : this.#afford(due);
        if (served !== status.go) return served === cold ? status.go : served;
        next = called ? this.#entranceAt(machine.pc, returns) : this.#entranceAtCharge(due);
        if (next === null) return status.go;
        activation.begin();
        value = this.#resume(next);
        continue;
      }
      if (next === null) {
        activation.end();
        return machine.code[machine.pc] === haltCode ? status.done : status.go;
      }
      value = this.#resume(next);
    }
  }

  /** Makes the call of a host function that compiled code left for, as the interpreter does: `cold` where it left for something else, or goes on elsewhere than behind it. */
  #callHost(): number {
    const machine = this.#machine;
    const { code, pc, base } = machine;
    if (code[pc] !== isa.call_import.code) return cold;
    const count = code[pc + 3];
    const next = pc + 4 + count;
    const answered = machine.callHost(code[pc + 2], machine.gather(base, count, pc + 4), base + code[pc + 1], next);
    return answered === status.go && machine.pc !== next ? cold : answered;
  }

  /** Has fuel for the charge at which compiled code left. */
  #afford(charge: number): number {
    const { metering, pc } = this.#machine;
    const served = metering.ensure(charge);
    if (served !== status.go) {
      this.#due = charge;
      this.#duePc = pc;
    }
    return served;
  }

  /** Where compiled code goes on that left at a charge; a turn of a loop is paid then. */
  #entranceAtCharge(charge: number): Entrance | null {
    const machine = this.#machine;
    const { code, pc } = machine;
    const { turns, returns } = this.#thresholds;
    const turn = code[pc] === turnCode ? code[pc + 1] : code[pc] === isa.loop.code ? pc + 2 : -1;
    if (turn < 0) return this.#entranceAt(pc, returns);
    const entrance = this.#entranceAt(turn, turns);
    if (entrance !== null) {
      machine.metering.cells[fuelCell] -= charge;
      machine.pc = turn;
    }
    return entrance;
  }

  /** The same as the interpreter's instruction. */
  #return(value: unknown): void {
    const machine = this.#machine;
    const { frames } = machine.stack;
    machine.top = machine.base;
    machine.fp -= frameWords;
    machine.pc = frames[machine.fp];
    machine.base = frames[machine.fp + 1];
    machine.registers[frames[machine.fp + 2]] = value;
  }

  /** After frames were handed over because of what was thrown. */
  #recover(): number {
    const { activation } = this.#compiled;
    const { error } = activation;
    activation.failed = false;
    activation.error = undefined;
    if (error instanceof Refused && this.#machine.metering.deferred) {
      this.#machine.metering.deferred = false;
      this.#machine.metering.refund();
      return status.go;
    }
    return this.#machine.recover(error);
  }
}

/** The tier of a machine, where one was asked for and the host lets it be. */
export function tierFor(machine: Machine, choice: TierChoice): Tier | undefined {
  if (choice === "interpreter") return undefined;
  const compiled = compiledModule(machine.loaded);
  return compiled === undefined ? undefined : new Tier(machine, compiled, choice);
}
