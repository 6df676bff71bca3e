/** The state of annotating one file: rewriting, the nodes to make, the types to print, the entities to look up. */
import { type EntityRef, type Expr, type Factory, type FableEntity, type Node, type SourceLocation, type Type, caseOf, typeOf } from "../tree.ts";
import { mapChildren } from "./children.ts";
import { integerDivision } from "./division.ts";
import { printType } from "./type-text.ts";

/** The module that annotations are imported from. */
export const operationModule = "fusabi:op";

/** Rewrites one kind of expression, or answers undefined to have only its children rewritten. */
export type Visitor = (expr: Expr, annotator: Annotator) => Expr | undefined;

export interface Host {
  readonly factory: Factory;
  entity(ref: EntityRef): FableEntity | undefined;
  mention(ref: EntityRef): void;
  /** Library imports start with this folder. */
  readonly library: string;
}

export class Annotator {
  readonly host: Host;
  readonly factory: Factory;
  readonly #visitors: Readonly<Record<string, Visitor>>;
  /** Nodes may be shared between places of the tree: the same node gets the same answer. */
  readonly #done = new Map<Expr, Expr>();
  #names = 0;

  constructor(host: Host, visitors: Readonly<Record<string, Visitor>>) {
    this.host = host;
    this.factory = host.factory;
    this.#visitors = visitors;
  }

  rewrite(expr: Expr): Expr {
    const known = this.#done.get(expr);
    if (known !== undefined) return known;
    const now = this.#visitors[caseOf(expr)]?.(expr, this) ?? this.rewriteChildren(expr);
    this.#done.set(expr, now);
    return now;
  }
  /** Rewrites what is inside, keeps the node itself as Fable prints it. */
  rewriteChildren(expr: Expr): Expr {
    return mapChildren(expr, (child) => this.rewrite(child), this.factory);
  }

  /** Fable types the quotient of unsigned integers int32; this is the type that F# means. */
  typeOf(expr: Expr): Type {
    const quotient = integerDivision(expr, this.factory);
    return typeOf(quotient ?? expr, this.factory);
  }
  print(type: Type): string {
    return printType(type, { entity: (ref) => this.host.mention(ref) });
  }
  text(text: string): Expr {
    return this.factory.string(text);
  }
  int(value: number): Expr {
    return this.factory.int32(value);
  }
  /** `name(...args)` of the operation module. */
  operation(name: string, args: readonly Expr[], type: Type, range: SourceLocation | undefined): Expr {
    return this.factory.call(name, operationModule, args, type, range);
  }
  /** A name that no identifier of F# has. */
  freshName(stem: string): string {
    this.#names++;
    return `${stem}$${this.#names}`;
  }

  /** The entity of a declared type that is laid out as F# says: not erased, not imported, not one of Fable's own. */
  laidOut(ref: EntityRef): FableEntity | undefined {
    const entity = this.host.entity(ref);
    if (entity === undefined || entity.IsInterface) return undefined;
    for (const attribute of entity.Attributes) if (foreign.has(attribute.Entity.FullName)) return undefined;
    return entity;
  }
}

/** Attributes whose types Fable represents as something else than an object of their own. */
const foreign = new Set(
  ["EraseAttribute", "StringEnumAttribute", "TypeScriptTaggedUnionAttribute", "ImportAttribute", "ImportDefaultAttribute", "ImportAllAttribute", "ImportMemberAttribute", "GlobalAttribute", "PojoAttribute", "EmitAttribute"]
    .flatMap((name) => [`Fable.Core.${name}`, `Fable.Core.JS.${name}`]),
);

/** The range of an expression that carries one. */
export const rangeOf = (expr: Expr): SourceLocation | undefined => {
  const last = expr.fields[expr.fields.length - 1];
  switch (caseOf(expr)) {
    case "IdentExpr": return (expr.fields[0] as { Range: SourceLocation | undefined }).Range;
    case "TypeCast": return rangeOf(expr.fields[0] as Expr);
    case "Lambda": case "Delegate": return rangeOf(expr.fields[1] as Expr);
    case "Call": case "CurriedApply": case "Emit": case "Import": case "Value": case "IfThenElse": case "TryCatch": case "Test":
    case "Operation": case "Get": case "Set": case "ForLoop": case "WhileLoop": case "Extended":
      return last as SourceLocation | undefined;
    default: return undefined;
  }
};

export const argument = (node: Node, at: number): Expr => node.fields[at] as Expr;
