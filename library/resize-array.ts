import { array_pop, array_set_length, array_slice, array_splice } from "fusabi:builtin";
import { get_element, set_element } from "fusabi:op";
import { checkNotNull, failIndex } from "./argument-checks.ts";
import { checkPart } from "./array-ranges.ts";
import { indexOf } from "./array-search.ts";
import { ArgumentOutOfRangeException } from "./exceptions.ts";
import { Array_from, array_push_all } from "./platform-array.ts";

/** ResizeArray's methods that Fable keeps in its Array module. */

export function addInPlace(x: any, array: any): void {
  array.push(x);
}
export function addRangeInPlace(range: any, array: any): void {
  checkNotNull(range, "collection");
  array_push_all(array, range);
}
export function insertRangeInPlace(index: int32, range: any, array: any): void {
  checkNotNull(range, "collection");
  if (index < 0 || index > array.length) failIndex("index", "or equal to ");
  array_splice(array, index, 0, Array_from(range));
}
/** `splice(index, 1)`, which is what RemoveAt becomes. */
export function removeAt(list: any, index: int32): void {
  const last: int32 = list.length - 1;
  if (index < 0 || index > last) {
    failIndex("index", "");
  }
  if (index === last) array_pop(list);
  else array_splice(list, index, 1);
}
/** `splice(start, count)`, which is what RemoveRange becomes; without a count all that follows goes. */
export function removeRange(list: any, start: int32, count?: int32): void {
  const removed: int32 = count ?? list.length - start;
  checkPart(list, start, removed, "count");
  array_splice(list, start, removed);
}
/** `splice(index, 0, item)`, which is what Insert becomes. */
export function insertAt(list: any, index: int32, item: any): void {
  if (index < 0 || index > list.length) throw new ArgumentOutOfRangeException("index", "Index must be within the bounds of the List.");
  array_splice(list, index, 0, [item]);
}
export function removeInPlace(item: any, array: any, eq: any): boolean {
  const i: int32 = indexOf(array, item, undefined, undefined, eq);
  if (i < 0) return false;
  array_splice(array, i, 1);
  return true;
}
export function removeAllInPlace(predicate: any, array: any): int32 {
  checkNotNull(predicate, "match");
  const count: int32 = array.length;
  let kept: int32 = 0;
  for (let i: int32 = 0; i < count; i++) {
    const x: any = get_element("array<obj>", array, i);
    if (!predicate(x)) {
      set_element("array<obj>", array, kept, x);
      kept++;
    }
  }
  array_set_length(array, kept);
  return count - kept;
}
export function findAll(predicate: any, array: any): any {
  const found: any = [];
  for (let i: int32 = 0; i < array.length; i++) {
    const x: any = get_element("array<obj>", array, i);
    if (predicate(x)) found.push(x);
  }
  return found;
}
export function getRange(array: any, start: int32, count: int32): any {
  checkPart(array, start, count, "count");
  return array_slice(array, start, start + count);
}
