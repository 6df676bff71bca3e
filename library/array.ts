import { array_concat, array_fill, array_from, array_is, array_is_typed, array_new, array_new_like, array_slice, array_type_name } from "fusabi:builtin";
import { get_element, get_item, new_tuple, set_element } from "fusabi:op";
import { checkSign } from "./argument-checks.ts";
import { failIndexOutOfRange, failThreeArrays, failTwoArrays, requireNonNegative } from "./collection-errors.ts";
import { ArgumentNullException } from "./exceptions.ts";
import { some, value } from "./option.ts";
import { Array_from } from "./platform-array.ts";
import { copyToArray } from "./util.ts";

/**
 * The functions of Array that make arrays. `cons` is the class of the result as Fable passes it (an array class is the text of its name),
 * nothing for an array of anything.
 */

/** Fable's allocation by constructor. */
export function Helpers_allocateArrayFromCons(cons: any, length: int32): any {
  return array_new(cons ?? "Array", length);
}
const allocate = (cons: any, length: int32): any => array_new(cons ?? "Array", length);

/** The number of elements; null raises as FSharp.Core does. */
export function countOf(array: any): int32 {
  if (array == null) throw new ArgumentNullException("array");
  return array.length;
}
/** The array, which is not null. */
export function present(array: any): any {
  countOf(array);
  return array;
}
export function item(index: int32, array: any): any {
  return get_element("array<obj>", array, index);
}
export function setItem(array: any, index: int32, value: any): void {
  set_element("array<obj>", array, index, value);
}
export function tryItem(index: int32, array: any): any {
  return index < 0 || index >= array.length ? undefined : some(get_element("array<obj>", array, index));
}
export function empty(cons: any): any {
  return allocate(cons, 0);
}
export function singleton(value: any, cons: any): any {
  const result: any = allocate(cons, 1);
  set_element("array<obj>", result, 0, value);
  return result;
}
export function isEmpty(array: any): boolean {
  return countOf(array) === 0;
}
export function copy(array: any): MutableArray {
  countOf(array);
  return array_slice(array);
}
export function copyTo(source: any, sourceIndex: int32, target: any, targetIndex: int32, count: int32): void {
  copyToArray(source, sourceIndex, target, targetIndex, count);
}
export function initialize(count: int32, f: any, cons: any): MutableArray {
  requireNonNegative(count, "count");
  const result: any = allocate(cons, count);
  for (let i: int32 = 0; i < count; i++) set_element("array<obj>", result, i, f(i));
  return result;
}
export function replicate(count: int32, initial: any, cons: any): MutableArray {
  requireNonNegative(count, "count");
  return array_fill(allocate(cons, count), initial, 0, count);
}
export function fill(target: any, targetIndex: int32, count: int32, value: any): any {
  requireNonNegative(targetIndex, "targetIndex");
  requireNonNegative(count, "count");
  const end: int32 = targetIndex + count;
  if (end > target.length) failIndexOutOfRange();
  return array_fill(target, value, targetIndex, end);
}
/** A new array with all its elements set. */
export function filled(array: any, value: any): any {
  return array_fill(array, value, 0, array.length);
}
/** The length of a new array. */
export function checkCount(count: int32): int32 {
  if (count < 0) requireNonNegative(count, "count");
  return count;
}
export function append(first: any, second: any, cons: any): MutableArray {
  const count: int32 = countOf(first);
  if (array_is(first) && array_is(second) && cons == null) return array_concat(first, second);
  const total: int32 = count + countOf(second);
  const result: any = cons == null ? array_new_like(first, total) : array_new(cons, total);
  for (let i: int32 = 0; i < count; i++) set_element("array<obj>", result, i, get_element("array<obj>", first, i));
  for (let i: int32 = count; i < total; i++) set_element("array<obj>", result, i, get_element("array<obj>", second, i - count));
  return result;
}
export function concat(arrays: any, cons: any): MutableArray {
  const parts: any = array_is(arrays) ? arrays : Array_from(arrays);
  let total: int32 = 0;
  for (let i: int32 = 0; i < parts.length; i++) total = total + countOf(parts[i]);
  const result: any = allocate(cons, total);
  let at: int32 = 0;
  for (let i: int32 = 0; i < parts.length; i++) {
    const part: any = parts[i];
    const count: int32 = part.length;
    for (let j: int32 = 0; j < count; j++) {
      set_element("array<obj>", result, at, get_element("array<obj>", part, j));
      at++;
    }
  }
  return result;
}
export function map(f: any, source: any, cons: any): MutableArray {
  const count: int32 = countOf(source);
  const result: any = allocate(cons, count);
  for (let i: int32 = 0; i < count; i++) set_element("array<obj>", result, i, f(get_element("array<obj>", source, i)));
  return result;
}
export function mapIndexed(f: any, source: any, cons: any): MutableArray {
  const count: int32 = countOf(source);
  const result: any = allocate(cons, count);
  for (let i: int32 = 0; i < count; i++) set_element("array<obj>", result, i, f(i, get_element("array<obj>", source, i)));
  return result;
}
export function indexed(source: any): MutableArray {
  return mapIndexed((i: any, x: any): any => new_tuple("tuple", i, x), source, undefined);
}
/** The common length of two arrays. */
export function commonLength(first: any, second: any): int32 {
  const count: int32 = countOf(first);
  if (count !== countOf(second)) failTwoArrays(count, second.length);
  return count;
}
function commonLengthOfThree(first: any, second: any, third: any): int32 {
  const count: int32 = countOf(first);
  if (count !== countOf(second) || count !== countOf(third)) failThreeArrays(count, second.length, third.length);
  return count;
}
export function map2(f: any, first: any, second: any, cons: any): MutableArray {
  const count: int32 = commonLength(first, second);
  const result: any = allocate(cons, count);
  for (let i: int32 = 0; i < count; i++) set_element("array<obj>", result, i, f(get_element("array<obj>", first, i), get_element("array<obj>", second, i)));
  return result;
}
export function mapIndexed2(f: any, first: any, second: any, cons: any): MutableArray {
  const count: int32 = commonLength(first, second);
  const result: any = allocate(cons, count);
  for (let i: int32 = 0; i < count; i++) set_element("array<obj>", result, i, f(i, get_element("array<obj>", first, i), get_element("array<obj>", second, i)));
  return result;
}
export function map3(f: any, first: any, second: any, third: any, cons: any): any {
  const count: int32 = commonLengthOfThree(first, second, third);
  const result: any = allocate(cons, count);
  for (let i: int32 = 0; i < count; i++)
    set_element("array<obj>", result, i, f(get_element("array<obj>", first, i), get_element("array<obj>", second, i), get_element("array<obj>", third, i)));
  return result;
}
export function mapIndexed3(f: any, first: any, second: any, third: any, cons: any): any {
  const count: int32 = commonLengthOfThree(first, second, third);
  const result: any = allocate(cons, count);
  for (let i: int32 = 0; i < count; i++)
    set_element("array<obj>", result, i, f(i, get_element("array<obj>", first, i), get_element("array<obj>", second, i), get_element("array<obj>", third, i)));
  return result;
}
export function zip(first: any, second: any): MutableArray {
  return map2((x: any, y: any): any => new_tuple("tuple", x, y), first, second, undefined);
}
export function zip3(first: any, second: any, third: any): any {
  return map3((x: any, y: any, z: any): any => new_tuple("tuple", x, y, z), first, second, third, undefined);
}
export function unzip(array: any): any {
  const first: any = map((t: any): any => get_item("tuple<obj,obj>", 0, t), array, undefined);
  return new_tuple(
    "tuple",
    first,
    map((t: any): any => get_item("tuple<obj,obj>", 1, t), array, undefined),
  );
}
export function unzip3(array: any): any {
  const first: any = map((t: any): any => get_item("tuple<obj,obj,obj>", 0, t), array, undefined);
  const second: any = map((t: any): any => get_item("tuple<obj,obj,obj>", 1, t), array, undefined);
  return new_tuple(
    "tuple",
    first,
    second,
    map((t: any): any => get_item("tuple<obj,obj,obj>", 2, t), array, undefined),
  );
}
export function mapFold(mapping: any, state: any, array: any, cons: any): any {
  const count: int32 = countOf(array);
  const result: any = allocate(cons, count);
  let acc: any = state;
  for (let i: int32 = 0; i < count; i++) {
    const pair: any = mapping(acc, get_element("array<obj>", array, i));
    set_element("array<obj>", result, i, get_item("tuple<obj,obj>", 0, pair));
    acc = get_item("tuple<obj,obj>", 1, pair);
  }
  return new_tuple("tuple", result, acc);
}
export function mapFoldBack(mapping: any, array: any, state: any, cons: any): any {
  const count: int32 = countOf(array);
  const result: any = allocate(cons, count);
  let acc: any = state;
  for (let i: int32 = count - 1; i >= 0; i--) {
    const pair: any = mapping(get_element("array<obj>", array, i), acc);
    set_element("array<obj>", result, i, get_item("tuple<obj,obj>", 0, pair));
    acc = get_item("tuple<obj,obj>", 1, pair);
  }
  return new_tuple("tuple", result, acc);
}
export function scan(folder: any, state: any, array: any, cons: any): MutableArray {
  const count: int32 = countOf(array);
  const result: any = allocate(cons, count + 1);
  let acc: any = state;
  set_element("array<obj>", result, 0, acc);
  for (let i: int32 = 0; i < count; i++) {
    acc = folder(acc, get_element("array<obj>", array, i));
    set_element("array<obj>", result, i + 1, acc);
  }
  return result;
}
export function scanBack(folder: any, array: any, state: any, cons: any): any {
  const count: int32 = countOf(array);
  const result: any = allocate(cons, count + 1);
  let acc: any = state;
  set_element("array<obj>", result, count, acc);
  for (let i: int32 = count - 1; i >= 0; i--) {
    acc = folder(get_element("array<obj>", array, i), acc);
    set_element("array<obj>", result, i, acc);
  }
  return result;
}
export function unfold(generator: any, state: any): any {
  const result: any = [];
  let step: any = generator(state);
  while (step != null) {
    result.push(get_item("tuple<obj,obj>", 0, step));
    step = generator(get_item("tuple<obj,obj>", 1, step));
  }
  return result;
}
/** A list of items as an array of the host type of another. */
function like(source: any, items: any): any {
  return array_is_typed(source) ? array_from(items, array_type_name(source)) : items;
}
export function filter(predicate: any, array: any): any {
  const count: int32 = countOf(array);
  const result: any = [];
  for (let i: int32 = 0; i < count; i++) {
    const x: any = get_element("array<obj>", array, i);
    if (predicate(x)) result.push(x);
  }
  return like(array, result);
}
export function where(predicate: any, array: any): any {
  return filter(predicate, array);
}
export function choose(chooser: any, array: any, cons: any): MutableArray {
  const count: int32 = countOf(array);
  const result: any = [];
  for (let i: int32 = 0; i < count; i++) {
    const chosen: any = chooser(get_element("array<obj>", array, i));
    if (chosen != null) result.push(value(chosen));
  }
  return cons == null ? result : array_from(result, cons);
}
export function collect(mapping: any, array: any, cons: any): MutableArray {
  return concat(map(mapping, array, undefined), cons);
}
export function partition(f: any, array: any, cons: any): any {
  const count: int32 = countOf(array);
  const yes: any = [];
  const no: any = [];
  for (let i: int32 = 0; i < count; i++) {
    const x: any = get_element("array<obj>", array, i);
    if (f(x)) yes.push(x);
    else no.push(x);
  }
  return cons == null ? new_tuple("tuple", yes, no) : new_tuple("tuple", array_from(yes, cons), array_from(no, cons));
}
export function allPairs(first: any, second: any): any {
  return collect((x: any): any => map((y: any): any => new_tuple("tuple", x, y), second, undefined), first, undefined);
}
export function pairwise(array: any): any {
  const count: int32 = countOf(array) - 1;
  if (count < 1) return [];
  const result: any = array_new("Array", count);
  for (let i: int32 = 0; i < count; i++) set_element("array<obj>", result, i, new_tuple("tuple", get_element("array<obj>", array, i), get_element("array<obj>", array, i + 1)));
  return result;
}

/** `Array.Resize`, of a reference to an array or null. */
export function resize(reference: any, newSize: int32, zero: any, cons: any): void {
  checkSign(newSize, "newSize");
  const old: any = reference.contents;
  const count: int32 = old == null ? 0 : old.length;
  if (old != null && count === newSize) return;
  const sized: any = array_fill(allocate(cons, newSize), zero, 0, newSize);
  for (let i: int32 = 0; i < Math.min(count, newSize); i++) sized[i] = old[i];
  reference.contents = sized;
}
