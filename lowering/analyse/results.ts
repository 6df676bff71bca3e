/**
 * Which functions give their result as any although it is typed: those that end in a call whose callee gives any (a closure, a method, or another such
 * function). Then the call is in tail position for the machine as it is for F#; the caller casts instead.
 */
import { any, type Expr, type IrFn, type Stmt } from "../ir/nodes.ts";

/** The expressions that a function's returns end in, through conditionals and sequences; not inside the protected part of a try. */
export const tailExpressions = (body: readonly Stmt[], visit: (value: Expr) => void): void => {
  const tail = (value: Expr): void => {
    if (value.op === "cond") {
      tail(value.then);
      tail(value.otherwise);
    } else if (value.op === "seq") tail(value.value);
    else visit(value);
  };
  for (const one of body) {
    switch (one.op) {
      case "return":
        tail(one.value);
        break;
      case "if":
        tailExpressions(one.then, visit);
        tailExpressions(one.otherwise, visit);
        break;
      case "block":
      case "loop":
        tailExpressions(one.body, visit);
        break;
      case "switch":
        for (const part of one.cases) tailExpressions(part.body, visit);
        tailExpressions(one.otherwise, visit);
        break;
      case "try":
        tailExpressions(one.handler, visit);
        break;
    }
  }
};

const isCast = (value: Expr): value is Expr & { op: "prim" } => value.op === "prim" && value.mnemonic.startsWith("cast_") && value.args.length === 1;

/** A call under the cast that its typed context put around it. */
export const underCast = (value: Expr): Expr => {
  let at = value;
  while (isCast(at) || (at.op === "prim" && at.mnemonic === "to_any")) at = (at as Expr & { op: "prim" }).args[0]!;
  return at;
};

export const settleResults = (functions: readonly IrFn[]): void => {
  const callers = new Map<IrFn, IrFn[]>();
  const loose: IrFn[] = [];
  const mark = (fn: IrFn): void => {
    if (fn.result.kind === "any") return;
    fn.result = any;
    loose.push(fn);
  };
  for (const fn of functions) {
    tailExpressions(fn.body, (value) => {
      const call = underCast(value);
      if (call.op === "call") {
        const list = callers.get(call.fn) ?? [];
        list.push(fn);
        callers.set(call.fn, list);
        if (call.fn.result.kind === "any" && call !== value) loose.push(call.fn);
      } else if ((call.op === "call_closure" || call.op === "call_method") && call !== value) mark(fn);
    });
  }
  for (let fn = loose.pop(); fn; fn = loose.pop()) for (const caller of callers.get(fn) ?? []) mark(caller);
};
