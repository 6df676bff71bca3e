/**
 * Loops that count: one register goes up or down by one at the end of each turn, and nothing else changes it or its bound. Their turns are paid ahead,
 * as many as fuel allows, and run without a check:
 *
 *     L1: for (;;) { if (r0 < r2) break L0;
 *       s1 = r2; e1 = (r2 + Math.min((fuel / 5) | 0, r0 - r2) + 1) | 0;
 *       do { …; r2 = (r2 + 1) | 0; } while (r2 !== e1);
 *       fuel = (fuel - Math.imul(r2 - s1 - 1, 5)) | 0; …pays for the last turn's end as ever… continue L1; }
 *
 * Wherever a turn is left, fuel is what remains when those before it are paid. What makes the next charge look at memory ends the strip with its turn.
 */
import type { Fn } from "../../schemas/fzb/module.ts";
import type { Shape } from "../../schemas/isa/instruction.ts";
import type { Mnemonic } from "../../schemas/isa/table.ts";
import { lengthAt, shapeAt } from "../instructions.ts";
import type { Strip } from "./fuel.ts";

export interface CountedLoop {
  readonly counter: number;
  /** 1 or -1. */
  readonly step: number;
  /** A register, or a number where `immediate`. */
  readonly bound: number;
  readonly immediate: boolean;
  /** Whether the turn at the bound itself is run. */
  readonly closed: boolean;
  /** Offsets: the `if` that leaves, what follows its end, the counting, the branch back. */
  readonly test: number;
  readonly body: number;
  readonly count: number;
  readonly back: number;
}

/** Turns that cost more pay one by one: a strip saves little there, and its ends cost as much as before. So do loops up to a small number, which are short. */
export const dearestStripped = 32;
const leastBound = 16;

interface Exit {
  readonly step: number;
  readonly closed: boolean;
  /** The operand that counts. */
  readonly counter: "lhs" | "rhs";
}

/** Tests that leave a loop which counts: `i > n`, `i >= n` and their mirrors. */
const exits: { readonly [M in Mnemonic]?: readonly Exit[] } = {
  if_lt_i32: [
    { step: 1, closed: true, counter: "rhs" },
    { step: -1, closed: true, counter: "lhs" },
  ],
  if_le_i32: [
    { step: 1, closed: false, counter: "rhs" },
    { step: -1, closed: false, counter: "lhs" },
  ],
  if_gt_i32_imm: [{ step: 1, closed: true, counter: "lhs" }],
  if_ge_i32_imm: [{ step: 1, closed: false, counter: "lhs" }],
  if_lt_i32_imm: [{ step: -1, closed: true, counter: "lhs" }],
  if_le_i32_imm: [{ step: -1, closed: false, counter: "lhs" }],
};

/** What may stand before the test: it gives the same in every turn, as nothing in the turn changes what it reads. */
const repeatable: ReadonlySet<Mnemonic> = new Set([
  "move",
  "const_i32",
  "add_i32_imm",
  "mul_i32_imm",
  "add_i32",
  "sub_i32",
  "mul_i32",
  "and_i32_imm",
  "shr_i32_imm",
  "len_str",
  "array_length",
  "get_length",
]);
const measuring: ReadonlySet<Mnemonic> = new Set(["array_length", "get_length"]);
/** What may change the length of an array. */
const resizing: ReadonlySet<Mnemonic> = new Set(["call_builtin", "set_property", "set_index"]);

const written = (code: Int32Array, at: number): number => {
  const { def } = shapeAt(code, at);
  return def < 0 ? -1 : code[at + def];
};

/** The counted loop at an offset that has no loop, no `try` and no call in it, or undefined. */
export function countedLoop({ code }: Fn, loop: number): CountedLoop | undefined {
  const prefix = new Set<number>();
  let measures = false;
  const read = new Set<number>();
  let test = loop + lengthAt(code, loop);
  for (; repeatable.has(shapeAt(code, test).mnemonic); test += lengthAt(code, test)) {
    for (const use of shapeAt(code, test).uses) if (!prefix.has(code[test + use])) read.add(code[test + use]);
    prefix.add(written(code, test));
    measures ||= measuring.has(shapeAt(code, test).mnemonic);
  }
  const shape = shapeAt(code, test);
  const candidates = exits[shape.mnemonic];
  const branch = test + lengthAt(code, test);
  if (candidates === undefined || shapeAt(code, branch).flow !== "branch" || code[branch + 1] < 2) return undefined;
  const end = branch + lengthAt(code, branch);
  if (shapeAt(code, end).flow !== "end") return undefined;
  const body = end + lengthAt(code, end);
  const writes = new Map<number, number>();
  let before = -1;
  let back = -1;
  let open = 1;
  for (let at = body; open > 0; at += lengthAt(code, at)) {
    const inner = shapeAt(code, at);
    const { flow, mnemonic } = inner;
    if (mnemonic === "loop" || mnemonic === "try" || flow === "call" || flow === "tail" || flow === "host" || (measures && resizing.has(mnemonic))) return undefined;
    if (flow === "open") open++;
    else if (flow === "end") open--;
    else if (back >= 0) return undefined;
    if (leadsTo(inner, code, at, open - 1)) {
      if (flow !== "branch" || open !== 1) return undefined;
      back = at;
    }
    const register = written(code, at);
    if (register >= 0) writes.set(register, (writes.get(register) ?? 0) + 1);
    if (back < 0) before = at;
  }
  if (back < 0 || before < 0 || shapeAt(code, before).mnemonic !== "add_i32_imm") return undefined;
  const counter = code[before + 1];
  const step = code[before + 3];
  if (code[before + 2] !== counter || writes.get(counter) !== 1 || prefix.has(counter) || read.has(counter)) return undefined;
  for (const register of read) if (writes.has(register)) return undefined;
  for (const exit of candidates) {
    const at = shape.operands.findIndex(({ name }) => name === exit.counter) + 1;
    const immediate = shape.operands[1].kind === "imm";
    const bound = code[test + (at === 1 ? 2 : 1)];
    if (exit.step !== step || code[test + at] !== counter || (!immediate && bound === counter)) continue;
    if (!immediate && !prefix.has(bound) && writes.has(bound)) continue;
    if (immediate && step > 0 && bound < leastBound) continue;
    return { counter, step, bound, immediate, closed: exit.closed, test, body, count: before, back };
  }
  return undefined;
}

/** The strip of a loop whose turns cost so much, and whose locals have that number. */
export function stripOf({ counter, step }: CountedLoop, register: (index: number) => string, charge: number, number: number): Strip {
  return { counter: register(counter), step, charge, start: `s${number}`, end: `e${number}` };
}

/** Text: how many turns come behind the current one. */
export function furtherTurns({ counter, step, bound, immediate, closed }: CountedLoop, register: (index: number) => string): string {
  const last = immediate ? `(${bound})` : register(bound);
  const distance = step > 0 ? `${last} - ${register(counter)}` : `${register(counter)} - ${last}`;
  return closed ? distance : `${distance} - 1`;
}

/** Whether control may go from an instruction to the region so many levels out. */
function leadsTo({ flow }: Shape, code: Int32Array, at: number, level: number): boolean {
  if (flow === "branch") return code[at + 1] === level;
  return flow === "switch" && Array.from(code.subarray(at + 3, at + 3 + code[at + 2])).includes(level);
}
