/**
 * Calls of Fable's library whose meaning depends on the type of an argument:
 *
 *     toInt64_unchecked(op_Multiply(a, b))   mul_int64(a, b)
 *     equals(a, b)                           equal("App.P", a, b)
 *     item(i, xs)                            get_element("array<int32>", xs, i)
 */
import type { Operator } from "../../schemas/annotations.ts";
import {
  type CallInfo,
  caseOf,
  type EntityRef,
  type Expr,
  type Ident,
  type List,
  type Node,
  type SourceLocation,
  type Type,
  toArray,
  withFields,
  withNodeFields,
} from "../tree.ts";
import type { Annotator, Visitor } from "./annotator.ts";
import { filledArray } from "./arrays.ts";
import { boxed, visitDowncast } from "./casts.ts";
import { checkMarked, markedOperand, operationCall } from "./checked.ts";
import { type CallRule, conversionOf, convert, libraryCall, methodTarget } from "./conversions.ts";
import { comparing, comparison, equality, hash, sameness, structuralEquals } from "./equality.ts";
import { annotateFormat, annotateInterpolation, uncast } from "./formats.ts";
import { spanQuotient, utcDateTime } from "./times.ts";
import { joined, mapView, nullTest, parsedEnum, reflected } from "./told-types.ts";
import { isNumber, primitiveOf } from "./type-text.ts";

const bigOperators: Readonly<Record<string, Operator>> = {
  op_Addition: "add",
  op_Subtraction: "sub",
  op_Multiply: "mul",
  op_Division: "div",
  op_Modulus: "rem",
  op_UnaryNegation: "neg",
  op_BitwiseAnd: "and",
  op_BitwiseOr: "or",
  op_ExclusiveOr: "xor",
  op_LeftShift: "shl",
  op_RightShift: "shr",
  op_LogicalNot: "not",
};

const negation: CallRule = (call, type, range, annotator) => {
  const primitive = primitiveOf(type) ?? primitiveOf(annotator.typeOf(call.args[0]));
  return primitive === undefined ? undefined : annotator.operation(`neg_${primitive}`, annotator.rewriteAll(call.args), type, range);
};

const element: CallRule = (call, type, range, annotator) => {
  if (call.args.length !== 2) return undefined;
  const [index, array] = annotator.rewriteAll(call.args);
  const arrayType = annotator.typeOf(call.args[1]);
  return caseOf(arrayType) === "Array" ? annotator.operation("get_element", [annotator.text(annotator.print(arrayType)), array, index], type, range) : undefined;
};

const setElement: CallRule = (call, type, range, annotator) => {
  if (call.args.length !== 3) return undefined;
  const arrayType = annotator.typeOf(call.args[0]);
  return caseOf(arrayType) === "Array"
    ? annotator.operation("set_element", [annotator.text(annotator.print(arrayType)), ...annotator.rewriteAll(call.args)], type, range)
    : undefined;
};

/** `sign n`, for which Fable cuts 64-bit integers: the comparison with zero. */
const sign: CallRule = (call, _type, range, annotator) => {
  if (call.args.length !== 1) return undefined;
  const { operand } = conversionOf(call.args[0], annotator) ?? { operand: call.args[0] };
  const type = annotator.typeOf(operand);
  const primitive = primitiveOf(type);
  if (primitive === undefined || !isNumber(type) || primitive.startsWith("float")) return undefined;
  const zero = convert({ from: "int32", to: primitive, operand: annotator.int(0) }, undefined, annotator);
  return annotator.operation("compare", [annotator.text(annotator.print(type)), annotator.rewrite(operand), zero], annotator.factory.types.int32, range);
};

/** `Unchecked.defaultof<T>`; of a reference type it is null whatever its type arguments are. */
const defaultOf: CallRule = (call, type, range, annotator) => {
  if (call.args.length > 0) return undefined;
  const reference = caseOf(type) === "DeclaredType" && annotator.host.entity(type.fields[0] as EntityRef)?.IsValueType === false;
  return annotator.operation("default_of", [reference ? annotator.text(annotator.print(type)) : annotator.observed(type)], type, range);
};

/** `string x`, `x.ToString()` and what `$"{x}"` makes of its holes. */
const text: CallRule = (call, type, range, annotator) => {
  if (call.args.length !== 1) return undefined;
  const shown = uncast(call.args[0]);
  return annotator.operation("to_string", [annotator.observed(annotator.typeOf(shown)), annotator.rewrite(shown)], type, range);
};

/** `String.Concat` of texts, which is also what F# makes of `$"{a} and {b}"`: a template; one that is no text may be a sequence. */
const concatenation: CallRule = (call, _type, _range, annotator) => {
  if (call.args.length < 2 || !call.args.every((arg) => caseOf(annotator.typeOf(arg)) === "String")) return undefined;
  return annotator.factory.template(["", ...call.args.map(() => "")], annotator.rewriteAll(call.args));
};

/** What prints by the types of what it holds, which the value does not tell. */
const isContainer = (type: Type): boolean =>
  ["List", "Option", "Tuple"].includes(caseOf(type)) || (caseOf(type) === "DeclaredType" && toArray(type.fields[1] as List<Type>).length > 0);

/** `format("{0:F2}", x)`: what is formatted is boxed with its type, as F#'s own calls of String.Format have it. */
const formatted: CallRule = (call, type, range, annotator) => {
  const args = call.args.map((given, at) => {
    const held = uncast(given);
    const heldType = annotator.typeOf(held);
    if (at > 0 && isContainer(heldType))
      return annotator.operation("shown", [annotator.text(annotator.print(heldType)), annotator.rewrite(held)], annotator.factory.types.any, undefined);
    const argType = annotator.typeOf(given);
    const now = annotator.rewrite(given);
    return at === 0 || primitiveOf(argType) === undefined || caseOf(argType) === "String"
      ? now
      : annotator.operation("box", [annotator.text(annotator.print(argType)), now], annotator.factory.types.any, undefined);
  });
  return annotator.library(call.module, call.selector, args, type, range);
};

/** `round(x, mode)`, where Fable takes the mode for the number of digits -> `round(x, 0, mode)`. */
const rounded: CallRule = (call, type, range, annotator) => {
  const [value, mode, ...rest] = call.args;
  if (mode === undefined || rest.length > 0 || annotator.print(annotator.typeOf(mode)) !== "System.MidpointRounding") return undefined;
  return annotator.library(call.module, "round", [annotator.rewrite(value), annotator.int(0), annotator.rewrite(mode)], type, range);
};

/** A function for float32 in place of one that Fable calls for every float. */
const single =
  (selector: string, subject: "argument" | "result"): CallRule =>
  (call, type, range, annotator) => {
    if (call.args.length !== 1 || primitiveOf(subject === "result" ? type : annotator.typeOf(call.args[0])) !== "float32") return undefined;
    return annotator.library(call.module, selector, annotator.rewriteAll(call.args), type, range);
  };

/** `new Decimal(x)`, by a function: the class's own constructor takes the parts. */
const decimalOf: CallRule = (call, type, range, annotator) =>
  single("fromFloat32", "argument")(call, type, range, annotator) ?? annotator.library(call.module, "decimalOf", annotator.rewriteAll(call.args), type, range);

/** `sign(x)`, where Fable cuts a float, a decimal or a big integer before it asks. */
const signed: CallRule = (call, type, range, annotator) => {
  const [arg] = call.args;
  const inner = libraryCall(arg, annotator);
  const subject = inner?.args.length === 1 ? annotator.print(annotator.typeOf(inner.args[0])) : "";
  if (subject === "decimal" || subject === "bigint") {
    const module = subject === "decimal" ? "Decimal" : "BigInt";
    return annotator.library(module, "sign", annotator.rewriteAll(inner!.args), type, range);
  }
  if (call.args.length !== 1 || caseOf(arg) !== "TypeCast" || !primitiveOf(annotator.typeOf(arg.fields[0] as Expr))?.startsWith("float")) return undefined;
  return annotator.library("Util", "signOfFloat", [annotator.rewrite(arg.fields[0] as Expr)], type, range);
};

const triedSingle: CallRule = (call, type, range, annotator) =>
  call.args.length === 2 && annotator.print(annotator.typeOf(call.args[1])) === "ref<float32>"
    ? annotator.library("Double", "tryParseSingle", annotator.rewriteAll(call.args), type, range)
    : undefined;

/** The absolute value of a signed integer, which the least one has not. */
const absolute = (args: readonly Expr[], type: Type, range: SourceLocation | undefined, annotator: Annotator): Expr | undefined => {
  const primitive = primitiveOf(type);
  if (args.length !== 1 || primitive === undefined || !/^(int|nativeint)/.test(primitive)) return undefined;
  return annotator.library("Int32", `abs_${primitive}`, annotator.rewriteAll(args), type, range);
};

const narrow: ReadonlySet<string | undefined> = new Set(["int8", "uint8", "int16", "uint16", "int32"]);

/** The larger or the smaller of two integers, which Fable compares as floats. */
const extreme: CallRule = (call, type, range, annotator) =>
  call.args.length === 2 && narrow.has(primitiveOf(annotator.typeOf(call.args[0])))
    ? annotator.library("Int32", `${call.selector}_int32`, annotator.rewriteAll(call.args), type, range)
    : undefined;

/** `xs.[i]`, `xs.Head` and `xs.Tail`, whose exceptions are others than those of `List.item i xs` and its like. */
const listMember =
  (selector: string): CallRule =>
  (call, type, range, annotator) =>
    call.generic ? undefined : annotator.library(call.module, selector, annotator.rewriteAll(call.args), type, range);

const rules: Readonly<Record<string, CallRule>> = {
  "FSharp.Core.Operators_IsNull": nullTest,
  "Map.keys": mapView("KeyCollection"),
  "Map.values": mapView("ValueCollection"),
  "String.join": joined,
  "Reflection.getRecordFields": reflected,
  "Reflection.getTupleFields": reflected,
  "Reflection.getTupleField": reflected,
  "Reflection.parseEnum": parsedEnum,
  "Util.round": rounded,
  "Util.sign": (call, type, range, annotator) => signed(call, type, range, annotator) ?? sign(call, type, range, annotator),
  "Decimal.round": rounded,
  "Decimal.default": decimalOf,
  "Decimal.toFloat64": single("toFloat32", "result"),
  "Double.max": extreme,
  "Double.min": extreme,
  "Double.parse": single("parseSingle", "result"),
  "Double.tryParse": triedSingle,
  "BigInt.toFloat64": single("toFloat32", "result"),
  "BigInt.abs": (call, type, range, annotator) => absolute(call.args, type, range, annotator),
  "Util.equals": equality,
  "Util.equalArrays": equality,
  "Array.equalsWith": equality,
  "BigInt.equals": equality,
  "Date.equals": equality,
  "Decimal.equals": equality,
  "Util.compare": comparison,
  "Util.comparePrimitives": comparison,
  "Util.compareArrays": comparison,
  "Array.compareTo": comparison,
  "BigInt.compare": comparison,
  "Decimal.compare": comparison,
  "Date.compare": comparison,
  "Util.structuralHash": hash,
  "Util.safeHash": hash,
  "Util.fastStructuralHash": hash,
  "Util.stringHash": hash,
  "Util.numberHash": hash,
  "Util.bigintHash": hash,
  "Util.arrayHash": hash,
  "Util.dateHash": hash,
  "Int32.op_UnaryNegation_Int8": negation,
  "Int32.op_UnaryNegation_Int16": negation,
  "Int32.op_UnaryNegation_Int32": negation,
  "TimeSpan.divide": spanQuotient,
  "TimeSpan.op_Division": spanQuotient,
  "DateOffset.toUniversalTime": utcDateTime,
  "List.item": listMember("element"),
  "List.head": listMember("memberHead"),
  "List.tail": listMember("memberTail"),
  "Array.fill": filledArray,
  "Array.item": element,
  "Array.setItem": setElement,
  "Util.defaultOf": defaultOf,
  "Util.int16ToString": text,
  "Util.int32ToString": text,
  "Util.int64ToString": text,
  "Types.toString": text,
  "Types.seqToString": text,
  "Util.downcast": (call, type, range, annotator) => (call.args.length === 1 ? visitDowncast(call.args[0], type, range, annotator) : undefined),
  "String.concat": concatenation,
  "String.format": formatted,
  "String.printf": annotateFormat,
  "String.interpolate": annotateInterpolation,
};

export const visitCall: Visitor = (expr, annotator) => {
  const type = expr.fields[2] as Type;
  const range = expr.fields[3] as SourceLocation | undefined;
  const marked = markedOperand(expr, "checked");
  if (marked !== undefined) return checkMarked(marked, type, range, annotator);
  const converted = markedOperand(expr, "converted");
  if (converted !== undefined) return convertMarked(converted, type, range, annotator);
  const text = markedOperand(expr, "text");
  if (text !== undefined) return textMarked(text, expr, type, range, annotator);
  const asked = typeQuestion(expr, type, range, annotator) ?? sameness(expr, type, range, annotator);
  if (asked !== undefined) return asked;
  const conversion = conversionOf(expr, annotator);
  if (conversion !== undefined) return convert(conversion, range, annotator);
  const call = libraryCall(expr, annotator);
  if (call !== undefined)
    return comparing(expr, call, annotator) ?? wrappedOperator(call, type, range, annotator) ?? rules[`${call.module}.${call.selector}`]?.(call, type, range, annotator);
  return (
    integerMath(expr, type, range, annotator) ??
    mathOfSingle(expr, type, range, annotator) ??
    numberText(expr, type, range, annotator) ??
    zeroStruct(expr, type, range, annotator) ??
    structuralEquals(expr, type, range, annotator) ??
    reduced(expr, type, range, annotator) ??
    foundFrom(expr, type, range, annotator) ??
    annotator.hidden.call(withoutSpread(annotator.rewriteChildren(expr), annotator))
  );
};

/** `shape.Add(...xs)` → `shape.Add(xs)`: methods that objects carry take their parameter array as it is. */
const withoutSpread = (call: Expr, annotator: Annotator): Expr => {
  const info = call.fields[1] as CallInfo;
  if (caseOf(call.fields[0] as Expr) !== "Get" || info.MemberRef === undefined || caseOf(info.MemberRef) !== "MemberRef") return call;
  const [owner, member] = info.MemberRef.fields as [EntityRef, unknown];
  const spread = annotator.host.entity(owner)?.TryFindMember(member)?.HasSpread === true;
  return spread ? withNodeFields(call, [call.fields[0], withFields(info, { MemberRef: undefined }), ...call.fields.slice(2)]) : call;
};

/** `typeof<T>`, `typedefof<T>`, `x.GetType()` and `x.ToString(format)`, as the prelude has them: their type goes into the text. */
const typeQuestion = (expr: Expr, type: Type, range: SourceLocation | undefined, annotator: Annotator): Expr | undefined => {
  const call = operationCall(expr);
  if (call?.name === "type_of" || call?.name === "definition_of") {
    const [subject] = toArray((expr.fields[1] as CallInfo).GenericArgs);
    return subject === undefined ? undefined : annotator.operation(call.name, [annotator.observed(subject)], type, range);
  }
  if (call?.name !== "get_type" && call?.name !== "format_value") return undefined;
  const [subject, ...others] = call.args;
  if (subject === undefined) return undefined;
  const value = uncast(subject);
  const own = annotator.boundType(value) ?? annotator.typeOf(value);
  const now = annotator.rewrite(value);
  return annotator.operation(call.name, [annotator.observed(own), boxed(now, own, annotator), ...annotator.rewriteAll(others)], type, range);
};

/** A conversion to a float type that the prelude marked, whatever type Fable gave it. */
const convertMarked = (operand: Expr, type: Type, range: SourceLocation | undefined, annotator: Annotator): Expr => {
  const to = primitiveOf(type);
  const known = conversionOf(operand, annotator);
  if (to !== undefined && known !== undefined && (known.from === "char" || known.to === to)) return convert({ ...known, to }, range, annotator);
  const from = primitiveOf(annotator.typeOf(operand));
  return to === undefined || from === undefined || !isNumber(annotator.typeOf(operand)) ? annotator.rewrite(operand) : convert({ from, to, operand }, range, annotator);
};

/** `string x` of a string, which Fable takes for the string itself: of null it is empty. */
const textMarked = (operand: Expr, expr: Expr, type: Type, range: SourceLocation | undefined, annotator: Annotator): Expr => {
  const [subject] = toArray((expr.fields[1] as CallInfo).GenericArgs);
  const now = annotator.rewrite(operand);
  if (subject === undefined || caseOf(subject) !== "String" || caseOf(operand) === "Value") return now;
  return annotator.library("String", "orEmpty", [now], type, range);
};

/** `Math.abs(x)` and `Math.pow(x, n)` on integers, which is Fable's `pown` -> `pown_int32(x, n)`. */
const integerMath = (expr: Expr, type: Type, range: SourceLocation | undefined, annotator: Annotator): Expr | undefined => {
  const args = toArray((expr.fields[1] as CallInfo).Args);
  if (caseOf(methodTarget(expr, "abs") ?? expr) === "IdentExpr") return absolute(args, type, range, annotator);
  const target = methodTarget(expr, "pow");
  if (target === undefined || caseOf(target) !== "IdentExpr" || args.length !== 2) return undefined;
  const [base, exponent] = annotator.rewriteAll(args);
  const baseType = annotator.typeOf(args[0]);
  if (annotator.print(baseType) === "bigint") return annotator.library("BigInt", "pown", [base, exponent], type, range);
  const primitive = primitiveOf(baseType);
  if (primitive === undefined || primitive.startsWith("float")) return undefined;
  return annotator.library("Int32", `pown_${primitive}`, [base, exponent], baseType, range);
};

/** `Math.sqrt(x)` of a float32, whose result is the nearest float32. */
const mathOfSingle = (expr: Expr, type: Type, range: SourceLocation | undefined, annotator: Annotator): Expr | undefined => {
  const callee = expr.fields[0] as Expr;
  if (primitiveOf(type) !== "float32" || caseOf(callee) !== "Get" || caseOf(callee.fields[0] as Expr) !== "IdentExpr") return undefined;
  if (((callee.fields[0] as Expr).fields[0] as Ident).Name !== "Math") return undefined;
  return annotator.operation("convert_float64_float32", [annotator.rewriteChildren(expr)], type, range);
};

/** `x.toString()` of a number. */
const numberText = (expr: Expr, type: Type, range: SourceLocation | undefined, annotator: Annotator): Expr | undefined => {
  const target = methodTarget(expr, "toString");
  if (target === undefined || toArray((expr.fields[1] as CallInfo).Args).length > 0) return undefined;
  const targetType = annotator.typeOf(target);
  return primitiveOf(targetType) === undefined
    ? undefined
    : annotator.operation("to_string", [annotator.text(annotator.print(targetType)), annotator.rewrite(target)], type, range);
};

/** `new V(0, "")`, which is how Fable writes the default of a struct record. */
const zeroStruct = (expr: Expr, type: Type, range: SourceLocation | undefined, annotator: Annotator): Expr | undefined => {
  const info = expr.fields[1] as CallInfo;
  if (caseOf(type) !== "DeclaredType" || !toArray(info.Tags).includes("new")) return undefined;
  if (annotator.laidOut(type.fields[0] as EntityRef)?.IsFSharpRecord !== true) return undefined;
  const values = toArray(info.Args).map((arg) =>
    isEmptyText(arg) ? annotator.operation("default_of", [annotator.text("string")], annotator.factory.types.string, undefined) : annotator.rewrite(arg),
  );
  return annotator.operation("new_record", [annotator.text(annotator.print(type)), ...values], type, range);
};
const isEmptyText = (expr: Expr): boolean => caseOf(expr) === "Value" && caseOf(expr.fields[0] as Node) === "StringConstant" && (expr.fields[0] as Node).fields[0] === "";

/** `toInt64_unchecked(op_Multiply(a, b))`, and the operators of native integers. */
const wrappedOperator: CallRule = (call, type, range, annotator) => {
  const primitive = primitiveOf(type);
  if (call.module !== "BigInt" || primitive === undefined || call.args.length !== 1 || !/^to\w+_unchecked$/.test(call.selector)) return undefined;
  const inner = libraryCall(call.args[0], annotator);
  const operator = inner?.module === "BigInt" ? bigOperators[inner.selector] : undefined;
  return operator === undefined ? undefined : annotator.operation(`${operator}_${primitive}`, annotator.rewriteAll(inner!.args), type, range);
};

const reductions = { reduce: "reduce", reduceRight: "reduceBack" } as const;

/** `xs.reduce(f)` and `xs.reduceRight(f)`: JavaScript gives the function the index too, and calls the latter with its arguments the other way round. */
const reduced = (expr: Expr, type: Type, range: SourceLocation | undefined, annotator: Annotator): Expr | undefined => {
  const args = toArray((expr.fields[1] as CallInfo).Args);
  for (const [method, name] of Object.entries(reductions)) {
    const target = methodTarget(expr, method);
    if (target !== undefined && args.length === 1) return annotator.library("Array", name, annotator.rewriteAll([args[0], target]), type, range);
  }
  return undefined;
};

/** `text.indexOf(part, start)`: JavaScript takes any start, .NET one inside of the text. */
const foundFrom = (expr: Expr, type: Type, range: SourceLocation | undefined, annotator: Annotator): Expr | undefined => {
  const target = methodTarget(expr, "indexOf");
  const args = toArray((expr.fields[1] as CallInfo).Args);
  if (target === undefined || args.length !== 2 || caseOf(annotator.typeOf(target)) !== "String") return undefined;
  return annotator.library("String", "indexOfFrom", annotator.rewriteAll([target, ...args]), type, range);
};
