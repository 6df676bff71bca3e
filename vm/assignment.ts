/** Which registers a function may read before it has written them: those get their kind's initial value on entry. */
import type { Fn } from "../schemas/fzb/module.ts";
import type { Shape } from "../schemas/isa/instruction.ts";
import { lengthAt, type Registers, registersOf, shapeAt } from "./instructions.ts";

/** Bits of the registers that are surely assigned; undefined where no path leads. */
type Assigned = Uint32Array | undefined;

const meet = (a: Assigned, b: Assigned): Assigned => {
  if (a === undefined || b === undefined) return a ?? b;
  return a.map((word, index) => word & b[index]);
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
  let here: Assigned = new Uint32Array((fn.registers.length >> 5) + 1);
  const assign = (register: number): void => {
    if (here !== undefined) here[register >> 5] = here[register >> 5] | (1 << (register & 31));
  };
  for (let register = 0; register < fn.params; register++) assign(register);
  const read = (assigned: Uint32Array, register: number): void => {
    if ((assigned[register >> 5] & (1 << (register & 31))) === 0) found.add(register);
  };
  const branchTo = (label: number): void => {
    const target = regions[regions.length - 1 - label];
    if (target.opener.mnemonic !== "loop") target.end = meet(target.end, here?.slice());
  };

  for (let at = 0; at < code.length; at += lengthAt(code, at)) {
    const instruction = shapeAt(code, at);
    const { flow, mnemonic } = instruction;
    if (here !== undefined) {
      const { uses, def, list } = registersOf[code[at]] as Registers;
      for (let index = 0; index < uses.length; index++) read(here, code[at + uses[index]]);
      if (list) for (let item = at + instruction.words, end = item + code[item - 1]; item < end; item++) read(here, code[item]);
      if (def >= 0 && mnemonic !== "try") assign(code[at + def]);
    }
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
