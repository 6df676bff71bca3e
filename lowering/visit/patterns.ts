/** Declarations and destructuring: `const [a, b = 1] = e`, `const { x } = e`. */
import type { Node } from "@babel/types";
import { isLiftable } from "../analyse/lifting.ts";
import { coerce } from "../coerce.ts";
import type { FnContext } from "../context.ts";
import { any, bool, builtin, constant, type Expr, i32, local, prim, type Stmt, type Ty, undefinedValue } from "../ir/nodes.ts";
import type { Binding } from "../scope.ts";

/** Declares a binding with a value, or assigns it when its cell was made at the start of the block. */
export const bind = (ctx: FnContext, binding: Binding, value: Expr, ty: Ty, out: Stmt[]): void => {
  const known = binding.early ? ctx.vars.get(binding) : undefined;
  if (known) out.push({ op: "assign", local: known, value: coerce(value, known.ty) });
  else out.push({ op: "let", local: ctx.declare(binding, ty), value: coerce(value, ty) });
};

/** The value of a pattern's leaf or sub-pattern, bound to its names. */
export const bindPattern = (ctx: FnContext, pattern: Node, value: Expr, out: Stmt[]): void => {
  switch (pattern.type) {
    case "Identifier": {
      const binding = ctx.binding(pattern)!;
      const declared = ctx.program.types.annotation(ctx.module, pattern.typeAnnotation);
      bind(ctx, binding, value, declared.kind === "any" ? (binding.assignments.length === 0 ? value.ty : any) : declared, out);
      return;
    }
    case "AssignmentPattern": {
      const held = ctx.temp("element", any);
      out.push({ op: "let", local: held, value: coerce(value, any) });
      bindPattern(
        ctx,
        pattern.left,
        { op: "cond", test: prim("eq_any", bool, [local(held), undefinedValue]), then: ctx.to(pattern.right, any), otherwise: local(held), ty: any },
        out,
      );
      return;
    }
    case "ArrayPattern": {
      const held = hold(ctx, value, out);
      pattern.elements.forEach((element, i) => {
        if (!element) return;
        if (element.type === "RestElement") bindPattern(ctx, element.argument, builtin("array_slice", any, [held, constant(i, any), undefinedValue]), out);
        else bindPattern(ctx, element, elementAt(held, i), out);
      });
      return;
    }
    case "ObjectPattern": {
      const held = hold(ctx, value, out);
      for (const property of pattern.properties) {
        if (property.type === "RestElement" || property.computed || property.key.type !== "Identifier") {
          ctx.refuse(pattern, "this object pattern");
          continue;
        }
        ctx.program.mentioned.add(property.key.name);
        bindPattern(ctx, property.value, { op: "get_property", object: held, name: property.key.name, ty: any }, out);
      }
      return;
    }
    default:
      ctx.refuse(pattern, `a pattern of the form ${pattern.type}`);
  }
};

const elementAt = (held: Expr, index: number): Expr => prim("get_index", any, [held, constant(index, any)]);

const hold = (ctx: FnContext, value: Expr, out: Stmt[]): Expr => {
  if (value.op === "local") return coerce(value, any);
  const held = ctx.temp("whole", any);
  out.push({ op: "let", local: held, value: coerce(value, any) });
  return local(held);
};

const isWhole = (value: number): boolean => value === (value | 0) && !Object.is(value, -0);

/** Whether an expression is an int32 by its form alone, for variables that carry no annotation. */
const isIntForm = (ctx: FnContext, node: Node, self: Binding): boolean => {
  switch (node.type) {
    case "NumericLiteral":
      return isWhole(node.value);
    case "BinaryExpression": {
      if (["|", "&", "^", "<<", ">>"].includes(node.operator)) return true;
      if (node.operator !== "+" && node.operator !== "-") return false;
      return isIntForm(ctx, node.left, self) && node.right.type === "NumericLiteral" && isWhole(node.right.value);
    }
    case "UnaryExpression":
      return node.operator === "~" || (node.operator === "-" && node.argument.type === "NumericLiteral");
    case "Identifier":
      return ctx.binding(node) === self;
    default:
      return false;
  }
};

const staysInt = (ctx: FnContext, binding: Binding, init: Node): boolean =>
  isIntForm(ctx, init, binding) &&
  binding.assignments.every((assignment) => {
    if (assignment.type === "UpdateExpression") return true;
    if (assignment.type !== "AssignmentExpression") return false;
    if (assignment.operator === "=") return isIntForm(ctx, assignment.right, binding);
    return (assignment.operator === "+=" || assignment.operator === "-=") && assignment.right.type === "NumericLiteral" && isWhole(assignment.right.value);
  });

/** `undefined as any`: Fable's variables of patterns, set before they are read. */
const isUnset = (init: Node): boolean => init.type === "TSAsExpression" && init.expression.type === "Identifier" && init.expression.name === "undefined";

/** `const`/`let` with one declarator each; lifted functions need no code here. */
export const declareVariable = (ctx: FnContext, id: Node, init: Node | null | undefined, out: Stmt[]): void => {
  if (id.type !== "Identifier") {
    if (init) bindPattern(ctx, id, ctx.expr(init), out);
    return;
  }
  const binding = ctx.binding(id)!;
  if (isLiftable(ctx.module.scopes, binding)) return;
  const declared = ctx.program.types.annotation(ctx.module, id.typeAnnotation);
  if (!init || (declared.kind !== "any" && isUnset(init))) {
    const known = ctx.vars.get(binding);
    if (binding.early && known) return;
    if (binding.kind === "var" && known) return;
    out.push({ op: "let", local: ctx.declare(binding, declared), value: undefined });
    return;
  }
  let ty = declared;
  if (ty.kind === "any" && !id.typeAnnotation) {
    const typedText = !ctx.module.untyped;
    if (init.type === "NumericLiteral" && isWhole(init.value) && (typedText || staysInt(ctx, binding, init))) ty = i32;
    else if (binding.assignments.length > 0 && ctx.module.untyped) ty = staysInt(ctx, binding, init) ? i32 : any;
    else {
      const value = ctx.expr(init);
      bind(ctx, binding, value, binding.assignments.length === 0 || typedText ? value.ty : any, out);
      return;
    }
  }
  bind(ctx, binding, ctx.to(init, ty), ty, out);
};
