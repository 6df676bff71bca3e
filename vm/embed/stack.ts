/** An instance behind a stack of values, as Lua's hosts have it: for hosts that are written against a stack, or call what they know by name only. */
import { FusabiError } from "./errors.ts";
import type { Instance } from "./instance.ts";

const deepest = 1_000_000;

export class Vm {
  readonly #instance: Instance;
  #stack: unknown[] = [];
  #refs: Map<number, unknown> = new Map();
  #nextRef = 1;

  constructor(instance: Instance) {
    this.#instance = instance;
  }

  /** How many values are on the stack. */
  get top(): number {
    return this.#stack.length;
  }

  push(...values: readonly unknown[]): this {
    if (this.top + values.length > deepest) throw new FusabiError("misuse", `the stack would hold more than ${deepest} values`);
    this.#stack.push(...values);
    return this;
  }

  /** Takes values off; gives the last one taken. */
  pop(count: number = 1): unknown {
    this.#need(count, "pop");
    let value: unknown;
    for (let left = count; left > 0; left--) value = this.#stack.pop();
    return value;
  }

  /** A value by its place: 1 is the first, -1 the last. */
  peek(index: number = -1): unknown {
    const at = index < 0 ? this.top + index : index - 1;
    if (!Number.isInteger(index) || at < 0 || at >= this.top) throw new FusabiError("misuse", `the stack has ${this.top} values, none at ${index}`);
    return this.#stack[at];
  }

  /** Pushes an export: a function, or a value's content. */
  getGlobal(name: string): this {
    this.#known(name);
    return this.push(this.#instance.exports[name]);
  }

  /** Pops a value into a mutable value of the module. */
  setGlobal(name: string): this {
    this.#need(1, "setGlobal");
    this.#known(name);
    const { set } = Object.getOwnPropertyDescriptor(this.#instance.exports, name) ?? {};
    if (set === undefined) throw new FusabiError("misuse", `${name} is no mutable value`);
    set(this.peek());
    this.pop();
    return this;
  }

  /** Pops so many arguments and the function below them, and pushes its result. After an error they are popped too. */
  call(count: number): this {
    this.#need(count + 1, "call");
    const args = this.#stack.splice(this.top - count);
    const fn = this.#stack.pop();
    if (typeof fn !== "function") throw new FusabiError("misuse", `call of ${fn === null ? "null" : `a ${typeof fn}`}: the function stands below its arguments`);
    return this.push((fn as (...given: unknown[]) => unknown)(...args));
  }

  /** The same; gives whether it succeeded, and pushes the error where it did not. */
  pcall(count: number): boolean {
    this.#need(count + 1, "pcall");
    try {
      this.call(count);
      return true;
    } catch (error) {
      this.push(error);
      return false;
    }
  }

  /** Pops a value into the registry; gives the number that brings it back. */
  ref(): number {
    this.#need(1, "ref");
    this.#refs.set(this.#nextRef, this.#stack.pop());
    return this.#nextRef++;
  }

  pushRef(ref: number): this {
    if (!this.#refs.has(ref)) throw new FusabiError("misuse", `there is no reference ${ref}`);
    return this.push(this.#refs.get(ref));
  }

  unref(ref: number): this {
    if (!this.#refs.delete(ref)) throw new FusabiError("misuse", `there is no reference ${ref}`);
    return this;
  }

  /** Empties the stack and the registry; guest values that nobody else holds can be collected. */
  trim(): void {
    this.#stack = [];
    this.#refs = new Map();
  }

  #need(count: number, what: string): void {
    if (!Number.isInteger(count) || count < 0 || count > this.top) throw new FusabiError("misuse", `${what} needs ${count} values, the stack has ${this.top}`);
  }

  #known(name: string): void {
    if (!(name in this.#instance.exports)) throw new FusabiError("no_such_export", `the module exports no ${name}`);
  }
}
