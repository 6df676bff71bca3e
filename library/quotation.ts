// The patterns of F# quotations, which match with tuples and lists, and their evaluation.
import { boxed_type, boxed_value, value_class } from "fusabi:builtin";
import { new_tuple } from "fusabi:op";
import {
  ExprApplication,
  ExprCall,
  ExprFieldGet,
  ExprIfThenElse,
  ExprLambda,
  ExprLet,
  ExprNewRecord,
  ExprNewTuple,
  ExprNewUnion,
  ExprSequential,
  ExprTupleGet,
  ExprValue,
  ExprVarExpr,
} from "fable-library/quotation.js";
import { compare, equals } from "./equality.ts";
import { DivideByZeroException, NotSupportedException } from "./exceptions.ts";
import { ofArray } from "./list.ts";
import { some } from "./option.ts";
import { tupleOf } from "./tuple.ts";
import { box_as } from "./type-test.ts";

export const isValue = (expr: any): any => (expr instanceof ExprValue ? new_tuple("tuple", box_as(expr.value, expr.type), expr.type) : undefined);
export const isLambda = (expr: any): any => (expr instanceof ExprLambda ? new_tuple("tuple", expr.var_, expr.body) : undefined);
export const isApplication = (expr: any): any => (expr instanceof ExprApplication ? new_tuple("tuple", expr.func, expr.arg) : undefined);
export const isLet = (expr: any): any => (expr instanceof ExprLet ? new_tuple("tuple", expr.var_, expr.value, expr.body) : undefined);
export const isIfThenElse = (expr: any): any => (expr instanceof ExprIfThenElse ? new_tuple("tuple", expr.guard, expr.thenExpr, expr.elseExpr) : undefined);
export const isSequential = (expr: any): any => (expr instanceof ExprSequential ? new_tuple("tuple", expr.first, expr.second) : undefined);
export const isNewTuple = (expr: any): any => (expr instanceof ExprNewTuple ? ofArray(expr.elements) : undefined);
export const isNewUnionCase = (expr: any): any => (expr instanceof ExprNewUnion ? new_tuple("tuple", expr.typeName, ofArray(expr.fields)) : undefined);
export const isNewRecord = (expr: any): any => (expr instanceof ExprNewRecord ? new_tuple("tuple", expr.fieldNames, ofArray(expr.values)) : undefined);
export const isTupleGet = (expr: any): any => (expr instanceof ExprTupleGet ? new_tuple("tuple", expr.expr, expr.index) : undefined);

/** A static call or property has a value of this type for its instance. */
const instanceOf = (expr: any): any => (expr instanceof ExprValue && expr.type === "novalue" ? undefined : expr);

export const isCall = (expr: any): any => (expr instanceof ExprCall ? new_tuple("tuple", instanceOf(expr.instance), expr.method, ofArray(expr.args)) : undefined);
export const isFieldGet = (expr: any): any => (expr instanceof ExprFieldGet ? new_tuple("tuple", instanceOf(expr.expr), expr.fieldName, ofArray([])) : undefined);

/** The patterns of DerivedPatterns. */
export const quotedConstant = (expr: any, type: string): any => (expr instanceof ExprValue && expr.type === type ? some(expr.value) : undefined);
const isBool = (expr: any, value: boolean): boolean => expr instanceof ExprValue && expr.type === "bool" && expr.value === value;
export const isAndAlso = (expr: any): any => (expr instanceof ExprIfThenElse && isBool(expr.elseExpr, false) ? new_tuple("tuple", expr.guard, expr.thenExpr) : undefined);
export const isOrElse = (expr: any): any => (expr instanceof ExprIfThenElse && isBool(expr.thenExpr, true) ? new_tuple("tuple", expr.guard, expr.elseExpr) : undefined);

/** A call of the function that a template calls, `<@ (+) @>` or `<@ fun x -> f x @>`. */
export function isSpecificCall(template: any): any {
  let called: any = template;
  while (called instanceof ExprLambda) called = called.body;
  return (expr: any): any => {
    if (!(called instanceof ExprCall) || !(expr instanceof ExprCall) || called.method !== expr.method || called.declaringType !== expr.declaringType) return undefined;
    return new_tuple("tuple", instanceOf(expr.instance), ofArray([]), ofArray(expr.args));
  };
}

export function isLambdas(expr: any): any {
  const parameters: any = [];
  let body: any = expr;
  for (; body instanceof ExprLambda; body = body.body) parameters.push(ofArray([body.var_]));
  return parameters.length === 0 ? undefined : new_tuple("tuple", ofArray(parameters), body);
}

export function isApplications(expr: any): any {
  const args: any = [];
  let applied: any = expr;
  for (; applied instanceof ExprApplication; applied = applied.func) args.push(ofArray([applied.arg]));
  return args.length === 0 ? undefined : new_tuple("tuple", applied, ofArray(args.reverse()));
}

const longestTuple: int32 = 4;

/** LeafExpressionConverter.EvaluateQuotation: every value on the way is an obj. */
export function evaluate(expr: any, env: any): any {
  return evaluateIn(expr, env ?? new Map());
}

function evaluateIn(expr: any, env: any): any {
  if (expr instanceof ExprValue) return box_as(expr.value, expr.type);
  if (expr instanceof ExprVarExpr) return env.get(expr.var_.Name);
  if (expr instanceof ExprLambda) return (arg: any): any => evaluateIn(expr.body, withVariable(env, expr.var_.Name, arg));
  if (expr instanceof ExprApplication) return evaluateIn(expr.func, env)(evaluateIn(expr.arg, env));
  if (expr instanceof ExprLet) return evaluateIn(expr.body, withVariable(env, expr.var_.Name, evaluateIn(expr.value, env)));
  if (expr instanceof ExprIfThenElse) return evaluateIn(evaluateIn(expr.guard, env) === true ? expr.thenExpr : expr.elseExpr, env);
  if (expr instanceof ExprSequential) {
    evaluateIn(expr.first, env);
    return evaluateIn(expr.second, env);
  }
  const parts: any = expr instanceof ExprNewTuple ? expr.elements : expr instanceof ExprCall ? expr.args : failEvaluation(expr.tag);
  const values: any = parts.map((part: any): any => evaluateIn(part, env));
  return expr instanceof ExprCall ? callOperator(expr.method, values) : values.length > longestTuple ? failEvaluation("tuple of " + values.length) : tupleOf(values.map(unboxed));
}

function withVariable(env: any, name: string, value: any): any {
  const inner: any = new Map(env);
  inner.set(name, value);
  return inner;
}

function unboxed(x: any): any {
  return value_class(x) === 11 ? boxed_value(x) : x;
}

function callOperator(method: string, values: any): any {
  const [first, second]: any = values;
  switch (method) {
    case "op_Equality":
      return equals(first, second);
    case "op_Inequality":
      return !equals(first, second);
    case "op_LessThan":
      return compare(first, second) < 0;
    case "op_LessThanOrEqual":
      return compare(first, second) <= 0;
    case "op_GreaterThan":
      return compare(first, second) > 0;
    case "op_GreaterThanOrEqual":
      return compare(first, second) >= 0;
    case "op_LogicalNot":
      return !first;
    default: {
      const type: string = value_class(first) === 11 ? boxed_type(first) : "";
      return box_as(wrap(type, arithmetic(method, type, unboxed(first), unboxed(second))), type);
    }
  }
}

function arithmetic(method: string, type: string, x: any, y: any): any {
  switch (method) {
    case "op_Addition":
      return x + y;
    case "op_Subtraction":
      return x - y;
    case "op_Multiply":
      return type === "int32" ? Math.imul(x, y) : x * y;
    case "op_Division":
      return x / checkDivisor(type, y);
    case "op_Modulus":
      return x % checkDivisor(type, y);
    case "op_UnaryNegation":
      return -x;
    default:
      return failEvaluation(method);
  }
}

function checkDivisor(type: string, y: any): any {
  if (type !== "" && (y === 0 || y === 0n)) throw new DivideByZeroException("Attempted to divide by zero.");
  return y;
}

/** The result of an operator as its type has it; others than these are as JavaScript's. */
function wrap(type: string, x: any): any {
  if (type === "int32") return x | 0;
  return type === "int64" ? BigInt.asIntN(64, x) : x;
}

function failEvaluation(what: string): any {
  throw new NotSupportedException("Quotations with " + what + " cannot be evaluated.");
}
