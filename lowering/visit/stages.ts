/**
 * Functions of List and Array that make a collection for another such function, with what Seq has in their place: `optimise/stages.ts` puts the sequences in where
 * nobody could tell, and of `List.sum (List.map f (List.filter p xs))` one loop is left.
 */
import type { FnContext } from "../context.ts";
import type { Expr, IrFn, Stage } from "../ir/nodes.ts";

type Row = Pick<Stage, "source" | "role" | "state" | "raises">;

const rows: Readonly<Record<string, Row>> = {
  map: { source: 1, role: "makes" },
  mapIndexed: { source: 1, role: "makes" },
  filter: { source: 1, role: "makes" },
  choose: { source: 1, role: "makes" },
  collect: { source: 1, role: "makes" },
  initialize: { source: -1, role: "makes", raises: true },
  fold: { source: 2, role: "reads", state: 1 },
  iterate: { source: 1, role: "reads" },
  iterateIndexed: { source: 1, role: "reads" },
  length: { source: 0, role: "reads" },
  sum: { source: 0, role: "reads" },
  sumBy: { source: 1, role: "reads" },
  exists: { source: 1, role: "stops" },
  forAll: { source: 1, role: "stops" },
  tryFind: { source: 1, role: "stops" },
  tryPick: { source: 1, role: "stops" },
};

/** A name of one of the modules that functions of List, Array and Seq are in. */
const known = /^(?:list|list-build|list-order|list-search|array|array-search|seq-consumers)\.(\w+)$/;
const rowOf = (name: string): Row | undefined => {
  const [, own] = known.exec(name) ?? [];
  return own !== undefined && Object.hasOwn(rows, own) ? rows[own] : undefined;
};

/** What makes a call's collection, through a conversion. */
const makerOf = (value: Expr | undefined): (Expr & { op: "call" }) | undefined => {
  if (value?.op === "prim" && value.mnemonic === "to_any") return makerOf(value.args[0]);
  return value?.op === "call" && rowOf(value.fn.name)?.role === "makes" ? value : undefined;
};

const mark = (value: Expr, stage: Stage): Expr => (value.op === "prim" ? { ...value, args: [mark(value.args[0]!, stage)] } : ({ stage, ...value } as Expr));

const stageOf = (ctx: FnContext, { name }: IrFn): Stage => {
  const row = rowOf(name)!;
  const { calls } = ctx.program;
  const lazy = calls.libraryFn(row.role === "makes" ? "library/seq.ts" : "library/seq-consumers.ts", name.slice(name.indexOf(".") + 1))!;
  const isArray = name.startsWith("array");
  return { ...row, lazy, isArray, present: isArray ? calls.libraryFn("library/array.ts", "present") : undefined, toList: calls.libraryFn("library/seq.ts", "toList")! };
};

/** The call, marked as the last stage of a pipeline, with the call that makes its collection; an array that it makes itself is not left to a sequence. */
export const asStage = (ctx: FnContext, call: Expr): Expr => {
  const row = call.op === "call" ? rowOf(call.fn.name) : undefined;
  if (call.op !== "call" || !row) return call;
  const inner = makerOf(call.args[row.source]);
  if (!inner) return call;
  const stage = stageOf(ctx, call.fn);
  const args = call.args.map((arg, i) => (i === row.source ? mark(arg, stageOf(ctx, inner.fn)) : arg));
  return { ...call, args, stage };
};
