/**
 * Functions of our library that have a form of their own for arguments of certain types, which Fable calls alike: a range of whole numbers, the enumerator of a
 * list. The enumerators that this chooses have nothing to dispose of, so that a loop over one needs no `finally`.
 */
import type { CallExpression, Node, TryStatement } from "@babel/types";
import type { FnContext } from "../context.ts";
import type { SourceModule } from "../graph.ts";
import { type Expr, type IrFn, prim } from "../ir/nodes.ts";
import type { Binding } from "../scope.ts";
import { builtinInfos, isListType, refTo } from "../type-infos.ts";

interface Form {
  readonly fits: (args: readonly Expr[]) => boolean;
  /** What it is given instead. */
  readonly given?: (args: readonly Expr[]) => readonly Expr[];
  readonly module: string;
  readonly name: string;
  readonly undisposed?: true;
}

const packedBools = builtinInfos.array_bool;
const isList = ([source]: readonly Expr[]): boolean => isListType(source?.ty.type);
const isArray = ([source]: readonly Expr[]): boolean => source?.ty.array === true;
const isOf =
  (type: string): Form["fits"] =>
  ([source]) =>
    source?.ty.type?.name === type;
const isTable =
  (what: "entries" | "keys"): Form["fits"] =>
  ([source]) =>
    source?.ty.table === what;
/** `dictionary.Keys` or its like */
const isPart =
  (method: "keys" | "values"): Form["fits"] =>
  ([source]) =>
    source?.op === "call_method" && source.name === method && source.receiver.ty.table !== undefined;
const partOf = ([source]: readonly Expr[]): readonly Expr[] => [(source as Expr & { op: "call_method" }).receiver];
const isText = ([source]: readonly Expr[]): boolean => source?.ty.kind === "str";
const isIntegerRange = ([source]: readonly Expr[]): boolean => source?.op === "call" && source.fn.name === "range.rangeInt32";
/** `filled(new Array(n), false)`: what `Array.zeroCreate` and `Array.create` are. */
const areFreshBools = ([made, item]: readonly Expr[]): boolean => made?.op === "prim" && made.mnemonic === "new_array" && item?.ty.kind === "bool";
const packed = ([made, ...others]: readonly Expr[]): readonly Expr[] => [
  prim("new_array", refTo(packedBools), (made as Expr & { op: "prim" }).args, { info: packedBools }),
  ...others,
];
const areIntegers = (args: readonly Expr[]): boolean => args.every((arg) => arg.ty.kind === "i32");

const forms: Readonly<Record<string, Readonly<Record<string, readonly Form[]>>>> = {
  "library/array.ts": { filled: [{ fits: areFreshBools, given: packed, module: "library/array.ts", name: "filled" }] },
  "library/range.ts": { rangeDouble: [{ fits: areIntegers, module: "library/range.ts", name: "rangeInt32" }] },
  "library/enumerators.ts": {
    getEnumerator: [
      { fits: isList, module: "library/list.ts", name: "enumerateList", undisposed: true },
      { fits: isArray, module: "library/enumerators.ts", name: "enumerateArray", undisposed: true },
      { fits: isOf("Map.FSharpMap"), module: "library/map.ts", name: "enumerateMap", undisposed: true },
      { fits: isOf("Set.FSharpSet"), module: "library/set.ts", name: "enumerateSet", undisposed: true },
      { fits: isTable("entries"), module: "library/table-enumerators.ts", name: "enumerateEntries", undisposed: true },
      { fits: isTable("keys"), module: "library/table-enumerators.ts", name: "enumerateKeys", undisposed: true },
      { fits: isPart("keys"), given: partOf, module: "library/table-enumerators.ts", name: "enumerateKeys", undisposed: true },
      { fits: isPart("values"), given: partOf, module: "library/table-enumerators.ts", name: "enumerateValues", undisposed: true },
      { fits: isText, module: "library/enumerators.ts", name: "enumerateText", undisposed: true },
      { fits: isIntegerRange, module: "library/range.ts", name: "enumerateRange", undisposed: true },
    ],
  },
};

/** `text.split("")`, which is what Fable makes of a string that is used as a sequence, as the text. */
const textOf = (ctx: FnContext, node: Node): Expr | undefined => {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression" || node.callee.property.type !== "Identifier" || node.callee.property.name !== "split")
    return undefined;
  const [separator] = node.arguments;
  if (node.arguments.length !== 1 || separator?.type !== "StringLiteral" || separator.value !== "") return undefined;
  const text = ctx.expr(node.callee.object);
  ctx.given.set(node.callee.object, text);
  return text.ty.kind === "str" ? text : undefined;
};

export const typedForm = (ctx: FnContext, module: SourceModule, binding: Binding, node: CallExpression): IrFn | undefined => {
  const choices = forms[module.path]?.[binding.name];
  if (!choices) return undefined;
  const plain = node.arguments.map((arg) => textOf(ctx, arg) ?? ctx.expr(arg));
  const form = choices.find((one) => one.fits(plain));
  const args = form?.given?.(plain) ?? plain;
  for (const [i, arg] of node.arguments.entries()) if (form || args[i]!.ty.kind !== "str") ctx.given.set(arg, args[i]!);
  if (form?.undisposed) ctx.program.undisposed.add(node);
  return form && ctx.program.calls.libraryFn(form.module, form.name);
};

/** Whether a finally part only disposes of an enumerator that has nothing to dispose of. */
export const disposesNothing = (ctx: FnContext, { finalizer }: TryStatement): boolean => {
  const [only, ...more] = finalizer?.body ?? [];
  if (only?.type !== "ExpressionStatement" || more.length > 0 || only.expression.type !== "CallExpression") return false;
  const { callee, arguments: args } = only.expression;
  const subject = args[0]?.type === "TSAsExpression" ? args[0].expression : args[0];
  if (callee.type !== "Identifier" || !callee.name.startsWith("disposeSafe") || subject?.type !== "Identifier") return false;
  const declared = ctx.binding(subject)?.node;
  return declared?.type === "VariableDeclarator" && declared.init?.type === "CallExpression" && ctx.program.undisposed.has(declared.init);
};
