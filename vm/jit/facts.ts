/** Which registers are known to hold no null where printing is, those of any kind an object: their checks are left out. */
import type { Shape } from "../../schemas/isa/instruction.ts";
import type { Mnemonic } from "../../schemas/isa/table.ts";
import { endOf, lengthAt, shapeAt } from "../instructions.ts";
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
/** Instructions whose result is no null. */
const making: ReadonlySet<Mnemonic> = new Set(["new_object", "new_closure", "const_closure", "new_cell", "const_case", "new_array", "array_of", "const_str", "concat_str"]);

const check = /if \(\w+ === undefined\) raise\("NullReference"\);/;

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
  for (const register of writtenIn(code, body, endOf(code, body))) found.delete(register);
  return found;
}

/** The registers that instructions from one offset to another write. */
function* writtenIn(code: Int32Array, from: number, to: number): Iterable<number> {
  for (let at = from; at < to; at += lengthAt(code, at)) {
    const { def } = shapeAt(code, at);
    if (def >= 0) yield code[at + def];
  }
}

/** A text without its check. */
export const withoutCheck = (text: string): string => text.replace(check, "");

export class Facts {
  #known: Set<string> = new Set();

  has(register: string | undefined): boolean {
    return register !== undefined && this.#known.has(register);
  }

  add(register: string): void {
    this.#known.add(register);
  }

  forget(register: string): void {
    this.#known.delete(register);
  }

  forgetAll(): void {
    this.#known.clear();
  }

  /** What holds now, to come back to. */
  save(): ReadonlySet<string> {
    return new Set(this.#known);
  }

  restore(known: ReadonlySet<string>): void {
    this.#known = new Set(known);
  }

  /** After an instruction. */
  note(frame: Frame, shape: Shape, at: number): void {
    const { fn, register } = frame;
    const tested = checkedRegister(fn, shape, at, register, checked);
    if (tested !== undefined) this.#known.add(tested);
    const { def, uses } = shape;
    if (def < 0) return;
    const dst = register(fn.code[at + def]);
    if (making.has(shape.mnemonic) || (handing.has(shape.mnemonic) && this.#hands(frame, shape.mnemonic, fn.code[at + uses[0]]))) this.#known.add(dst);
    else this.#known.delete(dst);
  }

  /** A text that is no null is no object where its kind is lost. */
  #hands({ fn, register }: Frame, mnemonic: Mnemonic, from: number): boolean {
    return this.#known.has(register(from)) && (mnemonic === "move" || fn.registers[from].kind !== "str");
  }

  /** Text that asks before a loop what each of its turns would: what is null there raises, so the loop is left to the interpreter. */
  ask(frame: Frame, loop: number, leave: () => string): string[] {
    const { fn, register } = frame;
    return [...checkedInEveryTurn(frame, loop)].flatMap((index) => {
      const name = register(index);
      if (this.#known.has(name)) return [];
      this.#known.add(name);
      return [`if (${fn.registers[index].kind === "any" ? isNoObject(name) : `${name} === undefined`}) ${leave()}`];
    });
  }

  /** Where instructions from one offset to another may run, or have run, in any order. */
  forgetWritten({ fn: { code }, register }: Frame, from: number, to: number): void {
    for (const written of writtenIn(code, from, to)) this.#known.delete(register(written));
  }
}
