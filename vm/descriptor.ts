/**
 * What the machine knows of a type. Every object the machine makes leads to one by its field `t`; strings, numbers and host arrays
 * have theirs by their class. Guest names are looked up in its tables only and never select a property of the host.
 */
import type { Equality, Slot, TypeDef, UnionCase } from "../schemas/fzb/module.ts";
import { type BuiltinSpec, builtinsByCode } from "../schemas/isa/builtins.ts";
import { type BuiltinType, builtinTypes, firstOwnType, type Kind, kinds } from "../schemas/isa/kinds.ts";
import type { GuestObject } from "./object.ts";

/** What a name means on values of one type; -1 where it does not mean that. */
export interface Member {
  /** Slot index. */
  readonly slot: number;
  readonly method: number;
  readonly getter: number;
  readonly setter: number;
  /** Code of a builtin that is called as a method. */
  readonly builtin: number;
  /** A property that is computed natively: the length of strings and arrays, the size of maps and sets. */
  readonly intrinsic: "" | "length" | "size";
}

const absent: Member = { slot: -1, method: -1, getter: -1, setter: -1, builtin: -1, intrinsic: "" };

const noInterfaces: ReadonlySet<string> = new Set();

/** A type that names interfaces names its bases' too, with what stands for their parameters: `IMap<'T>` of a base is known better then. */
const interfacesOf = (inherited: ReadonlySet<string>, own: readonly string[]): ReadonlySet<string> =>
  own.length === 0 ? inherited : new Set([...[...inherited].filter((name) => !name.includes("'")), ...own]);

export type GuestClass = BuiltinType | TypeDef["kind"];

export class TypeDescriptor {
  readonly index: number;
  readonly name: string;
  readonly kind: GuestClass;
  readonly parent: TypeDescriptor | undefined;
  readonly generics: readonly string[];
  readonly slots: readonly Slot[];
  /** Number of slots; objects of up to 8 have a field for each, larger ones keep the rest in an array. */
  readonly size: number;
  /** Initial value of each slot. */
  readonly initial: readonly unknown[];
  readonly cases: readonly UnionCase[];
  readonly equality: Equality;
  /** Names of all interfaces, inherited ones too. */
  readonly interfaces: ReadonlySet<string>;
  /** This type and its bases, the root first: `derived.line[base.line.length - 1] === base`. */
  readonly line: readonly TypeDescriptor[];
  /** Makes an object of a class of the type's own, where compiled code has one. */
  make: ((tag: number, values: readonly unknown[]) => GuestObject) | undefined = undefined;
  /** Bytes one object counts in the memory meter. */
  readonly bytes: number;
  readonly #definition: TypeDef | undefined;
  /** Meanings beyond the definition's own, in order; few types have any. */
  #declared: (readonly [name: string, meaning: Partial<Member>])[] | undefined;
  /** Made when a name is first asked for: most programs ask few types for any. */
  #own: Map<string, Partial<Member>> | undefined;
  #members: Map<string, Member> | undefined;
  readonly #inherits: TypeDescriptor | undefined;

  /** `inherits` gives members only, where that is not the parent. */
  constructor(index: number, kind: GuestClass, name: string, parent: TypeDescriptor | undefined, definition: TypeDef | undefined, inherits: TypeDescriptor | undefined = parent) {
    this.index = index;
    this.name = name;
    this.kind = kind;
    this.parent = parent;
    this.#inherits = inherits;
    this.#definition = definition;
    this.generics = definition?.generics ?? [];
    this.slots = definition?.slots ?? [];
    this.size = this.slots.length;
    this.initial = this.slots.map((slot) => initialValue(slot.kind));
    this.cases = definition?.cases ?? [];
    this.equality = definition?.equality ?? "reference";
    this.interfaces = interfacesOf(parent?.interfaces ?? noInterfaces, definition?.interfaces ?? []);
    this.line = [...(parent?.line ?? []), this];
    this.bytes = 40 + 8 * this.size;
  }

  /** Adds a meaning to a name; only while a module is being loaded. */
  declare(name: string, meaning: Partial<Member>): void {
    this.#declared ??= [];
    this.#declared.push([name, meaning]);
  }

  /** Adds the methods of an extension to a built-in type. */
  extend(definition: TypeDef): void {
    for (const method of definition.methods) this.declare(method.name, { [method.kind]: method.fn });
  }

  #meanings(): Map<string, Partial<Member>> {
    if (this.#own !== undefined) return this.#own;
    const own = new Map<string, Partial<Member>>();
    const add = (name: string, meaning: Partial<Member>): void => {
      const before = own.get(name);
      own.set(name, before === undefined ? meaning : { ...before, ...meaning });
    };
    this.slots.forEach((slot, index) => {
      add(slot.name, { slot: index });
    });
    for (const method of this.#definition?.methods ?? []) add(method.name, { [method.kind]: method.fn });
    for (const [name, meaning] of this.#declared ?? []) add(name, meaning);
    this.#own = own;
    return own;
  }

  /** What a name means here, inherited meanings included. */
  member(name: string): Member {
    this.#members ??= new Map();
    let found = this.#members.get(name);
    if (found === undefined) {
      const own = this.#meanings().get(name);
      const inherited = this.#inherits?.member(name) ?? absent;
      found = own === undefined ? inherited : { ...inherited, ...own };
      // names that mean nothing are the guest's to make: any number of them
      if (found !== absent) this.#members.set(name, found);
    }
    return found;
  }

  /** All names that mean something here, inherited ones too. */
  memberNames(): readonly string[] {
    return [...(this.#inherits?.memberNames() ?? []), ...this.#meanings().keys()];
  }

  /** Whether values of this type are of another one too. */
  is(other: TypeDescriptor): boolean {
    return this.line[other.line.length - 1] === other || (other.kind === "interface" && other.size === 0 && this.interfaces.has(other.name));
  }
}

/** What a register, slot, cell or global of the kind holds before anything is stored in it. */
export function initialValue(kind: Kind): unknown {
  switch (kinds[kind].initial) {
    case "0":
      return 0;
    case "0n":
      return 0n;
    case "false":
      return false;
    default:
      return undefined;
  }
}

/** Methods of built-in types: name and builtin. */
const methodsOf: ReadonlyMap<string, readonly (readonly [name: string, code: number])[]> = (() => {
  const byType = new Map<string, [name: string, code: number][]>();
  for (const spec of builtinsByCode) {
    for (const path of spec?.methods ?? []) {
      const dot = path.indexOf(".");
      const type = path.slice(0, dot);
      const methods = byType.get(type) ?? [];
      if (methods.length === 0) byType.set(type, methods);
      methods.push([path.slice(dot + 1), (spec as BuiltinSpec).code]);
    }
  }
  return byType;
})();

const intrinsics: Partial<Record<BuiltinType, ["length" | "size", "length" | "size"]>> = {
  array_any: ["length", "length"],
  string: ["length", "length"],
  map: ["size", "size"],
  set: ["size", "size"],
};

/** Typed arrays find the members of arrays too. */
const isTypedArray = (type: BuiltinType): boolean => type.startsWith("array_") && type !== "array_any";

/** The descriptors of a module: built-in ones below `firstOwnType`, then its own, extensions merged into what they extend. */
export function describeTypes(definitions: readonly TypeDef[]): TypeDescriptor[] {
  const all: TypeDescriptor[] = [];
  for (const [name, { index }] of Object.entries(builtinTypes) as [BuiltinType, { index: number }][]) {
    const root = all[builtinTypes.object.index];
    const descriptor = new TypeDescriptor(index, name, name, root, undefined, isTypedArray(name) ? all[builtinTypes.array_any.index] : root);
    for (const [method, code] of methodsOf.get(name === "array_any" ? "array" : name) ?? []) descriptor.declare(method, { builtin: code });
    const intrinsic = intrinsics[name];
    if (intrinsic !== undefined) descriptor.declare(intrinsic[0], { intrinsic: intrinsic[1] });
    all[index] = descriptor;
  }
  const describe = (index: number): TypeDescriptor => {
    const known = all[index];
    if (known !== undefined) return known;
    const chain: number[] = [];
    for (let at = index; all[at] === undefined; at = (definitions[at - firstOwnType] as TypeDef).parent) chain.push(at);
    for (const at of chain.reverse()) {
      const definition = definitions[at - firstOwnType] as TypeDef;
      all[at] = new TypeDescriptor(at, definition.kind, definition.name, all[definition.parent], definition);
    }
    return all[index] as TypeDescriptor;
  };
  definitions.forEach((definition, own) => {
    const descriptor = describe(firstOwnType + own);
    if (definition.kind === "extension") (descriptor.parent as TypeDescriptor).extend(definition);
  });
  return all;
}
