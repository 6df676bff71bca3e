/** What the prelude's `Checked` marks: `checked(add_int32(a, b))` -> `add_checked_int32(a, b)`. Types whose operators cannot overflow lose the mark. */
import { primitives } from "../../schemas/annotations.ts";
import { type CallInfo, caseOf, type Expr, type ImportInfo, type Node, type SourceLocation, type Type, toArray } from "../tree.ts";
import { type Annotator, operationModule } from "./annotator.ts";
import { primitiveOf } from "./type-text.ts";

const integer = primitives.filter((name) => /int/.test(name)).join("|");
const arithmetic = new RegExp(`^(add|sub|mul)_(${integer})$`);
/** F# does not check the negation of int8 and int16. */
const negation = new RegExp(`^neg_(?!int8|int16)(${integer})$`);
const conversion = new RegExp(`^convert_(\\w+)_(${integer}|char)$`);

/** The operand of a mark of the prelude. */
export const markedOperand = (expr: Expr, mark: "checked" | "converted" | "text"): Expr | undefined => {
  const call = operationCall(expr);
  return call?.name === mark && call.args.length === 1 ? call.args[0] : undefined;
};

export const checkMarked = (operand: Expr, type: Type, range: SourceLocation | undefined, annotator: Annotator): Expr => {
  const folded = overflown(operand, type, range, annotator);
  if (folded !== undefined) return folded;
  const now = annotator.rewrite(operand);
  const call = operationCall(now);
  if (call === undefined) return now;
  const binary = arithmetic.exec(call.name);
  if (binary !== null) return annotator.operation(`${binary[1]}_checked_${binary[2]}`, call.args, type, range);
  const unary = negation.exec(call.name);
  if (unary !== null) return annotator.operation(`sub_checked_${unary[1]}`, [annotator.int(0), ...call.args], type, range);
  const cast = conversion.exec(call.name);
  return cast === null || cast[1].startsWith("checked_") ? now : annotator.operation(`convert_checked_${cast[1]}_${cast[2]}`, call.args, type, range);
};

/** A constant that Fable folded past int32 overflows when it is reached: `add_checked_int32(2147483647, 1)`. */
const overflown = (operand: Expr, type: Type, range: SourceLocation | undefined, annotator: Annotator): Expr | undefined => {
  if (caseOf(operand) !== "Value" || primitiveOf(type) !== "int32") return undefined;
  const constant = (operand.fields[0] as Node).fields[0] as Node | undefined;
  const value = caseOf(operand.fields[0] as Node) === "NumberConstant" ? constant?.fields[0] : undefined;
  return typeof value === "number" && value !== (value | 0) ? annotator.operation("add_checked_int32", [annotator.int(0x7fffffff), annotator.int(1)], type, range) : undefined;
};

export const operationCall = (expr: Expr): { readonly name: string; readonly args: readonly Expr[] } | undefined => {
  if (caseOf(expr) !== "Call" || caseOf(expr.fields[0] as Expr) !== "Import") return undefined;
  const info = (expr.fields[0] as Expr).fields[0] as ImportInfo;
  return info.Path === operationModule ? { name: info.Selector, args: toArray((expr.fields[1] as CallInfo).Args) } : undefined;
};
