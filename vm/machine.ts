/**
 * One run of a module. The state is all here and on the heap: registers of all frames in one array, frames as three words each, two int32 cells of fuel and
 * space. `step` runs the interpreter until it comes back, and may be called again after every pause.
 */
import type { KindOf } from "../schemas/fzb/module.ts";
import { type ExceptionName, exceptions } from "../schemas/isa/exceptions.ts";
import { builtinTypes } from "../schemas/isa/kinds.ts";
import type { BuiltinContext } from "./builtins/context.ts";
import { callAsMethod, methodFuel } from "./builtins/table.ts";
import { castTo } from "./casts.ts";
import { initialValue, type Member, type TypeDescriptor } from "./descriptor.ts";
import { FusabiError, noExport } from "./error.ts";
import { makeException, ofHost, Raised, Refused, raise } from "./exceptions.ts";
import { HostCalls } from "./host-calls.ts";
import { run } from "./interpreter.gen.ts";
import { type Tier, type TierStats, tierFor } from "./jit/tier.ts";
import { completeLimits, defaultLimits, type Limits, pauseReason, status } from "./limits.ts";
import { type Entry, type LoadedModule, metaColumn, metaStride, undecoded } from "./load.ts";
import { entryFinder, type MachineOptions, type MachineStats, type StepOutcome } from "./machine-options.ts";
import { Making } from "./making.ts";
import { Looks, sizes } from "./memory.ts";
import { Metering } from "./metering.ts";
import type { GuestObject } from "./object.ts";
import { liveRegisters, type Place } from "./roots.ts";
import { SharedValues } from "./shared-values.ts";
import { Stack } from "./stack.ts";
import { firstBase, frameWords } from "./stack-layout.ts";
import { renderTrace, type TraceFrame, type Trap, type TrapCode, type Ungranted } from "./traps.ts";
import { traceTo, Unwinding } from "./unwinding.ts";
import { type Callee, type Closure, descriptorOf, emptyArray, isArray, itemsIn } from "./value.ts";

export type { MachineOptions, MachineStats, StepOutcome };

export class Machine extends Making implements BuiltinContext {
  readonly loaded: LoadedModule;
  readonly code: Int32Array;
  readonly meta: Int32Array;
  readonly types: readonly TypeDescriptor[];
  readonly strings: readonly string[];
  readonly doubles: readonly number[];
  readonly integers: readonly bigint[];
  readonly cachedTypes: (TypeDescriptor | undefined)[];
  readonly cachedMembers: (Member | undefined)[];
  readonly closureType: TypeDescriptor;
  readonly callees: readonly Callee[];
  readonly stack: Stack;
  /** The stack's. */
  readonly registers: unknown[];
  readonly globals: unknown[];
  readonly scratch: unknown[] = [];
  pc = 0;
  base = firstBase;
  top = firstBase;
  fp = 0;
  readonly metering: Metering;
  #ids: WeakMap<object, number> | undefined;
  #arrayTypes: WeakMap<object, string> | undefined;
  nextId = 1;
  readonly hostCalls: HostCalls;
  readonly tier: Tier | undefined;
  #state: "idle" | "ready" | "running" | "ended" = "idle";
  #ended: StepOutcome | undefined;
  #trap: Trap | undefined;
  readonly unwinding: Unwinding = new Unwinding();
  readonly shared: SharedValues;
  /** Where the runs are that called the host functions inside which others run. */
  readonly #outer: Place[] = [];
  readonly #looks = new Looks();

  constructor(loaded: LoadedModule, options: MachineOptions = {}) {
    super();
    this.loaded = loaded;
    this.code = loaded.code;
    this.meta = loaded.meta;
    this.types = loaded.types;
    this.strings = loaded.module.strings;
    this.doubles = loaded.module.doubles;
    this.integers = loaded.module.integers;
    this.cachedTypes = loaded.cachedTypes;
    this.cachedMembers = loaded.cachedMembers;
    this.closureType = loaded.types[builtinTypes.closure.index];
    this.callees = loaded.callees;
    this.shared = new SharedValues(this.closureType);
    this.globals = loaded.module.globals.map((global) => initialValue(global.kind));
    this.metering = new Metering(completeLimits(options.limits ?? {}, defaultLimits), () => this.#look(), options.interrupted);
    this.stack = new Stack(this.metering, loaded.mostRegisters);
    this.registers = this.stack.registers;
    this.hostCalls = new HostCalls(loaded.module.imports, loaded.importNames, entryFinder(options));
    this.tier = tierFor(this, options.tier ?? "auto");
  }

  /** Makes an export ready to run, or the entry where no name is given; arguments are primitives of the kinds it declares. */
  start(name?: string, args: readonly unknown[] = []): void {
    if (this.#trap !== undefined) throw new FusabiError("misuse", "the machine trapped, which is final; make another one");
    const at = args.findIndex((argument) => typeof argument === "object" && argument !== null);
    if (at >= 0) throw new FusabiError("misuse", `argument ${at} is an object; expected a primitive`);
    const entry = this.loaded.entries.get(name ?? "");
    if (entry === undefined)
      throw name === undefined ? new FusabiError("no_such_export", "the module has no entry") : noExport("the module", name, [...this.loaded.entries.keys()].filter(Boolean));
    this.begin(entry, args);
  }

  /** Makes a function ready to run with guest values, after whatever came before: even after a trap, which leaves the globals as they are. */
  begin(entry: Entry, args: readonly unknown[]): void {
    if (this.#state === "ready" || this.#state === "running") throw new FusabiError("busy", "the machine is running something already; step it to its end, or make another one");
    this.#place(entry, args, firstBase, 0);
    this.metering.forfeit();
    this.#state = "ready";
    this.#ended = undefined;
    this.#trap = undefined;
  }

  /** Raises an exception where a paused or waiting run is; `step` goes on in its handlers. */
  raise(exception: ExceptionName): void {
    if (this.#state !== "ready") throw new FusabiError("misuse", "nothing is paused or waiting");
    // A run that waits stands behind its call, handlers reach up to it.
    if (this.hostCalls.stopWaiting()) this.pc--;
    const code = this.raiseHere(new Raised(exception, exceptions[exception].message));
    if (code === status.go) return;
    this.#state = "ended";
    this.outcome(code);
  }

  /** Gives up what is ready, waits or has trapped: nothing of it runs any more. */
  drop(): void {
    if (this.#state === "running") throw new FusabiError("busy", "the machine is running: it can be dropped between steps");
    this.hostCalls.abandon();
    if (this.loaded.abandoned >= 0) this.globals[this.loaded.abandoned] = true;
    this.#state = "idle";
    this.#ended = undefined;
    this.#trap = undefined;
  }

  #place({ fn, pc }: Entry, args: readonly unknown[], base: number, fp: number): void {
    const { params, registers } = fn < 0 ? { params: args.length, registers: undefined } : this.loaded.module.functions[fn];
    if (args.length !== params) throw new FusabiError("bad_value", `${args.length} arguments, expected ${params}`);
    this.stack.extend(base + params + 1);
    for (let index = 0; index < params; index++) this.registers[base + index] = registers === undefined ? args[index] : this.#argument(index, registers[index], args[index]);
    this.pc = pc;
    this.base = base;
    this.top = base + Math.max(params, 1);
    this.fp = fp;
  }

  #argument(index: number, { kind, type }: KindOf, argument: unknown): unknown {
    if (kind === "any") return argument;
    try {
      return castTo(kind, type, argument, this.types);
    } catch (error) {
      throw error instanceof Raised
        ? new FusabiError("bad_value", `argument ${index} is ${typeof argument === "object" ? "an object" : String(argument)}; expected ${kind}`)
        : error;
    }
  }

  /** Whether a run is under way, for instance in a host function that it calls: then only `nested` runs guest code. */
  get calling(): boolean {
    return this.#state === "running";
  }

  /**
   * Runs a function to its end inside the host function that the guest is calling, or where its run ends, on top of the caller's frames and by its limits, however little fuel the
   * running step has left. Anything but an end is given up, and the caller is where it was.
   */
  nested(entry: Entry, args: readonly unknown[]): StepOutcome {
    if (this.#state !== "running") throw new FusabiError("misuse", "nothing is running");
    const { pc, base, top, fp } = this;
    const { interrupted } = this.metering;
    this.#outer.push({ pc, base, top, fp });
    this.metering.interrupted = false;
    this.metering.lend();
    try {
      this.#place(entry, args, top, fp);
      const code = run(this);
      const reason = pauseReason(code);
      if (reason !== undefined) return { paused: true, reason };
      if (code === status.waiting) return this.hostCalls.waiting() as StepOutcome;
      return code === status.done ? { done: true, value: this.registers[top] } : { trapped: true, trap: this.#trap as Trap };
    } finally {
      this.metering.takeBack();
      this.tier?.forget();
      this.hostCalls.stopWaiting();
      this.metering.interrupted ||= interrupted;
      this.#outer.pop();
      this.#trap = undefined;
      Object.assign(this, { pc, base, top, fp });
    }
  }

  get ids(): WeakMap<object, number> {
    return (this.#ids ??= new WeakMap());
  }

  get arrayTypes(): WeakMap<object, string> {
    return (this.#arrayTypes ??= new WeakMap());
  }

  /** The guest value that the last run gave. */
  get result(): unknown {
    return this.registers[firstBase];
  }

  /** Adds fuel to what is left of earlier steps and runs until something is to be said. */
  step(fuel: number = Number.POSITIVE_INFINITY): StepOutcome {
    if (typeof fuel !== "number" || !(fuel >= 0) || (Number.isFinite(fuel) && !Number.isSafeInteger(fuel)))
      throw new FusabiError("misuse", `step takes a whole number of fuel units, not ${String(fuel)}`);
    return this.#ended ?? this.outcome(this.advance(fuel));
  }

  /** The same for who reads the result himself: gives the status that the run came back with. */
  advance(fuel: number): number {
    if (this.#state !== "ready")
      throw this.#state === "running" ? new FusabiError("busy", "a host function stepped the machine that called it") : new FusabiError("misuse", "nothing was started");
    this.metering.grant(fuel);
    if (this.hostCalls.waiting() !== undefined) return status.waiting;
    this.#state = "running";
    this.tier?.acquire();
    try {
      const code = this.hostCalls.deliver(this) || this.tier?.again() || run(this);
      if (code === status.done || code === status.trapped) this.#state = "ended";
      return code;
    } finally {
      this.tier?.release();
      if (this.#state === "running") this.#state = "ready";
    }
  }

  /** Whether there is a run to go on with. A machine that runs now, or has trapped, has no state to save: a fault. */
  get saved(): "idle" | "ready" {
    if (this.#state === "running") throw new FusabiError("busy", "the machine is running: a snapshot is taken between steps");
    if (this.#trap !== undefined) throw new FusabiError("misuse", "the machine trapped, which is final; there is nothing to save");
    return this.#state === "ready" ? "ready" : "idle";
  }

  get hasTrapped(): boolean {
    return this.#trap !== undefined;
  }

  /** Takes over a run whose registers and frames are in place. */
  takeOver(state: "idle" | "ready", deepest: number): void {
    this.#state = state;
    this.stack.takeOver(deepest, this.fp);
  }

  /** What a status says. */
  outcome(code: number): StepOutcome {
    const reason = pauseReason(code);
    if (reason !== undefined) return { paused: true, reason };
    if (code === status.waiting) return this.hostCalls.waiting() as StepOutcome;
    this.#ended = code === status.done ? { done: true, value: outward(this.registers[firstBase]) } : { trapped: true, trap: this.#trap as Trap };
    return this.#ended;
  }

  /** Pauses the run at its next charge point. */
  interrupt(): void {
    this.metering.interrupted = true;
    this.metering.request();
  }

  setLimits(limits: Partial<Limits>): void {
    this.metering.setLimits(completeLimits(limits, this.metering.limits));
    this.stack.settle();
  }

  stats(): MachineStats {
    const { fuelUsed, peakLive, allocatedBytes } = this.metering;
    return { fuelUsed, peakLiveBytes: peakLive, deepestStack: this.stack.deepest, allocatedBytes, outputBytes: this.hostCalls.written };
  }

  /** What ran compiled; undefined where nothing may be. */
  tierStats(): TierStats | undefined {
    return this.tier?.stats();
  }

  /** Settles when a step can go on after the outcome `waiting`. */
  settled(): Promise<void> {
    return this.hostCalls.settled();
  }

  /** Where the run is, innermost frame first. */
  trace(): TraceFrame[] {
    return traceTo(this, -1);
  }

  stackTrace(): string {
    return renderTrace(this.trace());
  }

  // ---- for the run loop

  /** Fuel for a charge that took the cell below zero; the charge is taken back. */
  refuel(charge: number): number {
    this.metering.cells[0] += charge;
    return this.metering.ensure(charge);
  }

  /** The same for entering a function: its first call decodes it, and learns its charge. */
  refuelEntry(fn: number): number {
    const charge = this.meta[fn * metaStride + metaColumn.charge];
    if (charge !== undecoded) return this.refuel(charge);
    this.metering.cells[0] += undecoded;
    this.loaded.prepare(fn);
    return status.go;
  }

  initialise(fn: number, window: number): void {
    for (const [register, value] of this.loaded.initials[fn]) this.registers[window + register] = value;
  }

  /** The registers named by a list of the running instruction, in a fresh array. */
  gather(base: number, count: number, at: number): unknown[] {
    const items: unknown[] = count === 1 ? [undefined] : count === 2 ? [undefined, undefined] : emptyArray();
    for (let index = 0; index < count; index++) items[index] = this.registers[base + this.code[at + index]];
    return items;
  }

  sharedClosure(fn: number): Closure {
    return this.shared.closureOf(this.loaded.callees[fn]);
  }

  typeValue(type: TypeDescriptor): unknown {
    return this.loaded.typeValues[type.index];
  }

  constantCase(type: TypeDescriptor, tag: number): GuestObject {
    return this.shared.constantCase(type, tag);
  }

  methodCost(builtin: number, receiver: unknown, given: readonly unknown[]): number {
    return methodFuel(builtin, receiver, given);
  }

  callMethod(builtin: number, receiver: unknown, given: readonly unknown[]): unknown {
    return callAsMethod(this, builtin, receiver, given);
  }

  missing(receiver: unknown, name: string): never {
    return raise("MissingMethod", `Method not found: '${descriptorOf(receiver, this.types).name}.${name}'.`);
  }

  callHost(index: number, args: readonly unknown[], dst: number, next: number): number {
    return this.hostCalls.call(this, index, args, dst, next);
  }

  /** Ends the run. */
  trapWith(code: TrapCode, message: string, trace: readonly TraceFrame[] = this.trace(), exceptionType?: string): number {
    this.#trap = { code, message, trace, ...(exceptionType === undefined ? {} : { exceptionType }) };
    return status.trapped;
  }

  /** Ends the run at a call that the host did not grant. */
  refuse(name: string, refused: Ungranted): number {
    const { capability, scope } = refused;
    const message = `${name} needs the capability ${capability}${scope === undefined ? "" : ` for ${scope}`}, which was not granted`;
    this.#trap = { code: "import_missing", message, refused, trace: this.trace() };
    return status.trapped;
  }

  /** Goes on after something the run loop caught; what is not the guest's is thrown on. */
  recover(error: unknown): number {
    if (error instanceof Refused) {
      this.metering.refund();
      return error.fuel > 0 ? this.metering.ensure(error.fuel) : error.status;
    }
    const raised = ofHost(error);
    if (!(raised instanceof Raised)) throw error;
    return this.raiseHere(raised);
  }

  raiseHere(raised: Raised): number {
    const exception = makeException(raised, this.loaded.typesByName);
    if (exception !== undefined) return this.throwValue(exception);
    return this.trapWith("unhandled_exception", raised.message, this.trace(), exceptions[raised.exception].type);
  }

  /** Throws a guest value from where the run is: goes on in the innermost handler, or traps. */
  throwValue(value: unknown): number {
    return this.unwinding.throw(this, value);
  }

  /** Bytes of everything alive. What is above the running frame's window is dropped. */
  #look(): number {
    this.registers.fill(undefined, this.top);
    const stack = sizes.register * this.top + sizes.frame * (this.fp / frameWords);
    const outer = this.#outer.map((place) => liveRegisters(this, place));
    const { cases, closures } = this.shared;
    return (
      stack + this.#looks.measure([liveRegisters(this, this), ...outer, this.globals, cases.flat(), closures, [this.unwinding.last?.value], this.hostCalls.given], this.#arrayTypes)
    );
  }
}

/** What a host may see of a result: primitives, and copies of arrays of them. */
function outward(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (!isArray(value)) return undefined;
  const items = Array.from(itemsIn(value));
  return items.every((item) => typeof item !== "object" || item === null) ? items : undefined;
}
