/** Named values that a program reads and writes through imports of the module `scope`: `x` reads, `set_x` writes, with the types that the program declares. */
import { FusabiError } from "./errors.ts";

export class Scope {
  readonly #values: Map<string, unknown>;

  constructor(values: Readonly<Record<string, unknown>> = {}) {
    this.#values = new Map(Object.entries(values));
  }

  get(name: string): unknown {
    if (!this.#values.has(name)) throw new FusabiError("misuse", `the scope has no variable ${name}; it has ${[...this.#values.keys()].join(", ") || "none"}`);
    return this.#values.get(name);
  }

  set(name: string, value: unknown): this {
    this.#values.set(name, value);
    return this;
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  get names(): readonly string[] {
    return [...this.#values.keys()];
  }

  /** The imports that the variables provide. */
  get functions(): readonly (readonly [name: string, fn: (...args: unknown[]) => unknown])[] {
    return this.names.flatMap((name) => [[`scope.${name}`, () => this.get(name)] as const, [`scope.set_${name}`, (value: unknown) => void this.set(name, value)] as const]);
  }
}
