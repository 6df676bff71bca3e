// The patterns of F# quotations: what they match with are tuples and lists.
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
} from "fable-library/quotation.js";
import { ofArray } from "./list.ts";
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
