/**
 * A variable that a call gives a value, as Fable writes it:
 *
 *     tryGetValue(d, k, new FSharpRef(() => x, (v) => { x = v; }))
 *
 * Where such a call is lowered in place, nothing captures `x`.
 */
import type { CallExpression, Identifier, Node } from "@babel/types";
import type { Binding } from "../scope.ts";

/** Whether this is the function of fable-library's MapUtil that is lowered so (visit/lookups.ts). */
const isTried = (binding: Binding | undefined): boolean => {
  const specifier = binding?.kind === "import" && binding.source?.endsWith("/MapUtil.js") ? binding.node : undefined;
  return specifier?.type === "ImportSpecifier" && specifier.imported.type === "Identifier" && specifier.imported.name === "tryGetValue";
};

const assigned = (body: Node): Node | undefined => {
  const only = body.type === "BlockStatement" && body.body.length === 1 ? body.body[0] : undefined;
  const expression = only?.type === "ExpressionStatement" ? only.expression : undefined;
  return expression?.type === "AssignmentExpression" && expression.operator === "=" ? expression.left : undefined;
};

const readName = (body: Node): string | undefined => {
  const inner = body.type === "BinaryExpression" && body.operator === "|" ? body.left : body;
  return inner.type === "Identifier" ? inner.name : undefined;
};

/** The variable behind the last argument of a call of what a name is bound to. */
export const outVariable = ({ arguments: args }: CallExpression, callee: Binding | undefined): Identifier | undefined => {
  const made = args[2];
  if (args.length !== 3 || made?.type !== "NewExpression" || !isTried(callee)) return undefined;
  const [getter, setter] = made.arguments;
  if (getter?.type !== "ArrowFunctionExpression" || setter?.type !== "ArrowFunctionExpression" || setter.params.length !== 1) return undefined;
  const target = assigned(setter.body);
  return target?.type === "Identifier" && readName(getter.body) === target.name ? target : undefined;
};
