/** Code in which nothing but turns of loops touches the fuel cell, so that its fuel may be in a local meanwhile. */
import type { Fn } from "../../schemas/fzb/module.ts";
import { isa, type Mnemonic } from "../../schemas/isa/table.ts";
import { lengthAt, shapeAt } from "../instructions.ts";
import { smallBuiltin } from "./builtin-calls.ts";

/** Instructions that count what they allocate: that may make the next charge look at memory. */
const allocating: ReadonlySet<Mnemonic> = new Set(["new_object", "new_closure", "new_cell", "new_array", "array_of", "concat_str", "add_any", "set_index", "set_property"]);

const callFlows: ReadonlySet<string> = new Set(["call", "host", "tail"]);

/** Whether that holds from one offset to another; `self` is the function whose tail calls of itself are turns. */
export function isQuiet({ code }: Fn, from: number, to: number, self: number): boolean {
  for (let at = from; at < to; at += lengthAt(code, at)) {
    const { mnemonic, flow } = shapeAt(code, at);
    if (code[at] === isa.tail_call.code && code[at + 1] === self) continue;
    if (callFlows.has(flow) || allocating.has(mnemonic)) return false;
    if (mnemonic === "call_builtin" && smallBuiltin(code[at + 2], []) === undefined) return false;
  }
  return true;
}
