/** Where embedding starts: limits, capabilities and host functions for all modules that are loaded through it. */
import { readModule } from "../../schemas/fzb/binary.ts";
import { validate } from "../../schemas/fzb/validate.ts";
import type { TierChoice } from "../jit/tier.ts";
import { completeLimits, defaultLimits, type Limits } from "../limits.ts";
import { load } from "../load.ts";
import type { Capabilities, Grants } from "./capabilities.ts";
import { FusabiError } from "./errors.ts";
import type { RunOptions } from "./executor.ts";
import { EngineModule, type HostFn, type InstanceOptions, qualified } from "./module.ts";

export interface EngineOptions {
  /** Of each instance. */
  readonly limits?: Partial<Limits>;
  readonly capabilities?: Capabilities;
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

/** A fetched artifact. */
export interface ResponseLike {
  readonly ok: boolean;
  readonly status: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

type Bytes = Uint8Array | ArrayBuffer;

export class Engine {
  readonly #limits: Partial<Limits>;
  readonly #tier: TierChoice;
  readonly #grants: Grants;
  readonly #functions: Map<string, HostFn> = new Map();

  constructor({ limits = {}, capabilities = {}, jit = false, onPrint }: EngineOptions = {}) {
    completeLimits(limits, defaultLimits);
    this.#limits = limits;
    this.#tier = jit === true ? "jit" : jit === "auto" ? "auto" : "interpreter";
    this.#grants = { ...capabilities, onPrint };
  }

  /** Gives programs a function: `log` is what F# imports by `[<Import("log", "host")>]`, `env.log` from the module `env`. Values have the types that the program declares. */
  registerFn(name: string, fn: HostFn): this {
    if (typeof fn !== "function") throw new FusabiError("misuse", `registerFn(${JSON.stringify(name)}): expected a function, got ${fn === null ? "null" : typeof fn}`);
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
  load(source: URL | ResponseLike | PromiseLike<ResponseLike>): Promise<EngineModule>;
  load(source: Bytes | URL | ResponseLike | PromiseLike<ResponseLike>): EngineModule | Promise<EngineModule> {
    const bytes = bytesOf(source);
    if (bytes !== undefined) return this.#load(bytes);
    if (typeof source !== "object" || source === null) throw new FusabiError("misuse", loadable);
    return this.#fetch(source as URL | ResponseLike | PromiseLike<ResponseLike>);
  }

  /** Compiles the text of an F# file, whose public functions are exported. Needs the whole package `fusabi`, and Node. */
  async compile(source: string): Promise<EngineModule> {
    const { bytes, diagnostics } = await (await findCompiler()).compileSource(source);
    if (bytes !== undefined) return this.#load(bytes);
    const lines = diagnostics.map(({ file, range, code, message }) => `${file ?? ""}${range === undefined ? "" : `:${range.startLine}`}: ${code} ${message}`);
    throw new FusabiError("not_compiled", lines.join("\n"));
  }

  /** Loads, instantiates and runs an executable; gives its exit code. */
  async run(source: EngineModule | Bytes | URL | ResponseLike, options: InstanceOptions & RunOptions = {}): Promise<number> {
    const module = source instanceof EngineModule ? source : await this.load(source as URL);
    return module.instantiate(options).main(options);
  }

  #load(bytes: Uint8Array): EngineModule {
    return new EngineModule(load(validate(readModule(bytes))), { limits: this.#limits, tier: this.#tier, grants: this.#grants, functions: this.#functions });
  }

  async #fetch(source: URL | ResponseLike | PromiseLike<ResponseLike>): Promise<EngineModule> {
    if (isUrl(source) && source.protocol === "file:") return this.#load(await readFile(source));
    const response = isUrl(source) ? await fetchUrl(source) : await source;
    if (response === null || typeof response !== "object" || typeof response.arrayBuffer !== "function") throw new FusabiError("misuse", loadable);
    if (!response.ok) throw new FusabiError("misuse", `the artifact could not be fetched: status ${response.status}`);
    return this.#load(new Uint8Array(await response.arrayBuffer()));
  }
}

const loadable = "load takes bytes, a URL or a Response";

const { toString: tagOf } = Object.prototype;
const isShared = (buffer: unknown): boolean => tagOf.call(buffer) === "[object SharedArrayBuffer]";

/** Bytes in a buffer or any view of one, of any realm; those that other threads could change are copied. */
function bytesOf(source: unknown): Uint8Array | undefined {
  const view = ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : isShared(source) || tagOf.call(source) === "[object ArrayBuffer]"
      ? new Uint8Array(source as ArrayBuffer)
      : undefined;
  return view !== undefined && isShared(view.buffer) ? view.slice() : view;
}

interface URL {
  readonly href: string;
  readonly protocol: string;
}

const isUrl = (source: unknown): source is URL => typeof (source as Partial<URL> | null)?.href === "string";

function fetchUrl(url: URL): Promise<ResponseLike> {
  const { fetch } = globalThis as { fetch?: (url: string) => Promise<ResponseLike> };
  if (fetch === undefined) throw new FusabiError("misuse", "this host has no fetch: read the artifact and give its bytes");
  return fetch(url.href);
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

interface FileSystem {
  readonly promises: { readFile(url: URL): Promise<Uint8Array> };
}

/** Files are no business of `fetch` where there is a file system. */
function readFile(url: URL): Promise<Uint8Array> {
  const { process } = globalThis as { process?: { getBuiltinModule?(name: "node:fs"): FileSystem | undefined } };
  const files = process?.getBuiltinModule?.("node:fs");
  if (files === undefined) throw new FusabiError("misuse", "this host has no files: fetch the artifact and give its bytes");
  return files.promises.readFile(url);
}
