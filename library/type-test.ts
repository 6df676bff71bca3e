import {
  array_type,
  array_type_name,
  box,
  boxed_type,
  boxed_value,
  object_field,
  object_field_count,
  object_has,
  object_implements,
  object_type_name,
  set_array_type,
  value_class,
} from "fusabi:builtin";
import { isEnum } from "./enum-names.ts";
import { Exception, InvalidCastException, NullReferenceException } from "./exceptions.ts";
import { FSharpList } from "./list.ts";
import { rememberedText } from "./remembered-type.ts";
import { dotnetName, elementTypeName, parseType, type TypeNode } from "./type-text.ts";
import { FSharpRef } from "./types.ts";

/*
 * `:?`, `:?>` and unbox on types that are no class of the program: what remains at run time of a value's type is its box, its host type or its class.
 */

export const nameOf = (type: string): string => {
  const at: int32 = type.indexOf("<");
  return at < 0 ? type : type.substring(0, at);
};

/** What a number is boxed with whose collection does not tell its type: a test takes it for what it may be. */
export const unknownNumber: string = "'number";

/** The F# type text of a value that became obj; empty where it cannot be known. */
export function typeTextOf(x: any): string {
  switch (value_class(x)) {
    case 2:
      return "bool";
    case 3:
      return "float64";
    case 4:
      return "bigint";
    case 5:
      return "string";
    case 6:
      return array_type(x) === "" ? "array<obj>" : array_type(x);
    case 7:
      return "array<" + elementTypeName(array_type_name(x)) + ">";
    case 8:
    case 9: {
      const own: string = rememberedText(x);
      return own !== "" ? own : value_class(x) === 8 ? "dictionary" : "hashset";
    }
    case 10:
      return "fn";
    case 11:
      return boxed_type(x) === unknownNumber ? (isWhole(boxed_value(x)) ? "int32" : "float64") : boxed_type(x);
    default: {
      const own: string = rememberedText(x);
      return own === "" ? object_type_name(x) : own;
    }
  }
}

/** `x :? type`: null is of no type but those that have it as a value. */
export function is_type(x: any, type: string): boolean {
  const name: string = nameOf(type);
  if (x == null) return name === "option" || name === "unit";
  const kind: int32 = value_class(x);
  if (kind === 11) {
    if (name === "obj") return true;
    const own: string = boxed_type(x);
    if (implementsPrimitively(own, name)) return true;
    if (own === unknownNumber) return isValueType(name) ? mayBe(boxed_value(x), parseType(type)) : is_type(boxed_value(x), type);
    // boxed where a generic parameter was not known
    return own === type || (own.includes("'") && nameOf(own) === name);
  }
  const remembered: string = rememberedText(x);
  if (remembered !== "" && !remembered.includes("'") && nameOf(remembered) === name) return remembered === type;
  switch (name) {
    case "obj":
      return true;
    case "string":
      return kind === 5;
    case "bool":
      return kind === 2;
    case "float64":
      return kind === 3;
    case "bigint":
      return kind === 4;
    case "unit":
      return false;
    case "char":
    case "int8":
    case "uint8":
    case "int16":
    case "uint16":
    case "int32":
    case "uint32":
    case "int64":
    case "uint64":
    case "nativeint":
    case "unativeint":
    case "float32":
      return false;
    case "decimal":
      return object_type_name(x) === "System.Decimal";
    case "array":
      return isArrayOf(x, kind, type);
    case "System.Array":
      return kind === 7 || (kind === 6 && !array_type(x).startsWith("resizearray"));
    case "resizearray":
      return kind === 6 && (array_type(x) === type || array_type(x) === "");
    case "list":
      return x instanceof FSharpList && (x.tail == null || mayBe(x.head, parseType(type).args[0]));
    case "ref":
      return x instanceof FSharpRef;
    case "exn":
    case "System.Exception":
      return x instanceof Exception;
    case "tuple":
    case "struct_tuple":
      return kind === 17 && isTupleOf(x, parseType(type).args);
    case "fn":
      return kind === 10;
    case "option":
    case "voption":
      return false;
    case "dictionary":
      return kind === 8 || object_type_name(x).endsWith("Dictionary");
    case "hashset":
      return kind === 9 || object_type_name(x).endsWith("HashSet");
    case "map":
      return object_type_name(x).endsWith("FSharpMap");
    case "set":
      return object_type_name(x).endsWith("FSharpSet");
    case "seq":
      return isSequenceOf(x, kind, parseType(type).args[0]);
    case "System.Collections.IEnumerable":
      return isEnumerable(x, kind);
    case "System.IDisposable":
      return object_has(x, "Dispose");
    case "System.IComparable":
      return implementsPrimitively(typeTextOf(x), name) || kind === 13 || kind === 14 || kind === 17 || object_has(x, "CompareTo");
    case "System.IFormattable":
      return implementsPrimitively(typeTextOf(x), name) || object_has(x, "toFormat") || object_implements(x, name);
    case "System.IConvertible":
      return implementsPrimitively(typeTextOf(x), name) || object_type_name(x) === "System.DateTime" || object_implements(x, name);
    case "System.Collections.Generic.ICollection":
    case "System.Collections.Generic.IList":
    case "System.Collections.Generic.IReadOnlyCollection":
    case "System.Collections.Generic.IReadOnlyList":
      return (kind === 6 || kind === 7 || (x instanceof FSharpList && name.includes("IReadOnly"))) && isSequenceOf(x, kind, parseType(type).args[0]);
    case "System.Collections.Generic.IDictionary":
    case "System.Collections.Generic.IReadOnlyDictionary":
      return is_type(x, "dictionary") || is_type(x, "map");
    case "System.Collections.ICollection":
    case "System.Collections.IList":
      return kind === 6 || kind === 7;
    default:
      return object_type_name(x) === name || object_implements(x, type.includes("'") ? name : type);
  }
}

function isArrayOf(x: any, kind: int32, type: string): boolean {
  if (kind === 7) return "array<" + elementTypeName(array_type_name(x)) + ">" === type;
  if (kind !== 6) return false;
  const own: string = array_type(x);
  return own === "" || own === type || type === "array<obj>";
}

const isEnumerable = (x: any, kind: int32): boolean => (kind >= 5 && kind <= 9) || object_has(x, "GetEnumerator");

/** Whether it gives items that may be of a type; items of a reference type are of its bases too. */
function isSequenceOf(x: any, kind: int32, item: TypeNode): boolean {
  if (!isEnumerable(x, kind) || item == null || item.open) return isEnumerable(x, kind);
  if (kind === 5) return item.name === "char";
  const own: string = kind === 7 ? elementTypeName(array_type_name(x)) : kind === 6 && array_type(x) !== "" ? parseType(array_type(x)).args[0].text : "";
  if (own !== "") return own === item.text || own.includes("'") || !(isPrimitive(nameOf(own)) || isPrimitive(item.name));
  if (!(x instanceof FSharpList) || x.tail == null) return true;
  return item.name === "obj" ? value_class(x.head) > 4 : mayBe(x.head, item);
}

function isTupleOf(x: any, types: any): boolean {
  const count: int32 = types.length;
  if (count !== object_field_count(x)) return false;
  for (let i: int32 = 0; i < count; i++) {
    if (!mayBe(object_field(x, i), types[i])) return false;
  }
  return true;
}

/** Whether an item may be of a type: numbers do not carry theirs, and strings stand for what is none. */
function mayBe(x: any, type: TypeNode): boolean {
  if (type == null || x == null || type.name === "obj" || type.text.includes("'") || isOption(type.name)) return true;
  const name: string = type.name;
  switch (value_class(x)) {
    case 2:
      return name === "bool";
    case 3:
      return name === "float64" || name === "float32" || ((isWhole(x) || !isInteger(name)) && mayBeNumber(name));
    case 4:
      return mayBeNumber(name);
    case 5:
      return name === "char" || !isValueType(name);
    case 13:
    case 14:
    case 17:
      return is_type(x, type.text);
    case 11:
      return false;
    default:
      return name !== "string" && !isValueType(name);
  }
}

const mayBeNumber = (name: string): boolean => name !== "string" && name !== "char" && name !== "bool" && name !== "list" && name !== "array" && name !== "tuple";
const isWhole = (x: any): boolean => Math.floor(x) === x;
const isInteger = (name: string): boolean => name.endsWith("8") || name.endsWith("16") || name.endsWith("32") || name.endsWith("64");

function failCast(x: any, type: string): any {
  throw new InvalidCastException("Unable to cast object of type '" + castName(typeTextOf(x)) + "' to type '" + castName(type) + "'.");
}

/** Of a value that is not of the type: null is of any. */
export function checkCast(x: any, type: string): void {
  if (x != null) failCast(x, type);
}

/** .NET's name for a type in these messages: without what it is nested in. */
const castName = (type: string): string => {
  const name: string = dotnetName(parseType(type));
  const args: int32 = name.indexOf("[");
  return name.substring(name.lastIndexOf("+", args < 0 ? name.length : args) + 1);
};

export const isValueType = (name: string): boolean => {
  switch (name) {
    case "bool":
    case "char":
    case "int8":
    case "uint8":
    case "int16":
    case "uint16":
    case "int32":
    case "uint32":
    case "int64":
    case "uint64":
    case "nativeint":
    case "unativeint":
    case "float32":
    case "float64":
    case "decimal":
    case "bigint":
    case "struct_tuple":
      return true;
    default:
      return false;
  }
};

/** Types whose values have no members of their own here, but decimals. */
export const isPrimitive = (name: string): boolean => isValueType(name) || name === "string" || name === "System.Decimal" || isTextOrNumber(name) || isEnum(name);

/** The interfaces that .NET's primitive types have. */
function implementsPrimitively(name: string, wanted: string): boolean {
  if (!isPrimitive(name)) return false;
  switch (wanted) {
    case "System.IComparable":
      return true;
    case "System.IFormattable":
      return name !== "bool" && name !== "string";
    case "System.IConvertible":
      return name !== "bigint" && name !== "nativeint" && name !== "unativeint" && !isTextOrNumber(name);
    default:
      return false;
  }
}

/** A value of a type known at run time becomes obj: what does not carry its type itself is boxed with it. */
export function box_as(x: any, type: string): any {
  if (x === undefined || type === "" || type === "obj" || type === "float64" || type === "string" || type === "bool" || type === "unit") return x;
  const name: string = nameOf(type);
  switch (value_class(x)) {
    case 3:
    case 5:
      return isValueType(name) || isOption(name) || isEnum(name) || isTextOrNumber(name) ? box(type, x) : x;
    case 4:
      return name === "bigint" ? x : box(type, x);
    case 6:
    case 7:
      return name === "array" || name === "resizearray" ? set_array_type(x, type) : x;
    case 11:
      return x;
    default:
      return isOption(name) ? box(type, x) : x;
  }
}

const isOption = (name: string): boolean => name === "option" || name === "voption";
/** .NET's structs that are numbers or texts here. */
const isTextOrNumber = (name: string): boolean => name === "System.TimeSpan" || name === "System.TimeOnly" || name === "System.Guid";

/** `unbox<type> x`. */
export function unbox(x: any, type: string): any {
  const name: string = nameOf(type);
  if (x == null) {
    if (isValueType(name)) throw new NullReferenceException();
    return x;
  }
  if (name.startsWith("'") || name === "obj") return x;
  if (is_type(x, type)) return boxed_value(x);
  if (value_class(x) === 11 && !isValueType(name) && name !== "string" && name !== "array") return boxed_value(x);
  if (isUnknown(x, name)) return x;
  return failCast(x, type);
}

/** A generic type whose arguments are not known at run time is not held against the value. */
function isUnknown(x: any, name: string): boolean {
  const kind: int32 = value_class(x);
  return (kind >= 13 && kind <= 18 && name !== "string" && !isValueType(name) && name !== "array" && name !== "list") || (kind === 10 && !isValueType(name));
}

/** `x :?> type` between reference types. */
export function cast(x: any, type: string): any {
  if (x == null) return x;
  const name: string = nameOf(type);
  if (name.startsWith("'") || name === "obj" || is_type(x, type) || isUnknown(x, name)) return boxed_value(x);
  return failCast(x, type);
}
