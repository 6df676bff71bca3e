/**
 * Which registers a frame still needs: what a memory look counts, what compiled code hands to the interpreter. The running closure is not among them, it is
 * needed as long as its frame.
 */
import type { Fn } from "../schemas/fzb/module.ts";
import type { Shape } from "../schemas/isa/instruction.ts";
import { lengthAt, shapeAt } from "./instructions.ts";

/** A set of registers, as bits. */
type Live = Uint32Array;

interface Region {
  readonly opener: Shape;
  readonly offset: number;
  /** What is live behind its end. */
  readonly after: Live;
  /** What is live at the start of its second part, once that is known. */
  second: Live | undefined;
}

/** By offset in the function's words. */
export interface Liveness {
  /** Registers that are read at or after the instruction before they are written. */
  before(offset: number): readonly number[];
  /** Registers that a call's frame needs while the callee runs: its result is not among them. */
  across(offset: number): readonly number[];
}

export function livenessOf(fn: Fn): Liveness {
  const { code } = fn;
  const words = (fn.registers.length >> 5) + 1;
  const offsets: number[] = [];
  /** Offset of the opener, by offset of the end of its region. */
  const openers = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < code.length; at += lengthAt(code, at)) {
    offsets.push(at);
    const { flow } = shapeAt(code, at);
    if (flow === "open") open.push(at);
    else if (flow === "end") openers.set(at, open.pop() as number);
  }

  const heads = new Map<number, Live>();
  /** One after the other, in the order of `offsets`. */
  const befores = new Uint32Array(words * offsets.length);
  const afters = new Map<number, Live>();
  let settled = false;

  const pass = (): void => {
    const regions: Region[] = [];
    /** Handlers of the open tries, outermost first. */
    const handlers: Live[] = [];
    let here: Live = new Uint32Array(words);
    const join = (other: Live): void => {
      for (let index = 0; index < words; index++) here[index] |= other[index];
    };
    const add = (register: number): void => {
      here[register >> 5] |= 1 << (register & 31);
    };
    const remove = (register: number): void => {
      here[register >> 5] &= ~(1 << (register & 31));
    };
    const at = (label: number): Live => {
      const { opener, offset, after } = regions[regions.length - 1 - label];
      return opener.mnemonic === "loop" ? (heads.get(offset) ?? new Uint32Array(words)) : after;
    };
    for (let index = offsets.length - 1; index >= 0; index--) {
      const offset = offsets[index];
      const shape = shapeAt(code, offset);
      const { flow, mnemonic } = shape;
      switch (flow) {
        case "end": {
          const opener = openers.get(offset) as number;
          regions.push({ opener: shapeAt(code, opener), offset: opener, after: here.slice(), second: undefined });
          continue;
        }
        case "else":
        case "catch": {
          const region = regions[regions.length - 1];
          region.second = here;
          here = region.after.slice();
          if (flow === "catch") {
            const caught = code[region.offset + 1];
            region.second[caught >> 5] &= ~(1 << (caught & 31));
            handlers.push(region.second);
            join(region.second);
          }
          continue;
        }
        case "open": {
          const region = regions.pop() as Region;
          if (mnemonic === "try") handlers.pop();
          else if (mnemonic === "loop") {
            const head = heads.get(offset);
            if (head === undefined || head.some((bits, word) => bits !== here[word])) settled = false;
            heads.set(offset, here.slice());
          } else if (mnemonic !== "block") join(region.second ?? region.after);
          break;
        }
        case "branch":
          here = at(code[offset + 1]).slice();
          break;
        case "switch":
          here = new Uint32Array(words);
          for (let item = 0; item < code[offset + 2]; item++) join(at(code[offset + 3 + item]));
          break;
        case "return":
        case "throw":
        case "tail":
          here = new Uint32Array(words);
          break;
        default:
      }
      const { uses, def, readsList } = shape;
      if (mnemonic !== "try" && def >= 0) remove(code[offset + def]);
      for (const handler of handlers) join(handler);
      if (flow === "call" || flow === "host") afters.set(offset, here.slice());
      for (const use of uses) add(code[offset + use]);
      if (readsList) for (let item = offset + shape.words, end = item + code[item - 1]; item < end; item++) add(code[item]);
      befores.set(here, words * index);
    }
  };
  while (!settled) {
    settled = true;
    pass();
  }

  const indices = new Map(offsets.map((offset, index) => [offset, index]));
  const list = (live: Live): readonly number[] => {
    const found: number[] = [];
    for (let register = 0; register < fn.registers.length; register++) if ((live[register >> 5] & (1 << (register & 31))) !== 0) found.push(register);
    return found;
  };
  /** The list for an offset, made once. */
  const listing = (liveAt: (offset: number) => Live | undefined) => {
    const lists = new Map<number, readonly number[]>();
    return (offset: number): readonly number[] => {
      const known = lists.get(offset);
      if (known !== undefined) return known;
      const live = liveAt(offset);
      const made = live === undefined ? [] : list(live);
      lists.set(offset, made);
      return made;
    };
  };
  return {
    before: listing((offset) => {
      const index = indices.get(offset);
      return index === undefined ? undefined : befores.subarray(words * index, words * (index + 1));
    }),
    across: listing((offset) => afters.get(offset)),
  };
}
