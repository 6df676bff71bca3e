/** `d.TryGetValue k`: the value of a key into a variable, without a reference to the variable. */
import type { CallExpression, Node } from "@babel/types";
import { outVariable } from "../analyse/out-arguments.ts";
import { coerce, toAny } from "../coerce.ts";
import { not } from "../comparisons.ts";
import type { FnContext } from "../context.ts";
import { any, bool, type Expr, type IrFn, local, prim, type Stmt, undefinedValue } from "../ir/nodes.ts";
import { assignName } from "./names.ts";

/**
 *     found = findValue(d, k); has = found !== undefined || hasKey(d, k); if (has) x = found; has
 */
export const lookup = (ctx: FnContext, node: CallExpression): Expr | undefined => {
  const target = outVariable(node, ctx.binding(node.callee));
  if (!target) return undefined;
  const [find, has] = ["findValue", "hasKey"].map((name) => ctx.program.calls.libraryFn("library/map-util.ts", name)!) as [IrFn, IrFn];
  const [dictionary, key] = node.arguments as [Node, Node, Node];
  const held = { dictionary: ctx.temp("dictionary", any), key: ctx.temp("key", any), found: ctx.temp("found", any), has: ctx.temp("has", bool) };
  const given = [local(held.dictionary), local(held.key)];
  const isThere = not(prim("eq_any", bool, [local(held.found), undefinedValue]));
  const body: Stmt[] = [
    { op: "let", local: held.dictionary, value: toAny(ctx.to(dictionary, any)) },
    { op: "let", local: held.key, value: ctx.to(key, any) },
    { op: "let", local: held.found, value: { op: "call", fn: find, args: given, ty: find.result } },
    { op: "let", local: held.has, value: { op: "or", left: isThere, right: coerce({ op: "call", fn: has, args: given, ty: has.result }, bool), ty: bool } },
    { op: "if", test: local(held.has), then: [assignName(ctx, target, local(held.found))], otherwise: [] },
  ];
  return { op: "seq", body, value: local(held.has), ty: bool };
};
