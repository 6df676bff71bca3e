// Collections by .NET's untyped interfaces, which give their items as obj: boxed with what the collection tells of their type.
import { array_type, array_type_name, box, boxed_value, value_class } from "fusabi:builtin";
import { get_element, set_element } from "fusabi:op";
import { getEnumerator } from "./enumerators.ts";
import { FSharpList, item as itemOfList } from "./list.ts";
import { box_as, unknownNumber } from "./type-test.ts";
import { elementTypeName, parseType } from "./type-text.ts";

/** The type of the items; empty where the items alone may tell. */
function itemType(xs: any): string {
  switch (value_class(xs)) {
    case 5:
      return "char";
    case 6: {
      const type: string = array_type(xs);
      return type === "" ? "" : parseType(type).args[0].text;
    }
    case 7:
      return elementTypeName(array_type_name(xs));
    default:
      return "";
  }
}

function asObject(item: any, type: string): any {
  if (type !== "") return box_as(item, type);
  return value_class(item) === 3 ? box(unknownNumber, item) : item;
}

class UntypedEnumerator {
  inner: any;
  type: string;
  constructor(inner: any, type: string) {
    this.inner = inner;
    this.type = type;
  }
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    return this.inner["System.Collections.IEnumerator.MoveNext"]();
  }
  "System.Collections.Generic.IEnumerator`1.get_Current"(): any {
    return asObject(this.inner["System.Collections.IEnumerator.get_Current"](), this.type);
  }
  "System.Collections.IEnumerator.get_Current"(): any {
    return asObject(this.inner["System.Collections.IEnumerator.get_Current"](), this.type);
  }
  "System.Collections.IEnumerator.Reset"(): void {
    this.inner["System.Collections.IEnumerator.Reset"]();
  }
  Dispose(): void {
    this.inner.Dispose();
  }
}

export function untypedEnumerator(xs: any): any {
  return new UntypedEnumerator(getEnumerator(xs), itemType(xs));
}

class UntypedItems {
  items: any;
  constructor(items: any) {
    this.items = items;
  }
  GetEnumerator(): any {
    return untypedEnumerator(this.items);
  }
}

/** What Seq.cast reads. */
export function untypedItems(xs: any): any {
  return new UntypedItems(xs);
}

export function untypedItem(xs: any, index: int32): any {
  return asObject(get_element("array<obj>", xs, index), itemType(xs));
}
export function setUntypedItem(xs: any, item: any, index: int32): void {
  set_element("array<obj>", xs, index, boxed_value(item));
}

/** `xs.[index]` of an IReadOnlyList: arrays and lists carry no member for it. */
export function readOnlyItem(xs: any, index: int32): any {
  if (xs instanceof FSharpList) return itemOfList(index, xs);
  const kind: int32 = value_class(xs);
  return kind === 6 || kind === 7 ? get_element("array<obj>", xs, index) : xs["System.Collections.Generic.IReadOnlyList`1.get_ItemZ524259A4"](index);
}
