/** A running copy of a module: its own memory, one run at a time. */
import type { FSharpType } from "../../schemas/fsharp-type.ts";
import { Refused } from "../exceptions.ts";
import type { HostEntry } from "../host-calls.ts";
import { type Limits, pauseReason, status } from "../limits.ts";
import type { Entry } from "../load.ts";
import { maxClosureArguments } from "../load.ts";
import { Machine, type MachineOptions, type MachineStats, type StepOutcome } from "../machine.ts";
import { cameThrough } from "../snapshot/frames.ts";
import { restore, type SnapshotOptions, snapshot } from "../snapshot/snapshot.ts";
import type { Closure } from "../value.ts";
import { bound } from "./call-limits.ts";
import { BoundaryError, FusabiError, isInstance, LimitError } from "./errors.ts";
import { Executor, guestError, type RunOptions } from "./executor.ts";
import { Links } from "./links.ts";
import type { EngineModule, ExportEntry, InstanceSettings } from "./module.ts";
import { inward, outward, type Signature } from "./signature.ts";

/** Exports as properties: functions, and values read anew each time. A name is its last part where no other export has the same, and always the whole. */
// biome-ignore lint/suspicious/noExplicitAny: a generated declaration says what an export takes and gives
export type Exports = Record<string, any>;

/** The parameters of an export; a value has none. */
export type ArgumentsOf<F> = F extends (...args: infer A) => unknown ? A : [];

/** What an export gives in the end. */
export type ResultOf<F> = F extends (...args: never) => infer R ? Awaited<R> : F;

/** Exports as promises. */
export type AsyncCalls<E> = { readonly [K in keyof E]: (...args: ArgumentsOf<E[K]>) => Promise<ResultOf<E[K]>> };

/** Objects without a prototype that engines lay out alike, as they do not with `Object.create(null)`. */
const NamedCalls = function NamedCalls() {} as unknown as new () => object;
NamedCalls.prototype = Object.freeze(Object.create(null)) as object;

/** The entry's name in a module's table of entries. */
const entryName = "";

export class Instance<E = Exports> {
  readonly module: EngineModule;
  #exports: E | undefined;
  #async: AsyncCalls<E> | undefined;
  #machine: Machine;
  readonly #links: Links;
  #executor: Executor | undefined;
  /** The end of the last call that waits for its turn. */
  #turn: Promise<unknown> | undefined;
  #closed = false;

  constructor(module: EngineModule, { limits, tier, interrupted, imports, saved }: InstanceSettings) {
    this.module = module;
    this.#links = this.#openLinks();
    const current = this.#current();
    const options: MachineOptions = { limits, tier, ...(interrupted && { interrupted }), entryOf: (wanted) => imports(wanted, this.#links, current) };
    const made = (machine: Machine): void => {
      this.#machine = machine;
    };
    this.#machine = saved === undefined ? new Machine(module.loaded, options) : restore(saved.state, module.loaded, { ...saved.options, ...options, made });
  }

  // Made outside of the constructor, whose scope has what only the making needs.

  #openLinks(): Links {
    return new Links(this.module.loaded.types, (closure, type, args) => this.#callClosure(closure, type, args));
  }

  #current(): () => Machine {
    return () => this.#machine;
  }

  /** Calls that run to the end at once; asyncs and tasks give promises. */
  get exports(): E {
    return (this.#exports ??= this.#calls() as E);
  }

  /** The same calls as promises, which wait for host functions' promises and let the host do other work meanwhile. */
  get async(): AsyncCalls<E> {
    return (this.#async ??= this.#promises());
  }

  /** Calls an export at once. A limit, a promise of the host's or an exception in the guest is an error; the instance can be called again afterwards. */
  call<K extends keyof E & string>(name: K, ...args: ArgumentsOf<E[K]>): ResultOf<E[K]> {
    return this.#callNow(this.#entry(name), this.module.signature(name), args) as never;
  }

  /** Makes a call ready, to be stepped or run. */
  start<K extends keyof E & string>(name: K, ...args: ArgumentsOf<E[K]>): Executor<ResultOf<E[K]>> {
    return this.#start(this.#entry(name), this.module.signature(name), args) as Executor<ResultOf<E[K]>>;
  }

  /** The module's own start: initialisers, and an executable's entry point, whose result is the exit code. */
  startMain(): Executor<number> {
    this.#ready();
    const entry = this.module.loaded.entries.get(entryName);
    if (entry === undefined) throw new FusabiError("no_such_export", `${this.module.name} has no entry point`);
    this.#machine.begin(entry, []);
    return this.#executing(() => this.#exitCode);
  }

  /** Goes on with the call that was saved: of the export that it names, or of the module's own start. */
  resume(): Executor<number>;
  resume<K extends keyof E & string>(name: K): Executor<ResultOf<E[K]>>;
  resume(name?: string): Executor {
    this.#ready();
    if (this.#machine.saved === "idle") throw new FusabiError("misuse", "nothing ran when the state was saved");
    const wanted = name === undefined ? entryName : this.module.fullName(name);
    const { result } = name === undefined ? { result: undefined } : this.module.signature(name);
    const ran = cameThrough(this.#machine);
    if (ran !== wanted) throw new FusabiError("misuse", `what was saved is a run of ${runName(ran)}, not of ${runName(wanted)}`);
    if (result === undefined) return this.#executing(() => this.#exitCode);
    return this.#executing(() => outward(result, this.#machine.result, "result", this.#links));
  }

  get #exitCode(): number {
    return typeof this.#machine.result === "number" ? this.#machine.result : 0;
  }

  /** Runs an executable to its end; gives the exit code. */
  main(options?: RunOptions): Promise<number> {
    return this.#queued(() => runOut(this.startMain(), options));
  }

  /** Sets limits anew: a paused run can go on under them. */
  setLimits(limits: Partial<Limits>): void {
    this.#machine.setLimits(limits);
  }

  /** Runs the host's code with further limits of the calls that it makes: fuel, allocations and output count from now. */
  within<T>(limits: Partial<Limits>, work: () => T): T {
    const end = bound(this.#machine, limits);
    try {
      return work();
    } finally {
      end();
    }
  }

  /** The state of the instance as bytes, with what runs or waits, or between two calls: `module.restore` makes an instance of it. */
  snapshot(options?: SnapshotOptions): Uint8Array {
    if (this.#machine.calling) throw new FusabiError("busy", "a host function saved the instance that is calling it");
    // What trapped is over; a call may come after it.
    if (this.#executor === undefined && this.#machine.hasTrapped) this.#machine.drop();
    return snapshot(this.#machine, options);
  }

  stats(): MachineStats {
    return this.#machine.stats();
  }

  /** Pauses what runs at its next charge point. */
  interrupt(): void {
    this.#machine.interrupt();
  }

  /** Drops what runs and refuses further calls. */
  close(): void {
    this.#executor?.drop();
    this.#closed = true;
  }

  #entry(name: string): Entry {
    const entry = name === entryName ? undefined : this.module.loaded.entries.get(this.module.fullName(name));
    if (entry === undefined) throw this.module.noExport(name);
    return entry;
  }

  #ready(): void {
    if (this.#closed) throw new FusabiError("dropped", "the instance is closed");
    if (this.#executor !== undefined || this.#machine.calling)
      throw new FusabiError("busy", "the instance is running something already; wait for it, drop it, or make another instance");
  }

  #inward(signature: Signature, args: readonly unknown[]): unknown[] {
    try {
      return signature.inward(args, this.#links, this.#machine.metering);
    } catch (error) {
      if (isInstance(error, Refused)) throw new LimitError(pauseReason(error.status) ?? "memory", []);
      throw error;
    }
  }

  #start(entry: Entry, signature: Signature, args: readonly unknown[], first: readonly unknown[] = []): Executor {
    this.#ready();
    const values = this.#inward(signature, args);
    this.#ready();
    this.#machine.begin(entry, [...first, ...values]);
    return this.#executing(() => outward(signature.result, this.#machine.result, "result", this.#links));
  }

  #executing<T>(value: () => T): Executor<T> {
    const executor = new Executor(this.#machine, value, () => {
      this.#executor = undefined;
    });
    this.#executor = executor as Executor;
    return executor;
  }

  #callNow(entry: Entry, signature: Signature, args: readonly unknown[], first: readonly unknown[] = []): unknown {
    if (this.#closed) throw new FusabiError("dropped", "the instance is closed");
    const machine = this.#machine;
    const values = this.#inward(signature, args);
    const given = first.length === 0 ? values : [...first, ...values];
    if (machine.calling) return this.#finish(machine.nested(entry, given), signature, true);
    if (this.#executor !== undefined) this.#ready();
    machine.begin(entry, given);
    const code = machine.advance(Number.POSITIVE_INFINITY);
    return code === status.done ? outward(signature.result, machine.result, "result", this.#links) : this.#finish(machine.outcome(code), signature, false);
  }

  #finish(outcome: StepOutcome, signature: Signature, nested: boolean): unknown {
    const machine = this.#machine;
    if ("done" in outcome) return outward(signature.result, nested ? outcome.value : machine.result, "result", this.#links);
    if ("trapped" in outcome) throw guestError(machine, outcome);
    const trace = machine.trace();
    if (!nested) machine.drop();
    if (nested) throw new FusabiError("reentrant_suspend", `a guest function called by a host function had to ${"paused" in outcome ? `pause: ${outcome.reason}` : "wait"}`);
    if ("paused" in outcome) throw new LimitError(outcome.reason, trace);
    throw new FusabiError("would_wait", `the call waits for a host function's promise: call it through \`async\`, or start an executor`);
  }

  #callClosure(closure: Closure, type: FSharpType, args: readonly unknown[]): unknown {
    const signature = this.module.signatures.of(type);
    const { length } = signature.params;
    if (length > maxClosureArguments) throw new BoundaryError("", `a function of ${length} parameters; a host can call those of ${maxClosureArguments} at most`);
    const entry = this.module.loaded.closureEntries[length];
    return signature.isAsynchronous ? this.#queued(() => runOut(this.#start(entry, signature, args, [closure]))) : this.#callNow(entry, signature, args, [closure]);
  }

  /** Calls that may take their time come one after the other. */
  #queued<T>(call: () => Promise<T>): Promise<T> {
    const mine = (this.#turn ?? Promise.resolve()).then(call);
    this.#turn = mine.catch(() => {});
    return mine;
  }

  #calls(): Exports {
    const made = new NamedCalls() as Record<string, unknown>;
    for (const each of this.module.entries) Object.defineProperty(made, each.name, { enumerable: true, ...this.#property(each) });
    return Object.freeze(made);
  }

  #property({ entry, signature, setter }: ExportEntry): PropertyDescriptor {
    if (!signature.isValue)
      return {
        value: signature.isAsynchronous
          ? (...args: unknown[]): unknown => this.#queued(() => runOut(this.#start(entry, signature, args)))
          : (...args: unknown[]): unknown => this.#callNow(entry, signature, args),
      };
    const get = (): unknown => this.#callNow(entry, signature, []);
    return setter === undefined ? { get } : { get, set: (value: unknown): void => void this.#callNow(setter.entry, setter.signature, [value]) };
  }

  #promises(): AsyncCalls<E> {
    const made = Object.create(null) as Record<string, (...args: unknown[]) => Promise<unknown>>;
    for (const { name, entry, signature } of this.module.entries) made[name] = (...args) => this.#queued(() => runOut(this.#start(entry, signature, args)));
    return Object.freeze(made) as AsyncCalls<E>;
  }
}

const runName = (entry: string | undefined): string => (entry === undefined ? "a function that the program gave" : entry === entryName ? "the module's own start" : entry);

/** Runs what no host can go on with: when it does not come to its end, it is given up. */
async function runOut<T>(executor: Executor<T>, options?: RunOptions): Promise<T> {
  try {
    return await executor.run(options);
  } finally {
    executor.drop();
  }
}

/** An import that the host registered, with the values that its F# type declares. */
export function typedEntry(fn: (...args: unknown[]) => unknown, signature: Signature, name: string, links: Links, machine: () => Machine): HostEntry {
  const { params, result } = signature;
  const labels = signature.labels.map((label) => `${name}: ${label}`);
  const spend = (fuel: number): void => machine().metering.owe(fuel);
  return {
    later: signature.isAsynchronous,
    call: (args) => {
      switch (params.length) {
        case 0:
          return fn();
        case 1:
          return fn(outward(params[0], args[0], labels[0], links, spend));
        default:
          return fn(...params.map((param, index) => outward(param, args[index], labels[index], links, spend)));
      }
    },
    accept: (answer, account) => inward(result, answer, "its answer", links, account),
  };
}
