// FSharp.Reflection: records, unions, tuples and functions by their types.
import { boxed_type, boxed_value, object_case, object_field, object_field_count, object_field_name, object_tag, str_split, value_class } from "fusabi:builtin";
import { new_tuple } from "fusabi:op";
import { default_of as defaultOf } from "./default-value.ts";
import { ArgumentException } from "./exceptions.ts";
import { Some, some } from "./option.ts";
import { tupleOf } from "./tuple.ts";
import { type Declaration, declarationOf, get_type, name, ofNode, TypeInfo } from "./type-info.ts";
import { box_as, unbox } from "./type-test.ts";
import { argumentOf, makeType, parseType, substitute, type TypeNode } from "./type-text.ts";

export class CaseInfo {
  static readonly $type: string = "Microsoft.FSharp.Reflection.UnionCaseInfo";
  declaringType: TypeInfo;
  index: int32;
  name: string;
  /** Pairs of name and type. */
  fields: any;
  constructor(declaringType: TypeInfo, index: int32, name: string, fields: any) {
    this.declaringType = declaringType;
    this.index = index;
    this.name = name;
    this.fields = fields;
  }
  toString(): string {
    return name(this.declaringType) + "." + this.name;
  }
}

export function caseTag(info: CaseInfo): int32 {
  return info.index;
}

const property = (label: string, type: TypeInfo): any => new_tuple("tuple", label, type);

/** `name:type` of a declaration, the type with the arguments of `type` in place of its parameters. */
function memberOf(text: string, declared: Declaration, type: TypeNode): any {
  const at: int32 = text.indexOf(":");
  return property(text.substring(0, at), ofNode(substitute(parseType(text.substring(at + 1)), declared.generics, type.args)));
}

const casesOf = (type: TypeInfo): any => {
  const node: TypeNode = type.node;
  if (node.name === "option" || node.name === "voption") {
    const prefix: string = node.name === "voption" ? "Value" : "";
    const some: any = property(prefix === "" ? "Value" : "Item", ofNode(argumentOf(node, 0)));
    return [new CaseInfo(type, 0, prefix + "None", []), new CaseInfo(type, 1, prefix + "Some", [some])];
  }
  if (node.name === "list") {
    const parts: any = [property("Head", ofNode(argumentOf(node, 0))), property("Tail", type)];
    return [new CaseInfo(type, 0, "Empty", []), new CaseInfo(type, 1, "Cons", parts)];
  }
  const declared: any = declarationOf(node);
  if (declared === undefined || declared.kind !== "union") return undefined;
  const cases: any = [];
  for (const line of declared.members) {
    const text: string = line;
    if (text[0] === "#") cases.push(new CaseInfo(type, cases.length, text.substring(1), []));
    else cases[cases.length - 1].fields.push(memberOf(text, declared, node));
  }
  return cases;
};

export function isUnion(subject: any): boolean {
  return casesOf(typeOfSubject(subject)) !== undefined;
}
export function isRecord(subject: any): boolean {
  const { node } = typeOfSubject(subject);
  const declared: any = declarationOf(node);
  return node.name.startsWith("anon:") || (declared !== undefined && declared.kind === "record");
}
export function isTuple(type: TypeInfo): boolean {
  return type.node.name === "tuple" || type.node.name === "struct_tuple";
}
export function isFunction(type: TypeInfo): boolean {
  return type.node.name === "fn";
}
export function isModule(_type: TypeInfo): boolean {
  return false;
}

/** A type, or the type of a value. */
const typeOfSubject = (subject: any): TypeInfo => (subject instanceof TypeInfo ? subject : get_type(subject, "obj"));

export function getUnionCases(type: TypeInfo): any {
  const cases: any = casesOf(type);
  if (cases === undefined) throw new ArgumentException("The type '" + name(type) + "' is not an F# union type. (Parameter 'unionType')");
  return cases;
}
export function getRecordElements(type: TypeInfo): any {
  const node: TypeNode = type.node;
  if (node.name.startsWith("anon:")) return str_split(node.name.substring(5), ":", undefined).map((label: any, i: int32) => property(label, ofNode(argumentOf(node, i))));
  const declared: any = declarationOf(node);
  if (declared === undefined || (declared.kind !== "record" && declared.kind !== "exception")) {
    throw new ArgumentException("The type '" + name(type) + "' is not an F# record type. (Parameter 'recordType')");
  }
  return declared.members.map((line: any) => memberOf(line, declared, node));
}
export function getTupleElements(type: TypeInfo): any {
  if (!isTuple(type)) throw new ArgumentException("The type '" + name(type) + "' is not a tuple type. (Parameter 'tupleType')");
  return type.generics;
}
export function getFunctionElements(type: TypeInfo): any {
  if (!isFunction(type)) throw new ArgumentException("The type '" + name(type) + "' is not a function type. (Parameter 'functionType')");
  const args: any = type.node.args;
  const range: TypeNode = args.length > 2 ? makeType("fn", args.slice(1)) : args[1];
  return new_tuple("tuple", ofNode(args[0]), ofNode(range));
}
export function getUnionCaseFields(info: CaseInfo): any {
  return info.fields;
}

const valuesOf = (x: any, fields: any, first: int32): any => fields.map((field: any, i: int32) => box_as(object_field(x, first + i), field[1].node.text));

export function getUnionFields(x: any, type: any): any {
  const subject: TypeInfo = type === undefined || type.node.name === "obj" ? typeOfSubject(x) : type;
  const cases: any = getUnionCases(subject);
  const node: TypeNode = subject.node;
  const value: any = value_class(x) === 11 ? boxed_value(x) : x;
  if (node.name === "option" || node.name === "voption") {
    if (value == null) return new_tuple("tuple", cases[0], []);
    const inner: any = value instanceof Some ? value.value : value;
    return new_tuple("tuple", cases[1], [box_as(inner, argumentOf(node, 0).text)]);
  }
  if (node.name === "list") {
    if (value.tail == null) return new_tuple("tuple", cases[0], []);
    return new_tuple("tuple", cases[1], [box_as(value.head, argumentOf(node, 0).text), value.tail]);
  }
  const info: CaseInfo = cases[object_tag(value)];
  return new_tuple("tuple", info, valuesOf(value, info.fields, 0));
}

/** Own fields of an exception come after those of every exception. */
const firstField = (x: any, fields: any): int32 => (object_field_count(x) - fields.length) | 0;

export function getRecordFields(x: any, type?: any): any {
  const fields: any = getRecordElements(type ?? typeOfRecord(x));
  return valuesOf(x, fields, firstField(x, fields));
}
/** An anonymous record's fields say their names only. */
function typeOfRecord(x: any): TypeInfo {
  const type: TypeInfo = typeOfSubject(x);
  if (!type.node.name.startsWith("anon:") || type.node.args.length > 0) return type;
  const args: any = [];
  for (let i: int32 = 0; i < object_field_count(x); i++) args.push(parseType("obj"));
  return ofNode(makeType(type.node.name, args));
}
export function getRecordField(x: any, field: any): any {
  return getValue(field, x);
}
export function getValue(field: any, x: any): any {
  for (let i: int32 = 0; i < object_field_count(x); i++) {
    if (object_field_name(x, i) === field[0]) return box_as(object_field(x, i), field[1].node.text);
  }
  throw new ArgumentException("Property '" + field[0] + "' not found.");
}
export function getTupleFields(x: any, known?: any): any {
  const type: TypeNode = known === undefined ? parseType(boxed_type(x)) : known.node;
  const value: any = boxed_value(x);
  const items: any = [];
  for (let i: int32 = 0; i < object_field_count(value); i++) items.push(box_as(object_field(value, i), argumentOf(type, i).text));
  return items;
}
export function getTupleField(x: any, i: int32, type?: any): any {
  return getTupleFields(x, type)[i];
}

/** Types of Fable's own that are erased are known to nobody. */
const fieldValue = (value: any, type: TypeNode): any => (type.name.includes(".") && declarationOf(type) === undefined ? boxed_value(value) : unbox(value, type.text));

/** Values that were obj as fields of their types. */
const fieldValues = (fields: any, values: any): any => {
  if (values.length !== fields.length) throw new ArgumentException("The number of values does not match the number of fields.");
  return fields.map((field: any, i: int32) => fieldValue(values[i], field[1].node));
};

export function makeUnion(info: CaseInfo, values: any): any {
  const fields: any = fieldValues(info.fields, values);
  const node: TypeNode = info.declaringType.node;
  if (node.name === "option" || node.name === "voption") return info.index === 0 ? null : box_as(some(fields[0]), node.text);
  const declared: any = declarationOf(node);
  return declared.make(info.index, fields);
}
export function makeRecord(type: TypeInfo, values: any): any {
  const fields: any = fieldValues(getRecordElements(type), values);
  const declared: any = declarationOf(type.node);
  if (declared === undefined) throw new ArgumentException("The type '" + name(type) + "' is not an F# record type. (Parameter 'recordType')");
  return declared.make(0, fields);
}
export function makeTuple(values: any, type: TypeInfo): any {
  const items: any = values.map((value: any, i: int32) => unbox(value, argumentOf(type.node, i).text));
  return box_as(tupleOf(items), type.node.text);
}
export function createInstance(type: TypeInfo, args: any): any {
  if (args != null && args.length > 0) throw new ArgumentException("Constructors are not known by reflection.");
  if (type.node.name === "obj") return {};
  return box_as(defaultOf(type.node.text), type.node.text);
}

/** Fable.Core.Reflection: cases of a union that is obj. */
export function getCaseTag(x: any): int32 {
  return object_tag(x);
}
export function getCaseName(x: any): string {
  return object_case(x);
}
export function getCaseFields(x: any): any {
  return getUnionFields(x, undefined)[1];
}
