// System.Type over F# type texts: a type is its text, what the program's own types hold is declared before it starts.
import { object_id, object_tag, object_type_generics, str_split, value_class } from "fusabi:builtin";
import { isEnum as isDeclaredEnum } from "./enum-names.ts";
import { NullReferenceException } from "./exceptions.ts";
import { is_type, typeTextOf } from "./type-test.ts";
import { argumentOf, dotnetName, makeType, parseType, type TypeNode } from "./type-text.ts";

/** A type that the program declares: what reflection says of it. */
export class Declaration {
  /** As .NET has it: `App+Outer`1`. */
  name: string;
  kind: string;
  generics: string;
  /** Of an enum what its values are. */
  base: string;
  /** Of a record and an exception its fields, of a union its cases; each `name:type` on a line, a case `#name` before its fields. */
  members: any;
  /** Makes a value of case n from its fields. */
  make: any;
  /** Of a union the classes inside of it that its cases are, by tag. */
  caseTypes: any;
  constructor(name: string, kind: string, generics: string, base: string, members: any, caseTypes: any, make: any) {
    this.name = name;
    this.kind = kind;
    this.generics = generics;
    this.base = base;
    this.members = members;
    this.caseTypes = caseTypes;
    this.make = make;
  }
}

const declarations: any = new Map();
const keyOf = (name: string, arity: int32): string => name + "`" + arity;

export function declareType(fullName: string, arity: int32, dotnet: string, kind: string, generics: string, base: string, members: string, caseTypes: string, make: any): void {
  declarations.set(keyOf(fullName, arity), new Declaration(dotnet, kind, generics, base, parts(members, "\n"), parts(caseTypes, ","), make));
}

const parts = (text: string, separator: string): any => (text === "" ? [] : str_split(text, separator, undefined));

export class TypeInfo {
  static readonly $type: string = "System.RuntimeType";
  node: TypeNode;
  /** Whether it stands for the generic type itself: `typedefof<list<_>>`. */
  isDefinition: boolean;
  /** The class of a union's case below that of the union, empty for any other type. */
  caseName: string;
  constructor(node: TypeNode, isDefinition: boolean, caseName: string) {
    this.node = node;
    this.isDefinition = isDefinition;
    this.caseName = caseName;
  }
  get generics(): any {
    return this.node.args.map((arg: any) => ofNode(arg));
  }
  toString(): string {
    if (declarationOf(this.node) === undefined) return textOf(this);
    return nameWithArguments(
      this,
      this.node.args.map((arg: any) => ofNode(arg).toString()),
    );
  }
}

const types: any = new Map();

/** The one object for a type. */
export function type_of(text: string): TypeInfo {
  const known: any = types.get(text);
  if (known !== undefined) return known;
  const made: TypeInfo = new TypeInfo(parseType(text), false, "");
  types.set(text, made);
  return made;
}

export const ofNode = (node: TypeNode): TypeInfo => type_of(node.text === "" ? "obj" : node.text);

/** `typedefof<T>`. */
export function definition_of(text: string): TypeInfo {
  return getGenericTypeDefinition(type_of(text));
}

/** Static types whose values are of just that type. */
const isExact = (node: TypeNode): boolean => {
  if (node.open) return false;
  const declared: any = declarationOf(node);
  if (declared !== undefined) return declared.kind === "record" || declared.kind === "union" || declared.kind === "enum";
  return node.name !== "obj" && node.name !== "seq" && node.name !== "exn" && node.name !== "" && !node.name.startsWith("System.");
};

/** `x.GetType()` where x is known to be of a type. */
export function get_type(x: any, text: string): TypeInfo {
  if (x == null) throw new NullReferenceException();
  const node: TypeNode = parseType(text);
  if (value_class(x) !== 11 && isExact(node)) return caseType(x, type_of(text));
  const own: string = typeTextOf(x);
  return caseType(x, type_of(own === node.name ? text : own === "" || own === "{}" ? "obj" : withUnknownArguments(x, own)));
}

const caseTypes: any = new Map();

/** The type of a value of a union: that of its case where it has one. */
function caseType(x: any, type: TypeInfo): TypeInfo {
  const declared: any = declarationOf(type.node);
  if (declared === undefined || declared.caseTypes.length === 0) return type;
  const name: string = declared.caseTypes[object_tag(x)];
  if (name === "") return type;
  const key: string = type.node.text + "+" + name;
  if (!caseTypes.has(key)) caseTypes.set(key, new TypeInfo(type.node, false, name));
  return caseTypes.get(key);
}

/** An object of a generic type does not know its arguments. */
function withUnknownArguments(x: any, text: string): string {
  if (text === "Microsoft.FSharp.Collections.FSharpList") return "list<obj>";
  const generics: string = text.includes("<") ? "" : object_type_generics(x);
  if (generics === "" || value_class(x) === 11) return text;
  return (
    text +
    "<" +
    str_split(generics, ",", undefined)
      .map((_: any) => "obj")
      .join(",") +
    ">"
  );
}

export function declarationOf(node: TypeNode): any {
  return declarations.get(keyOf(node.name, node.args.length));
}

const textOf = (type: TypeInfo): string => (type.isDefinition ? definitionName(dotnetName(type.node)) : dotnetName(type.node));
const definitionName = (name: string): string => {
  const at: int32 = name.indexOf("[");
  return at < 0 ? name : name.substring(0, at);
};

/** The type's name without its arguments, and those as they are given. */
export function nameWithArguments(type: TypeInfo, args: any): string {
  const declared: any = declarationOf(type.node);
  const name: string = declared === undefined ? definitionName(dotnetName(type.node)) : type.caseName === "" ? declared.name : declared.name + "+" + type.caseName;
  return args.length === 0 || type.isDefinition ? name : name + "[" + args.join(",") + "]";
}

/** Type, PropertyInfo (a pair of name and type), UnionCaseInfo or MethodInfo. */
export function name(info: any): string {
  // a quotation's method is its name
  if (typeof info === "string") return info;
  if (!(info instanceof TypeInfo)) return value_class(info) === 17 ? info[0] : info.name;
  const type: TypeInfo = info;
  if (type.node.name === "array") return name(ofNode(argumentOf(type.node, 0))) + "[]";
  const full: string = definitionName(type.toString());
  const at: int32 = Math.max(full.lastIndexOf("."), full.lastIndexOf("+")) | 0;
  return full.substring(at + 1);
}

export function namespace(type: TypeInfo): any {
  if (type.node.name === "array") return namespace(ofNode(argumentOf(type.node, 0)));
  const full: string = definitionName(type.toString());
  const nested: int32 = full.indexOf("+");
  const outer: string = nested < 0 ? full : full.substring(0, nested);
  const at: int32 = outer.lastIndexOf(".");
  return at < 0 ? null : outer.substring(0, at);
}

export function equals(a: any, b: any): boolean {
  return a === b;
}
export function getHashCode(type: TypeInfo): int32 {
  return object_id(type);
}
export function getGenerics(type: TypeInfo): any {
  return type.generics;
}
export function isArray(type: TypeInfo): boolean {
  return type.node.name === "array";
}
export function getElementType(type: TypeInfo): any {
  return isArray(type) ? ofNode(argumentOf(type.node, 0)) : null;
}
export function isGenericType(type: TypeInfo): boolean {
  return type.node.args.length > 0 && !isArray(type) && !type.node.name.startsWith("anon:");
}
export function isGenericParameter(type: TypeInfo): boolean {
  return type.node.name.startsWith("'");
}
export function isEnum(type: TypeInfo): boolean {
  return isDeclaredEnum(type.node.name);
}
export function isSubclassOf(type: TypeInfo, base: TypeInfo): boolean {
  if (base.node.name === "obj") return type !== base;
  let at: any = declarationOf(type.node);
  while (at !== undefined && at.base !== "") {
    const parent: TypeNode = parseType(at.base);
    if (parent.name === base.node.name) return true;
    at = declarationOf(parent);
  }
  return base.node.name === "exn" && at !== undefined && at.kind === "exception";
}
export function isInstanceOfType(type: TypeInfo, x: any): boolean {
  return is_type(x, type.node.text);
}
export function getGenericTypeDefinition(type: TypeInfo): TypeInfo {
  if (type.node.args.length === 0 || type.isDefinition) return type;
  const key: string = keyOf(type.node.name, type.node.args.length);
  const known: any = types.get(key);
  if (known !== undefined) return known;
  const args: any = type.node.args.map((_: any, i: int32) => parseType("'T" + i));
  const made: TypeInfo = new TypeInfo(makeType(type.node.name, args), true, "");
  types.set(key, made);
  return made;
}
export function makeGenericType(type: TypeInfo, args: any): TypeInfo {
  return ofNode(
    makeType(
      type.node.name,
      args.map((arg: any) => arg.node),
    ),
  );
}

export function tuple_type(...items: any): TypeInfo {
  return ofNode(
    makeType(
      "tuple",
      items.map((item: any) => item.node),
    ),
  );
}
export function lambda_type(argument: TypeInfo, result: TypeInfo): TypeInfo {
  return ofNode(makeType("fn", [argument.node, result.node]));
}
export function array_type_of(element: TypeInfo): TypeInfo {
  return ofNode(makeType("array", [element.node]));
}
