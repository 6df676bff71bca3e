/**
 * Local functions that are only ever called become functions of their own that take the variables they use as first arguments (lambda lifting, Johnsson
 * 1985): no closure is made, and the call is direct and typed.
 */
import type { Function as FunctionNode, Node, VariableDeclarator } from "@babel/types";
import type { Binding, Scopes } from "../scope.ts";

/** The function node that a local binding names for good, if it does. */
export const localFunction = (binding: Binding): FunctionNode | undefined => {
  if (binding.owner === undefined || binding.assignments.length > 0) return undefined;
  if (binding.kind === "function" && binding.node.type === "FunctionDeclaration") return binding.node;
  if (binding.kind !== "const" || binding.node.type !== "VariableDeclarator") return undefined;
  const { id, init } = binding.node as VariableDeclarator;
  return id.type === "Identifier" && (init?.type === "ArrowFunctionExpression" || init?.type === "FunctionExpression") ? init : undefined;
};

export const isLiftable = (scopes: Scopes, binding: Binding): boolean => {
  if (!binding.onlyCalled || binding.uses === 0) return false;
  const node = localFunction(binding);
  return node !== undefined && !node.async && !node.generator && !scopes.usesThis.has(node);
};

/** The variables a function or class takes from outside, lifted functions replaced by what they take. */
export const capturedBy = (scopes: Scopes, node: Node): Binding[] => {
  const out = new Set<Binding>();
  const seen = new Set<Node>();
  const visit = (at: Node): void => {
    if (seen.has(at)) return;
    seen.add(at);
    for (const binding of scopes.free.get(at) ?? []) {
      if (isLiftable(scopes, binding)) visit(localFunction(binding)!);
      else out.add(binding);
    }
  };
  visit(node);
  // What a lifted function takes may be declared inside the node itself.
  return [...out].filter((binding) => !isInside(binding, node));
};

const isInside = (binding: Binding, node: Node): boolean => {
  const owner = binding.owner;
  return owner !== undefined && (owner === node || ((owner.start ?? 0) >= (node.start ?? 0) && (owner.end ?? 0) <= (node.end ?? 0)));
};
