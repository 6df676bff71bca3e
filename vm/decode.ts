/**
 * From a function's structured words to the interpreter's: one array for all functions, branches with absolute targets, handlers in a table.
 * Every instruction keeps its operands, with these differences:
 *
 *     block, end         nothing
 *     loop               code, charge of one turn
 *     if…                code, operands, target when the condition does not hold
 *     else, catch        branch behind the end
 *     branch, switch     absolute targets in place of labels
 *     branch to a loop   behind the loop's head, with the loop's charge: a turn costs no instruction of its own
 *     try                nothing; a row of `handlers`
 *     upvalue operands   the register that holds the running closure, then the index
 *     name operands      the string's index, then the number of an inline cache
 *
 * Unreachable instructions are left out.
 */
import type { Fn, Module } from "../schemas/fzb/module.ts";
import type { Shape } from "../schemas/isa/instruction.ts";
import { isa, type OperandKind } from "../schemas/isa/table.ts";
import { lengthAt, shapeAt } from "./instructions.ts";
import { variants } from "./variants.ts";

/** Ends a run: what the code that calls an entry point comes back to. */
export const haltCode = 0;
/** A branch to a loop: target behind its head, charge of one turn. */
export const turnCode = 368;

export interface Decoded {
  readonly code: Int32Array;
  /** Start of each function in `code`, and the end of the last. */
  readonly starts: Int32Array;
  /** Rows of protected start, end, handler's pc, register of the exception; a function's rows follow each other, inner regions first. */
  readonly handlers: Int32Array;
  /** First row of each function, and the end of the last. */
  readonly handlerRows: Int32Array;
  /** Per function pairs of offset in its words, pc; ascending. */
  readonly offsets: readonly Int32Array[];
  readonly sites: number;
}

interface Region {
  readonly opener: Shape;
  /** Whether its start can be reached. */
  readonly entered: boolean;
  readonly head: number;
  /** Words that hold the pc behind its end once that is known. */
  readonly toEnd: number[];
  toElse: number;
  caught: number;
}

class Writer {
  words: Int32Array = new Int32Array(4096);
  length = 0;
  push(word: number): void {
    if (this.length === this.words.length) {
      const grown = new Int32Array(this.length * 2);
      grown.set(this.words);
      this.words = grown;
    }
    this.words[this.length++] = word;
  }
}

/** `turns` gives the charge of the loop that starts at an offset of a function's words. */
export function decode(module: Module, prologue: readonly number[], turns: readonly ReadonlyMap<number, number>[]): Decoded {
  const out = new Writer();
  const handlers: number[] = [];
  const starts = new Int32Array(module.functions.length + 1);
  const handlerRows = new Int32Array(module.functions.length + 1);
  const offsets: Int32Array[] = [];
  const state = { sites: 0 };
  for (const word of prologue) out.push(word);
  module.functions.forEach((fn, index) => {
    starts[index] = out.length;
    handlerRows[index] = handlers.length / 4;
    offsets.push(decodeFunction(fn, turns[index], out, handlers, state));
  });
  starts[module.functions.length] = out.length;
  handlerRows[module.functions.length] = handlers.length / 4;
  return { code: out.words.slice(0, out.length), starts, handlers: Int32Array.from(handlers), handlerRows, offsets, sites: state.sites };
}

function decodeFunction(fn: Fn, turns: ReadonlyMap<number, number>, out: Writer, handlers: number[], state: { sites: number }): Int32Array {
  const { code } = fn;
  const regions: Region[] = [];
  const offsets: number[] = [];
  let reachable = true;

  const branchTo = (label: number): void => {
    const target = regions[regions.length - 1 - label];
    if (target.opener.mnemonic !== "loop") target.toEnd.push(out.length);
    out.push(target.head);
  };
  const branch = (label: number): void => {
    const target = regions[regions.length - 1 - label];
    if (target.opener.mnemonic !== "loop") {
      out.push(isa.branch.code);
      branchTo(label);
      return;
    }
    out.push(turnCode);
    out.push(target.head + 2);
    out.push(out.words[target.head + 1]);
  };
  const jumpBehind = (region: Region): void => {
    if (!reachable) return;
    out.push(isa.branch.code);
    region.toEnd.push(out.length);
    out.push(0);
  };
  const copyOperands = (instruction: Shape, at: number): void => {
    let next = at + 1;
    for (const { kind } of instruction.operands) next = copyOperand(kind, next);
  };
  const copyOperand = (kind: OperandKind, at: number): number => {
    const word = code[at];
    if (kind === "uses") {
      for (let item = 0; item <= word; item++) out.push(code[at + item]);
      return at + 1 + word;
    }
    if (kind === "upvalue") out.push(fn.registers.length);
    out.push(word);
    if (kind === "name") out.push(state.sites++);
    return at + 1;
  };
  /** The decoded code of an instruction. */
  const codeOf = (instruction: Shape, at: number): number => {
    const variant = variants[instruction.mnemonic];
    if (variant === undefined) return instruction.code;
    const word = code[at + 1 + instruction.operands.findIndex(({ name }) => name === variant.operand)] as number;
    const chosen = variant.values.indexOf(variant.by === "value" ? word : (fn.registers[word]?.type ?? -1));
    return chosen < 0 ? instruction.code : variant.first + chosen;
  };

  for (let at = 0; at < code.length; at += lengthAt(code, at)) {
    const instruction = shapeAt(code, at);
    const { flow, mnemonic } = instruction;
    if (reachable && flow !== "end" && flow !== "else" && flow !== "catch") offsets.push(at, out.length);
    switch (flow) {
      case "open": {
        const region: Region = { opener: instruction, entered: reachable, head: out.length, toEnd: [], toElse: -1, caught: 0 };
        regions.push(region);
        if (mnemonic === "try") region.caught = code[at + 1];
        if (!reachable || mnemonic === "block" || mnemonic === "try") break;
        out.push(instruction.code);
        copyOperands(instruction, at);
        if (mnemonic === "loop") out.push(turns.get(at) as number);
        else {
          region.toElse = out.length;
          out.push(0);
        }
        break;
      }
      case "else": {
        const region = regions[regions.length - 1];
        jumpBehind(region);
        if (region.toElse >= 0) out.words[region.toElse] = out.length;
        region.toElse = -1;
        reachable = region.entered;
        break;
      }
      case "catch": {
        const region = regions[regions.length - 1];
        const end = out.length;
        jumpBehind(region);
        if (region.entered) handlers.push(region.head, end, out.length, region.caught);
        reachable = region.entered;
        break;
      }
      case "end": {
        const region = regions.pop() as Region;
        if (region.toElse >= 0) out.words[region.toElse] = out.length;
        for (const word of region.toEnd) out.words[word] = out.length;
        reachable ||= region.toElse >= 0 || region.toEnd.length > 0;
        break;
      }
      case "branch":
        if (!reachable) break;
        branch(code[at + 1]);
        reachable = false;
        break;
      case "switch": {
        if (!reachable) break;
        const count = code[at + 2];
        out.push(instruction.code);
        out.push(code[at + 1]);
        out.push(count);
        for (let item = 0; item < count; item++) branchTo(code[at + 3 + item]);
        reachable = false;
        break;
      }
      default:
        if (!reachable) break;
        out.push(codeOf(instruction, at));
        copyOperands(instruction, at);
        if (flow === "return" || flow === "throw" || flow === "tail") reachable = false;
    }
  }
  return Int32Array.from(offsets);
}
