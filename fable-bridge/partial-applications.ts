/**
 * A partial application evaluates what it is given at once. The F# compiler's typed tree says otherwise where that is a mutable variable, which it moves into the function:
 *
 *     let f = add counter              fun b -> add counter b                     becomes  let a = counter in fun b -> add a b
 */
import { caseOf, isNode, type List, listLike, type Node, nodeLike, toArray, withFields, withNodeFields } from "./tree.ts";

/** A variable, parameter or member as the F# compiler refers to it. */
export interface FSharpSymbol {
  readonly d: Node;
}
interface Value {
  readonly val_logical_name: string;
  readonly val_stamp: bigint;
  readonly val_type: unknown;
  readonly val_flags: { readonly flags: bigint };
}
interface Expression {
  readonly ty: unknown;
}
/** The variable of a `let`, what it is given, and where a debugger stops for it. */
type Binding = readonly [symbol: FSharpSymbol, given: unknown, stop: unknown];
/** How nodes of the tree are read and made: those that an expression holds are made when first read. */
export interface Reader {
  nodeOf(expression: unknown): Node | undefined;
  /** An expression as another, with another node. */
  expression(like: unknown, node: Node): unknown;
}

/** Bits of `ValFlags`: the compiler's own, and `let mutable`. */
const generated = 0b1000n;
const mutable = 0b100_0000n;

/** The node, or one that evaluates what is given where it stands. */
export const evaluateGiven = (node: Node, reader: Reader): Node => {
  const parameters: FSharpSymbol[] = [];
  const functions: unknown[] = [];
  let body: Node | undefined = node;
  while (body !== undefined && caseOf(body) === "Lambda" && has(body.fields[0] as FSharpSymbol, generated)) {
    parameters.push(body.fields[0] as FSharpSymbol);
    functions.push(body.fields[1]);
    body = reader.nodeOf(body.fields[1]);
  }
  if (body === undefined || caseOf(body) !== "Call" || parameters.length === 0) return node;
  const args = toArray(body.fields[5] as List<unknown>);
  const given = args.length - parameters.length;
  if (!parameters.every((parameter, index) => isReadOf(reader.nodeOf(args[given + index]), parameter))) return node;
  const kept: Binding[] = [];
  const now = args.map((arg, index) => {
    const what = index < given ? reader.nodeOf(arg) : undefined;
    if (what === undefined) return arg;
    if (isMutableRead(what)) {
      const symbol = variableLike(parameters[0]!, `given${index}`, (arg as Expression).ty);
      kept.push([symbol, arg, undefined]);
      return reader.expression(arg, nodeLike(node, "Value", [symbol]));
    }
    let inner = evaluateGiven(what, reader);
    if (inner === what) return arg;
    for (; caseOf(inner) === "Let"; inner = reader.nodeOf(inner.fields[1])!) kept.push(inner.fields[0] as Binding);
    return reader.expression(arg, inner);
  });
  if (kept.length === 0) return node;
  let inner = withNodeFields(body, [...body.fields.slice(0, 5), listLike(body.fields[5] as List<unknown>, now), ...body.fields.slice(6)]);
  for (const [index, parameter] of [...parameters.entries()].reverse()) inner = nodeLike(node, "Lambda", [parameter, reader.expression(functions[index], inner)]);
  return kept.reduceRight((within, binding) => nodeLike(node, "Let", [binding, reader.expression(functions[0], within)]), inner);
};

const variableOf = ({ d }: FSharpSymbol): Value | undefined => (isNode(d) && caseOf(d) === "V" ? (d.fields[0] as { readonly binding?: Value }).binding : undefined);

const has = (symbol: FSharpSymbol, flag: bigint): boolean => ((variableOf(symbol)?.val_flags.flags ?? 0n) & flag) !== 0n;

const isReadOf = (node: Node | undefined, symbol: FSharpSymbol): boolean =>
  node !== undefined && caseOf(node) === "Value" && variableOf(node.fields[0] as FSharpSymbol) === variableOf(symbol);

/** A local variable, or one of a module, which is a call without arguments. */
const isMutableRead = (node: Node | undefined): boolean => {
  if (node === undefined) return false;
  if (caseOf(node) === "Value") return has(node.fields[0] as FSharpSymbol, mutable);
  const [object, symbol, , , , args] = node.fields;
  return caseOf(node) === "Call" && object === undefined && has(symbol as FSharpSymbol, mutable) && toArray(args as List<unknown>).length === 0;
};

/** Stamps tell variables apart; the compiler counts its own upwards. */
let lastStamp = 0n;

const variableLike = (symbol: FSharpSymbol, name: string, type: unknown): FSharpSymbol => {
  lastStamp -= 1n;
  const reference = symbol.d.fields[0] as { readonly binding: Value };
  const binding = withFields(reference.binding, { val_logical_name: name, val_stamp: lastStamp, val_type: type });
  return withFields(symbol, { d: withNodeFields(symbol.d, [withFields(reference, { binding }), ...symbol.d.fields.slice(1)]) });
};
