/** Where embedding starts: limits, capabilities and host functions for all modules that are loaded through it. */
import { readModule } from "../../schemas/fzb/binary.ts";
import { validate } from "../../schemas/fzb/validate.ts";
import type { TierChoice } from "../jit/tier.ts";
import { completeLimits, defaultLimits, type Limits } from "../limits.ts";
import { load } from "../load.ts";
import type { Capabilities, Grants } from "./capabilities.ts";
import { FusabiError } from "./errors.ts";
import type { RunOptions } from "./executor.ts";
import { checkFunction, EngineModule, type HostFn, type InstanceOptions, qualified } from "./module.ts";
import { type Bytes, bytesOf, type Fetchable, fetchBytes, loadable } from "./sources.ts";

export interface EngineOptions {
  /** Of each instance. */
  readonly limits?: Partial<Limits>;
  readonly capabilities?: Capabilities;
  /** Asked every few milliseconds while a program of the engine's runs; true is the limit `interrupt`, for calls that may take so much time. It must not use the instance. */
  readonly interrupted?: (() => boolean) | undefined;
  /** Whether functions are compiled for the host: those called often, all, or none (the default). Needs a host that allows `new Function`. */
  readonly jit?: boolean | "auto";
  /** Gets what programs print; without it programs that print are refused. */
  readonly onPrint?: Grants["onPrint"];
}

/** Members of a host type whose objects the guest holds as opaque handles. */
export interface HostType {
  readonly getters?: Readonly<Record<string, HostFn>>;
  readonly setters?: Readonly<Record<string, HostFn>>;
  readonly methods?: Readonly<Record<string, HostFn>>;
  readonly indexer?: { readonly get?: HostFn; readonly set?: HostFn };
}

export class Engine {
  readonly #limits: Partial<Limits>;
  readonly #tier: TierChoice;
  readonly #grants: Grants;
  readonly #interrupted: (() => boolean) | undefined;
  readonly #functions: Map<string, HostFn> = new Map();

  constructor({ limits = {}, capabilities = {}, jit = false, onPrint, interrupted }: EngineOptions = {}) {
    completeLimits(limits, defaultLimits);
    this.#limits = limits;
    this.#tier = jit === true ? "jit" : jit === "auto" ? "auto" : "interpreter";
    this.#grants = { ...capabilities, onPrint };
    this.#interrupted = interrupted;
  }

  /** Gives programs a function: `log` is what F# imports by `[<Import("log", "host")>]`, `env.log` from the module `env`. Values have the types that the program declares. */
  registerFn(name: string, fn: HostFn): this {
    if (typeof name !== "string" || name === "") throw new FusabiError("misuse", "registerFn takes a name and a function");
    checkFunction(`registerFn(${JSON.stringify(name)})`, fn);
    if (name.startsWith("fusabi.")) throw new FusabiError("misuse", "imports of fusabi itself are granted by capabilities");
    this.#functions.set(qualified(name), fn);
    return this;
  }

  /** Gives programs the members of a type: `Name_member`, `Name_set_member`, `Name_item`, `Name_set_item`, with the object first. */
  registerType(name: string, { getters = {}, setters = {}, methods = {}, indexer = {} }: HostType): this {
    for (const [member, fn] of [...Object.entries(getters), ...Object.entries(methods)]) this.registerFn(`${name}_${member}`, fn);
    for (const [member, fn] of Object.entries(setters)) this.registerFn(`${name}_set_${member}`, fn);
    if (indexer.get) this.registerFn(`${name}_item`, indexer.get);
    if (indexer.set) this.registerFn(`${name}_set_item`, indexer.set);
    return this;
  }

  /** Reads and validates an artifact. Throws FzbError for anything else, whatever the bytes. */
  load(source: Bytes): EngineModule;
  load(source: Fetchable): Promise<EngineModule>;
  load(source: Bytes | Fetchable): EngineModule | Promise<EngineModule> {
    const bytes = bytesOf(source);
    if (bytes !== undefined) return this.#load(bytes);
    if (typeof source !== "object" || source === null) throw new FusabiError("misuse", loadable);
    return this.#fetch(source as Fetchable);
  }

  /** Compiles the text of an F# file, whose public functions are exported. Needs the whole package `fusabi`, and Node. */
  async compile(source: string): Promise<EngineModule> {
    const { bytes, diagnostics } = await (await findCompiler()).compileSource(source);
    if (bytes !== undefined) return this.#load(bytes);
    const lines = diagnostics.map(({ file, range, code, message }) => `${file ?? ""}${range === undefined ? "" : `:${range.startLine}`}: ${code} ${message}`);
    throw new FusabiError("not_compiled", lines.join("\n"));
  }

  /** Loads, instantiates and runs an executable; gives its exit code. */
  async run(source: EngineModule | Bytes | Fetchable, options: InstanceOptions & RunOptions = {}): Promise<number> {
    const module = source instanceof EngineModule ? source : await this.load(source as Fetchable);
    return module.instantiate(options).main(options);
  }

  #load(bytes: Uint8Array): EngineModule {
    const settings = { limits: this.#limits, tier: this.#tier, grants: this.#grants, functions: this.#functions, interrupted: this.#interrupted };
    return new EngineModule(load(validate(readModule(bytes))), settings);
  }

  async #fetch(source: Fetchable): Promise<EngineModule> {
    return this.#load(await fetchBytes(source));
  }
}

interface SourceCompiler {
  compileSource(source: string): Promise<{ readonly bytes?: Uint8Array; readonly diagnostics: readonly Problem[] }>;
}

interface Problem {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
  readonly range?: { readonly startLine: number };
}

/** The package's other door. Bundlers must leave it alone. */
async function findCompiler(): Promise<SourceCompiler> {
  const name = "fusabi";
  try {
    return (await import(/* @vite-ignore */ /* webpackIgnore: true */ name)) as SourceCompiler;
  } catch (cause) {
    throw new FusabiError("misuse", "the compiler is not here: install the package fusabi, or build the artifact with its command", { cause });
  }
}
