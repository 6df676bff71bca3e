/**
 * The typed IR between Babel's tree and bytecode: structured statements, expressions evaluated left to right. Every expression has a `Ty`; operands of an
 * instruction have exactly the kinds that the instruction table asks for (conversions are explicit nodes). Variables are mutable and belong to one
 * function; what a closure captures is stated by `IrFn.captures`.
 */
import type { Import } from "../../schemas/fzb/module.ts";
import type { Builtin } from "../../schemas/isa/builtins.ts";
import type { Kind } from "../../schemas/isa/kinds.ts";
import type { Mnemonic } from "../../schemas/isa/table.ts";
import type { TypeInfo } from "../type-infos.ts";

/** Kind, and for refs the type. */
export interface Ty {
  readonly kind: Kind;
  readonly type?: TypeInfo;
  /** Of any kind, but declared to be an F# array or ResizeArray of whatever host class; or null. */
  readonly array?: true;
  /** … to be a Dictionary or a HashSet, or null. */
  readonly table?: "entries" | "keys";
  /** Of any: the union that F# says it is of. */
  readonly union?: TypeInfo;
}

/** F# position: index of the file in the program's table, line (1-based), column (0-based). */
export interface Pos {
  readonly file: number;
  readonly line: number;
  readonly column: number;
}

export interface Var {
  readonly name: string;
  readonly ty: Ty;
  /** Lives in a cell, because a closure captures it and it is assigned after that. `ty` is then the type of the content. A cell parameter takes the cell itself. */
  readonly cell: boolean;
}

export interface IrGlobal {
  readonly name: string;
  readonly ty: Ty;
  index: number;
}

export interface IrImport extends Import {
  index: number;
}

export interface IrFn {
  readonly name: string;
  params: Var[];
  /** The variables that stand for what its closures capture, in order. */
  captures: Var[];
  result: Ty;
  /** Takes the receiver as first parameter when called as a closure or method. */
  readonly receiver: boolean;
  body: Stmt[];
  pos: Pos | undefined;
  index: number;
}

/** A call that is a stage of a pipeline over lists or arrays (visit/stages). */
export interface Stage {
  /** The function of Seq that does the same lazily. */
  readonly lazy: IrFn;
  /** The collection among the arguments; -1 where it is made of nothing. */
  readonly source: number;
  /** Whether it makes a collection, reads all of one, or stops where it knows its result. */
  readonly role: "makes" | "reads" | "stops";
  /** The argument that is computed before all stages: a fold's state. */
  readonly state?: number;
  /** Whether it raises itself, whatever its functions do. */
  readonly raises?: true;
  readonly isArray: boolean;
  /** What an array that is read goes through first: null raises. */
  readonly present: IrFn | undefined;
  /** What makes a list of a sequence. */
  readonly toList: IrFn;
}

export type Literal = number | string | boolean | bigint | null | undefined;

export type Expr = (
  | { readonly op: "const"; readonly value: Literal }
  | { readonly op: "local"; readonly local: Var }
  /** The cell of a cell variable, to be passed on. */
  | { readonly op: "cell"; readonly local: Var }
  | { readonly op: "global"; readonly global: IrGlobal }
  /** A straight-line instruction whose operands are its `use`s in order; `imm` holds its immediate, `info` its type or name. */
  | { readonly op: "prim"; readonly mnemonic: Mnemonic; readonly args: readonly Expr[]; readonly imm?: number; readonly info?: TypeInfo; readonly name?: string }
  | { readonly op: "builtin"; readonly builtin: Builtin; readonly args: readonly Expr[] }
  | { readonly op: "call"; readonly fn: IrFn; readonly args: readonly Expr[]; readonly stage?: Stage }
  | { readonly op: "call_closure"; readonly callee: Expr; readonly args: readonly Expr[] }
  | { readonly op: "call_method"; readonly receiver: Expr; readonly name: string; readonly args: readonly Expr[] }
  | { readonly op: "call_import"; readonly import: IrImport; readonly args: readonly Expr[] }
  /** Becomes a call when a reachable type has an accessor of that name, a plain access otherwise. */
  | { readonly op: "get_property"; readonly object: Expr; readonly name: string }
  | { readonly op: "set_property"; readonly object: Expr; readonly name: string; readonly value: Expr }
  /** `captured` are the variables of this function that the closure keeps, a cell variable as its cell. */
  | { readonly op: "closure"; readonly fn: IrFn; readonly captured: readonly Var[] }
  | { readonly op: "object"; readonly info: TypeInfo; readonly tag: number; readonly slots: readonly Expr[] }
  | { readonly op: "get_slot"; readonly object: Expr; readonly slot: number }
  | { readonly op: "array"; readonly info: TypeInfo; readonly items: readonly Expr[] }
  | { readonly op: "cond"; readonly test: Expr; readonly then: Expr; readonly otherwise: Expr }
  /** Short-circuit on bools. */
  | { readonly op: "and" | "or"; readonly left: Expr; readonly right: Expr }
  /** The statements, then the value. */
  | { readonly op: "seq"; readonly body: readonly Stmt[]; readonly value: Expr }
  /** The value, which what follows in the same body may read from the variable: made at the very end (optimise/share). */
  | { readonly op: "hold"; readonly local: Var; readonly value: Expr }
) & { readonly ty: Ty; pos?: Pos };

/** A target of branches: `break` leaves its block or loop, `continue` goes to the head of its loop. */
export interface Label {
  readonly name: string;
}

export type Stmt = (
  | { readonly op: "expr"; readonly value: Expr }
  /** Declares (a fresh cell each time, for a cell variable) and initialises. */
  | { readonly op: "let"; readonly local: Var; readonly value: Expr | undefined }
  /** Declares a cell variable that shares a cell made elsewhere. */
  | { readonly op: "let_cell"; readonly local: Var; readonly value: Expr }
  | { readonly op: "assign"; readonly local: Var; readonly value: Expr }
  /** A fresh cell with the same content: a captured loop variable at the end of a turn. */
  | { readonly op: "renew"; readonly local: Var }
  | { readonly op: "set_global"; readonly global: IrGlobal; readonly value: Expr }
  | { readonly op: "set_slot"; readonly object: Expr; readonly slot: number; readonly value: Expr }
  | { readonly op: "prim"; readonly mnemonic: Mnemonic; readonly args: readonly Expr[] }
  | { readonly op: "if"; readonly test: Expr; readonly then: readonly Stmt[]; readonly otherwise: readonly Stmt[] }
  | { readonly op: "block"; readonly label: Label; readonly body: readonly Stmt[] }
  | { readonly op: "loop"; readonly label: Label; readonly body: readonly Stmt[] }
  | { readonly op: "break"; readonly label: Label }
  | { readonly op: "continue"; readonly label: Label }
  /** `cases[i]` runs when value = `base + i` (undefined: the default); cases do not fall through. */
  | {
      readonly op: "switch";
      readonly value: Expr;
      readonly cases: readonly { readonly values: readonly number[]; readonly body: readonly Stmt[] }[];
      readonly otherwise: readonly Stmt[];
    }
  | { readonly op: "return"; readonly value: Expr }
  | { readonly op: "throw"; readonly value: Expr }
  | { readonly op: "try"; readonly body: readonly Stmt[]; readonly caught: Var; readonly handler: readonly Stmt[] }
) & { pos?: Pos };

export const any: Ty = { kind: "any" };
export const anyArray: Ty = { kind: "any", array: true };
export const anyDictionary: Ty = { kind: "any", table: "entries" };
export const anyHashSet: Ty = { kind: "any", table: "keys" };
export const i32: Ty = { kind: "i32" };
export const u32: Ty = { kind: "u32" };
export const f64: Ty = { kind: "f64" };
export const i64: Ty = { kind: "i64" };
export const u64: Ty = { kind: "u64" };
export const bool: Ty = { kind: "bool" };
export const str: Ty = { kind: "str" };

export const constant = (value: Literal, ty: Ty): Expr => ({ op: "const", value, ty });
/** Shared, so it never carries a position. */
export const undefinedValue: Expr = Object.freeze(constant(undefined, any));
export const local = (variable: Var): Expr => ({ op: "local", local: variable, ty: variable.ty });
export const prim = (mnemonic: Mnemonic, ty: Ty, args: readonly Expr[], more: { imm?: number; info?: TypeInfo; name?: string } = {}): Expr => ({
  op: "prim",
  mnemonic,
  args,
  ty,
  ...more,
});
export const builtin = (name: Builtin, ty: Ty, args: readonly Expr[]): Expr => ({ op: "builtin", builtin: name, args, ty });
