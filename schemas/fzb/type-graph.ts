/** The types of a module as the validator sees them: which indices are types, what derives from what, what arrays and cells hold. */

import type { Kind } from "../isa/kinds.ts";
import { builtinTypes, firstOwnType, kindNames, kinds } from "../isa/kinds.ts";
import { FzbError } from "./error.ts";
import { limits } from "./limits.ts";
import type { KindOf, Module, Slot, TypeDef } from "./module.ts";

/** Codes of kinds by name, and names by code. */
export const kindCode = Object.fromEntries(kindNames.map((name) => [name, kinds[name].code])) as Readonly<Record<Kind, number>>;
const byCode: Kind[] = [];
for (const name of kindNames) byCode[kinds[name].code] = name;
export const kindName = (code: number): Kind => byCode[code];

export const isIndex = (value: number, size: number): boolean => value >>> 0 === value && value < size;

type Builtin = { readonly index: number; readonly element?: Kind; readonly packed?: true };
const builtinList: readonly Builtin[] = Object.values(builtinTypes);
const isArray = (name: string): boolean => name.startsWith("array_");
const isCell = (name: string): boolean => name.startsWith("cell_");
const elements = (holds: (name: string, type: Builtin) => boolean): Int8Array => {
  const codes = new Int8Array(firstOwnType).fill(-1);
  for (const [name, type] of Object.entries(builtinTypes) as [string, Builtin][]) if (holds(name, type) && type.element !== undefined) codes[type.index] = kindCode[type.element];
  return codes;
};

/** Kind of what an array or a cell type holds by its index, -1 for other types. */
export const arrayElement = elements(isArray);
/** The same for arrays whose elements are reached as they are. */
export const plainElement = elements((name, { packed }) => isArray(name) && packed === undefined);
export const cellElement = elements(isCell);

const root = builtinTypes.object.index;
const primitives: readonly number[] = [builtinTypes.string, builtinTypes.number, builtinTypes.bigint, builtinTypes.boolean].map(({ index }) => index);
const builtinIndices = new Set(builtinList.map(({ index }) => index));
const exceptionStart: readonly (readonly [name: string, kind: Kind])[] = [
  ["message", "str"],
  ["innerException", "any"],
  ["stackTrace", "any"],
];

export class TypeGraph {
  readonly types: readonly TypeDef[];
  /** One past the last index. */
  readonly size: number;
  /** Whether an index names a type that objects and registers can have. */
  readonly #concrete: Uint8Array;
  /** A type derives from another if its number lies in [first, last) of the other. */
  readonly #first: Int32Array;
  readonly #last: Int32Array;

  /** Checks every type by itself and against its base; methods are checked with the functions. */
  constructor(module: Module) {
    this.types = module.types;
    if (this.types.length > limits.types) throw new FzbError("limit_exceeded", 0, `${this.types.length} types`);
    this.size = firstOwnType + this.types.length;
    this.#concrete = new Uint8Array(this.size);
    for (const index of builtinIndices) this.#concrete[index] = primitives.includes(index) ? 0 : 1;
    for (let i = 0; i < this.types.length; i++) this.#concrete[firstOwnType + i] = this.types[i].kind === "extension" ? 0 : 1;
    this.#first = new Int32Array(this.size);
    this.#last = new Int32Array(this.size);
    for (let i = 0; i < this.types.length; i++) this.#checkParent(this.types[i], i);
    this.#number();
    for (let i = 0; i < this.types.length; i++) this.#checkType(this.types[i], i);
  }

  own(index: number): TypeDef | undefined {
    return this.types[index - firstOwnType];
  }

  isConcrete(index: number): boolean {
    return isIndex(index, this.size) && this.#concrete[index] === 1;
  }

  /** Whether an object of the one type is one of the other; both must be concrete. */
  derives(from: number, to: number): boolean {
    return from === to || to === root || (this.#first[from] >= this.#first[to] && this.#first[from] < this.#last[to]);
  }

  name(index: number): string {
    return this.own(index)?.name ?? Object.entries(builtinTypes).find(([, type]) => type.index === index)?.[0] ?? `type ${index}`;
  }

  text(of: KindOf): string {
    return of.kind === "ref" ? `ref ${this.name(of.type)}` : of.kind;
  }

  /** Whether it is a kind, with a concrete type for a ref and 0 for anything else. */
  isKind(of: KindOf): boolean {
    return of.kind === "ref" ? this.isConcrete(of.type) : of.type === 0 && kindCode[of.kind] !== undefined;
  }

  failKind(of: KindOf, offset: number, where: string, fn = -1): never {
    throw new FzbError("bad_kind", offset, `${where}: a ${of.kind} cannot have type ${of.type}`, fn);
  }

  #checkParent(type: TypeDef, i: number): void {
    if (type.kind === "extension" ? !builtinIndices.has(type.parent) : type.parent !== root && !(this.#concrete[type.parent] === 1 && type.parent >= firstOwnType)) {
      throw new FzbError("bad_type", i, `type ${i} (${type.name}): ${type.parent} cannot be its base`);
    }
    if (type.parent >= firstOwnType + i) throw new FzbError("bad_type", i, `type ${i} (${type.name}): its base ${type.parent} must come before it`);
  }

  /** Numbers the types so that those derived from a type follow it: linear, since bases come first. */
  #number(): void {
    const below = new Int32Array(this.size).fill(1);
    for (let i = this.types.length - 1; i >= 0; i--) if (this.types[i].kind !== "extension") below[this.types[i].parent] += below[firstOwnType + i];
    const next = new Int32Array(this.size);
    let top = 1;
    for (let index = 0; index < this.size; index++) {
      const parent = this.own(index)?.kind === "extension" ? root : (this.own(index)?.parent ?? root);
      if (parent === root) {
        this.#first[index] = top;
        top += below[index];
      } else {
        this.#first[index] = next[parent];
        next[parent] += below[index];
      }
      next[index] = this.#first[index] + 1;
      this.#last[index] = this.#first[index] + below[index];
    }
  }

  #checkType(type: TypeDef, i: number): void {
    const fail = (detail: string): never => {
      throw new FzbError("bad_type", i, `type ${i} (${type.name}): ${detail}`);
    };
    if (type.slots.length > limits.slots) throw new FzbError("limit_exceeded", i, `type ${i} (${type.name}): ${type.slots.length} slots`);
    if (type.cases.length > limits.cases) throw new FzbError("limit_exceeded", i, `type ${i} (${type.name}): ${type.cases.length} cases`);
    for (let k = 0; k < type.slots.length; k++) {
      const slot = type.slots[k];
      if (!this.isKind(slot)) this.failKind(slot, i, `type ${i} (${type.name}), slot ${k} (${slot.name})`);
    }
    if (type.kind === "extension" && type.slots.length > 0) fail("an extension has no slots");
    if (type.kind !== "union" && type.cases.length > 0) fail(`a ${type.kind} has no cases`);
    for (const [k, [name, kind]] of type.kind === "exception" ? exceptionStart.entries() : []) {
      if (type.slots[k]?.name !== name || type.slots[k].kind !== kind) fail(`slot ${k} of an exception is ${name}, ${kind}`);
    }
    const inherited: readonly Slot[] = type.kind === "extension" ? [] : (this.own(type.parent)?.slots ?? []);
    for (let k = 0; k < inherited.length; k++) {
      const slot = inherited[k];
      const mine = type.slots[k];
      if (mine === undefined || mine.kind !== slot.kind || mine.type !== slot.type) fail(`slot ${k} must be its base's ${slot.name}, ${this.text(slot)}`);
    }
    for (const each of type.cases)
      for (const field of each.fields) if (!isIndex(field.slot, type.slots.length)) fail(`case ${each.name}: field ${field.name} is in slot ${field.slot} of ${type.slots.length}`);
  }
}
