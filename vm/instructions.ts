/** How the loader walks a function's words. The module is valid: every word is where the table says. */
import { endsInList, type Shape, shapesByCode, wordsByCode } from "../schemas/isa/instruction.ts";

/** The shape of the instruction at a word offset. */
export const shapeAt = (code: Int32Array, at: number): Shape => shapesByCode[code[at]] as Shape;

/** The words an instruction takes, its own included. */
export function lengthAt(code: Int32Array, at: number): number {
  const op = code[at];
  const words = wordsByCode[op];
  return endsInList[op] === 0 ? words : words + code[at + words - 1];
}

/** Where an instruction ends, or the region that it opens. */
export function behindUnit(code: Int32Array, at: number): number {
  const next = at + lengthAt(code, at);
  if (shapeAt(code, at).flow !== "open") return next;
  const end = endOf(code, next);
  return end + lengthAt(code, end);
}

/** Offset of the instruction that runs behind the one, or the region, that ends at an offset. */
export function followingAt(code: Int32Array, from: number): number {
  for (let at = from; ; at += lengthAt(code, at)) {
    const { flow } = at < code.length ? shapeAt(code, at) : { flow: "next" };
    if (flow === "else" || flow === "catch") at = endOf(code, at + lengthAt(code, at));
    else if (flow !== "end") return at;
  }
}

/** Offset of the `end` that closes the region which is open at an offset. */
export function endOf(code: Int32Array, from: number): number {
  let open = 1;
  for (let at = from; ; at += lengthAt(code, at)) {
    const { flow } = shapeAt(code, at);
    if (flow === "open") open++;
    else if (flow === "end" && --open === 0) return at;
  }
}
