/** Assignments and updates, as statements and as expressions with a value. */
import type { AssignmentExpression, Identifier, MemberExpression, Node, UpdateExpression } from "@babel/types";
import { coerce, toAny } from "../coerce.ts";
import type { FnContext } from "../context.ts";
import { any, constant, type Expr, f64, i32, local, prim, type Stmt } from "../ir/nodes.ts";
import { type Place, place } from "./members.ts";
import { assignName } from "./names.ts";
import { apply } from "./operators.ts";

/** The statements, then the value. */
export const sequence = (body: readonly Stmt[], value: Expr): Expr => (body.length === 0 ? value : { op: "seq", body, value, ty: value.ty });

const placeOf = (ctx: FnContext, node: Node, before: Stmt[]): Place =>
  node.type === "Identifier" ? { read: () => ctx.expr(node), write: (value) => assignName(ctx, node, value) } : place(ctx, node as MemberExpression, before, true);

const compound = (ctx: FnContext, node: AssignmentExpression, out: Stmt[]): Place => {
  const target = placeOf(ctx, node.left, out);
  const now = target.read();
  const value = apply(node.operator.slice(0, -1), now, ctx.expr(node.right, now.ty), now.ty);
  out.push(target.write(value ? coerce(value, now.ty) : ctx.refuse(node, `the assignment ${node.operator}`)));
  return target;
};

const nameValue = (ctx: FnContext, node: Identifier, right: Node): Expr => {
  const binding = ctx.binding(node);
  return ctx.expr(right, binding && ctx.vars.get(binding)?.ty);
};

/** An assignment whose value nobody uses. */
export const assignStatement = (ctx: FnContext, node: AssignmentExpression, out: Stmt[]): void => {
  const { left, right } = node;
  if (node.operator !== "=") compound(ctx, node, out);
  else if (left.type === "Identifier") out.push(assignName(ctx, left, nameValue(ctx, left, right)));
  else if (left.type === "MemberExpression") {
    const target = place(ctx, left, out, false);
    out.push(target.write(ctx.expr(right, target.ty)));
  } else ctx.refuse(node, "an assignment to a pattern");
};

export const assignment = (ctx: FnContext, node: AssignmentExpression): Expr => {
  const { left, right } = node;
  const body: Stmt[] = [];
  if (node.operator !== "=") {
    const target = compound(ctx, node, body);
    return sequence(body, target.read());
  }
  if (left.type === "Identifier") {
    body.push(assignName(ctx, left, nameValue(ctx, left, right)));
    return sequence(body, ctx.expr(left));
  }
  if (left.type !== "MemberExpression") return ctx.refuse(node, "an assignment to a pattern");
  const target = place(ctx, left, body, true);
  const value = ctx.expr(right, target.ty);
  if (value.op === "const" || value.op === "local") return sequence([...body, target.write(value)], value);
  const held = ctx.temp("assigned", value.ty);
  return sequence([...body, { op: "let", local: held, value }, target.write(local(held))], local(held));
};

const step = (value: Expr, by: number): Expr => {
  switch (value.ty.kind) {
    case "i32":
      return prim("add_i32", i32, [value, constant(by, i32)]);
    case "f64":
      return prim("add_f64", f64, [value, constant(by, f64)]);
    default:
      return prim("add_any", any, [toAny(value), constant(by, any)]);
  }
};

/** `x++` and its kin. */
export const update = (ctx: FnContext, node: UpdateExpression): Expr => {
  const body: Stmt[] = [];
  const target = placeOf(ctx, node.argument, body);
  const by = node.operator === "++" ? 1 : -1;
  if (node.prefix) return sequence([...body, target.write(step(target.read(), by))], target.read());
  const now = target.read();
  const held = ctx.temp("before", now.ty);
  return sequence([...body, { op: "let", local: held, value: now }, target.write(step(local(held), by))], local(held));
};

export const updateStatement = (ctx: FnContext, node: UpdateExpression, out: Stmt[]): void => {
  const target = placeOf(ctx, node.argument, out);
  out.push(target.write(step(target.read(), node.operator === "++" ? 1 : -1)));
};
