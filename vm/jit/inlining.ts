/** Which calls are printed in place. By the callee's size and place alone, so that a loop may be judged before it is printed. */
import type { Fn } from "../../schemas/fzb/module.ts";
import type { Mnemonic } from "../../schemas/isa/table.ts";
import { lengthAt, shapeAt } from "../instructions.ts";
import type { LoadedModule } from "../load.ts";
import { isQuietBuiltin } from "./builtin-calls.ts";
import { encloses, type Frame, frameInPlace, restarted } from "./frame.ts";

/** Words of a function that may be printed in place, by the frames around it. */
const mostWords = [0, 110, 70, 40] as const;
/** Words of a function that may be printed once in its own calls of itself. */
const mostOwnWords = 160;
const mostOwnCalls = 4;
const mostRegisters = 40;

interface Traits {
  readonly words: number;
  readonly plain: boolean;
  readonly returns: boolean;
  /** Calls of itself that are no tail calls. */
  readonly ownCalls: number;
}

const known = new WeakMap<Fn, Traits>();

function traitsOf(fn: Fn, index: number): Traits {
  let traits = known.get(fn);
  if (traits === undefined) {
    let returns = false;
    let ownCalls = 0;
    let host = false;
    for (let at = 0; at < fn.code.length; at += lengthAt(fn.code, at)) {
      const { flow, mnemonic } = shapeAt(fn.code, at);
      returns ||= flow === "return" || flow === "tail";
      host ||= flow === "host";
      if (mnemonic === "call" && fn.code[at + 2] === index) ownCalls++;
    }
    traits = { words: fn.code.length, plain: fn.captures.length === 0 && fn.registers.length <= mostRegisters && !host, returns, ownCalls };
    known.set(fn, traits);
  }
  return traits;
}

/** Whether a function does anything but throw, at last. */
export const mayReturn = ({ module }: LoadedModule, fn: number): boolean => traitsOf(module.functions[fn], fn).returns;

/** Whether a call of a function from a frame is printed in place. */
export function isInlined(loaded: LoadedModule, frame: Frame, callee: number, tail: boolean): boolean {
  const { words, plain, returns, ownCalls } = traitsOf(loaded.module.functions[callee], callee);
  if (!plain || !returns) return false;
  if (callee === frame.index && frame.place === undefined && frame.tailOf === undefined && !tail) return words <= mostOwnWords && ownCalls <= mostOwnCalls;
  if (encloses(frame, callee)) return false;
  let around = 1;
  for (let each: Frame | undefined = frame; (each = each.tailOf ?? each.place?.caller) !== undefined; ) around++;
  return words <= (mostWords[around] ?? 0);
}

/** Instructions that always count what they allocate by a function of the machine. */
const counting: ReadonlySet<Mnemonic> = new Set(["new_array", "array_of", "concat_str"]);

/** Whether nothing but turns of loops and calls in place touches the fuel cell from one offset to another, so that fuel may be in a local meanwhile. */
export function isQuiet(loaded: LoadedModule, frame: Frame, from: number, to: number): boolean {
  const { code } = frame.fn;
  for (let at = from; at < to; at += lengthAt(code, at)) {
    const { mnemonic, flow } = shapeAt(code, at);
    if (flow === "host" || counting.has(mnemonic)) return false;
    if (mnemonic === "call_builtin" && !isQuietBuiltin(code[at + 2])) return false;
    if (flow !== "call" && flow !== "tail") continue;
    if (mnemonic !== "call" && mnemonic !== "tail_call") return false;
    const tail = mnemonic === "tail_call";
    const callee = code[at + (tail ? 1 : 2)];
    if (tail && restarted(frame, callee) !== undefined) continue;
    if (!isInlined(loaded, frame, callee, tail)) return false;
    const fn = loaded.module.functions[callee];
    const { frame: inner } = frameInPlace({
      loaded,
      caller: frame,
      callee,
      args: [],
      tailOf: tail ? frame : undefined,
      place: tail ? frame.place : { caller: frame, at, done: "", dst: "", local: true },
      local: true,
      number: 0,
    });
    if (!isQuiet(loaded, inner, 0, fn.code.length)) return false;
  }
  return true;
}
