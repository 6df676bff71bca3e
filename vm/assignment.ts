/** Which registers a function may read before it has written them: those get their kind's initial value on entry. */
import type { Fn } from "../schemas/fzb/module.ts";
import { isStructural, type Shape, tableByCode, wordsByCode } from "../schemas/isa/instruction.ts";
import { lengthAt, shapeAt } from "./instructions.ts";

/** Bits of the registers that are surely assigned; undefined where no path leads. */
type Assigned = Int32Array | undefined;

/** By instruction code: which words name registers that are read, bit by word behind the code; which word names the one written, 0 for none; whether there is a list of registers that are read. */
const reads = tableByCode(({ uses }) => {
  let bits = 0;
  for (const word of uses) bits |= 1 << (word - 1);
  return bits;
});
const writes = tableByCode(({ def, mnemonic }) => (def < 0 || mnemonic === "try" ? 0 : def));
const readsList = tableByCode((shape) => (shape.readsList ? 1 : 0));

/** What is assigned on two paths, written over the first. */
const meet = (a: Assigned, b: Assigned): Assigned => {
  if (a === undefined || b === undefined) return a ?? b;
  for (let word = 0; word < a.length; word++) a[word] &= b[word];
  return a;
};

interface Region {
  readonly opener: Shape;
  readonly start: Assigned;
  /** What is assigned on every branch behind its end. */
  end: Assigned;
  open: boolean;
  readonly caught: number;
}

export function unassignedReads(fn: Fn): number[] {
  const { code } = fn;
  const regions: Region[] = [];
  const found = new Set<number>();
  let here: Assigned = new Int32Array((fn.registers.length >> 5) + 1);
  const assign = (register: number): void => {
    if (here !== undefined) here[register >> 5] = here[register >> 5] | (1 << (register & 31));
  };
  for (let register = 0; register < fn.params; register++) assign(register);
  const branchTo = (label: number): void => {
    const target = regions[regions.length - 1 - label];
    if (target.opener.mnemonic !== "loop") target.end = target.end === undefined ? here?.slice() : meet(target.end, here);
  };

  for (let at = 0; at < code.length; at += lengthAt(code, at)) {
    const op = code[at];
    if (here !== undefined) {
      for (let bits = reads[op], word = at + 1; bits !== 0; bits >>= 1, word++) {
        const register = code[word];
        if ((bits & 1) === 1 && (here[register >> 5] & (1 << (register & 31))) === 0) found.add(register);
      }
      if (readsList[op] === 1) {
        for (let word = at + wordsByCode[op], end = word + code[word - 1]; word < end; word++) {
          const register = code[word];
          if ((here[register >> 5] & (1 << (register & 31))) === 0) found.add(register);
        }
      }
      if (writes[op] !== 0) {
        const register = code[at + writes[op]];
        here[register >> 5] |= 1 << (register & 31);
      }
    }
    if (isStructural[op] === 0) continue;
    const instruction = shapeAt(code, at);
    const { flow, mnemonic } = instruction;
    switch (flow) {
      case "open":
        regions.push({ opener: instruction, start: here?.slice(), end: undefined, open: mnemonic.startsWith("if"), caught: mnemonic === "try" ? code[at + 1] : -1 });
        break;
      case "else": {
        const region = regions[regions.length - 1];
        region.end = meet(region.end, here);
        region.open = false;
        here = region.start?.slice();
        break;
      }
      case "catch": {
        const region = regions[regions.length - 1];
        region.end = meet(region.end, here);
        here = region.start?.slice();
        assign(region.caught);
        break;
      }
      case "end": {
        const region = regions.pop() as Region;
        here = meet(meet(here, region.end), region.open ? region.start : undefined);
        break;
      }
      case "branch":
        if (here !== undefined) branchTo(code[at + 1]);
        here = undefined;
        break;
      case "switch":
        if (here !== undefined) for (let item = 0; item < code[at + 2]; item++) branchTo(code[at + 3 + item]);
        here = undefined;
        break;
      case "return":
      case "throw":
      case "tail":
        here = undefined;
        break;
      default:
    }
  }
  return [...found].sort((a, b) => a - b);
}
