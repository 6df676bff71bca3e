/** How the loader walks a function's words. The module is valid: every word is where the table says. */
import { type Shape, shapesByCode } from "../schemas/isa/instruction.ts";
import type { OperandKind } from "../schemas/isa/table.ts";

/** The shape of the instruction at a word offset. */
export const shapeAt = (code: Int32Array, at: number): Shape => shapesByCode[code[at]] as Shape;

/** The words an instruction takes, its own included. */
export function lengthAt(code: Int32Array, at: number): number {
  const { words, list } = shapeAt(code, at);
  return list < 0 ? words : words + code[at + words - 1];
}

/** Calls `visit` with each operand of an instruction; a list's items one by one. */
export function eachOperand(code: Int32Array, at: number, visit: (kind: OperandKind, value: number) => void): void {
  const { operands, words, list } = shapeAt(code, at);
  const single = list < 0 ? operands.length : list;
  for (let index = 0; index < single; index++) visit(operands[index].kind, code[at + 1 + index]);
  if (list >= 0) for (let item = 0; item < code[at + words - 1]; item++) visit(operands[list].kind, code[at + words + item]);
}
