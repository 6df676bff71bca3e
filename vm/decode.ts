/**
 * From a function's structured words to the interpreter's: branches with absolute targets in one array for all functions, handlers in a table.
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
import type { Fn } from "../schemas/fzb/module.ts";
import { isStructural, type Shape, tableByCode } from "../schemas/isa/instruction.ts";
import { isa } from "../schemas/isa/table.ts";
import { lengthAt, shapeAt } from "./instructions.ts";
import { type Variant, variants } from "./variants.ts";

/** Ends a run: what the code that calls an entry point comes back to. */
export const haltCode = 0;
/** A branch to a loop: target behind its head, charge of one turn. */
export const turnCode = 368;

/** What decoding leaves beside the words. */
export interface DecodedFunction {
  /** Rows of protected start, end, handler's pc, register of the exception; inner regions first. */
  readonly handlers: Int32Array;
  /** Inline caches its instructions need. */
  readonly sites: number;
}

/** A decoded function takes at most so many words for each of its own: an instruction grows by at most one. */
export const growth = 2;

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

/** Words of the decoded form of an instruction that is not structural: names and upvalues take one more than in the function's own. */
export const decodedLength = (code: Int32Array, at: number): number =>
  lengthAt(code, at) + shapeAt(code, at).operands.filter(({ kind }) => kind === "name" || kind === "upvalue").length;

/** By instruction code: which word chooses a variant, 0 where there is none; 1 where operands have the same words in both forms, and where the instruction has. */
const variantWord = tableByCode(({ mnemonic, operands }) => {
  const variant = variants[mnemonic];
  return variant === undefined ? 0 : 1 + operands.findIndex(({ name }) => name === variant.operand);
});
const sameOperands = tableByCode(({ operands }) => {
  for (const { kind } of operands) if (kind === "upvalue" || kind === "name") return 0;
  return 1;
});
const sameWords = tableByCode(({ code }) => (variantWord[code] === 0 ? sameOperands[code] : 0));

/** Pairs of offset in a function's words, pc of its decoded form that begins at `start`; ascending, of what can be reached. */
export function decodedOffsets(fn: Fn, start: number): Int32Array {
  const offsets: number[] = [];
  decodeFunction(fn, new Map(), new Int32Array(growth * fn.code.length), 0, 0, (offset, pc) => void offsets.push(offset, start + pc));
  return Int32Array.from(offsets);
}

/**
 * Writes the decoded form of a function into `out` from `start` on. `turns` gives the charge of the loop at an offset; inline caches are numbered from `firstSite`.
 * `placed` is told where each instruction's form is.
 */
export function decodeFunction(
  fn: Fn,
  turns: ReadonlyMap<number, number>,
  out: Int32Array,
  start: number,
  firstSite: number,
  placed?: (offset: number, pc: number) => void,
): DecodedFunction {
  const { code } = fn;
  const regions: Region[] = [];
  const handlers: number[] = [];
  let sites = 0;
  let reachable = true;
  let pc = start;

  const push = (word: number): void => {
    out[pc++] = word;
  };
  const branchTo = (label: number): void => {
    const target = regions[regions.length - 1 - label];
    if (target.opener.mnemonic !== "loop") target.toEnd.push(pc);
    push(target.head);
  };
  const branch = (label: number): void => {
    const target = regions[regions.length - 1 - label];
    if (target.opener.mnemonic !== "loop") {
      push(isa.branch.code);
      branchTo(label);
      return;
    }
    push(turnCode);
    push(target.head + 2);
    push(out[target.head + 1]);
  };
  const jumpBehind = (region: Region): void => {
    if (!reachable) return;
    push(isa.branch.code);
    region.toEnd.push(pc);
    push(0);
  };
  const copy = (at: number, next: number): void => {
    const op = code[at];
    out[pc++] = variantWord[op] === 0 ? op : variantOf(at);
    let word = at + 1;
    if (sameOperands[op] === 0) {
      for (const { kind, layout } of shapeAt(code, at).operands) {
        if (layout === "list") break;
        if (kind === "upvalue") push(fn.registers.length);
        push(code[word++]);
        if (kind === "name") push(firstSite + sites++);
      }
    }
    for (; word < next; word++) out[pc++] = code[word];
  };
  const variantOf = (at: number): number => {
    const op = code[at];
    const { by, values, first } = variants[shapeAt(code, at).mnemonic] as Variant;
    const word = code[at + variantWord[op]];
    const chosen = values.indexOf(by === "value" ? word : (fn.registers[word]?.type ?? -1));
    return chosen < 0 ? op : first + chosen;
  };

  for (let at = 0, next = 0; at < code.length; at = next) {
    next = at + lengthAt(code, at);
    const op = code[at];
    if (isStructural[op] === 0) {
      if (!reachable) continue;
      if (placed !== undefined) placed(at, pc);
      if (sameWords[op] === 0) copy(at, next);
      else for (let word = at; word < next; word++) out[pc++] = code[word];
      continue;
    }
    const instruction = shapeAt(code, at);
    const { flow, mnemonic } = instruction;
    if (reachable && flow !== "end" && flow !== "else" && flow !== "catch") placed?.(at, pc);
    switch (flow) {
      case "open": {
        const region: Region = { opener: instruction, entered: reachable, head: pc, toEnd: [], toElse: -1, caught: 0 };
        regions.push(region);
        if (mnemonic === "try") region.caught = code[at + 1];
        if (!reachable || mnemonic === "block" || mnemonic === "try") break;
        copy(at, next);
        if (mnemonic === "loop") push(turns.get(at) as number);
        else {
          region.toElse = pc;
          push(0);
        }
        break;
      }
      case "else": {
        const region = regions[regions.length - 1];
        jumpBehind(region);
        if (region.toElse >= 0) out[region.toElse] = pc;
        region.toElse = -1;
        reachable = region.entered;
        break;
      }
      case "catch": {
        const region = regions[regions.length - 1];
        const end = pc;
        jumpBehind(region);
        if (region.entered) handlers.push(region.head, end, pc, region.caught);
        reachable = region.entered;
        break;
      }
      case "end": {
        const region = regions.pop() as Region;
        if (region.toElse >= 0) out[region.toElse] = pc;
        for (const word of region.toEnd) out[word] = pc;
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
        push(instruction.code);
        push(code[at + 1]);
        push(count);
        for (let item = 0; item < count; item++) branchTo(code[at + 3 + item]);
        reachable = false;
        break;
      }
      default:
        if (reachable) copy(at, next);
        reachable = false;
    }
  }
  return { handlers: Int32Array.from(handlers), sites };
}
