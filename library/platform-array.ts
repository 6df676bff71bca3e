import {
  array_concat,
  array_from,
  array_is,
  array_is_typed,
  array_new,
  array_set_length,
  array_type_name,
  array_unshift,
  str_code_point_at,
  str_from_code_point,
  value_class,
} from "fusabi:builtin";
import { get_element, new_tuple, set_element } from "fusabi:op";
import { failEmptyArray } from "./collection-errors.ts";
import { EnumeratorIterator, enumerateArray, getEnumerator } from "./enumerators.ts";
import { comparePrimitives } from "./equality.ts";
import { sortInPlaceWith } from "./merge-sort.ts";

/** JavaScript's methods of arrays that call back or iterate. A result of map, filter and slice has the host type of the array. */
export class $extension_array_any {
  map(f: any): any {
    const self: any = this;
    const count: int32 = self.length;
    const result: any = array_new("Array", count);
    for (let i: int32 = 0; i < count; i++) set_element("array<obj>", result, i, f(get_element("array<obj>", self, i), i, self));
    return array_is(self) ? result : array_from(result, arrayTypeNameOf(self));
  }
  filter(f: any): any {
    const self: any = this;
    const result: any = [];
    for (let i: int32 = 0; i < arrayLengthOf(self); i++) {
      const item: any = get_element("array<obj>", self, i);
      if (f(item, i, self)) result.push(item);
    }
    return array_is(self) ? result : array_from(result, arrayTypeNameOf(self));
  }
  forEach(f: any): void {
    const self: any = this;
    for (let i: int32 = 0; i < arrayLengthOf(self); i++) f(get_element("array<obj>", self, i), i, self);
  }
  reduce(f: any, initial: any): any {
    const self: any = this;
    let acc: any = initial;
    let i: int32 = 0;
    if (initial === undefined) {
      if (self.length === 0) return failEmptyArray();
      acc = get_element("array<obj>", self, 0);
      i = 1;
    }
    for (; i < arrayLengthOf(self); i++) acc = f(acc, get_element("array<obj>", self, i), i, self);
    return acc;
  }
  reduceRight(f: any, initial: any): any {
    const self: any = this;
    let acc: any = initial;
    let i: int32 = self.length - 1;
    if (initial === undefined) {
      if (i < 0) return failEmptyArray();
      acc = get_element("array<obj>", self, i);
      i--;
    }
    for (; i >= 0; i--) acc = f(acc, get_element("array<obj>", self, i), i, self);
    return acc;
  }
  some(f: any): boolean {
    const self: any = this;
    for (let i: int32 = 0; i < arrayLengthOf(self); i++) {
      if (f(get_element("array<obj>", self, i), i, self)) return true;
    }
    return false;
  }
  every(f: any): boolean {
    const self: any = this;
    for (let i: int32 = 0; i < arrayLengthOf(self); i++) {
      if (!f(get_element("array<obj>", self, i), i, self)) return false;
    }
    return true;
  }
  find(f: any): any {
    const self: any = this;
    for (let i: int32 = 0; i < arrayLengthOf(self); i++) {
      const item: any = get_element("array<obj>", self, i);
      if (f(item, i, self)) return item;
    }
    return undefined;
  }
  findIndex(f: any): int32 {
    const self: any = this;
    for (let i: int32 = 0; i < arrayLengthOf(self); i++) {
      if (f(get_element("array<obj>", self, i), i, self)) return i;
    }
    return -1;
  }
  findLast(f: any): any {
    const self: any = this;
    for (let i: int32 = self.length - 1; i >= 0; i--) {
      const item: any = get_element("array<obj>", self, i);
      if (f(item, i, self)) return item;
    }
    return undefined;
  }
  findLastIndex(f: any): int32 {
    const self: any = this;
    for (let i: int32 = self.length - 1; i >= 0; i--) {
      if (f(get_element("array<obj>", self, i), i, self)) return i;
    }
    return -1;
  }
  flatMap(f: any): any {
    const self: any = this;
    const result: any = [];
    for (let i: int32 = 0; i < arrayLengthOf(self); i++) {
      const item: any = f(get_element("array<obj>", self, i), i, self);
      if (array_is(item)) array_push_all(result, item);
      else result.push(item);
    }
    return result;
  }
  flat(): any {
    const self: any = this;
    const result: any = [];
    for (let i: int32 = 0; i < arrayLengthOf(self); i++) {
      const item: any = get_element("array<obj>", self, i);
      if (array_is(item)) array_push_all(result, item);
      else result.push(item);
    }
    return result;
  }
  sort(compareItems: any): any {
    return sortInPlaceWith(this, compareItems ?? comparePrimitives);
  }
  concat(first: any, second: any): any {
    const self: any = this;
    if (first === undefined) return array_from(self, undefined);
    const whole: any = array_concat(self, first);
    return second === undefined ? whole : array_concat(whole, second);
  }
  at(index: int32): any {
    const self: any = this;
    return self[index < 0 ? self.length + index : index];
  }
  keys(): any {
    const count: int32 = arrayLengthOf(this);
    const indices: any = array_new("Array", count);
    for (let i: int32 = 0; i < count; i++) set_element("array<obj>", indices, i, i);
    return new EnumeratorIterator(enumerateArray(indices));
  }
  values(): any {
    return new EnumeratorIterator(enumerateArray(this));
  }
  entries(): any {
    const self: any = this;
    const count: int32 = self.length;
    const pairs: any = array_new("Array", count);
    for (let i: int32 = 0; i < count; i++) set_element("array<obj>", pairs, i, new_tuple("tuple", i, get_element("array<obj>", self, i)));
    return new EnumeratorIterator(enumerateArray(pairs));
  }
  GetEnumerator(): any {
    return enumerateArray(this);
  }
  "System.Collections.IEnumerable.GetEnumerator"(): any {
    return enumerateArray(this);
  }
  [Symbol.iterator](): any {
    return new EnumeratorIterator(enumerateArray(this));
  }
}

function arrayLengthOf(items: any): int32 {
  return items.length;
}
function arrayTypeNameOf(items: any): any {
  return array_type_name(items);
}

/** `push(...items)` */
export function array_push_all(target: any, items: any): int32 {
  const source: any = Array_from(items);
  const from: int32 = target.length;
  const count: int32 = source.length;
  array_set_length(target, from + count);
  for (let i: int32 = 0; i < count; i++) set_element("array<obj>", target, from + i, get_element("array<obj>", source, i));
  return from + count;
}
export function array_unshift_all(target: any, items: any): int32 {
  const source: any = Array_from(items);
  for (let i: int32 = source.length - 1; i >= 0; i--) array_unshift(target, source[i]);
  return target.length;
}

/** `Array.from`: of anything enumerable, of an object with a length; always a new array. */
export function Array_from(source: any, mapping?: any): any {
  let items: any;
  if (array_is(source) || array_is_typed(source)) items = array_from(source, undefined);
  else if (typeof source === "string") items = codePoints(source);
  else {
    items = [];
    const e: any = getEnumerator(source);
    try {
      while (e["System.Collections.IEnumerator.MoveNext"]()) items.push(e["System.Collections.Generic.IEnumerator`1.get_Current"]());
    } finally {
      e.Dispose();
    }
  }
  if (mapping == null) return items;
  const count: int32 = items.length;
  for (let i: int32 = 0; i < count; i++) items[i] = mapping(items[i], i);
  return items;
}

export function Array_of(...items: any): any {
  return items;
}

/** The code points of a string, a text each. */
export function codePoints(text: string): any {
  const parts: any = [];
  let i: int32 = 0;
  while (i < text.length) {
    const point: int32 = str_code_point_at(text, i);
    parts.push(str_from_code_point(point));
    i += point > 0xffff ? 2 : 1;
  }
  return parts;
}

/** `new C(length)` or `new C(items)` where C is an array class known by name only. */
export function new_array_named(name: any, content: any): any {
  if (content === undefined) return array_new(name, 0);
  if (value_class(content) === 3) return array_new(name, content);
  if (array_is(content) || array_is_typed(content)) return array_from(content, name);
  return array_from(Array_from(content), name);
}
export function Int8Array_from(source: any): any {
  return array_from(Array_from(source), "Int8Array");
}
export function Uint8Array_from(source: any): any {
  return array_from(Array_from(source), "Uint8Array");
}
export function Int16Array_from(source: any): any {
  return array_from(Array_from(source), "Int16Array");
}
export function Uint16Array_from(source: any): any {
  return array_from(Array_from(source), "Uint16Array");
}
export function Int32Array_from(source: any): any {
  return array_from(Array_from(source), "Int32Array");
}
export function Uint32Array_from(source: any): any {
  return array_from(Array_from(source), "Uint32Array");
}
export function Float32Array_from(source: any): any {
  return array_from(Array_from(source), "Float32Array");
}
export function Float64Array_from(source: any): any {
  return array_from(Array_from(source), "Float64Array");
}
export function BigInt64Array_from(source: any): any {
  return array_from(Array_from(source), "BigInt64Array");
}
export function BigUint64Array_from(source: any): any {
  return array_from(Array_from(source), "BigUint64Array");
}
