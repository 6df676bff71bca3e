import { map_key_at, map_next, map_size, map_value_at, object_has, str_at, value_class } from "fusabi:builtin";
import { get_element, new_tuple } from "fusabi:op";
import { InvalidOperationException, NotSupportedException } from "./exceptions.ts";

/*
 * .NET's enumerator protocol over what the machine has itself: arrays, strings, maps and sets; and JavaScript's iterator protocol made of it and back.
 */

export function failModified(): any {
  throw new InvalidOperationException("Collection was modified; enumeration operation may not execute.");
}
export function failReset(): any {
  throw new NotSupportedException("Specified method is not supported.");
}

/** Over arrays of any host type; one that grows or shrinks meanwhile is a modified ResizeArray. */
export class ArrayEnumerator {
  items: any;
  index: int32;
  count: int32;
  current: any;

  constructor(items: any, count: int32) {
    this.items = items;
    this.index = 0;
    this.count = count;
    this.current = undefined;
  }
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    const i: int32 = this.index;
    const length: int32 = this.items.length;
    if (length !== this.count) failModified();
    if (i >= this.count) return false;
    this.current = get_element("array<obj>", this.items, i);
    this.index = i + 1;
    return true;
  }
  "System.Collections.Generic.IEnumerator`1.get_Current"(): any {
    return this.current;
  }
  "System.Collections.IEnumerator.get_Current"(): any {
    return this.current;
  }
  "System.Collections.IEnumerator.Reset"(): void {
    this.index = 0;
  }
  Dispose(): void {}
}

export class StringEnumerator {
  text: string;
  index: int32;
  current: string;

  constructor(text: string) {
    this.text = text;
    this.index = 0;
    this.current = "";
  }
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    const i: int32 = this.index;
    if (i >= this.text.length) return false;
    this.current = str_at(this.text, i);
    this.index = i + 1;
    return true;
  }
  "System.Collections.Generic.IEnumerator`1.get_Current"(): any {
    return this.current;
  }
  "System.Collections.IEnumerator.get_Current"(): any {
    return this.current;
  }
  "System.Collections.IEnumerator.Reset"(): void {
    this.index = 0;
  }
  Dispose(): void {}
}

/** Over a table: its entries (a tuple each), keys or values. As in .NET, adding ends it by an exception and removing does not. */
export class TableEnumerator {
  table: any;
  /** 0 entries, 1 keys, 2 values */
  what: int32;
  index: int32;
  size: int32;
  current: any;

  constructor(table: any, what: int32) {
    this.table = table;
    this.what = what;
    this.index = 0;
    this.size = map_size(table);
    this.current = undefined;
  }
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    const size: int32 = map_size(this.table);
    if (size > this.size) failModified();
    this.size = size;
    const i: int32 = map_next(this.table, this.index);
    if (i < 0) {
      this.current = undefined;
      return false;
    }
    if (this.what === 0) this.current = new_tuple("tuple", map_key_at(this.table, i), map_value_at(this.table, i));
    else if (this.what === 1) this.current = map_key_at(this.table, i);
    else this.current = map_value_at(this.table, i);
    this.index = i + 1;
    return true;
  }
  "System.Collections.Generic.IEnumerator`1.get_Current"(): any {
    return this.current;
  }
  "System.Collections.IEnumerator.get_Current"(): any {
    return this.current;
  }
  "System.Collections.IEnumerator.Reset"(): void {
    this.index = 0;
  }
  Dispose(): void {}
  GetEnumerator(): any {
    return new TableEnumerator(this.table, this.what);
  }
  [Symbol.iterator](): any {
    return new EnumeratorIterator(new TableEnumerator(this.table, this.what));
  }
  next(): any {
    const more: boolean = this["System.Collections.IEnumerator.MoveNext"]();
    return { done: !more, value: more ? this.current : undefined };
  }
}

/** JavaScript's iterator over an enumerator. */
export class EnumeratorIterator {
  en: any;
  constructor(en: any) {
    this.en = en;
  }
  next(): any {
    const more: boolean = this.en["System.Collections.IEnumerator.MoveNext"]();
    return { done: !more, value: more ? this.en["System.Collections.Generic.IEnumerator`1.get_Current"]() : undefined };
  }
  GetEnumerator(): any {
    return this.en;
  }
  [Symbol.iterator](): any {
    return this;
  }
}

/** An enumerator over a JavaScript iterator. */
export class Enumerator {
  iter: any;
  current: any;
  constructor(iter: any) {
    this.iter = iter;
    this.current = undefined;
  }
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    const step: any = this.iter.next();
    this.current = step.value;
    return !step.done;
  }
  "System.Collections.Generic.IEnumerator`1.get_Current"(): any {
    return this.current;
  }
  "System.Collections.IEnumerator.get_Current"(): any {
    return this.current;
  }
  "System.Collections.IEnumerator.Reset"(): void {
    failReset();
  }
  Dispose(): void {}
}

export class Enumerable {
  en: any;
  constructor(en: any) {
    this.en = en;
  }
  GetEnumerator(): any {
    return this.en;
  }
  "System.Collections.IEnumerable.GetEnumerator"(): any {
    return this.en;
  }
  [Symbol.iterator](): any {
    return new EnumeratorIterator(this.en);
  }
}

export function getEnumerator(e: any): any {
  switch (value_class(e)) {
    case 5:
      return new StringEnumerator(e);
    case 6:
    case 7:
      return enumerateArray(e);
    case 8:
      return new TableEnumerator(e, 0);
    case 9:
      return new TableEnumerator(e, 1);
    default:
      if (e == null || object_has(e, "GetEnumerator")) return e.GetEnumerator();
      return new Enumerator(e[Symbol.iterator]());
  }
}

/** Enumerators where the type is known when the program is built. */
export function enumerateArray(items: any): any {
  return new ArrayEnumerator(items, items.length);
}
export function enumerateText(text: string): any {
  return new StringEnumerator(text);
}

export function isIterable(x: any): boolean {
  const c: int32 = value_class(x);
  if (c >= 6 && c <= 9) return true;
  return c >= 13 && c <= 18 && (object_has(x, "GetEnumerator") || x[Symbol.iterator] != null);
}
export function isEnumerable(x: any): boolean {
  const c: int32 = value_class(x);
  return (c >= 6 && c <= 9) || (c >= 13 && c <= 18 && object_has(x, "GetEnumerator"));
}
export function toEnumerable(e: any): any {
  return isEnumerable(e) ? e : new Enumerable(getEnumerator(e));
}
export function toIterator(en: any): any {
  return new EnumeratorIterator(en);
}
export function enumerableToIterator(e: any): any {
  return new EnumeratorIterator(getEnumerator(e));
}
