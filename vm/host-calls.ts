/** Calls of the host's functions: what goes out and comes back are primitives of the kinds the import declares. */
import type { Import } from "../schemas/fzb/module.ts";
import { castTo } from "./casts.ts";
import { Raised } from "./exceptions.ts";
import { status } from "./limits.ts";
import type { Machine, StepOutcome } from "./machine.ts";

/** Gets copies of primitives; gives a value of the import's result kind, or a promise of one: then the guest waits and the host does not. */
export type HostFunction = (...args: never[]) => unknown;

/** A call whose answer the guest has not got yet. */
export interface OpenCall {
  readonly token: number;
  /** Of the import. */
  readonly index: number;
  readonly args: readonly unknown[];
  readonly dst: number;
  readonly settled: { readonly value: unknown } | { readonly error: unknown } | undefined;
}

/** How the call that a saved run waits for is answered: by asking again, by a guest exception, or by a function's value or promise. */
export type CallAnswer = "ask" | "fail" | ((call: { readonly token: number; readonly module: string; readonly name: string; readonly args: readonly unknown[] }) => unknown);

interface Pending extends OpenCall {
  settled: OpenCall["settled"];
  readonly done: Promise<void>;
}

/** Imports whose text counts as output. */
const writers: ReadonlySet<string> = new Set(["fusabi.write", "fusabi.write_error"]);

export class HostCalls {
  /** UTF-8 bytes of output so far. */
  written = 0;
  readonly #imports: readonly Import[];
  readonly #functions: readonly (HostFunction | undefined)[];
  #pending: Pending | undefined;
  nextToken = 1;

  constructor(imports: readonly Import[], functions: Readonly<Record<string, HostFunction>>) {
    this.#imports = imports;
    this.#functions = imports.map(({ module, name }) => (Object.hasOwn(functions, `${module}.${name}`) ? functions[`${module}.${name}`] : undefined));
  }

  /** The outcome to give while a host's promise is open. */
  waiting(): StepOutcome | undefined {
    return this.#pending !== undefined && this.#pending.settled === undefined ? { waiting: true, tokens: [this.#pending.token] } : undefined;
  }

  /** Settles when a step can go on. */
  async settled(): Promise<void> {
    await this.#pending?.done;
  }

  /** The call that waits for its answer, or has one that the guest has not got yet. */
  get open(): OpenCall | undefined {
    return this.#pending;
  }

  /** Waits for a call that was open when the machine's state was saved. */
  takeOver(saved: OpenCall, how: CallAnswer): void {
    const { module, name } = this.#imports[saved.index];
    if (saved.settled !== undefined) {
      this.#pending = { ...saved, done: Promise.resolve() };
      return;
    }
    try {
      const fn = this.#functions[saved.index];
      if (how === "fail") throw new Error(`${module}.${name} was interrupted`);
      if (how === "ask" && fn === undefined) throw new Error(`${module}.${name} is not granted any more`);
      this.#wait(saved, how === "ask" ? (fn as (...given: unknown[]) => unknown)(...saved.args) : how({ token: saved.token, module, name, args: saved.args }));
    } catch (error) {
      this.#pending = { ...saved, settled: { error }, done: Promise.resolve() };
    }
  }

  call(machine: Machine, index: number, args: readonly unknown[], dst: number, next: number): number {
    const { module, name, capability } = this.#imports[index];
    const fn = this.#functions[index];
    if (fn === undefined) return machine.trapWith("import_missing", `${module}.${name} needs the capability ${capability}, which was not granted`);
    const outward = args.map((argument) => (typeof argument === "object" && argument !== null ? undefined : argument));
    if (writers.has(`${module}.${name}`)) {
      outward[0] ??= "";
      const bytes = utf8Length(String(outward[0]));
      if (this.written + bytes > machine.metering.limits.output) return status.output;
      this.written += bytes;
    }
    let answer: unknown;
    try {
      answer = (fn as (...given: unknown[]) => unknown)(...outward);
    } catch (error) {
      return this.#fail(machine, error);
    }
    machine.pc = next;
    if (!isPromise(answer)) return this.#accept(machine, index, dst, answer);
    this.#wait({ token: this.nextToken++, index, args: outward, dst, settled: undefined }, answer);
    return status.waiting;
  }

  #wait(call: OpenCall, answer: unknown): void {
    const pending: Pending = {
      ...call,
      settled: isPromise(answer) ? undefined : { value: answer },
      done: Promise.resolve(answer).then(
        (value) => {
          pending.settled = { value };
        },
        (error: unknown) => {
          pending.settled = { error };
        },
      ),
    };
    this.#pending = pending;
  }

  /** Hands a settled promise's value to the guest. */
  deliver(machine: Machine): number {
    const pending = this.#pending;
    if (pending?.settled === undefined) return status.go;
    this.#pending = undefined;
    if ("value" in pending.settled) return this.#accept(machine, pending.index, pending.dst, pending.settled.value);
    machine.pc--;
    return this.#fail(machine, pending.settled.error);
  }

  #accept(machine: Machine, index: number, dst: number, answer: unknown): number {
    const { module, name, result } = this.#imports[index];
    if (typeof answer !== "object" && typeof answer !== "symbol" && typeof answer !== "function") {
      try {
        machine.registers[dst] = castTo(result, 0, answer, machine.types);
        return status.go;
      } catch (error) {
        if (!(error instanceof Raised)) throw error;
      }
    } else if (answer === null && result === "any") {
      machine.registers[dst] = null;
      return status.go;
    }
    return machine.trapWith("import_result", `${module}.${name} gave ${answer === null ? "null" : typeof answer}, expected ${result}`);
  }

  /** A host function failed: the guest sees an exception with the message, never the host's error. */
  #fail(machine: Machine, error: unknown): number {
    return machine.raiseHere(new Raised("Exception", error instanceof Error ? error.message : String(error)));
  }
}

const isPromise = (value: unknown): value is PromiseLike<unknown> => typeof value === "object" && value !== null && typeof (value as { then?: unknown }).then === "function";

function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
