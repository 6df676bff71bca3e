/** What running a function may do beyond giving a value: what it takes to know whether two may be run in another order. */
import { type BuiltinSpec, builtins } from "../../schemas/isa/builtins.ts";
import { type InstructionSpec, isa } from "../../schemas/isa/table.ts";
import type { Expr, IrFn, Stmt } from "../ir/nodes.ts";
import { type Visit, visitExpression, visitStatement } from "../ir/parts.ts";
import type { ProgramFacts } from "./program-facts.ts";

export const effect = {
  /** It reads what others may write. */
  reads: 1,
  /** It raises NullReferenceException where a reference is null. */
  null: 2,
  /** It raises another exception. */
  raises: 4,
  /** It writes what others see, or is not known. */
  writes: 8,
} as const;

const divisions: ReadonlySet<string> = new Set(["div_i32", "rem_i32", "div_u32", "rem_u32", "div_i64", "rem_i64", "div_u64", "rem_u64"]);

const dividesSafely = (value: Expr & { op: "prim" }): boolean => {
  const by = value.args[1];
  return divisions.has(value.mnemonic) && by?.op === "const" && Number(by.value) !== 0 && Number(by.value) !== -1;
};

/** Casts of well-typed programs do not fail. */
const ofPrim = (value: Expr & { op: "prim" }): number => {
  const { mnemonic } = value;
  if (mnemonic.startsWith("cast_") || dividesSafely(value)) return 0;
  const { raises = [], charge }: InstructionSpec = isa[mnemonic];
  if (/^get_(?:element|item|index|length)/.test(mnemonic)) return effect.reads | effect.raises;
  if (charge !== undefined) return effect.raises;
  return (raises.includes("NullReference") ? effect.null : 0) | (raises.some((one) => one !== "NullReference") ? effect.raises : 0);
};

const ofBuiltin = ({ builtin }: Expr & { op: "builtin" }): number => {
  if (!/^(?:str|math|char)_/.test(builtin)) return effect.writes;
  const { params, raises = [] }: BuiltinSpec = builtins[builtin];
  return (params.includes("str") ? effect.null : 0) | (raises.length > 0 ? effect.raises : 0);
};

export class Effects {
  private readonly facts: ProgramFacts;
  /** Functions that are being asked about count as what may do anything. */
  private readonly known = new Map<IrFn, number>();

  constructor(facts: ProgramFacts) {
    this.facts = facts;
  }

  /** The effects of calling a function, as bits. */
  of(fn: IrFn): number {
    const known = this.known.get(fn);
    if (known !== undefined) return known;
    this.known.set(fn, effect.writes);
    let found = 0;
    const visit: Visit = {
      expression: (value) => {
        found |= this.ofExpression(value);
        visitExpression(value, visit);
      },
      statement: (one) => {
        found |= this.ofStatement(one);
        visitStatement(one, visit);
      },
    };
    for (const one of fn.body) visit.statement(one);
    this.known.set(fn, found);
    return found;
  }

  private ofExpression(value: Expr): number {
    switch (value.op) {
      case "local":
        return value.local.cell ? effect.reads : 0;
      case "global":
        return effect.reads;
      case "prim":
        return ofPrim(value);
      case "builtin":
        return ofBuiltin(value);
      case "get_slot": {
        const { type } = value.object.ty;
        return effect.null | (type && this.facts.isFixedSlot(type, value.slot) ? 0 : effect.reads);
      }
      case "call":
        return this.of(value.fn);
      case "call_closure":
      case "call_method":
      case "call_import":
      case "get_property":
      case "set_property":
      case "cell":
        return effect.writes;
      default:
        return 0;
    }
  }

  private ofStatement(one: Stmt): number {
    switch (one.op) {
      case "assign":
      case "let":
        return one.local.cell ? effect.writes : 0;
      case "throw":
        return effect.raises;
      case "let_cell":
      case "renew":
      case "set_global":
      case "set_slot":
      case "prim":
        return effect.writes;
      default:
        return 0;
    }
  }
}
