// `%A`: F#'s structured printing, laid out as FSharp.Core does it.
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
import { knownShape } from "./array-shape.ts";
import { FSharpException } from "./exceptions.ts";
import { toStringOf } from "./format-text.ts";
import { above, application, type Block, before, beside, enclose, joining, listOf, opening, pageWidth, renderBlock, word } from "./layout.ts";
import { Some } from "./option.ts";
import { ownType } from "./remembered-type.ts";
import { EmptySequence } from "./sequence.ts";
import { leafText } from "./structured-leaf.ts";
import { argumentOf, elementTypeName, fieldType, makeType, memberType, parseType, type TypeNode, unknownType } from "./type-text.ts";
import { FSharpRef } from "./types.ts";

/** Where a value stands decides whether it needs parentheses: an argument of a union case does when it is not atomic. */
const asArgument: int32 = 2;
const asItem: int32 = 3;

const depthLimit: int32 = 100;
const itemLimit: int32 = 100;
const tableLimit: int32 = 9;
const sequenceLimit: int32 = 4;
const sizeLimit: int32 = 10000;

/** Fields before this index are an exception's own. */
const firstExceptionField: int32 = 3;

/** A value as `%A` prints it; width 0 is one line, size bounds the nodes printed. */
export function formatStructured(x: any, type: TypeNode, width: int32, size: int32): string {
  return renderBlock(new Structure(size).item(x, type, depthLimit, asItem), width);
}

export function structured(x: any, type: TypeNode): string {
  return formatStructured(x, type, pageWidth, sizeLimit);
}

export { pageWidth, sizeLimit };

class Structure {
  /** Nodes that may still be printed. */
  left: int32;
  /** The objects that the one being printed is inside of. */
  path: any = new Set();

  constructor(size: int32) {
    this.left = size;
  }

  leaf(text: string): Block {
    this.left = this.left - 1;
    return word(text);
  }

  item(value: any, staticType: TypeNode, depth: int32, place: int32): Block {
    if (depth <= 0 || this.left <= 0) return word("...");
    let x: any = value;
    let type: TypeNode = staticType;
    let kind: int32 = value_class(x);
    if (kind === 11 && !holdsObject(type)) {
      type = parseType(boxed_type(x));
      x = boxed_value(x);
      kind = value_class(x);
    }
    type = ownType(x, type);
    if (type.name === "System.Nullable") type = argumentOf(type, 0);
    if (type.name === "option" || type.name === "voption") return this.option(x, type, depth - 1, place);
    if (kind === 15 && object_type_name(x) === "System.Decimal") return this.leaf(x.toString() + "M");
    if (kind < 6 || kind === 10 || kind === 12) return this.leaf(leafText(x, type, kind, depth === depthLimit));
    if (this.path.has(x)) return word("...");
    this.path.add(x);
    const block: Block = this.object(x, type, kind, depth - 1, place);
    this.path.delete(x);
    return block;
  }

  option(x: any, type: TypeNode, depth: int32, place: int32): Block {
    const value: boolean = type.name === "voption";
    if (x == null) return this.leaf(value ? "ValueNone" : "None");
    this.left = this.left - 1;
    const inner: any = x instanceof Some ? x.value : x;
    const block: Block = this.item(inner, argumentOf(type, 0), depth, asArgument);
    return applied(value ? "ValueSome" : "Some", block, place);
  }

  object(x: any, type: TypeNode, kind: int32, depth: int32, place: int32): Block {
    const display: any = object_has(x, "$display") ? this.displayed(x["$display"](), x, type, depth) : undefined;
    if (display !== undefined) return display;
    switch (kind) {
      case 6:
      case 7:
        return this.array(x, type, depth, place);
      case 8:
        return this.sequence(x, pairType(keyValuePair, type), depth, place);
      case 9:
        return this.sequence(x, argumentOf(type, 0), depth, place);
      case 13:
        return this.union(x, type, depth, place);
      case 14:
        return isAnonymous(x, type) ? this.record(x, type, depth, "{|", "|}") : this.record(x, type, depth, "{", "}");
      case 16:
        return this.exception(x, type, depth, place);
      case 17:
        return this.tuple(x, type, depth);
      case 18:
        if (isAnonymous(x, type) || !isObjectExpression(x)) return this.record(x, type, depth, "{|", "|}");
        return this.instance(x, type, depth, place);
      default:
        return this.instance(x, type, depth, place);
    }
  }

  /** A text, then a value, its type and a text for each property that `StructuredFormatDisplay` names; undefined where one of them is null. */
  displayed(parts: any, x: any, type: TypeNode, depth: int32): any {
    for (let i: int32 = 1; i < parts.length; i += 3) if (parts[i] == null) return undefined;
    this.left = this.left - 1;
    let block: Block = opening(parts[0]);
    for (let i: int32 = 1; i < parts.length; i += 3) {
      const own: TypeNode = memberType(x, parts[i + 1], type);
      const bare: boolean = value_class(parts[i]) === 5 && own.name !== "char";
      block = beside(block, bare ? opening(parts[i]) : this.item(parts[i], own, depth, asItem));
      if (parts[i + 2] !== "") block = beside(block, joining(parts[i + 2]));
    }
    return block;
  }

  array(x: any, staticType: TypeNode, depth: int32, place: int32): Block {
    const own: string = array_type(x);
    const known: boolean = staticType.name === "array" || isSequenceOfArray(staticType.name) || own === "";
    const type: TypeNode = known ? staticType : parseType(own);
    if (isSequenceOfArray(type.name)) return this.sequence(x, type.args[type.name.endsWith("ValueCollection") ? 1 : 0] ?? unknownType, depth, place);
    const host: string = elementTypeName(array_type_name(x));
    const element: TypeNode = host === "" || type.args.length > 0 ? argumentOf(type, 0) : parseType(host);
    const shape: any = knownShape(x);
    if (shape !== undefined) return shape.rank === 2 ? this.rows(x, shape, element, depth) : this.leaf("[|rank=" + shape.rank + "|]");
    return listOf("[|", this.range(x, 0, x.length, element, depth), ";", "|]");
  }

  /** Items of an array. */
  range(x: any, from: int32, to: int32, element: TypeNode, depth: int32): any {
    const items: any = [];
    for (let i: int32 = from; i < to; i++) {
      if (!this.admits(items, i - from, itemLimit)) break;
      items.push(this.item(x[i], element, depth, asItem));
    }
    return items;
  }

  /** An array of two dimensions: a row a line. */
  rows(x: any, shape: any, element: TypeNode, depth: int32): Block {
    const lines: any = [];
    if (shape.base1 !== 0 || shape.base2 !== 0) lines.push(word("bound1=" + shape.base1), word("bound2=" + shape.base2));
    const width: int32 = shape.length2;
    for (let row: int32 = 0; row < shape.length1; row++) {
      if (!this.admits(lines, row, itemLimit)) break;
      lines.push(listOf("[", this.range(x, row * width, (row + 1) * width, element, depth), ";", "]"));
    }
    if (lines.length === 0) return this.leaf("[]");
    let block: Block = lines[0];
    for (let i: int32 = 1; i < lines.length; i++) block = above(block, lines[i]);
    return enclose("[", block, "]");
  }

  /** Whether one more item may be printed; where not, the items end with dots. */
  admits(items: any, count: int32, limit: int32): boolean {
    if (this.left > 0 && count < limit) return true;
    items.push(word("..."));
    return false;
  }

  list(x: any, type: TypeNode, depth: int32): Block {
    if (x.tail == null) return this.leaf("[]");
    const element: TypeNode = argumentOf(type, 0);
    const items: any = [this.item(x.head, element, depth, asItem)];
    let count: int32 = 1;
    let rest: any = x.tail;
    while (this.left <= 0 || rest.tail != null) {
      if (!this.admits(items, count, itemLimit)) break;
      items.push(this.item(rest.head, element, depth, asItem));
      count = count + 1;
      rest = rest.tail;
    }
    return listOf("[", items, ";", "]");
  }

  items(x: any, element: TypeNode, depth: int32, limit: int32): any {
    const items: any = [];
    let count: int32 = 0;
    for (const value of x) {
      if (!this.admits(items, count, limit)) break;
      items.push(this.element(value, element, depth));
      count = count + 1;
    }
    return items;
  }

  element(value: any, type: TypeNode, depth: int32): Block {
    if (type.name === keyValuePair) return this.leaf(pairText(value, type));
    if (type.name !== keyAndValue) return this.item(value, type, depth, asItem);
    const key: Block = this.item(value[0], argumentOf(type, 0), depth - 1, asItem);
    return listOf("(", [key, this.item(value[1], argumentOf(type, 1), depth - 1, asItem)], ",", ")");
  }

  sequence(x: any, element: TypeNode, depth: int32, place: int32): Block {
    return applied("seq", listOf("[", this.items(x, element, depth, sequenceLimit), ";", "]"), place);
  }

  table(name: string, x: any, element: TypeNode, depth: int32, place: int32): Block {
    return applied(name, listOf("[", this.items(x, element, depth, tableLimit), ";", "]"), place);
  }

  tuple(x: any, type: TypeNode, depth: int32): Block {
    if (type.name === keyValuePair) return this.leaf(pairText(x, type));
    const items: any = [];
    const typed: boolean = type.name === "tuple" || type.name === "struct_tuple";
    for (let i: int32 = 0; i < object_field_count(x); i++) {
      items.push(this.item(object_field(x, i), typed ? argumentOf(type, i) : fieldType(x, i, unknownType), depth, asItem));
    }
    const block: Block = listOf("(", items, ",", ")");
    return type.name === "struct_tuple" ? beside(word("struct"), block) : block;
  }

  fields(x: any, type: TypeNode, first: int32, depth: int32): Block {
    const count: int32 = object_field_count(x);
    const result: boolean = object_case(x) !== "" && isResult(type);
    if (count === first + 1) {
      return this.item(object_field(x, first), result ? resultType(x, type) : fieldType(x, first, type), depth, asArgument);
    }
    const items: any = [];
    for (let i: int32 = first; i < count; i++) items.push(this.item(object_field(x, i), fieldType(x, i, type), depth, asItem));
    return listOf("(", items, ",", ")");
  }

  union(x: any, type: TypeNode, depth: int32, place: int32): Block {
    if (isList(x)) return this.list(x, type, depth);
    this.left = this.left - 1;
    const name: string = object_case(x);
    if (object_field_count(x) === 0) return word(name);
    return applied(name, this.fields(x, type, 0, depth), place);
  }

  exception(x: any, type: TypeNode, depth: int32, place: int32): Block {
    if (!(x instanceof FSharpException)) return this.leaf(toStringOf(x, type));
    this.left = this.left - 1;
    const name: string = exceptionName(x);
    if (object_field_count(x) <= firstExceptionField) return word(name);
    return applied(name, this.fields(x, type, firstExceptionField, depth), place);
  }

  record(x: any, type: TypeNode, depth: int32, open: string, close: string): Block {
    const anonymous: boolean = type.name.startsWith("anon:");
    let rows: any;
    for (let i: int32 = 0; i < object_field_count(x); i++) {
      this.left = this.left - 1;
      const fieldBlock: Block = this.item(object_field(x, i), anonymous ? argumentOf(type, i) : fieldType(x, i, type), depth, asItem);
      const row: Block = before(beside(word(object_field_name(x, i)), word("=")), fieldBlock, 1);
      rows = rows === undefined ? row : above(rows, row);
    }
    return rows === undefined ? beside(word(open), word(close)) : beside(beside(word(open), rows), word(close));
  }

  /** Collections and other objects of classes. */
  instance(x: any, type: TypeNode, depth: int32, place: int32): Block {
    if (isList(x)) return this.list(x, type, depth);
    const name: string = object_type_name(x);
    if (isMap(name)) return this.table("map", x, pairType(keyAndValue, type), depth, place);
    if (isSet(name)) return this.table("set", x, argumentOf(type, 0), depth, place);
    if (x instanceof FSharpRef) {
      this.left = this.left - 1;
      const contents: Block = this.item(x.contents, argumentOf(type, 0), depth, asItem);
      return beside(beside(word("{"), before(beside(word("contents"), word("=")), contents, 1)), word("}"));
    }
    if (x instanceof EmptySequence) return this.leaf("[||]");
    if (object_has(x, "GetEnumerator")) {
      const element: TypeNode = isDictionary(name) ? pairType(keyValuePair, type) : argumentOf(type, 0);
      return this.sequence(x, element, depth, place);
    }
    return this.leaf(toStringOf(x, type));
  }
}

/** `Case argument`, in parentheses where it is itself an argument. */
function applied(name: string, argument: Block, place: int32): Block {
  const block: Block = application(name, argument);
  return place <= asArgument ? enclose("(", block, ")") : block;
}

/** Of an option of obj, what is boxed is what it holds. */
export function holdsObject(type: TypeNode): boolean {
  if (type.name !== "option" && type.name !== "voption") return false;
  const held: TypeNode = argumentOf(type, 0);
  return held.name === "obj" || holdsObject(held);
}

/** .NET's collections that are arrays here. */
export const isSequenceOfArray = (name: string): boolean =>
  name === "resizearray" || name.endsWith("KeyCollection") || name.endsWith("ValueCollection") || name.endsWith("ReadOnlyCollection");

/** What the items of a dictionary and of a map are: the first print as .NET's ToString has them. */
const keyValuePair: string = "System.Collections.Generic.KeyValuePair";
const keyAndValue: string = "key_and_value";
const pairType = (name: string, type: TypeNode): TypeNode => (type.args.length === 2 ? makeType(name, type.args) : parseType(name));

const pairText = (pair: any, type: TypeNode): string => "[" + toStringOf(pair[0], argumentOf(type, 0)) + ", " + toStringOf(pair[1], argumentOf(type, 1)) + "]";

export const isList = (x: any): boolean => object_type_name(x) === "Microsoft.FSharp.Collections.FSharpList";
export const isMap = (name: string): boolean => name.endsWith("FSharpMap");
export const isSet = (name: string): boolean => name.endsWith("FSharpSet");
const isDictionary = (name: string): boolean => name.includes("Dictionary") || name.endsWith("SortedList");
const isAnonymous = (x: any, type: TypeNode): boolean => type.name.startsWith("anon:") || object_type_name(x).startsWith("anon:");
const isObjectExpression = (x: any): boolean => object_field_count(x) === 0;

const isResult = (type: TypeNode): boolean => type.args.length === 2 && (type.name === "Microsoft.FSharp.Core.FSharpResult" || type.name.endsWith("Choice"));
const resultType = (x: any, type: TypeNode): TypeNode => argumentOf(type, object_case(x) === "Error" || object_case(x).endsWith("2Of2") ? 1 : 0);

function exceptionName(x: any): string {
  const name: string = object_type_name(x);
  return name.slice(name.lastIndexOf(".") + 1);
}
