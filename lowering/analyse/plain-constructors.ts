/**
 * Constructors that do nothing but put parameters and literals into fields (`this.head = head`), base classes included: `new C(a, b)` is then one
 * `new_object` with its slots, without a call. What each field gets is given as a node of the constructor that names it.
 */
import type { Class, ClassMethod, Identifier, Node, Statement } from "@babel/types";

/** A field and its value in terms of the parameters of the class's own constructor. */
export interface PlainField {
  readonly name: string;
  readonly value: { readonly parameter: number } | { readonly literal: Node };
}

const literals = new Set(["NumericLiteral", "StringLiteral", "BooleanLiteral", "NullLiteral", "BigIntLiteral"]);

const parameterNames = (ctor: ClassMethod): string[] | undefined => {
  const names: string[] = [];
  for (const param of ctor.params) {
    if (param.type !== "Identifier") return undefined;
    names.push(param.name);
  }
  return names;
};

/** A parameter (also as `x | 0`, whose slot is an int32 anyway) or a literal. */
const plainValue = (node: Node, names: readonly string[]): PlainField["value"] | undefined => {
  if (node.type === "TSAsExpression" || node.type === "TSNonNullExpression") return plainValue(node.expression, names);
  if (literals.has(node.type) || (node.type === "Identifier" && node.name === "undefined")) return { literal: node };
  const parameter = node.type === "Identifier" ? names.indexOf(node.name) : -1;
  return parameter < 0 ? undefined : { parameter };
};

const assignedField = (statement: Statement): { name: string; value: Node } | undefined => {
  if (statement.type !== "ExpressionStatement") return undefined;
  const { expression } = statement;
  // `set_field("App.C", "x", this, x)` is what fable-bridge makes of the same.
  if (expression.type === "CallExpression" && expression.callee.type === "Identifier" && expression.callee.name === "set_field") {
    const [, name, target, value] = expression.arguments;
    return name?.type === "StringLiteral" && target?.type === "ThisExpression" && value ? { name: name.value, value } : undefined;
  }
  if (expression.type !== "AssignmentExpression" || expression.operator !== "=" || expression.left.type !== "MemberExpression") return undefined;
  const { object, property, computed } = expression.left;
  return object.type === "ThisExpression" && !computed && property.type === "Identifier" ? { name: property.name, value: expression.right } : undefined;
};

const superArguments = (statement: Statement): readonly Node[] | undefined =>
  statement.type === "ExpressionStatement" && statement.expression.type === "CallExpression" && statement.expression.callee.type === "Super"
    ? statement.expression.arguments
    : undefined;

/** The fields that a class's constructor sets, in order; undefined when it does anything else. `base` gives those of the base class. */
export const plainFields = (node: Class, base: PlainField[] | undefined): PlainField[] | undefined => {
  if (node.body.body.some((member) => member.type === "ClassProperty" && !member.static && member.value)) return undefined;
  const ctor = node.body.body.find((member): member is ClassMethod => member.type === "ClassMethod" && member.kind === "constructor");
  if (!ctor) return node.superClass ? undefined : [];
  const names = parameterNames(ctor);
  if (!names) return undefined;
  const fields: PlainField[] = [];
  for (const statement of ctor.body.body) {
    const passed = superArguments(statement);
    if (passed) {
      if (!base) return undefined;
      for (const field of base) {
        const value = "literal" in field.value ? field.value : passed[field.value.parameter] && plainValue(passed[field.value.parameter] as Node, names);
        if (!value) return undefined;
        fields.push({ name: field.name, value });
      }
      continue;
    }
    const assigned = assignedField(statement);
    const value = assigned && plainValue(assigned.value, names);
    if (!assigned || !value) return undefined;
    fields.push({ name: assigned.name, value });
  }
  return fields;
};

/** The constructor's parameters, for their annotations. */
export const constructorParameters = (node: Class): readonly Identifier[] => {
  const ctor = node.body.body.find((member): member is ClassMethod => member.type === "ClassMethod" && member.kind === "constructor");
  return (ctor?.params ?? []) as Identifier[];
};
