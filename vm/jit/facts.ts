/** Which registers are known to hold no null where printing is: their checks are left out. */
import type { Shape } from "../../schemas/isa/instruction.ts";
import type { Mnemonic } from "../../schemas/isa/table.ts";
import { lengthAt, type Registers, registersOf } from "../instructions.ts";
import type { Frame } from "./frame.ts";

/** The operand that an instruction checks, where that is all it checks of it. */
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
};
/** Instructions whose result is no null. */
const making: ReadonlySet<Mnemonic> = new Set(["new_object", "new_closure", "new_cell", "const_case", "new_array", "array_of", "const_str", "concat_str"]);

const check = /if \(\w+ === undefined\) raise\("NullReference"\);/;

/** The register that an instruction checks, as text. */
export function checkedRegister({ code }: Frame["fn"], { mnemonic, operands }: Shape, at: number, register: Frame["register"]): string | undefined {
  const name = checked[mnemonic];
  return name === undefined ? undefined : register(code[at + 1 + operands.findIndex((operand) => operand.name === name)]);
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
    const tested = checkedRegister(fn, shape, at, register);
    if (tested !== undefined) this.#known.add(tested);
    const { def, uses } = registersOf[fn.code[at]] as Registers;
    if (def < 0) return;
    const dst = register(fn.code[at + def]);
    if (making.has(shape.mnemonic) || (shape.mnemonic === "move" && this.#known.has(register(fn.code[at + uses[0]])))) this.#known.add(dst);
    else this.#known.delete(dst);
  }

  /** Where instructions from one offset to another may run, or have run, in any order. */
  forgetWritten({ fn: { code }, register }: Frame, from: number, to: number): void {
    for (let at = from; at < to; at += lengthAt(code, at)) {
      const { def } = registersOf[code[at]] as Registers;
      if (def >= 0) this.#known.delete(register(code[at + def]));
    }
  }
}
