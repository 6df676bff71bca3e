/**
 * Calls of .NET members that Fable refuses, or means otherwise, become calls of the prelude's functions named like the member (prelude/instead.ts) in
 * the F# compiler's typed tree, which Fable reads:
 *
 *     Async.RunSynchronously work        ``FSharp.Control.Async.RunSynchronously`` (work, None, None)
 *
 * Nodes of that tree are made when first read; so is the rewriting.
 */
import { evaluateGiven, type FSharpSymbol } from "./partial-applications.ts";
import { openedModule } from "./prelude/index.ts";
import { caseOf, isList, isNode, type List, listLike, type Node, nodeLike, prepend, toArray, withFields } from "./tree.ts";

/** An expression of the F# compiler: `e@…` holds its case, made by `f` when first asked for, `cenv@…` where it was made. */
interface Expression {
  readonly ty: unknown;
  f: (() => Expression) | undefined;
}
/** A type of the F# compiler: `ty` says which; of a named one the first field refers to it. */
interface FSharpType {
  readonly ty: { readonly fields: readonly { readonly nlr?: Node }[] };
}
type Constructor = new (...args: unknown[]) => unknown;

/** What the F# compiler writes for the object in a constructor of a class with `as this` that calls another; Fable refuses IL. */
const firstArgument = "[I_ldarg 0]";
/** … for `&items.[i]`. */
const elementAddress = "[I_ldelema ";

/** Members of a type by which F#'s conversions and functions of one argument work on it. */
const ownMembers: ReadonlySet<string> = new Set("op_Explicit Abs get_Sign Sqrt Exp Log Log10 Sin Cos Tan Asin Acos Atan Sinh Cosh Tanh Floor Ceiling Round Truncate".split(" "));

/** The functions of the prelude by the name of the member that they stand for; where it has overloads of one name, with the number of arguments or the types of parameters. */
export class Redirections {
  readonly #targets = new Map<string, FSharpSymbol>();
  readonly #seen = new WeakSet<object>();
  #expressionClass: unknown;
  #slot = "";
  /** Types as expressions hold them, seen in the assignment of a field: `firstArgument` stands in such only. */
  #typeClass: Constructor | undefined;
  /** F#'s empty list. */
  readonly #none: List<never>;

  /** Takes the declarations of the prelude. */
  constructor(prelude: List<Node>) {
    this.#none = listLike<unknown>(prelude, []) as List<never>;
    for (const [symbol, , body] of members(prelude)) {
      this.#expressionClass ??= (body as Expression).constructor;
      this.#slot ||= Object.keys(body as object).find((key) => /^e@\d+$/.test(key)) ?? "";
      const name = referenceOf(symbol)?.binding?.val_logical_name;
      if (symbol !== undefined && name?.includes(".")) this.#targets.set(name, symbol);
    }
  }

  /** Whether the tree has the shape that this relies on. */
  get known(): boolean {
    return this.#slot !== "" && this.#targets.size > 0;
  }

  /** Rewrites the declarations of a file. */
  apply(declarations: List<Node>): void {
    for (const [symbol, , body] of members(declarations)) this.#visit(body, symbol);
  }

  #visit(value: unknown, within: FSharpSymbol | undefined): void {
    if (typeof value !== "object" || value === null) return;
    if (value.constructor === this.#expressionClass) this.#visitExpression(value as Expression, within);
    else if (Array.isArray(value)) for (const item of value) this.#visit(item, within);
    else if (isList(value)) for (const item of toArray(value)) this.#visit(item, within);
    else if ("body" in value) this.#visit(value.body, within);
  }

  /** A function that stands for a member calls the member itself. */
  #visitExpression(expression: Expression, within: FSharpSymbol | undefined): void {
    if (this.#seen.has(expression)) return;
    this.#seen.add(expression);
    const slots = expression as unknown as Record<string, Node | undefined>;
    const found = slots[this.#slot];
    if (isNode(found)) {
      const now = evaluateGiven(this.#redirect(found, expression, within), this.#reader);
      slots[this.#slot] = now;
      if (caseOf(found) === "FSharpFieldSet") this.#typeClass ??= (found.fields[1] as object).constructor as Constructor;
      for (const field of now.fields) this.#visit(field, within);
      return;
    }
    const make = expression.f;
    if (typeof make !== "function") return;
    expression.f = () => {
      const made = make();
      this.#visitExpression(made, within);
      return made;
    };
  }

  /** The expression, or one that calls the prelude instead. */
  #redirect(node: Node, expression: Expression, within: FSharpSymbol | undefined): Node {
    const kind = caseOf(node);
    if (kind === "ILAsm" && node.fields[0] === firstArgument && this.#typeClass !== undefined) return nodeLike(node, "ThisValue", [typeOf(expression, this.#typeClass)]);
    if (kind === "ILAsm" && (node.fields[0] as string).startsWith(elementAddress)) {
      const target = this.#targets.get("FSharp.IL.ldelema");
      return target === undefined ? node : callOf(node, target, this.#none, node.fields[2] as List<unknown>);
    }
    if (kind === "ILFieldGet") return this.#redirectField(node);
    if (kind !== "Call" && kind !== "NewObject") return node;
    const symbol = node.fields[kind === "Call" ? 1 : 0] as FSharpSymbol;
    const name = memberName(symbol);
    const mayBeOwn = kind === "Call" && (name?.startsWith("FSharp.Core.") ?? isPreludes(symbol));
    const own = mayBeOwn ? this.#ownMember(node) : undefined;
    if (own !== undefined || name === undefined) return own ?? node;
    const given = node.fields[kind === "Call" ? 5 : 2] as List<unknown>;
    const target = this.#targets.get(`${name}(${parameterTypes(symbol)})`) ?? this.#targets.get(`${name}/${toArray(given).length}`) ?? this.#targets.get(name);
    if (target === undefined || target.d === within?.d) return node;
    const receiver = kind === "Call" ? node.fields[0] : undefined;
    const args = receiver === undefined ? given : prepend(receiver, given);
    const types = node.fields[kind === "Call" ? 3 : 1];
    return callOf(node, target, types, args);
  }

  /** `int x` and `abs x` where the type of x says how: a call of its own member, which F# passes as the witness. */
  #ownMember(node: Node): Node | undefined {
    const witness = this.#nodeOf((node.fields[4] as List<unknown>).head);
    const call = witness !== undefined && caseOf(witness) === "Lambda" ? this.#nodeOf(witness.fields[1]) : undefined;
    if (call === undefined || caseOf(call) !== "Call") return undefined;
    const args = node.fields[5] as List<unknown>;
    const [receiver, symbol, ...types] = call.fields.slice(0, 5) as [unknown, FSharpSymbol, ...unknown[]];
    if (!ownMembers.has(referenceOf(symbol)?.binding?.val_logical_name ?? "")) return undefined;
    const given = receiver === undefined ? [undefined, symbol, ...types, args] : [args.head, symbol, ...types, this.#none];
    return nodeLike(node, "Call", given);
  }

  readonly #reader = {
    nodeOf: (expression: unknown) => this.#nodeOf(expression),
    expression: (like: unknown, node: Node): unknown => withFields(like as object, { f: undefined, [this.#slot]: node }),
  };

  /** What an expression is, made if it was not read yet. */
  #nodeOf(expression: unknown): Node | undefined {
    if (typeof expression !== "object" || expression === null) return undefined;
    const made = expression as Expression & Record<string, Node | undefined>;
    return made[this.#slot] ?? (made.f?.() as typeof made | undefined)?.[this.#slot];
  }

  /** A static field as a call without arguments. */
  #redirectField(node: Node): Node {
    const [receiver, type, name] = node.fields as [unknown, FSharpType, string];
    const path = type.ty.fields[0]?.nlr?.fields[1];
    const target = receiver === undefined && Array.isArray(path) ? this.#targets.get([...path, name].join(".")) : undefined;
    return target === undefined ? node : callOf(node, target, this.#none, this.#none);
  }
}

const typeOf = (expression: Expression, typeClass: Constructor): unknown => {
  const cenv = Object.entries(expression).find(([key]) => key.startsWith("cenv@"))?.[1];
  return new typeClass(cenv, expression.ty);
};

/** Members of a file's declarations: symbol, parameters, body; `do` expressions have a body only. */
function* members(declarations: List<Node>): Generator<readonly [symbol: FSharpSymbol | undefined, parameters: unknown, body: unknown]> {
  for (const declaration of toArray(declarations)) {
    const fields = declaration.fields;
    switch (caseOf(declaration)) {
      case "Entity":
        yield* members(fields[1] as List<Node>);
        break;
      case "MemberOrFunctionOrValue":
        yield [fields[0] as FSharpSymbol, fields[1], fields[2]];
        break;
      default:
        yield [undefined, undefined, fields[0]];
    }
  }
}

interface ValueReference {
  readonly binding?: {
    readonly val_logical_name?: string;
    readonly val_opt_data?: { readonly val_declaring_entity?: { readonly fields?: readonly { readonly binding?: { readonly entity_logical_name?: string } }[] } };
  };
  readonly nlr?: {
    readonly EnclosingEntity: { readonly nlr?: Node };
    readonly ItemKey: { readonly partialKey: { readonly MemberParentMangledName?: string; readonly LogicalName: string } };
  };
}

const referenceOf = (symbol: FSharpSymbol | undefined): ValueReference | undefined =>
  symbol !== undefined && isNode(symbol.d) && caseOf(symbol.d) === "V" ? (symbol.d.fields[0] as ValueReference) : undefined;

/** Whether it is of the prelude's module that every file has open. */
const isPreludes = (symbol: FSharpSymbol): boolean => referenceOf(symbol)?.binding?.val_opt_data?.val_declaring_entity?.fields?.[0]?.binding?.entity_logical_name === openedModule;

/** `FSharp.Collections.Array2DModule.zeroCreate`, `System.Threading.Thread..ctor`; undefined for what the project itself declares. */
const memberName = (symbol: FSharpSymbol): string | undefined => {
  if (!isNode(symbol?.d)) return undefined;
  const [first] = symbol.d.fields;
  switch (caseOf(symbol.d)) {
    case "V":
      return fsharpName(first as ValueReference);
    case "M":
    case "C":
      return isNode(first) ? methodName(first) : undefined;
    default:
      return undefined;
  }
};

const fsharpName = ({ nlr }: ValueReference): string | undefined => {
  const path = nlr?.EnclosingEntity.nlr?.fields[1];
  if (nlr === undefined || !Array.isArray(path)) return undefined;
  const { MemberParentMangledName, LogicalName } = nlr.ItemKey.partialKey;
  return [...path, ...(MemberParentMangledName === undefined ? [] : [MemberParentMangledName]), LogicalName].join(".").replace(/^Microsoft\.(?=FSharp\.)/, "");
};

/** What a method of an assembly takes: `System.Double`. */
const parameterTypes = ({ d }: FSharpSymbol): string => {
  const method = d.fields[0] as Node;
  if (caseOf(d) === "V" || caseOf(method) !== "ILMeth") return "";
  const { parameters } = (method.fields[1] as Node).fields[2] as { readonly parameters: List<{ readonly Type: Node }> };
  return toArray(parameters)
    .map(({ Type }) => (Type.fields[0] as { readonly tspecTypeRef?: { readonly trefName: string } } | undefined)?.tspecTypeRef?.trefName)
    .join();
};

const methodName = (method: Node): string | undefined => {
  if (caseOf(method) === "FSMeth") return fsharpName(method.fields[2] as ValueReference);
  if (caseOf(method) !== "ILMeth") return undefined;
  const [, declaring, definition] = (method.fields[1] as Node).fields as [unknown, Node, { readonly name: string }];
  const type = (declaring.fields[0] as Node).fields.find((field) => typeof field === "object" && field !== null && "trefName" in field) as
    | { readonly trefName: string; readonly trefEnclosing: List<string> }
    | undefined;
  return type === undefined ? undefined : [...toArray(type.trefEnclosing), type.trefName, definition.name].join(".");
};

const callOf = (node: Node, target: FSharpSymbol, types: unknown, args: List<unknown>): Node => {
  const none = listLike(args, []);
  return nodeLike(node, "Call", [undefined, target, none, types, none, args]);
};
