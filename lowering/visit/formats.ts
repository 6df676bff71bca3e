/**
 * Formats that are literals, read when the program is built: `toText(format(T, printf("%s: %d")))(a)(b)` becomes the texts of its arguments, one after the other.
 * What prints text (`toConsole`, `toFail`) is handed the finished text.
 */
import type { CallExpression, Node } from "@babel/types";
import { type FSharpType, printFSharpType } from "../../schemas/fsharp-type.ts";
import { coerce, toAny } from "../coerce.ts";
import type { FnContext } from "../context.ts";
import { any, bool, builtin, constant, type Expr, f64, i32, i64, local, prim, type Stmt, str, type Ty, u32, undefinedValue } from "../ir/nodes.ts";

const formatModule = "library/format.ts";
const printers = new Set(["toText", "toConsole", "toConsoleText", "toConsoleError", "toConsoleErrorText", "toFail"]);

type Piece = string | { readonly specifier: string; readonly letter: string; readonly plain: boolean };

/** A format's literal texts and specifiers; undefined for what takes no argument of its own or more than one (`%a`, `%t`, `*`). */
export const readFormat = (text: string): Piece[] | undefined => {
  const pieces: Piece[] = [];
  let literal = "";
  let at = 0;
  const specifiers = /%(%|([-+ 0]*)(\d*)(\.\d+)?([a-zA-Z]))/y;
  while (at < text.length) {
    const mark = text.indexOf("%", at);
    literal += text.slice(at, mark < 0 ? text.length : mark);
    if (mark < 0) break;
    specifiers.lastIndex = mark;
    const found = specifiers.exec(text);
    if (!found) return undefined;
    at = specifiers.lastIndex;
    const [specifier, percent, flags, width, precision, letter] = found;
    if (percent === "%") literal += "%";
    else {
      if (!letter || !"sdibcxXoufFeEgGMAO".includes(letter)) return undefined;
      if (literal !== "") pieces.push(literal);
      literal = "";
      pieces.push({ specifier, letter, plain: flags === "" && width === "" && precision === undefined });
    }
  }
  if (literal !== "") pieces.push(literal);
  return pieces;
};

/** The annotation, or the function of the module of formats, that a callee names. */
const imported = (ctx: FnContext, node: Node): string | undefined => {
  const binding = node.type === "Identifier" ? ctx.binding(node) : undefined;
  if (binding?.kind !== "import") return undefined;
  const found = ctx.program.resolveIn(ctx.module, binding);
  return found.kind === "binding" && found.module.path === formatModule ? found.binding.name : ctx.annotation(node);
};

const literalText = (node: Node | undefined): string | undefined => (node?.type === "StringLiteral" ? node.value : undefined);

interface TypedFormat {
  readonly text: string;
  /** Type texts of the arguments. */
  readonly types: readonly FSharpType[];
}

/** `format(T, printf("…"))` or `format(T, "…")`. */
const formatOf = (ctx: FnContext, node: Node | undefined): TypedFormat | undefined => {
  if (node?.type !== "CallExpression" || imported(ctx, node.callee as Node) !== "format") return undefined;
  const [type, inner] = node.arguments as Node[];
  const text = literalText(inner?.type === "CallExpression" ? (inner.arguments[0] as Node) : inner);
  const typeText = literalText(type);
  if (text === undefined || typeText === undefined) return undefined;
  const parsed = ctx.program.types.parse(typeText);
  return parsed.name === "fn" ? { types: parsed.args.slice(0, -1), text } : undefined;
};

const decimals = new Set(["int8", "uint8", "int16", "uint16", "int32", "uint32"]);

/** The text of a value for a specifier without flags, where an instruction or two make it. */
const simpleText = (letter: string, type: string, value: (ty: Ty) => Expr): Expr | undefined => {
  if (letter === "s" && type === "string") return value(str);
  if (letter === "c" && type === "char") return value(str);
  if (letter === "b" && type === "bool") return { op: "cond", test: value(bool), then: constant("true", str), otherwise: constant("false", str), ty: str };
  if (letter === "d" || letter === "i") {
    if (decimals.has(type)) return builtin("number_to_string", str, [coerce(value(type === "uint32" ? u32 : i32), f64), undefinedValue]);
    if (type === "int64") return builtin("str_of", str, [toAny(value(i64))]);
  }
  if (letter === "x" && type === "int32") return builtin("number_to_string", str, [coerce(coerce(value(i32), u32), f64), constant(16, any)]);
  return undefined;
};

/** The text of a value by the library, whose reading of the specifier is kept in a variable of the program. */
const libraryText = (ctx: FnContext, specifier: string, type: FSharpType, value: Expr): Expr | undefined => {
  const read = ctx.program.calls.libraryFn(formatModule, "typed_format");
  const print = ctx.program.calls.libraryFn(formatModule, "formatOne");
  if (!read || !print) return undefined;
  const typeText = `fn<${printFSharpType(type)},string>`;
  const global = ctx.program.formatGlobal(`${typeText} ${specifier}`);
  const ready: Stmt = {
    op: "if",
    test: prim("is_nullish", bool, [{ op: "global", global, ty: any }]),
    then: [{ op: "set_global", global, value: toAny({ op: "call", fn: read, args: [constant(specifier, str), constant(typeText, str)], ty: read.result }) }],
    otherwise: [],
  };
  const format = coerce({ op: "global", global, ty: any }, print.params[0]!.ty);
  return { op: "seq", body: [ready], value: { op: "call", fn: print, args: [format, value], ty: print.result }, ty: print.result };
};

const unboxed = (ctx: FnContext, node: Node): Node =>
  node.type === "CallExpression" && imported(ctx, node.callee as Node) === "box" && node.arguments.length === 2 ? (node.arguments[1] as Node) : node;

/** The whole text: arguments first, in order, then what is printed of them. */
const textOf = (ctx: FnContext, format: TypedFormat, pieces: readonly Piece[], args: readonly Node[]): Expr | undefined => {
  const body: Stmt[] = [];
  const texts: Expr[] = [];
  let next = 0;
  for (const piece of pieces) {
    if (typeof piece === "string") {
      texts.push(constant(piece, str));
      continue;
    }
    const type = format.types[next]!;
    const arg = args[next++]!;
    const simple = piece.plain
      ? simpleText(piece.letter, type.name, (ty) => {
          const held = ctx.temp("printed", ty);
          body.push({ op: "let", local: held, value: ctx.to(unboxed(ctx, arg), ty) });
          return local(held);
        })
      : undefined;
    if (simple) {
      texts.push(simple);
      continue;
    }
    const held = ctx.temp("printed", any);
    body.push({ op: "let", local: held, value: ctx.to(arg, any) });
    const text = libraryText(ctx, piece.specifier, type, local(held));
    if (!text) return undefined;
    texts.push(text);
  }
  // A single text may be null, which prints as nothing.
  const whole =
    texts[0]!.op === "local" && texts.length === 1
      ? prim("concat_str", str, [texts[0]!, constant("", str)])
      : texts.reduce((left, right) => prim("concat_str", str, [left, right]));
  return { op: "seq", body, value: whole, ty: str };
};

/** A printer applied to all arguments of a literal format; undefined for every other call. */
export const formattedCall = (ctx: FnContext, node: CallExpression): Expr | undefined => {
  if (!ctx.module.fable) return undefined;
  const args: Node[] = [];
  let at: Node = node;
  while (at.type === "CallExpression" && at.callee.type === "CallExpression") {
    args.unshift(...(at.arguments as Node[]));
    at = at.callee;
  }
  if (at.type !== "CallExpression") return undefined;
  const continued = continuedFormat(ctx, node);
  if (continued) return continued;
  const name = imported(ctx, at.callee as Node);
  if (name === "interpolate") return args.length === 0 ? interpolated(ctx, at) : undefined;
  if (name === undefined || !printers.has(name) || at.arguments.length !== 1) return undefined;
  const format = formatOf(ctx, at.arguments[0] as Node);
  const pieces = format && readFormat(format.text);
  if (!pieces || pieces.length === 0 || pieces.filter((one) => typeof one !== "string").length !== args.length || format.types.length < args.length) return undefined;
  const text = textOf(ctx, format, pieces, args);
  if (!text || name === "toText") return text;
  const print = ctx.program.calls.libraryFn(formatModule, name);
  return print && { op: "call", fn: print, args: [toAny(text)], ty: print.result };
};

/** `format.cont(finish)`, which Fable makes of `kprintf finish format`. */
const continuedFormat = (ctx: FnContext, { callee, arguments: [finish] }: CallExpression): Expr | undefined => {
  if (callee.type !== "MemberExpression" || callee.computed || callee.property.type !== "Identifier" || callee.property.name !== "cont" || !finish) return undefined;
  const print = ctx.program.calls.libraryFn(formatModule, "continuePrint");
  return print && { op: "call", fn: print, args: [ctx.to(finish as Node, any), ctx.to(callee.object, any)], ty: print.result };
};

/** `interpolate(format(T, "%d%P()"), [box("int32", x)])`: one hole with a specifier. */
const interpolated = (ctx: FnContext, node: CallExpression): Expr | undefined => {
  const format = formatOf(ctx, node.arguments[0] as Node);
  const values = node.arguments[1] as Node | undefined;
  if (!format?.text.endsWith("%P()") || values?.type !== "ArrayExpression" || values.elements.length !== 1) return undefined;
  const pieces = readFormat(format.text.slice(0, -"%P()".length));
  const [only] = pieces ?? [];
  if (pieces?.length !== 1 || only === undefined || typeof only === "string" || format.types.length !== 1) return undefined;
  return textOf(ctx, format, pieces, [values.elements[0] as Node]);
};
