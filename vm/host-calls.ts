/** Calls of the host's functions. What goes out and comes back are values of the kinds the import declares. */
import type { Import } from "../schemas/fzb/module.ts";
import { castTo } from "./casts.ts";
import { Raised, Refused } from "./exceptions.ts";
import { isPromise, thrownText } from "./host-values.ts";
import { limitTable, pauseReason, status } from "./limits.ts";
import type { Machine, StepOutcome } from "./machine.ts";
import { sizes } from "./memory.ts";
import type { Metering } from "./metering.ts";

/** Gets copies of primitives; gives a value of the import's result kind, or a promise of one: then the guest waits and the host does not. */
export type HostFunction = (...args: never[]) => unknown;

/** The host's side of one import. */
export interface HostEntry {
  /** Takes guest values; gives what the host answered. */
  call(args: readonly unknown[]): unknown;
  /** The answer as a guest value, paid from the account; throws an Error where it is none. */
  accept(answer: unknown, account: Account): unknown;
  /** Whether the guest goes on at once with a token, and asks for the answer by it later. */
  readonly later: boolean;
}

/** What a value that comes in is counted by: `within` throws Refused where it is larger than the limit. */
export type Account = Pick<Metering, "allocate" | "within">;

/** `accepted` is a guest value of so many bytes: what a saved state has of an answer. */
export type Settled = { readonly value: unknown } | { readonly error: unknown } | { readonly accepted: unknown; readonly bytes: number };

/** A call whose answer the guest has not got yet. */
export interface OpenCall {
  readonly token: number;
  /** Of the import. */
  readonly index: number;
  /** Guest values. */
  readonly args: readonly unknown[];
  readonly settled: Settled | undefined;
}

interface Pending extends OpenCall {
  settled: Settled | undefined;
}

/** How a call that was open when a run was saved is answered: by asking again, by a guest exception, or by a function's value or promise. */
export type CallAnswer = "ask" | "fail" | ((call: { readonly token: number; readonly module: string; readonly name: string; readonly args: readonly unknown[] }) => unknown);

/** What the guest waits for: the answer of one call, or of any that is open. */
export interface Waiting {
  readonly token: number | undefined;
  readonly dst: number;
}

/** Imports whose text counts as output. */
const writers: ReadonlySet<string> = new Set(["fusabi.write", "fusabi.write_error"]);
/** Gives `[token, succeeded, answer or message]` of a call that was answered; waits for one where none is; undefined where none is open. */
const settledImport = "fusabi.settled";
/** Imports of the runtime library that go on while the guest does. */
const laterImports: ReadonlySet<string> = new Set(["fusabi.start_sleep", "fusabi.fetch"]);

/** A host function throws it for what of its capability the guest may not use: the run ends there, and the guest sees nothing. */
export class NotGranted extends Error {
  // A field, for an assignment would meet a frozen Error.prototype.
  override readonly name: string = "NotGranted";
  readonly scope: string;

  /** `scope` is a variable's name, a path, a host. */
  constructor(scope: string) {
    super(`${scope} is not granted`);
    this.scope = scope;
  }
}

/** The open calls of a machine that has none: most have none ever. */
const noCalls: Map<number, Pending> = new Map();

type Answer = Exclude<Settled, { readonly error: unknown }>;

/** Whether a status leaves an answer where it is. */
const isPause = (code: number): boolean => pauseReason(code) !== undefined;

export class HostCalls {
  /** UTF-8 bytes of output so far. */
  written = 0;
  /** What a host function threw last. */
  lastError: unknown;
  readonly #names: readonly string[];
  readonly #imports: readonly Import[];
  readonly #entries: readonly (HostEntry | undefined)[];
  #open: Map<number, Pending> = noCalls;
  /** Tokens in the order of their answers. */
  readonly #answered: number[] = [];
  #waiting: Waiting | undefined;
  nextToken = 1;
  #wake: (() => void)[] = [];

  /** `names` are those of the imports with their modules. */
  constructor(imports: readonly Import[], names: readonly string[], entryOf: (wanted: Import, name: string) => HostEntry | undefined) {
    this.#imports = imports;
    this.#names = names;
    this.#entries = imports.map((wanted, index) => entryOf(wanted, names[index]));
  }

  get openCalls(): readonly OpenCall[] {
    return [...this.#open.values()];
  }

  /** What open calls were given, which lives as long as they do. */
  get given(): readonly unknown[] {
    return this.openCalls.flatMap(({ args }) => args);
  }

  get waitingFor(): Waiting | undefined {
    return this.#waiting;
  }

  /** Whether an import is the one that waits for any call. */
  waitsForAny(index: number): boolean {
    return this.#names[index] === settledImport;
  }

  /** Goes on waiting for calls that were open when the machine's state was saved. */
  takeOver(calls: readonly OpenCall[], waiting: Waiting | undefined, how: CallAnswer): void {
    this.#waiting = waiting;
    for (const call of calls) {
      const { token, index, args } = call;
      const { module, name } = this.#imports[index];
      const pending: Pending = { ...call };
      this.#keep(pending);
      const settle = (settled: Settled): void => {
        pending.settled = settled;
        this.#answered.push(token);
      };
      if (call.settled !== undefined) {
        settle(call.settled);
        continue;
      }
      try {
        const entry = this.#entries[index];
        if (how === "fail") throw new Error(`${module}.${name} was interrupted`);
        if (how === "ask" && entry === undefined) throw new Error(`${module}.${name} is not granted any more`);
        const answer = how === "ask" ? (entry as HostEntry).call(args) : how({ token, module, name, args });
        if (isPromise(answer)) this.#settleLater(pending, answer);
        else settle({ value: answer });
      } catch (error) {
        settle({ error });
      }
    }
  }

  /** The outcome to give while the guest waits for what the host has not answered. */
  waiting(): StepOutcome | undefined {
    if (this.#waiting === undefined || this.#ready(this.#waiting)) return undefined;
    const { token } = this.#waiting;
    return { waiting: true, tokens: token === undefined ? [...this.#open.keys()] : [token] };
  }

  /** Settles when a step can go on. */
  settled(): Promise<void> {
    if (this.waiting() === undefined) return Promise.resolve();
    return new Promise((resolve) => this.#wake.push(resolve));
  }

  /** Forgets what is open: answers that come later are nobody's. */
  abandon(): void {
    this.#open = noCalls;
    this.#answered.length = 0;
    this.stopWaiting();
  }

  /** Ends a wait without an answer; whether there was one. */
  stopWaiting(): boolean {
    const waited = this.#waiting !== undefined;
    this.#waiting = undefined;
    this.#notify();
    return waited;
  }

  #ready({ token }: Waiting): boolean {
    return token === undefined ? this.#answered.length > 0 || this.#open.size === 0 : this.#open.get(token)?.settled !== undefined;
  }

  #notify(): void {
    const woken = this.#wake;
    this.#wake = [];
    for (const wake of woken) wake();
  }

  call(machine: Machine, index: number, args: readonly unknown[], dst: number, next: number): number {
    const name = this.#names[index];
    const entry = this.#entries[index];
    if (name === settledImport) {
      machine.pc = next;
      this.#waiting = { token: undefined, dst };
      return this.#ready(this.#waiting) ? this.deliver(machine) : status.waiting;
    }
    const { capability } = this.#imports[index];
    if (entry === undefined) return machine.refuse(name, { capability });
    if (writers.has(name)) {
      const bytes = utf8Length(String(args[0] ?? ""));
      if (this.written + bytes > machine.metering.limits.output) return status.output;
      this.written += bytes;
    }
    const later = entry.later || laterImports.has(name);
    if (later && this.#open.size >= machine.metering.limits.pending) return limitTable.pending.status;
    let answer: unknown;
    try {
      answer = entry.call(args);
    } catch (error) {
      if (isRefusal(error)) return machine.refuse(name, { capability, scope: error.scope });
      if (!later) return this.#fail(machine, error);
      machine.pc = next;
      machine.registers[dst] = this.#add(index, args, { error }).token;
      return status.go;
    }
    machine.pc = next;
    if (later) {
      machine.registers[dst] = isPromise(answer) ? this.#follow(index, args, answer) : this.#add(index, args, { value: answer }).token;
      return status.go;
    }
    if (isPromise(answer)) {
      this.#waiting = { token: this.#follow(index, args, answer), dst };
      return status.waiting;
    }
    const settled = { value: answer };
    const code = this.#accept(machine, index, dst, settled);
    if (isPause(code)) this.#waiting = { token: this.#add(index, args, settled).token, dst };
    return code;
  }

  #add(index: number, args: readonly unknown[], settled: Settled | undefined): Pending {
    const pending: Pending = { token: this.nextToken++, index, args, settled };
    this.#keep(pending);
    if (settled !== undefined) this.#answered.push(pending.token);
    return pending;
  }

  #keep(pending: Pending): void {
    if (this.#open === noCalls) this.#open = new Map();
    this.#open.set(pending.token, pending);
  }

  /** A call that a promise will answer. What a hostile `then` does is the promise's own affair. */
  #follow(index: number, args: readonly unknown[], answer: PromiseLike<unknown>): number {
    const pending = this.#add(index, args, undefined);
    this.#settleLater(pending, answer);
    return pending.token;
  }

  #settleLater(pending: Pending, answer: PromiseLike<unknown>): void {
    const settle = (settled: Settled): void => {
      if (this.#open.get(pending.token) !== pending) return;
      pending.settled = settled;
      this.#answered.push(pending.token);
      if (this.#waiting !== undefined && this.#ready(this.#waiting)) this.#notify();
    };
    Promise.resolve(answer).then(
      (value) => settle({ value }),
      (error: unknown) => settle({ error }),
    );
  }

  /** Hands the guest what it waited for. */
  deliver(machine: Machine): number {
    const waiting = this.#waiting;
    if (waiting === undefined || !this.#ready(waiting)) return status.go;
    this.#waiting = undefined;
    const token = waiting.token ?? this.#answered[0];
    const pending = token === undefined ? undefined : this.#open.get(token);
    if (token === undefined || pending?.settled === undefined) {
      machine.registers[waiting.dst] = undefined;
      return status.go;
    }
    const { index, settled } = pending;
    const code = this.#hand(machine, waiting, token, index, settled);
    if (isPause(code)) this.#waiting = waiting;
    else {
      this.#open.delete(token);
      this.#answered.splice(this.#answered.indexOf(token), 1);
    }
    return code;
  }

  #hand(machine: Machine, { token: wanted, dst }: Waiting, token: number, index: number, settled: Settled): number {
    if (wanted === undefined) return this.#answer(machine, dst, token, index, settled);
    if (!("error" in settled)) return this.#accept(machine, index, dst, settled);
    machine.pc--;
    return this.#fail(machine, settled.error);
  }

  #answer(machine: Machine, dst: number, token: number, index: number, settled: Settled): number {
    let answer: readonly unknown[];
    try {
      answer = "error" in settled ? [token, false, this.#message(settled.error)] : [token, true, this.#accepted(index, settled, machine.metering)];
    } catch (error) {
      return this.#mistake(machine, index, error);
    }
    machine.metering.allocate(64);
    machine.registers[dst] = answer;
    return status.go;
  }

  #accept(machine: Machine, index: number, dst: number, settled: Answer): number {
    const { result } = this.#imports[index];
    try {
      machine.registers[dst] = castTo(result, 0, this.#accepted(index, settled, machine.metering), machine.types);
      return status.go;
    } catch (error) {
      return this.#mistake(machine, index, error);
    }
  }

  /** The guest value of an answer. A call that was saved may be answered where its import is not granted any more. */
  #accepted(index: number, settled: Answer, account: Account): unknown {
    if ("value" in settled) return (this.#entries[index]?.accept ?? acceptPrimitive)(settled.value, account);
    account.allocate(settled.bytes);
    return settled.accepted;
  }

  /** An answer as a saved state has it: the host's values as the guest's. */
  saved({ index, settled }: OpenCall): Settled | undefined {
    if (settled === undefined || !("value" in settled)) return settled;
    let bytes = 0;
    const account: Account = { allocate: (more) => void (bytes += more), within: () => {} };
    try {
      return { accepted: this.#accepted(index, settled, account), bytes };
    } catch (error) {
      return { error };
    }
  }

  /** The host answered with a value of another type, or one that is larger than a limit: a pause then. */
  #mistake(machine: Machine, index: number, error: unknown): number {
    if (error instanceof Refused) return error.status;
    if (!(error instanceof Error || error instanceof Raised)) throw error;
    return machine.trapWith(
      "import_result",
      `${this.#names[index]} gave a value of another type: ${error instanceof Raised ? `expected ${this.#imports[index].result}` : error.message}`,
    );
  }

  #message(error: unknown): string {
    this.lastError = error;
    return thrownText(error);
  }

  /** A host function failed: the guest sees an exception with the message, never the host's error. */
  #fail(machine: Machine, error: unknown): number {
    return machine.raiseHere(new Raised("Exception", this.#message(error)));
  }
}

/** An import whose values are primitives, as a function of the host's takes and gives them. */
export function primitiveEntry(fn: HostFunction): HostEntry {
  return {
    later: false,
    call: (args) => (fn as (...given: unknown[]) => unknown)(...args.map((argument) => (typeof argument === "object" && argument !== null ? undefined : argument))),
    accept: acceptPrimitive,
  };
}

function acceptPrimitive(answer: unknown, account: Account): unknown {
  if (typeof answer === "string") {
    account.within("string", answer.length);
    account.allocate(sizes.string + sizes.unit * answer.length);
  }
  if ((typeof answer === "object" && answer !== null) || typeof answer === "symbol" || typeof answer === "function") throw new Error(`an ${typeof answer}`);
  return answer;
}

/** Asking a hostile object may throw: then it is none. */
function isRefusal(error: unknown): error is NotGranted {
  try {
    return error instanceof NotGranted;
  } catch {
    return false;
  }
}

function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
