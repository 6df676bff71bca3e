/** A function's code in a file: its words as LEB128 numbers, `imm` operands zigzag; how many words there are is written before. */
import { endsInList, tableByCode, wordsByCode } from "../isa/instruction.ts";
import type { ByteReader, ByteWriter } from "./bytes.ts";

/** By instruction code: which operands are signed, bit by operand. */
const signed = tableByCode(({ operands }) => {
  let mask = 0;
  for (let i = 0; i < operands.length; i++) if (operands[i].layout === "signed") mask |= 1 << i;
  return mask;
});

export const writeCode = (out: ByteWriter, code: Int32Array): void => {
  for (let at = 0; at < code.length; ) {
    const op = code[at];
    const size = wordsByCode[op] ?? 0;
    const items = endsInList[op] === 1 ? code[at + size - 1] : 0;
    if (size === 0 || at + size + items > code.length || items < 0) throw new Error(`no whole instruction at word ${at}, found ${op}`);
    out.unsigned(op);
    const mask = signed[op];
    for (let i = 1; i < size; i++) {
      if ((mask >> (i - 1)) & 1) out.signed(code[at + i]);
      else out.unsigned(code[at + i]);
    }
    for (let i = 0; i < items; i++) out.unsigned(code[at + size + i]);
    at += size + items;
  }
};

/** Fills words [at, end) of `code`. Most numbers have one byte; the reader takes the others, and reports what is wrong. */
export const readCode = (reader: ByteReader, code: Int32Array, at: number, end: number): void => {
  const { bytes, end: limit } = reader;
  let from = reader.at;
  while (at < end) {
    const start = from;
    let op = from < limit ? bytes[from] : 0x80;
    if (op < 0x80) from++;
    else {
      reader.at = from;
      op = reader.index();
      from = reader.at;
    }
    const size = op < wordsByCode.length ? wordsByCode[op] : 0;
    if (size === 0) reader.fail("bad_instruction", `${op} is no instruction`, start);
    if (size > end - at) reader.fail("bad_instruction", `instruction ${op} is cut off by the function's length`, start);
    code[at] = op;
    const first = at + 1;
    let last = at + size;
    let mask = signed[op];
    let list = endsInList[op];
    for (at = first; ; ) {
      while (at < last) {
        const value = bytes[from];
        if (value < 0x80 && from < limit) {
          code[at++] = value;
          from++;
          continue;
        }
        reader.at = from;
        code[at] = ((mask >> (at - first)) & 1) === 0 ? reader.index() : reader.unsigned();
        at++;
        from = reader.at;
      }
      if (list === 0) break;
      last += code[at - 1];
      if (last > end) reader.fail("bad_instruction", `the list of instruction ${op} is cut off by the function's length`, start);
      list = mask = 0;
    }
    mask = signed[op];
    for (let word = first; mask !== 0; mask >>= 1, word++) if ((mask & 1) === 1) code[word] = (code[word] >>> 1) ^ -(code[word] & 1);
  }
  reader.at = from;
};
