import { get_element, set_element } from "fusabi:op";
import { commonLength, countOf } from "./array.ts";
import { failEmptyArray, failEmptySequence, failNotFound, failTooLong } from "./collection-errors.ts";
import { orderOf } from "./comparers.ts";
import { some, value } from "./option.ts";
import { FSharpRef } from "./types.ts";

/** The functions of Array that read arrays. */

export function iterate(action: any, array: any): void {
  const count: int32 = countOf(array);
  for (let i: int32 = 0; i < count; i++) action(get_element("array<obj>", array, i));
}
export function iterateIndexed(action: any, array: any): void {
  const count: int32 = countOf(array);
  for (let i: int32 = 0; i < count; i++) action(i, get_element("array<obj>", array, i));
}
export function iterate2(action: any, first: any, second: any): void {
  const count: int32 = commonLength(first, second);
  for (let i: int32 = 0; i < count; i++) action(get_element("array<obj>", first, i), get_element("array<obj>", second, i));
}
export function iterateIndexed2(action: any, first: any, second: any): void {
  const count: int32 = commonLength(first, second);
  for (let i: int32 = 0; i < count; i++) action(i, get_element("array<obj>", first, i), get_element("array<obj>", second, i));
}
export function fold(folder: any, state: any, array: any): any {
  const count: int32 = countOf(array);
  let acc: any = state;
  for (let i: int32 = 0; i < count; i++) acc = folder(acc, get_element("array<obj>", array, i));
  return acc;
}
export function foldIndexed(folder: any, state: any, array: any): any {
  const count: int32 = countOf(array);
  let acc: any = state;
  for (let i: int32 = 0; i < count; i++) acc = folder(i, acc, get_element("array<obj>", array, i));
  return acc;
}
export function fold2(folder: any, state: any, first: any, second: any): any {
  const count: int32 = commonLength(first, second);
  let acc: any = state;
  for (let i: int32 = 0; i < count; i++) acc = folder(acc, get_element("array<obj>", first, i), get_element("array<obj>", second, i));
  return acc;
}
export function foldIndexed2(folder: any, state: any, first: any, second: any): any {
  const count: int32 = commonLength(first, second);
  let acc: any = state;
  for (let i: int32 = 0; i < count; i++) acc = folder(i, acc, get_element("array<obj>", first, i), get_element("array<obj>", second, i));
  return acc;
}
export function foldBack(folder: any, array: any, state: any): any {
  let acc: any = state;
  for (let i: int32 = countOf(array) - 1; i >= 0; i--) acc = folder(get_element("array<obj>", array, i), acc);
  return acc;
}
export function foldBackIndexed(folder: any, array: any, state: any): any {
  let acc: any = state;
  for (let i: int32 = countOf(array) - 1; i >= 0; i--) acc = folder(i, get_element("array<obj>", array, i), acc);
  return acc;
}
export function foldBack2(folder: any, first: any, second: any, state: any): any {
  let acc: any = state;
  for (let i: int32 = commonLength(first, second) - 1; i >= 0; i--) acc = folder(get_element("array<obj>", first, i), get_element("array<obj>", second, i), acc);
  return acc;
}
export function reduce(reduction: any, array: any): any {
  const count: int32 = countOf(array);
  if (count === 0) return failEmptyArray();
  let acc: any = get_element("array<obj>", array, 0);
  for (let i: int32 = 1; i < count; i++) acc = reduction(acc, get_element("array<obj>", array, i));
  return acc;
}
export function reduceBack(reduction: any, array: any): any {
  const count: int32 = countOf(array);
  if (count === 0) return failEmptyArray();
  let acc: any = get_element("array<obj>", array, count - 1);
  for (let i: int32 = count - 2; i >= 0; i--) acc = reduction(get_element("array<obj>", array, i), acc);
  return acc;
}
export function indexWhere(predicate: any, array: any): int32 {
  const count: int32 = countOf(array);
  for (let i: int32 = 0; i < count; i++) {
    if (predicate(get_element("array<obj>", array, i))) return i;
  }
  return -1;
}
function lastIndexWhere(predicate: any, array: any): int32 {
  for (let i: int32 = countOf(array) - 1; i >= 0; i--) {
    if (predicate(get_element("array<obj>", array, i))) return i;
  }
  return -1;
}
function itemAt(i: int32, array: any): any {
  return i < 0 ? failNotFound() : get_element("array<obj>", array, i);
}
function optionAt(i: int32, array: any): any {
  return i < 0 ? undefined : some(get_element("array<obj>", array, i));
}
export function find(predicate: any, array: any): any {
  return itemAt(indexWhere(predicate, array), array);
}
export function tryFind(predicate: any, array: any): any {
  return optionAt(indexWhere(predicate, array), array);
}
export function findBack(predicate: any, array: any): any {
  return itemAt(lastIndexWhere(predicate, array), array);
}
export function tryFindBack(predicate: any, array: any): any {
  return optionAt(lastIndexWhere(predicate, array), array);
}
export function findIndex(predicate: any, array: any): int32 {
  const i: int32 = indexWhere(predicate, array);
  return i < 0 ? failNotFound() : i;
}
export function tryFindIndex(predicate: any, array: any): any {
  const i: int32 = indexWhere(predicate, array);
  return i < 0 ? undefined : i;
}
export function findIndexBack(predicate: any, array: any): int32 {
  const i: int32 = lastIndexWhere(predicate, array);
  return i < 0 ? failNotFound() : i;
}
export function tryFindIndexBack(predicate: any, array: any): any {
  const i: int32 = lastIndexWhere(predicate, array);
  return i < 0 ? undefined : i;
}
/** ResizeArray.FindLastIndex */
export function findLastIndex(predicate: any, array: any): int32 {
  return lastIndexWhere(predicate, array);
}
export function tryPick(chooser: any, array: any): any {
  const count: int32 = countOf(array);
  for (let i: int32 = 0; i < count; i++) {
    const picked: any = chooser(get_element("array<obj>", array, i));
    if (picked != null) return picked;
  }
  return undefined;
}
export function pick(chooser: any, array: any): any {
  const picked: any = tryPick(chooser, array);
  return picked == null ? failNotFound() : value(picked);
}
export function exists(predicate: any, array: any): boolean {
  return indexWhere(predicate, array) >= 0;
}
export function forAll(predicate: any, array: any): boolean {
  const count: int32 = countOf(array);
  for (let i: int32 = 0; i < count; i++) {
    if (!predicate(get_element("array<obj>", array, i))) return false;
  }
  return true;
}
export function exists2(predicate: any, first: any, second: any): boolean {
  const count: int32 = commonLength(first, second);
  for (let i: int32 = 0; i < count; i++) {
    if (predicate(get_element("array<obj>", first, i), get_element("array<obj>", second, i))) return true;
  }
  return false;
}
export function forAll2(predicate: any, first: any, second: any): boolean {
  const count: int32 = commonLength(first, second);
  for (let i: int32 = 0; i < count; i++) {
    if (!predicate(get_element("array<obj>", first, i), get_element("array<obj>", second, i))) return false;
  }
  return true;
}
export function indexOf(array: any, item: any, start: any, count: any, eq: any): int32 {
  const from: int32 = start ?? 0;
  const end: int32 = count == null ? array.length : from + count;
  for (let i: int32 = from; i < end; i++) {
    if (eq.Equals(item, get_element("array<obj>", array, i))) return i;
  }
  return -1;
}
export function contains(value: any, array: any, eq: any): boolean {
  const count: int32 = countOf(array);
  for (let i: int32 = 0; i < count; i++) {
    if (eq.Equals(value, get_element("array<obj>", array, i))) return true;
  }
  return false;
}
export function head(array: any): any {
  return countOf(array) === 0 ? failEmptyArray() : get_element("array<obj>", array, 0);
}
export function tryHead(array: any): any {
  return countOf(array) === 0 ? undefined : some(get_element("array<obj>", array, 0));
}
export function last(array: any): any {
  const count: int32 = countOf(array);
  return count === 0 ? failEmptyArray() : get_element("array<obj>", array, count - 1);
}
export function tryLast(array: any): any {
  const count: int32 = countOf(array);
  return count === 0 ? undefined : some(get_element("array<obj>", array, count - 1));
}
export function exactlyOne(array: any): any {
  const count: int32 = countOf(array);
  if (count === 1) return get_element("array<obj>", array, 0);
  return count === 0 ? failEmptySequence("array") : failTooLong("array");
}
export function tryExactlyOne(array: any): any {
  return countOf(array) === 1 ? some(get_element("array<obj>", array, 0)) : undefined;
}
export function compareWith(comparer: any, first: any, second: any): int32 {
  const count: int32 = countOf(first);
  const other: int32 = countOf(second);
  for (let i: int32 = 0; i < count && i < other; i++) {
    const order: int32 = comparer(get_element("array<obj>", first, i), get_element("array<obj>", second, i));
    if (order !== 0) return order;
  }
  return count === other ? 0 : count < other ? -1 : 1;
}
export function equalsWith(equals: any, first: any, second: any): boolean {
  if (first == null || second == null) return first == null && second == null;
  const count: int32 = countOf(first);
  if (count !== countOf(second)) return false;
  for (let i: int32 = 0; i < count; i++) {
    if (!equals(get_element("array<obj>", first, i), get_element("array<obj>", second, i))) return false;
  }
  return true;
}

export function sum(array: any, adder: any): any {
  const count: int32 = countOf(array);
  let acc: any = adder.GetZero();
  for (let i: int32 = 0; i < count; i++) acc = adder.Add(acc, get_element("array<obj>", array, i));
  return acc;
}
export function sumBy(projection: any, array: any, adder: any): any {
  const count: int32 = countOf(array);
  let acc: any = adder.GetZero();
  for (let i: int32 = 0; i < count; i++) acc = adder.Add(acc, projection(get_element("array<obj>", array, i)));
  return acc;
}
export function average(array: any, averager: any): any {
  return countOf(array) === 0 ? failEmptyArray() : averager.DivideByInt(sum(array, averager), array.length);
}
export function averageBy(projection: any, array: any, averager: any): any {
  return countOf(array) === 0 ? failEmptyArray() : averager.DivideByInt(sumBy(projection, array, averager), array.length);
}
/** The first element that no other one exceeds in `direction`. */
function extreme(projection: any, array: any, comparer: any, direction: int32): any {
  const count: int32 = countOf(array);
  if (count === 0) return failEmptyArray();
  let best: any = get_element("array<obj>", array, 0);
  let bestKey: any = projection == null ? best : projection(best);
  for (let i: int32 = 1; i < count; i++) {
    const x: any = get_element("array<obj>", array, i);
    const key: any = projection == null ? x : projection(x);
    const order: int32 = orderOf(comparer, key, bestKey);
    if ((direction > 0 && order > 0) || (direction < 0 && order < 0)) {
      best = x;
      bestKey = key;
    }
  }
  return best;
}
export function max(array: any, comparer: any): any {
  return extreme(undefined, array, comparer, 1);
}
export function min(array: any, comparer: any): any {
  return extreme(undefined, array, comparer, -1);
}
export function maxBy(projection: any, array: any, comparer: any): any {
  return extreme(projection, array, comparer, 1);
}
export function minBy(projection: any, array: any, comparer: any): any {
  return extreme(projection, array, comparer, -1);
}

/** `&array.[i]` */
export function elementReference(array: any, index: int32): FSharpRef {
  get_element("array<obj>", array, index);
  return new FSharpRef(
    (): any => get_element("array<obj>", array, index),
    (x: any): void => set_element("array<obj>", array, index, x),
  );
}
