/**
 * Fable's typed tree as this build knows it: the case names of its unions, readers, and constructors taken from a warm-up file.
 * Class names of the package are minified; unions answer `cases()[tag]` and `fields`, records keep their field names.
 */

/** A value of one of Fable's unions (Expr, Type, ValueKind, …). */
export interface Node {
  readonly tag: number;
  readonly fields: readonly unknown[];
  cases(): readonly string[];
}
export type Expr = Node;
export type Type = Node;
/** An F# list: the empty list has no tail. */
export interface List<T> {
  readonly head: T;
  readonly tail: List<T> | undefined;
}
export interface Position {
  readonly line: number;
  readonly column: number;
}
export interface SourceLocation {
  readonly start: Position;
  readonly end: Position;
  /** `name;file:/Lib/Util.fs`, either part optional. */
  readonly identifierName: string | undefined;
}
export interface EntityRef {
  readonly FullName: string;
  readonly Path: Node;
}
export interface Ident {
  readonly Name: string;
  readonly Type: Type;
  readonly IsMutable: boolean;
  readonly IsThisArgument: boolean;
  readonly IsCompilerGenerated: boolean;
  readonly Range: SourceLocation | undefined;
  readonly IsInlineIfLambda: boolean;
}
export interface CallInfo {
  readonly ThisArg: Expr | undefined;
  readonly Args: List<Expr>;
  readonly SignatureArgTypes: List<Type>;
  readonly GenericArgs: List<Type>;
  readonly MemberRef: Node | undefined;
  readonly Tags: List<string>;
}
export interface ImportInfo {
  readonly Selector: string;
  readonly Path: string;
  readonly Kind: Node;
}
export interface FieldInfo {
  readonly Name: string;
  readonly FieldType: Type | undefined;
  readonly IsMutable: boolean;
  readonly MaybeCalculated: boolean;
  readonly Tags: List<string>;
}
export interface UnionFieldInfo {
  readonly Entity: EntityRef;
  readonly GenericArgs: List<Type>;
  readonly CaseIndex: number;
  readonly FieldIndex: number;
}
export interface ObjectMember {
  readonly Name: string;
  readonly Args: List<Ident>;
  readonly Body: Expr;
  readonly MemberRef: Node;
}
export interface MemberDeclaration extends ObjectMember {
  readonly IsMangled: boolean;
  readonly UsedNames: Iterable<string>;
}
export interface ClassDeclaration {
  readonly Name: string;
  readonly Entity: EntityRef;
  readonly Constructor: MemberDeclaration | undefined;
  readonly BaseCall: Expr | undefined;
  readonly AttachedMembers: List<MemberDeclaration>;
}
export interface MemberRefInfo {
  readonly IsInstance: boolean;
  readonly CompiledName: string;
  readonly NonCurriedArgTypes: List<Type> | undefined;
  readonly AttributeFullNames: List<string>;
}
export interface DeclaredType {
  readonly Entity: EntityRef;
  readonly GenericArgs: List<Type>;
}
export interface EntityField {
  readonly Name: string;
  readonly FieldType: Type;
  readonly IsMutable: boolean;
  readonly IsStatic: boolean;
  readonly LiteralValue: unknown;
}
export interface Parameter {
  readonly Name: string | undefined;
  readonly Type: Type;
}
export interface Member {
  readonly DisplayName: string;
  readonly CompiledName: string;
  readonly FullName: string;
  readonly IsPublic: boolean;
  readonly IsInstance: boolean;
  readonly IsValue: boolean;
  readonly IsGetter: boolean;
  readonly IsMutable: boolean;
  /** Whether the last parameter is an array of any number of arguments. */
  readonly HasSpread: boolean;
  readonly IsOverrideOrExplicitInterfaceImplementation: boolean;
  readonly CurriedParameterGroups: List<List<Parameter>>;
  readonly ReturnParameter: Parameter;
  readonly GenericParameters: List<{ readonly Name: string; readonly IsMeasure: boolean }>;
}
export interface FableEntity {
  readonly Ref: EntityRef;
  readonly FullName: string;
  /** The module or type that it stands in. */
  readonly DeclaringEntity: EntityRef | undefined;
  readonly BaseType: DeclaredType | undefined;
  readonly Attributes: Iterable<{ readonly Entity: EntityRef; readonly ConstructorArgs: List<unknown> }>;
  readonly AllInterfaces: Iterable<DeclaredType>;
  readonly DeclaredInterfaces: Iterable<DeclaredType>;
  readonly GenericParameters: List<{ readonly Name: string; readonly IsMeasure: boolean }>;
  readonly FSharpFields: List<EntityField>;
  readonly UnionCases: List<{ readonly Name: string; readonly UnionCaseFields: List<EntityField> }>;
  readonly MembersFunctionsAndValues: Iterable<Member>;
  readonly IsFSharpUnion: boolean;
  readonly IsFSharpRecord: boolean;
  readonly IsFSharpExceptionDeclaration: boolean;
  readonly IsValueType: boolean;
  readonly IsInterface: boolean;
  readonly IsEnum: boolean;
  readonly IsFSharpModule: boolean;
  readonly IsNamespace: boolean;
  TryFindMember(info: unknown): Member | undefined;
}

const caseNames = new WeakMap<object, readonly string[]>();

/** The name of a node's case; a node's cases are the same for its whole class. */
export const caseOf = (node: Node): string => {
  const key = node.constructor;
  let names = caseNames.get(key);
  if (names === undefined) caseNames.set(key, (names = node.cases()));
  return names[node.tag];
};

export const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && typeof (value as Node).cases === "function";

export const toArray = <T>(list: List<T>): T[] => {
  const items: T[] = [];
  for (let at: List<T> | undefined = list; at?.tail !== undefined; at = at.tail) items.push(at.head);
  return items;
};

export const isList = (value: unknown): value is List<unknown> => typeof value === "object" && value !== null && "head" in value && "tail" in value;

/** The declarations of a file, those of its modules in their places. */
export const declaredIn = (declarations: List<Node>): Node[] =>
  toArray(declarations).flatMap((node) => (caseOf(node) === "ModuleDeclaration" ? declaredIn((node.fields[0] as { Members: List<Node> }).Members) : [node]));

export const prepend = <T>(head: T, list: List<T>): List<T> => new (list.constructor as new (head: T, tail: List<T>) => List<T>)(head, list);

/** A list of the kind that another is. */
export const listLike = <T>(list: List<T>, items: readonly T[]): List<T> => {
  let empty = list;
  while (empty.tail !== undefined) empty = empty.tail;
  return items.reduceRight((rest, item) => prepend(item, rest), empty);
};

/** A copy of a record with some fields replaced. */
export const withFields = <T extends object>(record: T, patch: Partial<T>): T => Object.assign(Object.create(Object.getPrototypeOf(record)), record, patch) as T;

/** A copy of a node with other fields, the node itself if none differs. */
export const withNodeFields = (node: Node, fields: readonly unknown[]): Node =>
  fields.every((field, at) => field === node.fields[at]) ? node : new (node.constructor as NodeClass)(node.tag, fields);

/** A node of another case of the same union. */
export const nodeLike = (like: Node, name: string, fields: readonly unknown[]): Node => {
  const tag = like.cases().indexOf(name);
  if (tag < 0) throw new Error(`the tree has no case ${name} among ${like.cases().join(", ")}`);
  return new (like.constructor as NodeClass)(tag, fields);
};

type NodeClass = new (tag: number, fields: readonly unknown[]) => Node;
type ListClass = new (head: unknown, tail: unknown) => List<unknown>;

/** The static type of an expression (Fable computes it; the package exports no reader). */
export const typeOf = (expr: Expr, factory: Factory): Type => {
  const f = expr.fields;
  switch (caseOf(expr)) {
    case "IdentExpr":
      return (f[0] as Ident).Type;
    case "Value":
      return typeOfValue(f[0] as Node, factory);
    case "Test":
      return factory.types.boolean;
    case "Call":
    case "CurriedApply":
    case "Operation":
    case "Get":
      return f[2] as Type;
    case "TypeCast":
    case "Import":
    case "ObjectExpr":
    case "Emit":
      return f[1] as Type;
    case "DecisionTreeSuccess":
      return f[2] as Type;
    case "Unresolved":
      return f[1] as Type;
    case "Set":
    case "WhileLoop":
    case "ForLoop":
      return factory.types.unit;
    case "Sequential": {
      const items = toArray(f[0] as List<Expr>);
      return items.length === 0 ? factory.types.unit : typeOf(items[items.length - 1], factory);
    }
    case "Let":
      return typeOf(f[2] as Expr, factory);
    case "LetRec":
      return typeOf(f[1] as Expr, factory);
    case "TryCatch":
    case "DecisionTree":
      return typeOf(f[0] as Expr, factory);
    case "IfThenElse":
      return typeOf(f[1] as Expr, factory);
    case "Lambda":
      return factory.type("LambdaType", [(f[0] as Ident).Type, typeOf(f[1] as Expr, factory)]);
    case "Delegate":
      return factory.type("DelegateType", [factory.list(toArray(f[0] as List<Ident>).map((ident) => ident.Type)), typeOf(f[1] as Expr, factory)]);
    case "Extended": {
      const kind = f[0] as Node;
      if (caseOf(kind) === "Throw") return kind.fields[1] as Type;
      return caseOf(kind) === "Curry" ? typeOf(kind.fields[0] as Expr, factory) : factory.types.unit;
    }
    default:
      return factory.types.any;
  }
};

const typeOfValue = (value: Node, factory: Factory): Type => {
  const f = value.fields;
  switch (caseOf(value)) {
    case "ThisValue":
    case "Null":
      return f[0] as Type;
    case "BaseValue":
      return f[1] as Type;
    case "UnitConstant":
      return factory.types.unit;
    case "BoolConstant":
      return factory.types.boolean;
    case "CharConstant":
      return factory.type("Char", []);
    case "StringConstant":
    case "StringTemplate":
      return factory.types.string;
    case "NumberConstant":
      return factory.type("Number", [factory.numberKind(caseOf(f[0] as Node)), f[1]]);
    case "RegexConstant":
      return factory.type("Regex", []);
    case "TypeInfo":
      return factory.type("MetaType", []);
    case "NewOption":
      return factory.type("Option", [f[1], f[2]]);
    case "NewArray":
      return factory.type("Array", [f[1], f[2]]);
    case "NewList":
      return factory.type("List", [f[1]]);
    case "NewTuple":
      return factory.type("Tuple", [factory.list(toArray(f[0] as List<Expr>).map((item) => typeOf(item, factory))), f[1]]);
    case "NewRecord":
      return factory.type("DeclaredType", [f[1], f[2]]);
    case "NewUnion":
      return factory.type("DeclaredType", [f[2], f[3]]);
    case "NewAnonymousRecord":
      return factory.type("AnonymousRecordType", [f[1], f[2], f[3]]);
    default:
      return factory.types.any;
  }
};

/** Makes nodes with the constructors and case numbers found in the warm-up file. */
export class Factory {
  readonly types: { readonly any: Type; readonly unit: Type; readonly boolean: Type; readonly string: Type; readonly int32: Type };
  readonly #expr: Node;
  readonly #value: Node;
  readonly #type: Type;
  readonly #int32: Node;
  readonly #numberInfo: Node;
  readonly #numberKind: Node;
  readonly #ident: Ident;
  readonly #call: CallInfo;
  readonly #import: ImportInfo;
  readonly #emit: object;
  readonly #List: ListClass;
  readonly #empty: List<unknown>;

  constructor(samples: Samples) {
    this.#expr = samples.call;
    this.#value = samples.number.fields[0] as Node;
    this.#int32 = this.#value.fields[0] as Node;
    this.#numberInfo = this.#value.fields[1] as Node;
    this.#type = samples.call.fields[2] as Type;
    this.#call = samples.call.fields[1] as CallInfo;
    this.#import = (samples.call.fields[0] as Expr).fields[0] as ImportInfo;
    this.#ident = samples.ident.fields[0] as Ident;
    this.#numberKind = (samples.int32Type.fields as readonly Node[])[0];
    this.#emit = samples.emit.fields[0] as object;
    this.#List = this.#call.Args.constructor as ListClass;
    let empty: List<unknown> = this.#call.Args;
    while (empty.tail !== undefined) empty = empty.tail;
    this.#empty = empty;
    this.types = {
      any: this.type("Any", []),
      unit: this.type("Unit", []),
      boolean: this.type("Boolean", []),
      string: this.type("String", []),
      int32: samples.int32Type,
    };
  }

  list<T>(items: readonly T[]): List<T> {
    return items.reduceRight<List<unknown>>((tail, head) => new this.#List(head, tail), this.#empty) as List<T>;
  }
  expr(name: string, fields: readonly unknown[]): Expr {
    return nodeLike(this.#expr, name, fields);
  }
  type(name: string, fields: readonly unknown[]): Type {
    return nodeLike(this.#type, name, fields);
  }
  numberKind(name: string): Node {
    return nodeLike(this.#numberKind, name, []);
  }
  numberType(kind: string): Type {
    return this.type("Number", [this.numberKind(kind), this.#numberInfo]);
  }
  string(text: string): Expr {
    return this.expr("Value", [nodeLike(this.#value, "StringConstant", [text]), undefined]);
  }
  /** `\`${holes[0]}…\`` between the parts. */
  template(parts: readonly string[], holes: readonly Expr[]): Expr {
    return this.expr("Value", [nodeLike(this.#value, "StringTemplate", [undefined, this.list(parts), this.list(holes)]), undefined]);
  }
  unit(): Expr {
    return this.expr("Value", [nodeLike(this.#value, "UnitConstant", []), undefined]);
  }
  int32(value: number): Expr {
    return this.expr("Value", [nodeLike(this.#value, "NumberConstant", [nodeLike(this.#int32, "Int32", [value]), this.#numberInfo]), undefined]);
  }
  ident(name: string, type: Type, range: SourceLocation | undefined): Ident {
    return withFields(this.#ident, { Name: name, Type: type, IsMutable: false, IsThisArgument: false, IsCompilerGenerated: true, Range: range, IsInlineIfLambda: false });
  }
  /** JavaScript text with `$0`, `$1`, … for the arguments. */
  emit(macro: string, args: readonly Expr[], type: Type): Expr {
    const sample = this.#emit as unknown as { CallInfo: CallInfo };
    const info = withFields(sample, { Macro: macro, IsStatement: false, CallInfo: withFields(sample.CallInfo, { Args: this.list(args) }) } as Partial<typeof sample>);
    return this.expr("Emit", [info, type, undefined]);
  }
  /** A call of something imported from `path`. */
  call(selector: string, path: string, args: readonly Expr[], type: Type, range: SourceLocation | undefined): Expr {
    const callee = this.expr("Import", [withFields(this.#import, { Selector: selector, Path: path }), this.types.any, undefined]);
    const empty = this.list<never>([]);
    const info = withFields(this.#call, { ThisArg: undefined, Args: this.list(args), SignatureArgTypes: empty, GenericArgs: empty, MemberRef: undefined, Tags: empty });
    return this.expr("Call", [callee, info, type, range]);
  }
}

/** Nodes of the warm-up file that show each class once. */
export interface Samples {
  /** A call of a library function. */
  readonly call: Expr;
  /** An int32 literal. */
  readonly number: Expr;
  readonly ident: Expr;
  readonly emit: Expr;
  readonly int32Type: Type;
}
