import { array_is, array_new, array_new_like, array_reverse, array_set_from, array_slice } from "fusabi:builtin";
import { get_element, new_tuple, set_element } from "fusabi:op";
import { countOf } from "./array.ts";
import { failArrayRange, failNotEnough, failNotEnoughElements, failPermutation, failWithinBounds, requireNonNegative, requirePositive } from "./collection-errors.ts";
import { ArgumentException } from "./exceptions.ts";
import { sortInPlace as sortArray, sortedBy, sortInPlaceDescending, sortInPlaceWith } from "./merge-sort.ts";
import { Array_from } from "./platform-array.ts";

/** The functions of Array that take arrays apart by position or order them. */

export function getSubArray(array: any, start: int32, count: int32): any {
  requireNonNegative(start, "startIndex");
  requireNonNegative(count, "count");
  const end: int32 = start + count;
  if (end > countOf(array)) failArrayRange(count, array.length);
  return array_slice(array, start, end);
}
export function truncate(count: int32, array: any): any {
  countOf(array);
  return array_slice(array, 0, count < 0 ? 0 : count);
}
export function take(count: int32, array: any): any {
  requireNonNegative(count, "count");
  if (count > countOf(array)) failNotEnoughElements();
  return array_slice(array, 0, count);
}
export function skip(count: int32, array: any): any {
  const length: int32 = countOf(array);
  if (count > length) failArrayRange(count, length);
  return array_slice(array, count < 0 ? 0 : count, length);
}
export function tail(array: any): any {
  if (countOf(array) === 0) failNotEnough("array");
  return array_slice(array, 1, array.length);
}
export function takeWhile(predicate: any, array: any): any {
  const length: int32 = countOf(array);
  let count: int32 = 0;
  while (count < length && predicate(get_element("array<obj>", array, count))) count++;
  return array_slice(array, 0, count);
}
export function skipWhile(predicate: any, array: any): any {
  const length: int32 = countOf(array);
  let count: int32 = 0;
  while (count < length && predicate(get_element("array<obj>", array, count))) count++;
  return array_slice(array, count, length);
}
export function splitAt(index: int32, array: any): any {
  requireNonNegative(index, "index");
  const length: int32 = countOf(array);
  if (index > length) failNotEnoughElements();
  return new_tuple("tuple", array_slice(array, 0, index), array_slice(array, index, length));
}
export function chunkBySize(size: int32, array: any): any {
  requirePositive(size, "chunkSize");
  const length: int32 = countOf(array);
  const chunks: any = [];
  for (let start: int32 = 0; start < length; start += size) {
    const end: int32 = start + size;
    chunks.push(array_slice(array, start, end));
  }
  return chunks;
}
export function windowed(size: int32, array: any): any {
  requirePositive(size, "windowSize");
  const last: int32 = countOf(array) - size;
  const windows: any = [];
  for (let start: int32 = 0; start <= last; start++) {
    const end: int32 = start + size;
    windows.push(array_slice(array, start, end));
  }
  return windows;
}
export function splitInto(count: int32, array: any): any {
  requirePositive(count, "count");
  const total: int32 = countOf(array);
  const pieces: int32 = count < total ? count : total;
  const chunks: any = [];
  let start: int32 = 0;
  for (let i: int32 = 0; i < pieces; i++) {
    const end: int32 = start + ((total / pieces) | 0) + (i < total % pieces ? 1 : 0);
    chunks.push(array_slice(array, start, end));
    start = end;
  }
  return chunks;
}
export function transpose(arrays: any, cons: any): any {
  const rows: any = array_is(arrays) ? arrays : Array_from(arrays);
  const count: int32 = rows.length;
  if (count === 0) return [];
  const width: int32 = countOf(rows[0]);
  for (let i: int32 = 1; i < count; i++) {
    const other: int32 = countOf(rows[i]);
    if (other !== width) {
      throw new ArgumentException("The arrays have different lengths.\narray.[0].Length = " + width + ", array.[" + i + "].Length = " + other, "array.[0]");
    }
  }
  const columns: any = array_new("Array", width);
  for (let i: int32 = 0; i < width; i++) {
    const column: any = array_new(cons ?? "Array", count);
    for (let j: int32 = 0; j < count; j++) set_element("array<obj>", column, j, get_element("array<obj>", rows[j], i));
    set_element("array<obj>", columns, i, column);
  }
  return columns;
}
export function permute(indexMap: any, array: any): any {
  const count: int32 = countOf(array);
  const result: any = array_new_like(array, count);
  const taken: any = array_new("Array", count);
  for (let i: int32 = 0; i < count; i++) {
    const to: int32 = indexMap(i);
    if (to < 0 || to >= count || taken[to] === true) failPermutation();
    set_element("array<obj>", taken, to, true);
    set_element("array<obj>", result, to, get_element("array<obj>", array, i));
  }
  return result;
}
export function reverse(array: any): any {
  countOf(array);
  return array_reverse(array_slice(array));
}
export function setSlice(target: any, lower: any, upper: any, source: any): void {
  const from: int32 = lower ?? 0;
  const to: int32 = upper ?? target.length - 1;
  for (let i: int32 = from; i <= to; i++) set_element("array<obj>", target, i, get_element("array<obj>", source, i - from));
}

function checkIndex(index: int32, end: int32): void {
  if (index < 0 || index >= end) failWithinBounds("array");
}
/** A copy with `removed` items at an index replaced by others. */
function spliced(array: any, index: int32, removed: int32, items: any): any {
  const count: int32 = array.length;
  const added: int32 = items.length;
  const rest: int32 = index + removed;
  const result: any = array_new_like(array, count - removed + added);
  array_set_from(result, array_slice(array, 0, index), 0);
  for (let i: int32 = 0; i < added; i++) set_element("array<obj>", result, index + i, get_element("array<obj>", items, i));
  array_set_from(result, array_slice(array, rest, count), index + added);
  return result;
}
export function insertAt(index: int32, y: any, array: any): any {
  checkIndex(index, countOf(array) + 1);
  return spliced(array, index, 0, [y]);
}
export function insertManyAt(index: int32, ys: any, array: any): any {
  checkIndex(index, countOf(array) + 1);
  return spliced(array, index, 0, Array_from(ys));
}
export function removeAt(index: int32, array: any): any {
  checkIndex(index, countOf(array));
  return spliced(array, index, 1, []);
}
export function removeManyAt(index: int32, count: int32, array: any): any {
  checkIndex(index, countOf(array) - count + 1);
  return spliced(array, index, count, []);
}
export function updateAt(index: int32, y: any, array: any): any {
  checkIndex(index, countOf(array));
  return spliced(array, index, 1, [y]);
}

export function sortInPlace(array: any, comparer: any): void {
  countOf(array);
  sortArray(array, comparer);
}
export function sortInPlaceBy(projection: any, array: any, comparer: any): void {
  countOf(array);
  array_set_from(array, sortedBy(array, projection, comparer, false), 0);
}
export function sort(array: any, comparer: any): any {
  countOf(array);
  return sortArray(array_slice(array), comparer);
}
export function sortDescending(array: any, comparer: any): any {
  countOf(array);
  return sortInPlaceDescending(array_slice(array), comparer);
}
export function sortWith(comparer: any, array: any): any {
  countOf(array);
  return sortInPlaceWith(array_slice(array), comparer);
}
export function sortBy(projection: any, array: any, comparer: any): any {
  const sorted: any = array_slice(array);
  array_set_from(sorted, sortedBy(array, projection, comparer, false), 0);
  return sorted;
}
export function sortByDescending(projection: any, array: any, comparer: any): any {
  const sorted: any = array_slice(array);
  array_set_from(sorted, sortedBy(array, projection, comparer, true), 0);
  return sorted;
}

/** `xs.[start .. last]`: bounds that lie outside stand for the ends. */
export function sliceArray(array: any, start: any, last: any): any {
  const from: int32 = start == null ? 0 : start;
  const to: int32 = last == null ? array.length - 1 : last;
  return to < 0 ? array_slice(array, 0, 0) : array_slice(array, Math.max(from, 0), to + 1);
}
