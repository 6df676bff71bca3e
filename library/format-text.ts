// .NET's ToString() of any value: what `string x`, `%O`, Console.Write and concatenation show.
import {
  array_type,
  array_type_name,
  boxed_type,
  boxed_value,
  object_case,
  object_field,
  object_field_count,
  object_has,
  object_type_name,
  str_index_of,
  str_repeat,
  str_slice,
  type_name,
  value_class,
} from "fusabi:builtin";
import { knownShape } from "./array-shape.ts";
import { enumText, isEnum } from "./enum-names.ts";
import { float32Text, float64Text } from "./format-number.ts";
import { holdsObject, isList, isMap, isSequenceOfArray, isSet, structured } from "./format-structured.ts";
import { Some } from "./option.ts";
import { ownType } from "./remembered-type.ts";
import { EmptySequence, Sequence } from "./sequence.ts";
import { toFormat as formatTimeOnly } from "./time-only.ts";
import { formatSpan } from "./time-span-format.ts";
import { nestedName } from "./type-nesting.ts";
import { argumentOf, dotnetName, elementTypeName, fieldType, parseType, type TypeNode, unknownType } from "./type-text.ts";
import { FSharpRef } from "./types.ts";

/** ToString() of a value of the F# type; null is empty. */
export function to_string_typed(type: string, x: any): string {
  switch (type) {
    case "string":
    case "char":
      return x == null ? "" : x;
    case "int32":
      return "" + x;
    case "float64":
      return float64Text(x);
    default:
      return toStringOf(x, parseType(type));
  }
}

/** ToString() of a value whose type only the value tells; null is empty. */
export function to_string(x: any): string {
  switch (value_class(x)) {
    case 3:
      return float64Text(x);
    case 5:
      return x;
    default:
      return toStringOf(x, unknownType);
  }
}

/** How many items a collection shows. */
const shownItems: int32 = 3;

export function toStringOf(x: any, type: TypeNode): string {
  switch (value_class(x)) {
    case 0:
    case 1:
      return type.name === "voption" ? "ValueNone" : "";
    case 2:
      if (isOption(type)) return optionText(x, type);
      return x ? "True" : "False";
    case 3:
      if (type.name === "float32") return float32Text(x);
      if (isOption(type)) return optionText(x, type);
      if (isEnum(type.name)) return enumText(type.name, x);
      return timeText(x, type.name, "") ?? float64Text(x);
    case 4:
    case 5:
      if (isOption(type)) return optionText(x, type);
      return value_class(x) === 5 ? x : x.toString();
    case 11:
      return holdsObject(type) ? optionText(x, type) : toStringOf(boxed_value(x), parseType(boxed_type(x)));
    case 12:
      return dotnetName(parseType(type_name(x)));
    default:
      return isOption(type) ? optionText(x, type) : objectText(x, type);
  }
}

/** A number that is a time; undefined for any other type. */
export function timeText(x: any, type: string, format: string): any {
  if (type === "System.TimeSpan") return formatSpan(x, format);
  return type === "System.TimeOnly" ? formatTimeOnly(x, format) : undefined;
}

const isOption = (type: TypeNode): boolean => type.name === "option" || type.name === "voption";

function optionText(x: any, type: TypeNode): string {
  const inner: string = itemText(x instanceof Some ? x.value : x, argumentOf(type, 0));
  return type.name === "voption" ? inner : "Some(" + inner + ")";
}

/** ToString() inside F#'s own containers, where null shows. */
const itemText = (x: any, type: TypeNode): string => (x == null && type.name !== "voption" ? "null" : toStringOf(x, type));

function objectText(x: any, staticType: TypeNode): string {
  const type: TypeNode = ownType(x, staticType);
  switch (value_class(x)) {
    case 6:
    case 7:
      return arrayText(x, type);
    case 8:
    case 9:
      return dotnetName(type);
    case 10:
      return dotnetName(type.name === "fn" ? type : parseType("fn"));
    case 13:
      if (isList(x)) return listText(x, type);
      if (object_has(x, "toString")) return x.toString();
      return plainUnionText(x, type) ?? structured(x, type);
    case 14:
      return object_has(x, "toString") ? x.toString() : structured(x, type);
    case 17:
      return tupleText(x, type);
    case 18:
      if (type.name.startsWith("anon:") || object_field_count(x) > 0) return structured(x, type);
      return object_has(x, "toString") ? x.toString() : nestedName(object_type_name(x));
    default:
      return instanceText(x, type);
  }
}

/** The type's name of a value of F#'s own Result or Choice, which alone of all unions keep Object's ToString; undefined for any other. */
function plainUnionText(x: any, type: TypeNode): any {
  const own: string = object_type_name(x);
  const full: string = dotnetName(type.args.length > 0 && own.startsWith(type.name) ? type : parseType(own));
  if (own === "Microsoft.FSharp.Core.FSharpResult") return full;
  if (!own.startsWith("Microsoft.FSharp.Core.FSharpChoice")) return undefined;
  const args: int32 = str_index_of(full, "[", 0);
  return args < 0 ? full + "+" + object_case(x) : str_slice(full, 0, args) + "+" + object_case(x) + str_slice(full, args, undefined);
}

/** Sequences that functions of Seq made, as FSharp.Core calls them. */
function sequenceText(x: any, element: TypeNode): string {
  return x instanceof EmptySequence ? dotnetName(element) + "[]" : "Microsoft.FSharp.Collections.IEnumerator+mkSeq@173[" + dotnetName(element) + "]";
}

function instanceText(x: any, type: TypeNode): string {
  const name: string = object_type_name(x);
  if (isList(x)) return listText(x, type);
  if (x instanceof FSharpRef) return dotnetName(type.name === "ref" ? type : parseType("ref"));
  if (isMap(name)) return tableText("map [", x, type);
  if (isSet(name)) return tableText("set [", x, type);
  if (object_has(x, "toString")) return x.toString();
  if (x instanceof Sequence) return sequenceText(x, argumentOf(type, 0));
  return type.name === name || isSequenceOfArray(type.name) ? dotnetName(type) : dotnetName(parseType(name));
}

function arrayText(x: any, type: TypeNode): string {
  const shape: any = knownShape(x);
  return shape === undefined ? flatArrayText(x, type) : str_slice(flatArrayText(x, type), 0, -1) + str_repeat(",", shape.rank - 1) + "]";
}
function flatArrayText(x: any, type: TypeNode): string {
  if (type.name === "array" || isSequenceOfArray(type.name)) return dotnetName(type);
  const own: string = array_type(x);
  if (own !== "") return dotnetName(parseType(own));
  const host: string = elementTypeName(array_type_name(x));
  return dotnetName(parseType(host === "" ? "obj" : host)) + "[]";
}

/** `(1, a)`: null is empty here. */
function tupleText(x: any, type: TypeNode): string {
  const pair: boolean = type.name === "System.Collections.Generic.KeyValuePair";
  const typed: boolean = pair || type.name === "tuple" || type.name === "struct_tuple";
  let text: string = pair ? "[" : "(";
  for (let i: int32 = 0; i < object_field_count(x); i++) {
    if (i > 0) text = text + ", ";
    text = text + toStringOf(object_field(x, i), typed ? argumentOf(type, i) : fieldType(x, i, unknownType));
  }
  return text + (pair ? "]" : ")");
}

function listText(x: any, type: TypeNode): string {
  const element: TypeNode = argumentOf(type, 0);
  let text: string = "[";
  let rest: any = x;
  let count: int32 = 0;
  while (rest.tail != null) {
    if (count > 0) text = text + "; ";
    if (count === shownItems) return text + "... ]";
    text = text + itemText(rest.head, element);
    rest = rest.tail;
    count = count + 1;
  }
  return text + "]";
}

function tableText(open: string, x: any, type: TypeNode): string {
  let text: string = open;
  let count: int32 = 0;
  for (const item of x) {
    if (count > 0) text = text + "; ";
    if (count === shownItems) return text + "... ]";
    if (open === "map [") text = text + "(" + itemText(item[0], argumentOf(type, 0)) + ", " + itemText(item[1], argumentOf(type, 1)) + ")";
    else text = text + itemText(item, argumentOf(type, 0));
    count = count + 1;
  }
  return text + "]";
}
