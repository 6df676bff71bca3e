/** Writing and reading the words of a function's code. */

import type { OperandsOf, Shape } from "./instruction.ts";
import { shapeOf, shapesByCode } from "./instruction.ts";
import type { Mnemonic } from "./table.ts";

export type { OperandsOf } from "./instruction.ts";

/** One instruction as read: its operands in table order, lists as arrays. */
export interface Instruction {
  readonly at: number;
  /** Offset of the word behind it. */
  readonly end: number;
  readonly shape: Shape;
  readonly operands: Readonly<Record<string, number | readonly number[]>>;
}

/** Number of words of the instruction at a word offset, or -1 where there is no whole known instruction. */
export const instructionLength = (code: Int32Array, at: number): number => {
  if (at < 0 || at >= code.length) return -1;
  const shape = shapesByCode[code[at]];
  if (shape === undefined || at + shape.words > code.length) return -1;
  if (shape.list < 0) return shape.words;
  const items = code[at + shape.words - 1];
  return items >= 0 && items <= code.length - at - shape.words ? shape.words + items : -1;
};

/** The instruction at a word offset; undefined where there is no whole known instruction. */
export const readInstruction = (code: Int32Array, at: number): Instruction | undefined => {
  const length = instructionLength(code, at);
  if (length < 0) return undefined;
  const shape = shapesByCode[code[at]] as Shape;
  const operands: Record<string, number | readonly number[]> = {};
  for (let i = 0; i < shape.operands.length; i++) {
    operands[shape.operands[i].name] = i === shape.list ? Array.from(code.subarray(at + shape.words, at + length)) : code[at + 1 + i];
  }
  return { at, end: at + length, shape, operands };
};

/** The instructions of a function in order; stops where there is no whole known instruction. */
export function* instructionsOf(code: Int32Array): Generator<Instruction> {
  for (let at = 0; ; ) {
    const instruction = readInstruction(code, at);
    if (instruction === undefined) return;
    yield instruction;
    at = instruction.end;
  }
}

/** Appends instructions as words. A missing or fractional operand is a fault. */
export class CodeWriter {
  #words = new Int32Array(64);
  #length = 0;

  /** Offset of the next word. */
  get offset(): number {
    return this.#length;
  }

  /** Appends one instruction; gives the offset of its first word. */
  emit<M extends Mnemonic>(mnemonic: M, operands: OperandsOf<M>): number {
    const at = this.#length;
    const shape = shapeOf(mnemonic);
    const given = operands as Readonly<Record<string, number | readonly number[]>>;
    this.#push(shape.code, mnemonic, "code");
    for (const { name, layout } of shape.operands) {
      const value = given[name];
      if (layout === "list") {
        const items = value as readonly number[];
        if (!Array.isArray(items)) throw new Error(`${mnemonic}: operand ${name} must be a list, found ${String(value)}`);
        this.#push(items.length, mnemonic, name);
        for (const item of items) this.#push(item, mnemonic, name);
      } else this.#push(value as number, mnemonic, name);
    }
    return at;
  }

  /** The words written so far. */
  finish(): Int32Array {
    return this.#words.slice(0, this.#length);
  }

  #push(word: number, mnemonic: string, operand: string): void {
    if ((word | 0) !== word) throw new Error(`${mnemonic}: operand ${operand} must be a signed 32-bit number, found ${String(word)}`);
    if (this.#length === this.#words.length) {
      const wider = new Int32Array(this.#words.length * 2);
      wider.set(this.#words);
      this.#words = wider;
    }
    this.#words[this.#length++] = word;
  }
}
