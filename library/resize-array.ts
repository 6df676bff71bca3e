import { array_set_length, array_slice, array_splice } from "fusabi:builtin";
import { get_element, set_element } from "fusabi:op";
import { indexOf } from "./array-search.ts";
import { ArgumentException, ArgumentOutOfRangeException } from "./exceptions.ts";
import { Array_from, array_push_all } from "./platform-array.ts";

/** ResizeArray's methods that Fable keeps in its Array module. */

export function addInPlace(x: any, array: any): void {
  array.push(x);
}
export function addRangeInPlace(range: any, array: any): void {
  array_push_all(array, range);
}
export function insertRangeInPlace(index: int32, range: any, array: any): void {
  if (index < 0 || index > array.length)
    throw new ArgumentOutOfRangeException("index", "Index was out of range. Must be non-negative and less than or equal to the size of the collection.");
  array_splice(array, index, 0, Array_from(range));
}
export function removeInPlace(item: any, array: any, eq: any): boolean {
  const i: int32 = indexOf(array, item, undefined, undefined, eq);
  if (i < 0) return false;
  array_splice(array, i, 1);
  return true;
}
export function removeAllInPlace(predicate: any, array: any): int32 {
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
  if (start < 0) throw new ArgumentOutOfRangeException("index", "Non-negative number required.");
  if (count < 0) throw new ArgumentOutOfRangeException("count", "Non-negative number required.");
  const end: int32 = start + count;
  if (end > array.length) {
    throw new ArgumentException(
      "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.",
    );
  }
  return array_slice(array, start, end);
}

const outOfRange = (): never => {
  throw new ArgumentOutOfRangeException("index", "Index was out of range. Must be non-negative and less than the size of the collection.");
};

/** `list[index]`, whose exception is not the array's. */
export function list_item(list: MutableArray, index: int32): any {
  if (index < 0 || index >= list.length) outOfRange();
  return get_element("array<obj>", list, index);
}
export function set_list_item(list: MutableArray, index: int32, value: any): void {
  if (index < 0 || index >= list.length) outOfRange();
  set_element("array<obj>", list, index, value);
}
