/** Reading and writing fields, tuple items, array elements and chars of strings. */
import { caseOf, type EntityRef, type Expr, type FieldInfo, type List, type Node, type SourceLocation, type Type, toArray, type UnionFieldInfo, withNodeFields } from "../tree.ts";
import type { Annotator, Visitor } from "./annotator.ts";
import { libraryCall } from "./conversions.ts";
import { isReferenceCell } from "./values.ts";

/** What a field is read of: of a mutable struct, F# takes its address, which Fable makes a reference of and reads the field of that. */
const subjectOf = (target: Expr, annotator: Annotator): Expr => {
  const call = libraryCall(target, annotator);
  const [getter] = call?.selector === "FSharpRef" && call.args.length === 2 ? call.args : [];
  return getter !== undefined && ["Lambda", "Delegate"].includes(caseOf(getter)) ? (getter.fields[1] as Expr) : target;
};

export const visitGet: Visitor = (expr, annotator) => {
  const instantiation = annotator.statics.ownerOf(expr);
  if (instantiation !== undefined) return withNodeFields(expr, [instantiation, ...expr.fields.slice(1)]);
  const target = subjectOf(expr.fields[0] as Expr, annotator);
  const kind = expr.fields[1] as Node;
  const type = expr.fields[2] as Type;
  const range = expr.fields[3] as SourceLocation | undefined;
  const targetType = annotator.typeOf(target);
  const get = (name: string, args: readonly Expr[]): Expr => annotator.operation(name, args, type, range);
  // The tag of a UnionCaseInfo, however Fable reads it, is another thing than an object's own.
  if (readsTag(expr) && annotator.print(targetType) === "Microsoft.FSharp.Reflection.UnionCaseInfo")
    return annotator.library("Reflection", "caseTag", [annotator.rewrite(target)], type, range);
  switch (caseOf(kind)) {
    case "UnionField": {
      const info = kind.fields[0] as UnionFieldInfo;
      if (!annotator.laidOut(info.Entity)) return undefined;
      const union = annotator.factory.type("DeclaredType", [info.Entity, info.GenericArgs]);
      return get("get_union", [annotator.text(annotator.print(union)), annotator.int(info.CaseIndex), annotator.int(info.FieldIndex), annotator.rewrite(target)]);
    }
    case "TupleIndex": {
      const index = kind.fields[0] as number;
      if (caseOf(target) === "Value" && caseOf(target.fields[0] as Node) === "NewTuple")
        return annotator.rewrite(toArray((target.fields[0] as Node).fields[0] as List<Expr>)[index]);
      return get("get_item", [annotator.text(annotator.print(targetType)), annotator.int(index), annotator.rewrite(target)]);
    }
    case "FieldGet": {
      const { Name } = kind.fields[0] as FieldInfo;
      return hasField(targetType, Name, annotator) && !isBase(target)
        ? get("get_field", [annotator.text(annotator.print(targetType)), annotator.text(Name), annotator.rewrite(target)])
        : undefined;
    }
    case "ExprGet": {
      const index = kind.fields[0] as Expr;
      if (!isInteger(index, annotator)) return undefined;
      if (caseOf(targetType) === "String") return get("get_char", [annotator.rewrite(target), annotator.rewrite(index)]);
      if (caseOf(targetType) === "Array") return get("get_element", [annotator.text(annotator.print(targetType)), annotator.rewrite(target), annotator.rewrite(index)]);
      return undefined;
    }
    default:
      return undefined;
  }
};

const readsTag = (expr: Expr): boolean => {
  const kind = expr.fields[1] as Node;
  const [key] = kind.fields;
  switch (caseOf(kind)) {
    case "UnionTag":
      return true;
    case "FieldGet":
      return (key as FieldInfo).Name === "tag";
    case "ExprGet":
      return caseOf(key as Expr) === "Value" && ((key as Expr).fields[0] as Node).fields[0] === "tag";
    default:
      return false;
  }
};

export const visitSet: Visitor = (expr, annotator) => {
  const target = expr.fields[0] as Expr;
  const kind = expr.fields[1] as Node;
  const value = expr.fields[3] as Expr;
  const range = expr.fields[4] as SourceLocation | undefined;
  const targetType = annotator.typeOf(target);
  const set = (name: string, key: Expr): Expr => {
    const type = annotator.text(annotator.print(targetType));
    const [object, now] = [annotator.rewrite(target), annotator.rewrite(value)];
    const args = name === "set_field" ? [type, key, object, now] : [type, object, key, now];
    return annotator.operation(name, args, annotator.factory.types.unit, range);
  };
  switch (caseOf(kind)) {
    case "FieldSet": {
      const instantiation = annotator.statics.ownerOf(expr);
      if (instantiation !== undefined) return withNodeFields(expr, [instantiation, kind, expr.fields[2], annotator.rewrite(value), range]);
      return hasField(targetType, kind.fields[0] as string, annotator) ? set("set_field", annotator.text(kind.fields[0] as string)) : undefined;
    }
    case "ExprSet": {
      const index = kind.fields[0] as Expr;
      return caseOf(targetType) === "Array" && isInteger(index, annotator) ? set("set_element", annotator.rewrite(index)) : undefined;
    }
    default:
      return undefined;
  }
};

/** Whether `name` is an instance field rather than a property or a method. */
const hasField = (type: Type, name: string, annotator: Annotator): boolean => {
  if (caseOf(type) === "AnonymousRecordType") return [...(type.fields[0] as readonly string[])].includes(name);
  if (caseOf(type) !== "DeclaredType") return false;
  const ref = type.fields[0] as EntityRef;
  if (isReferenceCell(ref)) return false;
  const entity = annotator.laidOut(ref);
  return entity !== undefined && toArray(entity.FSharpFields).some((field) => field.Name === name && !field.IsStatic);
};

const isBase = (expr: Expr): boolean => caseOf(expr) === "Value" && caseOf(expr.fields[0] as Node) === "BaseValue";

const isInteger = (expr: Expr, annotator: Annotator): boolean => caseOf(annotator.typeOf(expr)) === "Number";
