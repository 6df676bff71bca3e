/**
 * `{ Compare: (x, y) => compare("int32", x, y) | 0 }`, F#'s comparison of a type as an object: where the type is a number or a string, the library's comparer of
 * such, which a sort asks what it is.
 */
import type { Node, ObjectExpression } from "@babel/types";
import type { FnContext } from "../context.ts";
import type { Expr } from "../ir/nodes.ts";

const comparers: Readonly<Record<string, string>> = {
  int8: "integerComparer",
  int16: "integerComparer",
  int32: "integerComparer",
  uint8: "integerComparer",
  uint16: "integerComparer",
  uint32: "floatComparer",
  float32: "floatComparer",
  float64: "floatComparer",
  string: "textComparer",
};

const isNamed = (node: Node | undefined, name: Node | undefined): boolean => node?.type === "Identifier" && name?.type === "Identifier" && node.name === name.name;

/** The type that a function of two parameters compares, and does nothing else. */
const comparedType = (ctx: FnContext, node: Node): string | undefined => {
  if (node.type !== "ArrowFunctionExpression" || node.params.length !== 2) return undefined;
  let body: Node = node.body;
  while (body.type === "ParenthesizedExpression" || (body.type === "BinaryExpression" && body.operator === "|"))
    body = body.type === "BinaryExpression" ? body.left : body.expression;
  if (body.type !== "CallExpression" || body.callee.type !== "Identifier") return undefined;
  const [type, x, y] = body.arguments;
  if (type?.type !== "StringLiteral" || !isNamed(x, node.params[0]) || !isNamed(y, node.params[1])) return undefined;
  return ctx.annotation(body.callee) === "compare" ? type.value : undefined;
};

export const comparer = (ctx: FnContext, node: ObjectExpression): Expr | undefined => {
  const [only, ...more] = node.properties;
  if (only?.type !== "ObjectProperty" || more.length > 0 || only.key.type !== "Identifier" || only.key.name !== "Compare") return undefined;
  const type = comparedType(ctx, only.value);
  const name = type === undefined ? undefined : comparers[type];
  const fn = name === undefined ? undefined : ctx.program.calls.libraryFn("library/comparers.ts", name);
  if (!fn) return undefined;
  ctx.program.mentioned.add("Compare");
  return { op: "call", fn, args: [], ty: fn.result };
};
