/**
 * What registers are known to hold where printing is: no null, those of any kind an object, so that their checks are left out; objects of some types, so that casts are.
 */
import type { Fn } from "../../schemas/fzb/module.ts";
import type { Shape } from "../../schemas/isa/instruction.ts";
import type { Mnemonic } from "../../schemas/isa/table.ts";
import type { TypeDescriptor } from "../descriptor.ts";
import { endOf, lengthAt, shapeAt } from "../instructions.ts";
import { derivedTypes, isTold } from "./derived-types.ts";
import type { Frame } from "./frame.ts";
import { isNoObject } from "./spelling.ts";

/** The operand that is no null behind an instruction: it checked that, or an array's elements. */
const checked: { readonly [M in Mnemonic]?: string } = {
  get_slot: "object",
  set_slot: "object",
  get_tag: "object",
  get_cell: "cell",
  set_cell: "cell",
  array_get: "array",
  array_set: "array",
  array_length: "array",
  len_str: "src",
  if_tag: "object",
  get_element: "array",
  get_element_i32: "array",
  get_element_f64: "array",
  get_element_bool: "array",
  get_element_str: "array",
  set_element: "array",
  get_item: "array",
  get_item_i32: "array",
  get_item_f64: "array",
  get_item_bool: "array",
  get_item_str: "array",
  set_item: "array",
};
/** Where it makes a difference, though strings pass as well. */
const asking: { readonly [M in Mnemonic]?: string } = { ...checked, get_length: "array" };
/** What hands on an object that is known as one. */
const handing: ReadonlySet<Mnemonic> = new Set(["move", "to_any", "cast_ref"]);
/** Instructions that read an element of any kind. */
const reading: ReadonlySet<Mnemonic> = new Set(["get_element", "get_item"]);
/** Instructions whose result is no null. */
const making: ReadonlySet<Mnemonic> = new Set(["new_object", "new_closure", "const_closure", "new_cell", "const_case", "new_array", "array_of", "const_str", "concat_str"]);

/** The register that an instruction checks, as text. */
export function checkedRegister({ code }: Frame["fn"], { mnemonic, operands }: Shape, at: number, register: Frame["register"], table = asking): string | undefined {
  const name = table[mnemonic];
  return name === undefined ? undefined : register(code[at + 1 + operands.findIndex((operand) => operand.name === name)]);
}

/** Registers that the instructions of every turn of a loop check and none writes: they may be asked about before it. */
function checkedInEveryTurn({ fn: { code }, pcs }: Frame, loop: number): ReadonlySet<number> {
  const body = loop + lengthAt(code, loop);
  const found = new Set<number>();
  for (let at = body; pcs.has(at); ) {
    const { flow, mnemonic, operands } = shapeAt(code, at);
    const name = checked[mnemonic];
    if (name !== undefined) found.add(code[at + 1 + operands.findIndex((operand) => operand.name === name)]);
    if (flow !== "open" && flow !== "next" && flow !== "call") break;
    at += lengthAt(code, at);
    if (flow !== "open") continue;
    const end = endOf(code, at);
    at = end + lengthAt(code, end);
  }
  if (found.size === 0) return found;
  for (const { written } of writtenIn(code, body, endOf(code, body))) found.delete(written);
  return found;
}

interface Write {
  readonly written: number;
  /** Whether it is no null that is written. */
  readonly made: boolean;
}

/** The registers that instructions from one offset to another write. */
function* writtenIn(code: Int32Array, from: number, to: number): Iterable<Write> {
  for (let at = from; at < to; at += lengthAt(code, at)) {
    const { def, mnemonic } = shapeAt(code, at);
    if (def >= 0) yield { written: code[at + def], made: making.has(mnemonic) };
  }
}

export interface Known {
  /** Whether it is no null. */
  readonly object: boolean;
  /** What types it may be of where it is an object. */
  readonly types: readonly TypeDescriptor[] | undefined;
}

/** By the register's text. */
export type KnownRegisters = ReadonlyMap<string, Known>;

/** What is known of a value that is one of several. */
export function commonOf([first, ...others]: readonly (Known | undefined)[]): Known | undefined {
  if (first === undefined) return undefined;
  return { object: first.object && others.every((each) => each?.object), types: others.every((each) => each?.types === first.types) ? first.types : undefined };
}

export interface CastFacts {
  /** Whether what is cast is of the type or null. */
  readonly holds: boolean;
  /** Whether it is no null, or will be left for the interpreter to raise where it is one. */
  readonly object: boolean;
}

/** Instructions that are looked at for what comes of a cast. */
const lookedAt = 100;

/** Whether the next thing that happens to what an instruction gives is a check for null. */
function isCheckedNext({ code }: Fn, at: number): boolean {
  const register = code[at + shapeAt(code, at).def];
  for (let next = at + lengthAt(code, at), left = lookedAt; left > 0 && next < code.length; next += lengthAt(code, next), left--) {
    const { mnemonic, operands, list, def, uses } = shapeAt(code, next);
    const name = checked[mnemonic] ?? "receiver";
    const operand = operands.findIndex((each) => each.name === name);
    if (operand >= 0 && code[next + 1 + operand] === register) return true;
    if (uses.some((use) => code[next + use] === register) || (def >= 0 && code[next + def] === register)) return false;
    if (list >= 0 && code.subarray(next + list + 2, next + lengthAt(code, next)).includes(register)) return false;
  }
  return false;
}

export class Facts {
  #known: Map<string, Known> = new Map();
  readonly #types: readonly TypeDescriptor[];

  constructor(types: readonly TypeDescriptor[]) {
    this.#types = types;
  }

  has(register: string | undefined): boolean {
    return register !== undefined && this.#known.get(register)?.object === true;
  }

  /** The register holds no null; of the types, where they are told. */
  add(register: string, types: readonly TypeDescriptor[] | undefined = this.#known.get(register)?.types): void {
    this.#known.set(register, { object: true, types });
  }

  /** What one register is known to hold is what another one does from here on. */
  copy(to: string, from: string): void {
    const known = this.#known.get(from);
    if (known === undefined) this.#known.delete(to);
    else this.#known.set(to, known);
  }

  /** All that is known of a register. */
  of(register: string): Known | undefined {
    return this.#known.get(register);
  }

  set(register: string, known: Known): void {
    this.#known.set(register, known);
  }

  forget(register: string): void {
    this.#known.delete(register);
  }

  forgetAll(): void {
    this.#known.clear();
  }

  /** What holds now, to come back to. */
  save(): KnownRegisters {
    return new Map(this.#known);
  }

  restore(known: KnownRegisters): void {
    this.#known = new Map(known);
  }

  /** Notes what a register's declared type says, for frames that know it by its text only. */
  declare({ fn, register }: Frame, index: number): void {
    const name = register(index);
    const types = this.#typesOf(fn, index, name);
    if (types !== undefined) this.#known.set(name, { object: this.has(name), types });
  }

  /** The type that an element which is read is cast to at once, where any other one would have the next check raise: so one question will do. */
  expected({ fn }: Frame, at: number): TypeDescriptor | undefined {
    const { code } = fn;
    const next = at + lengthAt(code, at);
    if (!reading.has(shapeAt(code, at).mnemonic) || shapeAt(code, next).mnemonic !== "cast_ref" || code[next + 2] !== code[at + 1]) return undefined;
    const type = this.#types[code[next + 3]];
    return isTold(type, this.#types) && isCheckedNext(fn, next) ? type : undefined;
  }

  /** What is known of a cast to a type. */
  cast({ fn, register }: Frame, at: number): CastFacts {
    const src = register(fn.code[at + 2]);
    const type = this.#types[fn.code[at + 3]];
    const holds = this.#typesOf(fn, fn.code[at + 2], src)?.every((each) => each.is(type)) === true;
    return { holds, object: this.has(src) || (!holds && isTold(type, this.#types) && isCheckedNext(fn, at)) };
  }

  /** After an instruction. */
  note(frame: Frame, shape: Shape, at: number): void {
    const { fn, register } = frame;
    const { code } = fn;
    const tested = checkedRegister(fn, shape, at, register, checked);
    if (tested !== undefined) this.add(tested);
    const { def, uses } = shape;
    if (def < 0) return;
    const { mnemonic } = shape;
    const expected = this.expected(frame, at);
    if (expected !== undefined) {
      this.add(register(code[at + def]), derivedTypes(expected, this.#types));
      return;
    }
    const types = this.#typesOfResult(frame, shape, at);
    if (mnemonic === "cast_ref" && this.cast(frame, at).object) this.add(register(code[at + uses[0]]));
    const object = making.has(mnemonic) || (handing.has(mnemonic) && this.#hands(frame, mnemonic, code[at + uses[0]]));
    const dst = register(code[at + def]);
    if (object || types !== undefined) this.#known.set(dst, { object, types });
    else this.#known.delete(dst);
  }

  /** A text that is no null is no object where its kind is lost. */
  #hands({ fn, register }: Frame, mnemonic: Mnemonic, from: number): boolean {
    return this.has(register(from)) && (mnemonic === "move" || fn.registers[from].kind !== "str");
  }

  #typesOfResult({ fn, register }: Frame, { mnemonic, operands }: Shape, at: number): readonly TypeDescriptor[] | undefined {
    const { code } = fn;
    if (mnemonic === "new_object" || mnemonic === "const_case") return [this.#types[code[at + 1 + operands.findIndex(({ kind }) => kind === "type")]]];
    if (!handing.has(mnemonic)) return undefined;
    const from = code[at + 2];
    const types = this.#typesOf(fn, from, register(from));
    if (mnemonic !== "cast_ref") return types;
    const type = this.#types[code[at + 3]];
    return types?.every((each) => each.is(type)) ? types : derivedTypes(type, this.#types);
  }

  /** Of which types the object in a register may be; undefined where that is not known. */
  typesOf({ fn, register }: Frame, index: number): readonly TypeDescriptor[] | undefined {
    return this.#typesOf(fn, index, register(index));
  }

  /** By what is known where printing is, or by the register's declared type. */
  #typesOf({ registers }: Fn, index: number, name: string): readonly TypeDescriptor[] | undefined {
    const { kind, type } = registers[index] ?? { kind: "any", type: 0 };
    return this.#known.get(name)?.types ?? (kind === "ref" ? derivedTypes(this.#types[type], this.#types) : undefined);
  }

  /** Text that asks before a loop what each of its turns would: what is null there raises, so the loop is left to the interpreter. */
  ask(frame: Frame, loop: number, leave: () => string): string[] {
    const { fn, register } = frame;
    return [...checkedInEveryTurn(frame, loop)].flatMap((index) => {
      const name = register(index);
      if (this.has(name)) return [];
      this.add(name);
      return [`if (${fn.registers[index].kind === "any" ? isNoObject(name) : `${name} === undefined`}) ${leave()}`];
    });
  }

  /** Where instructions from one offset to another may run, or have run, in any order. */
  forgetWritten({ fn: { code }, register }: Frame, from: number, to: number): void {
    for (const { written, made } of writtenIn(code, from, to)) {
      const name = register(written);
      if (made && this.has(name)) this.#known.set(name, { object: true, types: undefined });
      else this.#known.delete(name);
    }
  }
}
