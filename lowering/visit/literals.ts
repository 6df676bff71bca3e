/** Object, array and template literals. */
import {
  type ArrayExpression,
  arrayExpression,
  callExpression,
  type Expression,
  type Node,
  type ObjectExpression,
  stringLiteral,
  type TaggedTemplateExpression,
  type TemplateLiteral,
} from "@babel/types";
import { memberName } from "../classes.ts";
import { arrayOf, coerce, initialOf, toAny } from "../coerce.ts";
import type { FnContext } from "../context.ts";
import { any, builtin, constant, type Expr, prim, str, type Ty, undefinedValue } from "../ir/nodes.ts";
import { refTo } from "../type-infos.ts";
import { comparer } from "./comparers.ts";
import { closureOf } from "./functions.ts";
import { textOf } from "./platform.ts";

/** `{ Compare: f, next() {…} }`: an object of a type made of the names; methods are closures in slots that take the receiver when they use `this`. */
export const objectLiteral = (ctx: FnContext, node: ObjectExpression, interfaces: readonly string[] = []): Expr => {
  const known = interfaces.length === 0 ? comparer(ctx, node) : undefined;
  if (known) return known;
  const names: string[] = [];
  const values: Expr[] = [];
  for (const property of node.properties) {
    if (property.type === "SpreadElement") {
      ctx.refuse(property, "spread in an object literal");
      continue;
    }
    const name = memberName(property.key, property.computed);
    if (name === undefined) {
      ctx.refuse(property, "a computed name in an object literal");
      continue;
    }
    if (property.type === "ObjectMethod") {
      if (property.kind !== "method") {
        ctx.refuse(property, "an accessor in an object literal");
        continue;
      }
      values.push(toAny(closureOf(ctx, property)));
    } else values.push(ctx.to(property.value, any));
    names.push(name);
  }
  const info = ctx.program.literalType(names, interfaces);
  ctx.program.live(info);
  return { op: "object", info, tag: 0, slots: values, ty: refTo(info) };
};

/** Modules of Fable's library that are hand-written TypeScript, where `[a, b]` is an array; in the others, compiled from F#, it is a tuple. */
const handWritten = new Set(
  "BigInt BitConverter Boolean Char Date DateOffset DateOnly Decimal Double Encoding Guid Int32 Numeric Option RegExp Reflection String TimeOnly TimeSpan Types Unicode.13.0.0 Uri Util MapUtil CollectionUtil Async AsyncBuilder Task TaskBuilder Timer quotation"
    .split(" ")
    .map((name) => `fable-library/${name}.js`),
);

/** `[a, ...b, c]`: concatenated pieces. */
export const spreadArray = (ctx: FnContext, items: readonly (Node | null)[]): Expr => {
  let whole: Expr | undefined;
  let run: Expr[] = [];
  const flush = (): void => {
    if (run.length === 0 && whole) return;
    const piece = toAny(arrayOf(run));
    whole = whole ? builtin("array_concat", any, [whole, piece]) : piece;
    run = [];
  };
  for (const item of items) {
    if (item?.type === "SpreadElement") {
      flush();
      const from = ctx.program.calls.libraryFn("library/platform-array.ts", "Array_from");
      const value = ctx.to(item.argument, any);
      whole = builtin("array_concat", any, [
        whole!,
        from ? coerce({ op: "call", fn: from, args: from.params.map((param, i) => (i === 0 ? coerce(value, param.ty) : initialOf(param.ty))), ty: from.result }, any) : value,
      ]);
    } else run.push(item ? ctx.to(item, any) : undefinedValue);
  }
  flush();
  return whole!;
};

export const arrayLiteral = (ctx: FnContext, node: ArrayExpression, want?: Ty): Expr => {
  if (node.elements.some((one) => one?.type === "SpreadElement")) return spreadArray(ctx, node.elements);
  if (want?.kind === "ref" && node.elements.length >= 2 && want.type === ctx.program.types.tuple(node.elements.length)) return tupleLiteral(ctx, node);
  const items = node.elements.map((one) => (one ? ctx.to(one, any) : constant(undefined, any)));
  if (ctx.module.path.startsWith("fable-library/") && items.length >= 2 && !handWritten.has(ctx.module.path)) {
    const info = ctx.program.live(ctx.program.types.tuple(items.length));
    return { op: "object", info, tag: 0, slots: items, ty: refTo(info) };
  }
  return arrayOf(items);
};

export const tupleLiteral = (ctx: FnContext, node: ArrayExpression): Expr => {
  const info = ctx.program.live(ctx.program.types.tuple(node.elements.length));
  return { op: "object", info, tag: 0, slots: node.elements.map((one) => (one ? ctx.to(one, any) : constant(undefined, any))), ty: refTo(info) };
};

export const template = (ctx: FnContext, node: TemplateLiteral): Expr => {
  let whole: Expr | undefined;
  const add = (part: Expr): void => {
    whole = whole ? prim("concat_str", str, [whole, part]) : part;
  };
  node.quasis.forEach((quasi, i) => {
    const text = quasi.value.cooked ?? quasi.value.raw;
    if (text !== "") add(constant(text, str));
    const expression = node.expressions[i];
    if (expression) add(textOf(ctx, ctx.expr(expression)));
  });
  return whole ?? constant("", str);
};

/** `tag`a${x}b``: the call `tag(["a", "b"], [x])`. */
export const taggedTemplate = (ctx: FnContext, { tag, quasi }: TaggedTemplateExpression): Expr => {
  const texts = arrayExpression(quasi.quasis.map(({ value }) => stringLiteral(value.cooked ?? value.raw)));
  return ctx.expr(callExpression(tag, [texts, arrayExpression(quasi.expressions as Expression[])]));
};
