/** The state of annotating one file: rewriting, the nodes to make, the types to print, the entities to look up. */
import type { FableImport } from "../../schemas/fable-output.ts";
import {
  caseOf,
  type EntityRef,
  type Expr,
  type FableEntity,
  type Factory,
  type Ident,
  type ImportInfo,
  type List,
  type Node,
  type SourceLocation,
  type Type,
  typeOf,
  withFields,
  withNodeFields,
} from "../tree.ts";
import { mapChildren } from "./children.ts";
import type { ExplicitConstructors } from "./constructors.ts";
import { integerDivision } from "./division.ts";
import { HiddenTypes, type ObservingMembers } from "./hidden-types.ts";
import { GenericStatics } from "./statics.ts";
import { printType } from "./type-text.ts";

/** The module that annotations are imported from. */
export const operationModule = "fusabi:op";

/** Rewrites one kind of expression, or answers undefined to have only its children rewritten. */
export type Visitor = (expr: Expr, annotator: Annotator) => Expr | undefined;

export interface Host {
  readonly factory: Factory;
  entity(ref: EntityRef): FableEntity | undefined;
  mention(ref: EntityRef): void;
  /** The file as ranges name it. */
  readonly file: string;
  /** Generic members of earlier files that take hidden arguments. */
  readonly observing: ObservingMembers;
  /** Of earlier files. */
  readonly explicitConstructors: ExplicitConstructors;
  /** What of the host the file uses, in order of use. */
  readonly imports: FableImport[];
  /** Library imports start with this folder. */
  readonly library: string;
}

export class Annotator {
  readonly host: Host;
  readonly factory: Factory;
  readonly hidden: HiddenTypes;
  readonly statics: GenericStatics;
  readonly #visitors: Readonly<Record<string, Visitor>>;
  /** Nodes may be shared between places of the tree: the same node gets the same answer. */
  readonly #done = new Map<Expr, Expr>();
  /** The types of variables by name: a use that takes the address of one has none. */
  readonly #bound = new Map<string, Type>();
  #names = 0;
  /** The last range of the file itself on the way here: inlined code of another file is placed there. */
  #site: SourceLocation | undefined;

  constructor(host: Host, visitors: Readonly<Record<string, Visitor>>, declarations: List<Node>) {
    this.host = host;
    this.factory = host.factory;
    this.hidden = new HiddenTypes(
      host.factory,
      (ref) => host.entity(ref),
      host.observing,
      (type) => this.print(type),
    );
    this.statics = new GenericStatics(declarations, this);
    this.#visitors = visitors;
  }

  /** Rewrites a declaration's body. */
  rewriteBody(expr: Expr): Expr {
    this.#site = this.#firstOwn(expr);
    return this.rewrite(expr);
  }
  rewrite(expr: Expr): Expr {
    const known = this.#done.get(expr);
    if (known !== undefined) return known;
    const range = rangeOf(expr);
    if (range !== undefined && this.#isOwn(range)) this.#site = range;
    const now = this.#place(this.#visitors[caseOf(expr)]?.(expr, this) ?? this.rewriteChildren(expr));
    this.#done.set(expr, now);
    return now;
  }
  rewriteAll(exprs: readonly Expr[]): Expr[] {
    return exprs.map((expr) => this.rewrite(expr));
  }
  #firstOwn(expr: Expr): SourceLocation | undefined {
    let found = rangeOf(expr);
    if (found !== undefined && this.#isOwn(found)) return found;
    found = undefined;
    mapChildren(
      expr,
      (child) => {
        found ??= this.#firstOwn(child);
        return child;
      },
      this.factory,
    );
    return found;
  }
  #isOwn(range: SourceLocation): boolean {
    const at = range.identifierName?.indexOf(";file:") ?? -1;
    return at < 0 || range.identifierName!.slice(at + 6) === this.host.file;
  }
  /** The expression with a range of this file instead of another's. */
  #place(expr: Expr): Expr {
    const at = rangeField(expr);
    const site = this.#site;
    const field = at < 0 ? undefined : expr.fields[at];
    if (field === undefined) return expr;
    const ident = caseOf(expr) === "IdentExpr" || caseOf(expr) === "Let";
    const range = ident ? (field as Ident).Range : (field as SourceLocation);
    if (range === undefined || this.#isOwn(range)) return expr;
    const placed = ident ? withFields(field as Ident, { Range: site }) : site;
    return withNodeFields(
      expr,
      expr.fields.map((old, index) => (index === at ? placed : old)),
    );
  }
  /** Rewrites what is inside, keeps the node itself as Fable prints it. */
  rewriteChildren(expr: Expr): Expr {
    return mapChildren(expr, (child) => this.rewrite(child), this.factory);
  }

  /** Fable types the quotient of unsigned integers int32, and the comparison of arrays as their element; this is the type that F# means. */
  typeOf(expr: Expr): Type {
    if (isImported(expr, "compareTo", `${this.host.library}/Array.ts`)) return this.factory.types.int32;
    const quotient = integerDivision(expr, this.factory);
    return typeOf(quotient ?? expr, this.factory);
  }
  bind({ Name, Type }: Ident): void {
    this.#bound.set(Name, Type);
  }
  boundType(expr: Expr): Type | undefined {
    return caseOf(expr) === "IdentExpr" ? this.#bound.get((expr.fields[0] as Ident).Name) : undefined;
  }
  print(type: Type): string {
    return printType(type, { entity: (ref) => this.host.mention(ref) });
  }
  text(text: string): Expr {
    return this.factory.string(text);
  }
  /** A type's text where the type is observed: generic parameters stand for what they are at run time. */
  observed(type: Type): Expr {
    return this.hidden.text(type);
  }
  int(value: number): Expr {
    return this.factory.int32(value);
  }
  /** `name(...args)` of the operation module. */
  operation(name: string, args: readonly Expr[], type: Type, range: SourceLocation | undefined): Expr {
    return this.factory.call(name, operationModule, args, type, range);
  }
  /** `name(...args)` of a module of Fable's library. */
  library(module: string, name: string, args: readonly Expr[], type: Type, range: SourceLocation | undefined): Expr {
    return this.factory.call(name, `${this.host.library}/${module}.ts`, args, type, range);
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
  [
    "EraseAttribute",
    "StringEnumAttribute",
    "TypeScriptTaggedUnionAttribute",
    "ImportAttribute",
    "ImportDefaultAttribute",
    "ImportAllAttribute",
    "ImportMemberAttribute",
    "GlobalAttribute",
    "PojoAttribute",
    "EmitAttribute",
  ].flatMap((name) => [`Fable.Core.${name}`, `Fable.Core.JS.${name}`]),
);

/** Whether an expression is a call of one imported function. */
const isImported = (expr: Expr, selector: string, path: string): boolean => {
  if (caseOf(expr) !== "Call" || caseOf(expr.fields[0] as Expr) !== "Import") return false;
  const info = (expr.fields[0] as Expr).fields[0] as ImportInfo;
  return info.Selector === selector && info.Path === path;
};

/** The range of an expression that carries one. */
export const rangeOf = (expr: Expr): SourceLocation | undefined => {
  switch (caseOf(expr)) {
    case "IdentExpr":
      return (expr.fields[0] as Ident).Range;
    case "TypeCast":
      return rangeOf(expr.fields[0] as Expr);
    case "Lambda":
    case "Delegate":
      return rangeOf(expr.fields[1] as Expr);
    case "Let":
      return undefined;
    default: {
      const at = rangeField(expr);
      return at < 0 ? undefined : (expr.fields[at] as SourceLocation | undefined);
    }
  }
};

/** Which field is the range, or the identifier that has it; -1 for none. */
const rangeField = (expr: Expr): number => {
  switch (caseOf(expr)) {
    case "IdentExpr":
    case "Let":
      return 0;
    case "Call":
    case "CurriedApply":
    case "Emit":
    case "Import":
    case "Value":
    case "IfThenElse":
    case "TryCatch":
    case "Test":
    case "Operation":
    case "Get":
    case "Set":
    case "ForLoop":
    case "WhileLoop":
    case "Extended":
      return expr.fields.length - 1;
    default:
      return -1;
  }
};
