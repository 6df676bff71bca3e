/** What the generic parameters of a type stand for in an instance of it. */
import { caseOf, isList, isNode, type List, type Node, type Type, toArray } from "../tree.ts";

export const matchTypes = (generic: Type, instance: Type): Map<string, Type> => {
  const found = new Map<string, Type>();
  const match = (left: unknown, right: unknown): void => {
    if (isList(left) && isList(right)) {
      const others = toArray(right);
      for (const [at, item] of toArray(left).entries()) match(item, others[at]);
    } else if (isNode(left) && isNode(right)) matchNodes(left, right);
  };
  const matchNodes = (left: Node, right: Node): void => {
    const name = caseOf(left);
    if (name === "GenericParam") {
      const parameter = (left.fields[0] as string).replace(/^\$/, "");
      if (!found.has(parameter)) found.set(parameter, right);
    } else if (name === "LambdaType" || name === "DelegateType") {
      // One side may be curried where the other is not.
      const parts = functionParts(right);
      for (const [at, part] of functionParts(left).entries()) match(part, parts[at]);
    } else if (caseOf(right) === name) {
      for (const [at, field] of left.fields.entries()) match(field, right.fields[at]);
    }
  };
  match(generic, instance);
  return found;
};

const functionParts = (type: Type): Type[] => {
  switch (caseOf(type)) {
    case "LambdaType":
      return [type.fields[0] as Type, ...functionParts(type.fields[1] as Type)];
    case "DelegateType":
      return [...toArray(type.fields[0] as List<Type>), ...functionParts(type.fields[1] as Type)];
    default:
      return [type];
  }
};
