/** A loaded module as hosts see it: what it exports, what it needs, and the way to make instances. */
import type { Export, Import } from "../../schemas/fzb/module.ts";
import { noExport } from "../error.ts";
import type { HostEntry } from "../host-calls.ts";
import { primitiveEntry } from "../host-calls.ts";
import type { TierChoice } from "../jit/tier.ts";
import type { Limits } from "../limits.ts";
import type { Entry, LoadedModule } from "../load.ts";
import type { Machine } from "../machine.ts";
import type { RestoreOptions } from "../snapshot/snapshot.ts";
import { builtinImports, type Grants, grantOf } from "./capabilities.ts";
import { Converters } from "./converters.ts";
import { FusabiError, LimitError } from "./errors.ts";
import { type Exports, Instance, typedEntry } from "./instance.ts";
import { invokeEntry, isInvocation } from "./invoke.ts";
import type { Links } from "./links.ts";
import type { Scope } from "./scope.ts";
import { type Signature, Signatures } from "./signature.ts";
import { type Bytes, bytesOf } from "./sources.ts";

// biome-ignore lint/suspicious/noExplicitAny: registered functions are checked by the artifact's types, not TypeScript's
export type HostFn = (...args: any[]) => any;

export interface InstanceOptions {
  /** Beside the engine's. */
  readonly limits?: Partial<Limits>;
  /** Functions for this instance, before the engine's: by name, `module.name` for modules other than `host`. */
  readonly functions?: Readonly<Record<string, HostFn>>;
  /** Typed variables that the program reads and writes. */
  readonly scope?: Scope;
  /** Instead of the engine's. */
  readonly interrupted?: (() => boolean) | undefined;
  /** Instead of the engine's. */
  readonly onPrint?: Grants["onPrint"];
  readonly args?: readonly string[];
}

export interface InstanceSettings {
  readonly limits: Partial<Limits>;
  readonly tier: TierChoice;
  readonly interrupted: (() => boolean) | undefined;
  readonly imports: (wanted: Import, links: Links, machine: () => Machine) => HostEntry | undefined;
  /** A state to go on from. */
  readonly saved?: { readonly state: Uint8Array; readonly options: SavedOptions } | undefined;
}

/** What becomes of open host calls, of the fuel left over, and of handles in a state. */
export type SavedOptions = Pick<RestoreOptions, "pending" | "fuel" | "handle">;

/** What an engine gives its modules. */
export interface ModuleSettings {
  readonly limits: Partial<Limits>;
  readonly tier: TierChoice;
  readonly grants: Grants;
  readonly interrupted: (() => boolean) | undefined;
  readonly functions: ReadonlyMap<string, HostFn>;
}

export interface ImportInfo {
  /** `host.log`. */
  readonly name: string;
  readonly capability: string;
  /** F# type; "" for the runtime library's own. */
  readonly type: string;
}

interface Called {
  readonly entry: Entry;
  readonly signature: Signature;
}

export interface ExportEntry extends Called {
  readonly name: string;
  /** Of a value that can be set. */
  readonly setter: Called | undefined;
}

const nameOf = ({ module, name }: Pick<Import, "module" | "name">): string => `${module}.${name}`;

export class EngineModule {
  readonly loaded: LoadedModule;
  readonly signatures: Signatures;
  readonly #settings: ModuleSettings;
  readonly #exports: ReadonlyMap<string, Export>;
  /** Full names by those that hosts use. */
  readonly #names: ReadonlyMap<string, string>;
  #entries: readonly ExportEntry[] | undefined;

  constructor(loaded: LoadedModule, settings: ModuleSettings) {
    this.loaded = loaded;
    this.#settings = settings;
    this.signatures = new Signatures(new Converters(loaded.module.types, loaded.types));
    this.#exports = new Map(loaded.module.exports.map((each) => [each.name, each]));
    this.#names = shortNames([...this.#exports.keys()].filter((name) => !name.endsWith("=")));
  }

  get name(): string {
    return this.loaded.module.name;
  }

  /** What the module needs before it can run. */
  get capabilities(): readonly string[] {
    return this.loaded.module.capabilities;
  }

  get imports(): readonly ImportInfo[] {
    return this.loaded.module.imports.map((each) => ({ name: nameOf(each), capability: each.capability, type: each.fsharp === "" ? "" : this.signatures.of(each.fsharp).text }));
  }

  get exportNames(): readonly string[] {
    return [...this.#names.keys()];
  }

  /** What hosts call, by each of its names. */
  get entries(): readonly ExportEntry[] {
    return (this.#entries ??= [...this.#names].map(([name, full]) => {
      const called = (each: string): Called => ({ entry: this.loaded.entries.get(each) as Entry, signature: this.signature(each) });
      const setter = `${full}=`;
      return { name, ...called(full), setter: this.#exports.has(setter) ? called(setter) : undefined };
    }));
  }

  /** The F# name behind a short one. */
  fullName(name: string): string {
    return this.#names.get(name) ?? name;
  }

  noExport(name: string): FusabiError {
    const shortest = new Map([...this.#names].reverse().map(([short, full]) => [full, short]));
    return noExport(this.name, name, [...shortest.values()].reverse());
  }

  signature(name: string): Signature {
    const found = this.#exports.get(this.fullName(name));
    if (found === undefined) throw this.noExport(name);
    return this.signatures.of(found.fsharp, found.names);
  }

  /** Makes an instance; a library's initialisers run at once. */
  instantiate<E = Exports>(options: InstanceOptions = {}): Instance<E> {
    const instance = this.#make<E>(options);
    if (this.#hasInitialisers) finishNow(instance);
    return instance;
  }

  /** The same for a library whose initialisers wait for host functions' promises. */
  async instantiateAsync<E = Exports>(options: InstanceOptions = {}): Promise<Instance<E>> {
    const instance = this.#make<E>(options);
    if (this.#hasInitialisers) await instance.main();
    return instance;
  }

  /** An instance in the state that `executor.snapshot` gave, in this process or another; `resume` goes on with its call. Throws FzbError where the bytes are no state of the module. */
  restore<E = Exports>(state: Bytes, options: InstanceOptions & SavedOptions = {}): Instance<E> {
    const bytes = bytesOf(state);
    if (bytes === undefined) throw new FusabiError("misuse", "restore takes the bytes of a state");
    return this.#make<E>(options, { state: bytes, options });
  }

  /** An executable's entry runs the program, so nobody runs it but who asks for it. */
  get #hasInitialisers(): boolean {
    return this.loaded.module.entry >= 0 && this.loaded.module.exports.length > 0;
  }

  #make<E>(options: InstanceOptions, saved?: InstanceSettings["saved"]): Instance<E> {
    const { limits, tier, grants, interrupted, functions } = this.#settings;
    const all = new Map(functions);
    for (const [name, fn] of Object.entries(options.functions ?? {})) {
      checkFunction(`functions: ${name}`, fn);
      all.set(qualified(name), fn);
    }
    for (const [name, fn] of options.scope?.functions ?? []) all.set(name, fn);
    const granted: Grants = { ...grants, ...(options.onPrint ? { onPrint: options.onPrint } : {}), ...(options.args ? { args: options.args } : {}) };
    this.#check(all, granted);
    return new Instance<E>(this, {
      limits: { ...limits, ...options.limits },
      tier,
      interrupted: options.interrupted ?? interrupted,
      saved,
      imports: (wanted, links, machine) => {
        const name = nameOf(wanted);
        if (isInvocation(name)) return invokeEntry(this.signatures, links, machine, name);
        const builtin = wanted.module === "fusabi" ? builtinImports[name]?.(granted) : undefined;
        if (wanted.module === "fusabi") return builtin && primitiveEntry(builtin);
        const fn = all.get(name);
        return fn === undefined ? undefined : typedEntry(fn, this.signatures.of(wanted.fsharp, wanted.names), name, links, machine);
      },
    });
  }

  /** Everything that the module imports is there, before anything runs. */
  #check(functions: ReadonlyMap<string, HostFn>, grants: Grants): void {
    const missing = this.loaded.module.imports.filter((wanted) => {
      const name = nameOf(wanted);
      if (wanted.module !== "fusabi") return !functions.has(name);
      return Object.hasOwn(builtinImports, name) && builtinImports[name](grants) === undefined;
    });
    if (missing.length === 0) return;
    const lines = missing.map((wanted) => {
      const type = wanted.fsharp === "" ? "" : `: ${this.signatures.of(wanted.fsharp).text}`;
      const help = grantOf[wanted.capability] ?? `registerFn(${JSON.stringify(wanted.module === "host" ? wanted.name : nameOf(wanted))}, …)`;
      return `  ${nameOf(wanted)}${type} (${help})`;
    });
    throw new FusabiError("missing_import", `${this.name} imports what the host does not provide:\n${lines.join("\n")}`);
  }
}

export function checkFunction(what: string, fn: unknown): void {
  if (typeof fn !== "function") throw new FusabiError("misuse", `${what}: expected a function, got ${fn === null ? "null" : typeof fn}`);
}

/** Names without a module are the host's. */
export const qualified = (name: string): string => (name.includes(".") ? name : `host.${name}`);

/** The last part of each name where no other ends in it, and the whole names. */
function shortNames(names: readonly string[]): Map<string, string> {
  const made = new Map<string, string>();
  const last = (name: string): string => name.slice(name.lastIndexOf(".") + 1);
  const counts = new Map<string, number>();
  for (const name of names) counts.set(last(name), (counts.get(last(name)) ?? 0) + 1);
  for (const name of names) if (counts.get(last(name)) === 1) made.set(last(name), name);
  for (const name of names) made.set(name, name);
  return made;
}

function finishNow(instance: Instance<unknown>): void {
  const executor = instance.startMain();
  const step = executor.step();
  if (step.status === "done") return;
  if (step.status === "trapped") throw step.error;
  const trace = executor.trace();
  executor.drop();
  if (step.status === "paused") throw new LimitError(step.reason, trace);
  throw new FusabiError("would_wait", "the initialisers wait for the host: use instantiateAsync");
}
