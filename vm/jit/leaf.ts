/**
 * Small functions that call nothing, printed where they are called. The call's charge and depth are as ever; what cannot go on in place takes the charge back,
 * having done nothing, and goes the way of every call:
 *
 *     I1: { if (depth + 3 < meter[2]) { P1: { if ((meter[0] -= 9) < 0) break P1; let v1_0 = r4; …; r7 = v1_2; break I1; } meter[0] += 9; } …the call… }
 */
import type { Shape } from "../../schemas/isa/instruction.ts";
import type { Mnemonic } from "../../schemas/isa/table.ts";
import type { TypeDescriptor } from "../descriptor.ts";
import { lengthAt, shapeAt } from "../instructions.ts";
import { type LoadedModule, metaColumn, metaStride } from "../load.ts";
import { conditions, semantics } from "../semantics.ts";
import { frameWords } from "../unwinding.ts";
import { smallBuiltin } from "./builtin-calls.ts";
import { inlines } from "./inline.ts";
import { type Constants, initialText, type Operands, settle, spell } from "./spelling.ts";

export interface LeafCall {
  readonly loaded: LoadedModule;
  readonly constants: Constants;
  readonly fn: number;
  /** Unique in the calling function. */
  readonly number: number;
  readonly args: readonly string[];
  readonly dst: string;
  /** The call in full. */
  readonly call: string;
  readonly closureType: string;
}

const mostWords = 90;
/** What can be seen from outside: allowed where nothing behind it may need the call after all. */
const effects: ReadonlySet<Mnemonic> = new Set(["new_object", "new_closure", "new_cell", "set_slot", "set_cell", "set_global", "array_of"]);
const refusedMnemonics: ReadonlySet<Mnemonic> = new Set([
  "set_property",
  "set_index",
  "set_element",
  "array_set",
  "new_array",
  "concat_str",
  "add_any",
  "get_upvalue",
  "loop",
  "try",
  "const_type",
]);
const refusedFlows: ReadonlySet<string> = new Set(["call", "tail", "host", "throw", "switch", "catch"]);

type AnyEntry = (operands: unknown) => string;
const straight = semantics as unknown as Readonly<Record<string, AnyEntry>>;
const tests = conditions as unknown as Readonly<Record<string, AnyEntry>>;

/** Whether a function may be printed in place. */
export function isLeaf(loaded: LoadedModule, index: number): boolean {
  const fn = loaded.module.functions[index];
  if (fn.code.length > mostWords || fn.captures.length > 0 || fn.registers.length > 24) return false;
  for (let at = 0; at < fn.code.length; at += lengthAt(fn.code, at)) {
    const { mnemonic, flow } = shapeAt(fn.code, at);
    if (refusedFlows.has(flow) || refusedMnemonics.has(mnemonic)) return false;
    if (mnemonic === "call_builtin" && smallBuiltin(fn.code[at + 2], []) === undefined) return false;
  }
  return true;
}

/** The call of a leaf, or the call in full where it is none. */
export function callLeaf(request: LeafCall): string {
  const { loaded, fn: index, number, args, dst, call } = request;
  if (!isLeaf(loaded, index)) return call;
  loaded.prepare(index);
  const fn = loaded.module.functions[index];
  const offsets = loaded.decoded[index]?.offsets as Int32Array;
  const pcs = new Map<number, number>();
  for (let at = 0; at < offsets.length; at += 2) pcs.set(offsets[at], offsets[at + 1]);
  const leave = `break P${number};`;
  const local = (register: number): string => `v${number}_${register}`;
  const lines: string[] = [];
  const regions: { readonly label: string; readonly printed: boolean }[] = [];
  let done = false;
  let sound = true;
  const push = (text: string, effect: boolean): void => {
    if (done && text.includes(leave)) sound = false;
    done ||= effect;
    lines.push(text);
  };
  const statement = (shape: Shape, at: number, operands: Operands): void => {
    const { mnemonic } = shape;
    if (mnemonic === "call_builtin") {
      const given = fn.code.subarray(at + 4, at + 4 + fn.code[at + 3]);
      const { when, value } = smallBuiltin(fn.code[at + 2], Array.from(given, local)) as { readonly when?: string; readonly value: string };
      push(`${when === undefined ? "" : `if (!(${when})) ${leave} `}${operands["dst"] as string} = ${value};`, false);
      return;
    }
    const type = shape.operands.findIndex(({ kind }) => kind === "type");
    const inline = inlines[mnemonic]?.(operands, {
      type: type < 0 ? undefined : (loaded.types[fn.code[at + 1 + type]] as TypeDescriptor),
      name: (value) => request.constants.name(value),
      leave,
      fail: leave,
      types: loaded.types,
      closureType: request.closureType,
    });
    const general = settle((straight[mnemonic] as AnyEntry)(operands), leave, leave);
    if (inline === undefined) push(general, effects.has(mnemonic));
    else if (typeof inline === "string") push(`{ ${inline} }`, effects.has(mnemonic));
    else push(`if (${inline.when}) ${inline.then} else ${mnemonic === "is_type" ? general : leave}`, false);
  };

  for (let at = 0; at < fn.code.length; at += lengthAt(fn.code, at)) {
    const shape = shapeAt(fn.code, at);
    const pc = pcs.get(at);
    if (shape.flow === "end") {
      if (regions.pop()?.printed) lines.push("}");
      continue;
    }
    if (shape.flow === "else") {
      if (regions[regions.length - 1].printed) lines.push("} else {");
      continue;
    }
    if (pc === undefined) {
      if (shape.flow === "open") regions.push({ label: "", printed: false });
      continue;
    }
    const name = shape.operands.findIndex(({ kind }) => kind === "name");
    const operands = spell(shape, at, {
      module: loaded.module,
      types: loaded.types,
      constants: request.constants,
      fn,
      site: name < 0 ? -1 : loaded.code[pc + 2 + name],
      leave,
      register: local,
    });
    switch (shape.flow) {
      case "open": {
        const label = `B${number}_${at}`;
        regions.push({ label, printed: true });
        if (shape.mnemonic === "block") push(`${label}: {`, false);
        else {
          const test = (tests[shape.mnemonic] as AnyEntry)(operands);
          if (test.includes("raise(")) push(`if (${operands["object"] as string} === undefined) ${leave}`, false);
          push(`${label}: if (${test}) {`, false);
        }
        break;
      }
      case "branch":
        push(`break ${regions[regions.length - 1 - fn.code[at + 1]].label};`, false);
        break;
      case "return":
        push(`${dst} = ${operands["src"] as string}; break I${number};`, false);
        break;
      default:
        statement(shape, at, operands);
    }
  }
  if (!sound) return call;
  const charge = loaded.meta[index * metaStride + metaColumn.charge];
  const body = lines.join("\n");
  const locals = fn.registers.flatMap(({ kind }, register) =>
    register < fn.params
      ? [`let ${local(register)} = ${args[register] ?? "undefined"};`]
      : new RegExp(`\\b${local(register)}\\b`).test(body)
        ? [`let ${local(register)} = ${initialText[kind]};`]
        : [],
  );
  return `I${number}: { if (depth + ${frameWords} < meter[2]) { P${number}: { if ((meter[0] -= ${charge}) < 0) break P${number}; ${locals.join(" ")}\n${body}\n} meter[0] += ${charge}; } ${call} }`;
}
