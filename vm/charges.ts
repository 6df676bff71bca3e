/**
 * What a module's charge points cost, from the versioned table and never from the file. Function entry: the longest path through the body with its loops
 * counted 0. Loop head: the longest path of one turn with inner loops counted 0. The cost of a builtin's call is its instruction's and its row's; what
 * depends on an argument is charged apart, before the call.
 */
import type { Fn } from "../schemas/fzb/module.ts";
import { builtinsByCode } from "../schemas/isa/builtins.ts";
import { isStructural, type Shape, tableByCode } from "../schemas/isa/instruction.ts";
import { isa } from "../schemas/isa/table.ts";
import { lengthAt, shapeAt } from "./instructions.ts";

const fuelByCode = tableByCode(({ spec }) => spec.fuel);

export interface Charges {
  readonly entry: number;
  /** By the offset of the loop in the function's words. */
  readonly turns: ReadonlyMap<number, number>;
}

/** No path leads here. */
const nowhere = -1;

interface Region {
  readonly opener: Shape;
  /** Cost of the longest path from the enclosing charge point to its start. */
  readonly start: number;
  /** Longest path to behind its end by a branch. */
  end: number;
  /** Longest path that reached the end of any instruction inside, for a try's handler. */
  peak: number;
  /** Whether an `if` has no else so far. */
  open: boolean;
  readonly offset: number;
}

export function chargesOf(fn: Fn): Charges {
  const { code } = fn;
  const turns = new Map<number, number>();
  const regions: Region[] = [];
  let entry = 0;
  let here = 0;

  /** A path of the innermost loop (or of the function) ends, `depth` regions out. */
  const endPath = (cost: number, depth: number): number => {
    let path = cost;
    for (let index = regions.length - 1; index >= regions.length - depth; index--) {
      const region = regions[index];
      region.peak = Math.max(region.peak, path);
      if (region.opener.mnemonic !== "loop") continue;
      turns.set(region.offset, Math.max(turns.get(region.offset) ?? 0, path));
      path = region.start;
    }
    if (depth === regions.length) entry = Math.max(entry, path);
    return path;
  };
  const branchTo = (label: number): void => {
    const target = regions[regions.length - 1 - label];
    if (target.opener.mnemonic === "loop") endPath(here, label + 1);
    else {
      const path = endPath(here, label);
      target.end = Math.max(target.end, path);
      target.peak = Math.max(target.peak, path);
    }
  };

  /** A path of the innermost loop (or of the function) comes to an inner loop, which may be its end. */
  const reachLoop = (cost: number): void => {
    for (let index = regions.length - 1; index >= 0; index--) {
      const { opener, offset } = regions[index];
      if (opener.mnemonic !== "loop") continue;
      turns.set(offset, Math.max(turns.get(offset) ?? 0, cost));
      return;
    }
    entry = Math.max(entry, cost);
  };

  for (let at = 0; at < code.length; at += lengthAt(code, at)) {
    const op = code[at];
    if (here !== nowhere) {
      here += fuelByCode[op];
      if (op === isa.call_builtin.code) here += builtinsByCode[code[at + 2]]?.fuel ?? 0;
    }
    if (isStructural[op] === 0) continue;
    const instruction = shapeAt(code, at);
    const { flow, mnemonic } = instruction;
    switch (flow) {
      case "open": {
        const loop = mnemonic === "loop";
        if (loop && here !== nowhere) reachLoop(here - instruction.spec.fuel);
        regions.push({
          opener: instruction,
          start: loop && here !== nowhere ? here - instruction.spec.fuel : here,
          end: nowhere,
          peak: here,
          open: mnemonic.startsWith("if"),
          offset: at,
        });
        if (loop && here !== nowhere) {
          here = instruction.spec.fuel;
          turns.set(at, here);
        }
        break;
      }
      case "else": {
        const region = regions[regions.length - 1];
        region.end = Math.max(region.end, here);
        region.peak = Math.max(region.peak, here);
        region.open = false;
        here = region.start;
        break;
      }
      case "catch": {
        const region = regions[regions.length - 1];
        region.end = Math.max(region.end, here);
        here = region.start === nowhere ? nowhere : Math.max(region.peak, here);
        region.peak = here;
        break;
      }
      case "end": {
        const region = regions.pop() as Region;
        const outer = regions[regions.length - 1];
        const peak = Math.max(region.peak, here);
        if (region.opener.mnemonic === "loop") {
          if (outer !== undefined) outer.peak = Math.max(outer.peak, region.start);
          if (here !== nowhere) {
            turns.set(region.offset, Math.max(turns.get(region.offset) ?? 0, here));
            here = region.start;
          }
          here = Math.max(here, region.end);
        } else {
          here = Math.max(here, region.end, region.open ? region.start : nowhere);
          if (outer !== undefined) outer.peak = Math.max(outer.peak, peak, here);
        }
        break;
      }
      case "branch":
        if (here !== nowhere) branchTo(code[at + 1]);
        here = nowhere;
        break;
      case "switch":
        if (here !== nowhere) for (let item = 0; item < code[at + 2]; item++) branchTo(code[at + 3 + item]);
        here = nowhere;
        break;
      case "return":
      case "throw":
      case "tail":
        if (here !== nowhere) endPath(here, regions.length);
        here = nowhere;
        break;
      default:
    }
  }
  return { entry: Math.max(1, entry), turns };
}
