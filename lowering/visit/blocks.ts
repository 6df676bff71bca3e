/** The statements of a block, and of an expression whose value nobody takes. */
import type { Node } from "@babel/types";
import type { FnContext } from "../context.ts";
import type { Stmt } from "../ir/nodes.ts";
import { assignStatement, updateStatement } from "./assignments.ts";
import { blockStatements } from "./functions.ts";
import { declareVariable } from "./patterns.ts";

export const block = (ctx: FnContext, node: Node | null | undefined): Stmt[] => {
  if (!node) return [];
  if (node.type === "BlockStatement") return blockStatements(ctx, node.body);
  return ctx.statements([node]);
};

/** An expression for its effects. */
export const discard = (ctx: FnContext, node: Node, out: Stmt[]): void => {
  if (node.type === "SequenceExpression") {
    for (const one of node.expressions) discard(ctx, one, out);
    return;
  }
  const deferred = ctx.deferred.get(node);
  if (deferred && node.type === "AssignmentExpression") {
    declareVariable(ctx, deferred.id, node.right, out);
    return;
  }
  if (node.type === "AssignmentExpression") {
    assignStatement(ctx, node, out);
    return;
  }
  if (node.type === "UpdateExpression") {
    updateStatement(ctx, node, out);
    return;
  }
  const value = ctx.expr(node);
  if (value.op === "seq") {
    out.push(...value.body);
    if (value.value.op !== "local" && value.value.op !== "const") out.push({ op: "expr", value: value.value });
  } else if (value.op !== "local" && value.op !== "const") out.push({ op: "expr", value, ...(value.pos ? { pos: value.pos } : {}) });
  if (node.type === "CallExpression" && node.callee.type === "Super" && ctx.afterSuper) {
    out.push(...ctx.afterSuper());
    ctx.afterSuper = undefined;
  }
};
