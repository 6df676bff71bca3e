/**
 * try, and what leaves through it. `finally` is lowered away: every way out of the protected part stores what it is (a completion) and goes to one place
 * behind it, where the finally part runs and then the completion goes on:
 *
 *     block end { try { body; completion := 0 } catch e { value := e; completion := 1 } }  finally…  switch completion { 1: throw value; 2: return value; 3…: break/continue }
 */
import type { BreakStatement, ContinueStatement, Node, TryStatement } from "@babel/types";
import { coerce, initialOf } from "../coerce.ts";
import type { Control, FnContext } from "../context.ts";
import { any, constant, type Expr, i32, type Label, local, type Stmt, undefinedValue } from "../ir/nodes.ts";
import { blockStatements } from "./functions.ts";
import { bindPattern } from "./patterns.ts";
import { disposesNothing } from "./typed-forms.ts";

const threw = 1;
/** Completions from here on are the entry's own exits. */
const firstExit = 2;

/** Leaves through the finally entries between here and `depth` (a position in ctx.controls), then does `last`. */
const cross = (ctx: FnContext, depth: number, value: Expr | undefined, last: (value: Expr | undefined) => Stmt[]): Stmt[] => {
  for (let i = ctx.controls.length - 1; i >= depth; i--) {
    const control = ctx.controls[i]!;
    if (control.kind !== "finally") continue;
    const completion = firstExit + control.exits.length;
    const rest: Stmt[] = [];
    control.exits.push(rest);
    // What comes after the finally part is built in the context outside it.
    const saved = ctx.controls.splice(i);
    const held = value ? coerce(local(control.value), value.ty) : undefined;
    rest.push(...cross(ctx, depth, held, last));
    ctx.controls.push(...saved);
    const out: Stmt[] = [];
    if (value) out.push({ op: "assign", local: control.value, value: coerce(value, any) });
    out.push({ op: "assign", local: control.completion, value: constant(completion, i32) }, { op: "break", label: control.end });
    return out;
  }
  return last(value);
};

export const returnValue = (ctx: FnContext, node: Node | null | undefined, out: Stmt[]): void => {
  const result = ctx.fn.result;
  const value = node ? ctx.to(node, result) : initialOf(result);
  out.push(...cross(ctx, 0, value, (held) => [{ op: "return", value: held ?? initialOf(result) }]));
};

export const leaveTo = (ctx: FnContext, node: BreakStatement | ContinueStatement, way: "break" | "continue", name: string | undefined, out: Stmt[]): void => {
  const fits = (control: Control): boolean => {
    if (control.kind === "finally") return false;
    if (name !== undefined) return control.name === name && (way === "break" || control.kind === "loop");
    return control.kind === "loop" || (way === "break" && control.isSwitch);
  };
  for (let i = ctx.controls.length - 1; i >= 0; i--) {
    const control = ctx.controls[i]!;
    if (!fits(control)) continue;
    const isLoopHead = way === "continue" && control.kind === "loop" && control.continueIsLoop;
    const label = control.kind === "loop" && way === "continue" ? control.continues : (control as { breaks: Label }).breaks;
    out.push(...cross(ctx, i + 1, undefined, () => [isLoopHead ? { op: "continue", label } : { op: "break", label }]));
    return;
  }
  ctx.refuse(node, `${way} without a target`);
};

const catching = (ctx: FnContext, node: TryStatement, body: Stmt[]): Stmt[] => {
  const clause = node.handler;
  if (!clause) return body;
  const caught = ctx.temp("caught", any);
  const handler: Stmt[] = [];
  if (clause.param) bindPattern(ctx, clause.param, local(caught), handler);
  handler.push(...blockStatements(ctx, clause.body.body));
  return [{ op: "try", body, caught, handler }];
};

export const lowerTry = (ctx: FnContext, node: TryStatement, out: Stmt[]): void => {
  if (!node.finalizer || disposesNothing(ctx, node)) {
    out.push(...catching(ctx, node, blockStatements(ctx, node.block.body)));
    return;
  }
  const completion = ctx.temp("completion", i32);
  const value = ctx.temp("completed", any);
  const end: Label = { name: "finally" };
  const exits: Stmt[][] = [];
  out.push({ op: "let", local: completion, value: constant(0, i32) }, { op: "let", local: value, value: undefinedValue });
  ctx.controls.push({ kind: "finally", end, completion, value, exits });
  const body = catching(ctx, node, blockStatements(ctx, node.block.body));
  ctx.controls.pop();
  const caught = ctx.temp("caught", any);
  const handler: Stmt[] = [
    { op: "assign", local: value, value: local(caught) },
    { op: "assign", local: completion, value: constant(threw, i32) },
  ];
  out.push({ op: "block", label: end, body: [{ op: "try", body, caught, handler }] });
  out.push(...blockStatements(ctx, node.finalizer.body));
  out.push({
    op: "switch",
    value: local(completion),
    cases: [{ values: [threw], body: [{ op: "throw", value: local(value) }] }, ...exits.map((exit, i) => ({ values: [firstExit + i], body: exit }))],
    otherwise: [],
  });
};
