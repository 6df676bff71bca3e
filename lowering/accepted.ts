/** The accepted syntax: node kind to visitor. What is not here is refused with a diagnostic. */
import type * as t from "@babel/types";
import { coerce, toBool, unify } from "./coerce.ts";
import type { FnContext, Visitors } from "./context.ts";
import { any, bool, constant, type Expr, f64, i32, local, prim, type Stmt, str, type Ty, undefinedValue } from "./ir/nodes.ts";
import { assignment, sequence, update } from "./visit/assignments.ts";
import { discard } from "./visit/blocks.ts";
import { lowerCall } from "./visit/calls.ts";
import { closureOf } from "./visit/functions.ts";
import { arrayLiteral, objectLiteral, taggedTemplate, template, tupleLiteral } from "./visit/literals.ts";
import { member, property } from "./visit/members.ts";
import { identifier } from "./visit/names.ts";
import { binary, logical, unary } from "./visit/operators.ts";
import { lowerNew, platformCall } from "./visit/platform.ts";
import { lowerStatement } from "./visit/statements.ts";

type ExpressionVisitors = { readonly [K in t.Node["type"]]?: (ctx: FnContext, node: Extract<t.Node, { type: K }>, want: Ty | undefined) => Expr };

/** `typeof process === "object" ? process.argv.slice(2) : []`: the program's arguments. */
const isArguments = (node: t.ConditionalExpression): boolean =>
  node.test.type === "BinaryExpression" &&
  node.test.left.type === "UnaryExpression" &&
  node.test.left.operator === "typeof" &&
  node.test.left.argument.type === "Identifier" &&
  node.test.left.argument.name === "process";

const conditional = (ctx: FnContext, node: t.ConditionalExpression, want: Ty | undefined): Expr => {
  if (isArguments(node)) return platformCall(ctx, "process_args", []) ?? ctx.refuse(node, "program arguments");
  const test = toBool(ctx.expr(node.test, bool));
  const then = ctx.expr(node.consequent, want);
  const otherwise = ctx.expr(node.alternate, want);
  const ty = unify(then.ty, otherwise.ty);
  return { op: "cond", test, then: coerce(then, ty), otherwise: coerce(otherwise, ty), ty };
};

const optionalMember = (ctx: FnContext, node: t.OptionalMemberExpression): Expr => {
  const held = ctx.temp("object", any);
  const read = node.computed ? prim("get_index", any, [local(held), ctx.to(node.property, any)]) : property(ctx, local(held), (node.property as t.Identifier).name);
  return {
    op: "seq",
    body: [{ op: "let", local: held, value: ctx.to(node.object, any) }],
    value: { op: "cond", test: prim("is_nullish", bool, [local(held)]), then: undefinedValue, otherwise: coerce(read, any), ty: any },
    ty: any,
  };
};

const optionalCall = (ctx: FnContext, node: t.OptionalCallExpression): Expr => {
  if (node.callee.type === "OptionalMemberExpression" && !node.callee.computed && node.callee.property.type === "Identifier") {
    const held = ctx.temp("object", any);
    const name = node.callee.property.name;
    ctx.program.mentioned.add(name);
    const call: Expr = { op: "call_method", receiver: local(held), name, args: node.arguments.map((arg) => ctx.to(arg, any)), ty: any };
    return {
      op: "seq",
      body: [{ op: "let", local: held, value: ctx.to(node.callee.object, any) }],
      value: { op: "cond", test: prim("is_nullish", bool, [local(held)]), then: undefinedValue, otherwise: call, ty: any },
      ty: any,
    };
  }
  return ctx.refuse(node, "an optional call");
};

const expressions: ExpressionVisitors = {
  NumericLiteral: (_, node, want) => (node.value === (node.value | 0) && want?.kind !== "f64" ? constant(node.value, i32) : constant(node.value, f64)),
  StringLiteral: (ctx, node) => {
    ctx.program.mentioned.add(node.value);
    return constant(node.value, str);
  },
  BooleanLiteral: (_, node) => constant(node.value, bool),
  NullLiteral: () => constant(null, any),
  BigIntLiteral: (_, node, want) => coerce(constant(BigInt(node.value), any), want?.kind === "i64" || want?.kind === "u64" ? want : any),
  TemplateLiteral: template,
  Identifier: identifier,
  ThisExpression: (ctx) => (ctx.thisVar ? local(ctx.thisVar) : undefinedValue),
  ArrowFunctionExpression: (ctx, node) => closureOf(ctx, node),
  FunctionExpression: (ctx, node) => closureOf(ctx, node),
  ObjectExpression: (ctx, node) => objectLiteral(ctx, node),
  ArrayExpression: arrayLiteral,
  MemberExpression: member,
  OptionalMemberExpression: optionalMember,
  CallExpression: lowerCall,
  OptionalCallExpression: optionalCall,
  NewExpression: lowerNew,
  BinaryExpression: binary,
  LogicalExpression: logical,
  UnaryExpression: unary,
  UpdateExpression: update,
  AssignmentExpression: assignment,
  ConditionalExpression: conditional,
  SequenceExpression: (ctx, node, want) => {
    const body: Stmt[] = [];
    for (const one of node.expressions.slice(0, -1)) discard(ctx, one, body);
    return sequence(body, ctx.expr(node.expressions[node.expressions.length - 1]!, want));
  },
  TSAsExpression: (ctx, node, want) => {
    const ty = ctx.program.types.annotation(ctx.module, node.typeAnnotation);
    if (node.typeAnnotation.type === "TSTupleType" && node.expression.type === "ArrayExpression") return tupleLiteral(ctx, node.expression);
    const value = ctx.expr(node.expression, ty.kind === "any" ? want : ty);
    return ty.kind === "any" ? value : coerce(value, ty);
  },
  TSNonNullExpression: (ctx, node, want) => ctx.expr(node.expression, want),
  TSTypeAssertion: (ctx, node, want) => ctx.expr(node.expression, want),
  TSSatisfiesExpression: (ctx, node, want) => ctx.expr(node.expression, want),
  ParenthesizedExpression: (ctx, node, want) => ctx.expr(node.expression, want),
  ClassExpression: (ctx, node) => prim("const_type", any, [], { info: ctx.program.live(ctx.program.classes.local(ctx, node)) }),
  RegExpLiteral: (ctx, node) => platformCall(ctx, "RegExp_new", [constant(node.pattern, any), constant(node.flags, any)]) ?? ctx.refuse(node, "a regular expression"),
  TaggedTemplateExpression: taggedTemplate,
  AwaitExpression: (ctx, node) => ctx.refuse(node, "await"),
};

const expression = (ctx: FnContext, node: t.Node, want: Ty | undefined): Expr => {
  const visit = expressions[node.type] as ((ctx: FnContext, node: t.Node, want: Ty | undefined) => Expr) | undefined;
  if (!visit) return ctx.refuse(node, `an expression of the form ${node.type}`);
  return visit(ctx, node, want);
};

export const visitors: Visitors = { expression, statement: lowerStatement };
