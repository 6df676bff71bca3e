/** Calls of functions that are told the F# type of what they are given, or of what they give. */
import { caseOf, type EntityRef, type List, type Type, toArray } from "../tree.ts";
import { hasArguments } from "./casts.ts";
import type { CallRule } from "./conversions.ts";
import { uncast } from "./formats.ts";

/** Reflection on a value gets the value's static type, behind its own arguments: the value alone may not say all. */
export const reflected: CallRule = (call, type, range, annotator) => {
  const value = uncast(call.args[0]);
  const subject = annotator.typeOf(value);
  if (caseOf(subject) === "Any") return undefined;
  const kind = annotator.operation("type_of", [annotator.observed(subject)], annotator.factory.type("MetaType", []), undefined);
  const rest = call.args.slice(1, call.selector === "getTupleField" ? 2 : 1);
  return annotator.library(call.module, call.selector, [annotator.rewrite(value), ...annotator.rewriteAll(rest), kind], type, range);
};

/** `Enum.Parse(t, s)`, whose result is obj where the enum is not known. */
export const parsedEnum: CallRule = (call, type, range, annotator) =>
  caseOf(type) === "Any" ? annotator.library(call.module, "parseEnumObject", annotator.rewriteAll(call.args), type, range) : undefined;

const selfTelling: ReadonlySet<string> = new Set(["string", "bool", "char", "int32", "float64", "obj", "decimal", "bigint"]);

/** `join(",", xs)` and `concat(xs)` get the type of the items where they do not tell it themselves. */
export const joined: CallRule = (call, type, range, annotator) => {
  const items = annotator.typeOf(call.args[1] ?? call.args[0]);
  const element = caseOf(items) === "List" || caseOf(items) === "Array" ? (items.fields[0] as Type) : itemOfSequence(items);
  if (call.args.length !== 2 || element === undefined) return undefined;
  if (caseOf(items) === "Array" && caseOf(element) === "String") return annotator.library(call.module, "joinTexts", annotator.rewriteAll(call.args), type, range);
  if (selfTelling.has(annotator.print(element))) return undefined;
  return annotator.library(call.module, call.selector, [...annotator.rewriteAll(call.args), annotator.observed(element)], type, range);
};
const itemOfSequence = (type: Type): Type | undefined => {
  const isSequence = caseOf(type) === "DeclaredType" && (type.fields[0] as EntityRef).FullName === "System.Collections.Generic.IEnumerable`1";
  return isSequence ? toArray(type.fields[1] as List<Type>)[0] : undefined;
};

/** `map.Keys` and `map.Values`, which are arrays here. */
export const mapView =
  (name: string): CallRule =>
  (call, type, range, annotator) => {
    const map = annotator.typeOf(call.args[0]);
    const args = caseOf(map) === "DeclaredType" ? toArray(map.fields[1] as List<Type>) : [];
    if (args.length !== 2) return undefined;
    const view = annotator.text(`Microsoft.FSharp.Collections.${name}<${args.map((arg) => annotator.print(arg)).join()}>`);
    return annotator.operation("box", [view, annotator.library(call.module, call.selector, annotator.rewriteAll(call.args), type, range)], type, range);
  };

/** `isNull (box x)`: of an object that is only asked for this, no type is remembered. */
export const nullTest: CallRule = (call, type, range, annotator) =>
  annotator.library(call.module, call.selector, annotator.rewriteAll(call.args.map((arg) => (hasArguments(annotator.typeOf(uncast(arg))) ? uncast(arg) : arg))), type, range);
