import {
  array_type,
  array_type_name,
  boxed_type,
  boxed_value,
  object_case,
  object_field,
  object_field_count,
  object_field_name,
  object_has,
  object_type_name,
  value_class,
} from "fusabi:builtin";
import { getEnumerator } from "./enumerators.ts";
import { float32Text, float64Text } from "./format-number.ts";

/** A reference cell. One made of a getter and a setter is a byref: it reads and writes a variable or field elsewhere. */
export class FSharpRef {
  value: any;
  getter: any;
  setter: any;

  constructor(contentsOrGetter: any, setter?: any) {
    if (setter === undefined) {
      this.value = contentsOrGetter;
    } else {
      this.getter = contentsOrGetter;
      this.setter = setter;
    }
  }

  get contents(): any {
    return this.getter === undefined ? this.value : this.getter();
  }

  set contents(v: any) {
    if (this.setter === undefined) this.value = v;
    else this.setter(v);
  }

  toString(): string {
    return "{ contents = " + toQuotedString(this.contents) + " }";
  }
}

export class Attribute {}

/** A value as .NET's ToString writes it, text quoted: how elements of containers print. */
export function toQuotedString(x: any): string {
  if (typeof x === "string") return '"' + x + '"';
  if (boxed_type(x) === "char") return "'" + boxed_value(x) + "'";
  return toString(x);
}

/** .NET's ToString of any value. */
export function toString(x: any): string {
  switch (value_class(x)) {
    case 0:
    case 1:
      return "";
    case 2:
      return x ? "True" : "False";
    case 3:
      return (x | 0) === x ? "" + (x | 0) : float64Text(x);
    case 4:
      return x.toString();
    case 5:
      return x;
    case 6:
    case 7:
      return arrayToString(x);
    case 11:
      return boxedToString(boxed_type(x), boxed_value(x));
    case 13:
      return object_has(x, "toString") ? x.toString() : unionToString(object_case(x), x);
    case 14:
      return object_has(x, "toString") ? x.toString() : recordToString(x);
    case 17:
      return tupleToString(x);
    case 15:
    case 16:
    case 18:
    case 8:
    case 9:
      return object_has(x, "toString") ? x.toString() : object_type_name(x);
    default:
      return object_type_name(x);
  }
}

function boxedToString(type: string, value: any): string {
  if (type === "float32") return float32Text(value);
  if (type === "float64") return float64Text(value);
  if (type.startsWith("option<") || type.startsWith("voption<")) return value == null ? "" : "Some(" + toString(value) + ")";
  return toString(value);
}

function tupleToString(x: any): string {
  const count: int32 = object_field_count(x);
  let text: string = "(";
  for (let i: int32 = 0; i < count; i++) {
    if (i > 0) text = text + ", ";
    const item: any = object_field(x, i);
    if (item != null) text = text + toString(item);
  }
  return text + ")";
}

function unionToString(name: string, x: any): string {
  const count: int32 = object_field_count(x);
  if (count === 0) return name;
  let text: string = toQuotedString(object_field(x, 0));
  if (count === 1) return text.includes(" ") || text.startsWith("-") ? name + " (" + text + ")" : name + " " + text;
  for (let i: int32 = 1; i < count; i++) text = text + ", " + toQuotedString(object_field(x, i));
  return name + " (" + text + ")";
}

function recordToString(x: any): string {
  const count: int32 = object_field_count(x);
  let text: string = "{ ";
  for (let i: int32 = 0; i < count; i++) {
    if (i > 0) text = text + "\n  ";
    text = text + object_field_name(x, i) + " = " + toQuotedString(object_field(x, i));
  }
  return text + " }";
}

function arrayToString(x: any): string {
  switch (array_type_name(x)) {
    case "Int8Array":
      return "System.SByte[]";
    case "Uint8Array":
      return "System.Byte[]";
    case "Int16Array":
      return "System.Int16[]";
    case "Uint16Array":
      return "System.UInt16[]";
    case "Int32Array":
      return "System.Int32[]";
    case "Uint32Array":
      return "System.UInt32[]";
    case "Float32Array":
      return "System.Single[]";
    case "Float64Array":
      return "System.Double[]";
    case "BigInt64Array":
      return "System.Int64[]";
    case "BigUint64Array":
      return "System.UInt64[]";
    default:
      break;
  }
  const type: string = array_type(x);
  if (type === "array<string>") return "System.String[]";
  if (type === "array<char>") return "System.Char[]";
  if (type === "array<bool>") return "System.Boolean[]";
  if (type.startsWith("resizearray<")) return "System.Collections.Generic.List`1[System.Object]";
  return "System.Object[]";
}

/** An element as ToString of a list, set, map or option writes it. */
export function elementToString(x: any): string {
  return x == null ? "null" : toString(x);
}

/** The first three elements, as ToString of lists, sets and sequences writes them. */
export function seqToString(xs: any): string {
  const e: any = getEnumerator(xs);
  let text: string = "[";
  let n: int32 = 0;
  while (e["System.Collections.IEnumerator.MoveNext"]()) {
    if (n === 3) {
      text = text + "; ... ";
      break;
    }
    if (n > 0) text = text + "; ";
    text = text + elementToString(e["System.Collections.Generic.IEnumerator`1.get_Current"]());
    n++;
  }
  if (object_has(e, "Dispose")) e.Dispose();
  return text + "]";
}
