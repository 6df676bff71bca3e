import { array_fill, array_from, array_is, array_new, array_reverse, array_set_from, array_sort_numbers } from "fusabi:builtin";
import { get_element, set_element } from "fusabi:op";
import { IntegerComparer, NumberComparer } from "./comparers.ts";
import { Comparer } from "./util.ts";

/** Runs of this length are sorted by insertion before they are merged. */
const runLength: int32 = 8;

/** Sorts an array of any host type in place by a function of two elements: stable, n log n comparisons. */
export function sortInPlaceWith(items: any, compareItems: any): any {
  return mergeSort(items, new Comparer(compareItems));
}

/** The same by an IComparer. */
export function sortInPlace(items: any, comparer: any): any {
  if (comparer instanceof NumberComparer && sortNumbers(items)) return items;
  return mergeSort(items, comparer);
}

export function sortInPlaceDescending(items: any, comparer: any): any {
  if (comparer instanceof NumberComparer && sortNumbers(items)) return array_reverse(items);
  return mergeSort(items, new Comparer((x: any, y: any): any => comparer.Compare(y, x)));
}

/** A sorted copy by keys that are computed once each. */
export function sortedBy(items: any, projection: any, comparer: any, descending: boolean): any {
  const count: int32 = items.length;
  if (comparer instanceof IntegerComparer && count <= places) return sortedByIntegers(items, projection, count, descending);
  const keys: any[] = array_new("Array", count);
  const order: any[] = array_new("Array", count);
  for (let i: int32 = 0; i < count; i++) {
    keys[i] = projection(items[i]);
    order[i] = i;
  }
  if (descending) mergeSort(order, new Comparer((i: any, j: any): any => comparer.Compare(keys[j], keys[i])));
  else mergeSort(order, new Comparer((i: any, j: any): any => comparer.Compare(keys[i], keys[j])));
  const sorted: any = array_from(items, undefined);
  for (let i: int32 = 0; i < count; i++) sorted[i] = items[order[i]];
  return sorted;
}

/** Places of items that a number has room for beside a key of 32 bits. */
const places: int32 = 1048576;

/** Each key and, below it, the place of its item make one number: those are sorted natively. */
function sortedByIntegers(items: any, projection: any, count: int32, descending: boolean): any {
  const order: any = array_new("Float64Array", count);
  const unit: float64 = descending ? -places : places;
  for (let i: int32 = 0; i < count; i++) {
    const key: float64 = projection(get_element("array<obj>", items, i));
    set_element("array<float64>", order, i, key * unit + i);
  }
  array_sort_numbers(order);
  const sorted: any = array_from(items, undefined);
  for (let i: int32 = 0; i < count; i++) {
    const whole: float64 = get_element("array<float64>", order, i);
    const place: int32 = whole - Math.floor(whole / places) * places;
    set_element("array<obj>", sorted, i, get_element("array<obj>", items, place));
  }
  return sorted;
}

/** Sorts numbers natively, NaN first as in .NET; false where not all are numbers. */
function sortNumbers(items: any): boolean {
  const count: int32 = items.length;
  if (array_is(items)) {
    for (let i: int32 = 0; i < count; i++) {
      if (typeof items[i] !== "number") return false;
    }
    const numbers: any = array_from(items, "Float64Array");
    sortTypedNumbers(numbers, count);
    array_set_from(items, numbers, 0);
    return true;
  }
  sortTypedNumbers(items, count);
  return true;
}

function sortTypedNumbers(numbers: any, count: int32): void {
  array_sort_numbers(numbers);
  let end: int32 = count;
  while (end > 0 && numbers[end - 1] !== numbers[end - 1]) end--;
  if (end === count) return;
  const nan: any = numbers[end];
  for (let i: int32 = end - 1; i >= 0; i--) numbers[i + count - end] = numbers[i];
  array_fill(numbers, nan, 0, count - end);
}

/** The comparer is guest code, so the array it may see meanwhile is the unsorted one. */
function mergeSort(items: any, comparer: any): any {
  const count: int32 = items.length;
  if (count < 2) return items;
  let from: any[] = array_from(items, undefined);
  sortRuns(from, count, comparer);
  if (count > runLength) {
    let to: any[] = array_from(items, undefined);
    for (let width: int32 = runLength; width < count; width = width + width) {
      mergeRuns(from, to, count, width, comparer);
      const other: any[] = from;
      from = to;
      to = other;
    }
  }
  array_set_from(items, from, 0);
  return items;
}

function sortRuns(items: any[], count: int32, comparer: any): void {
  for (let start: int32 = 0; start < count; start += runLength) {
    let end: int32 = start + runLength;
    if (end > count) end = count;
    for (let i: int32 = start + 1; i < end; i++) {
      const item: any = items[i];
      let j: int32 = i - 1;
      while (j >= start && comparer.Compare(items[j], item) > 0) {
        items[j + 1] = items[j];
        j--;
      }
      items[j + 1] = item;
    }
  }
}

function mergeRuns(from: any[], to: any[], count: int32, width: int32, comparer: any): void {
  for (let start: int32 = 0; start < count; start += width + width) {
    let middle: int32 = start + width;
    if (middle > count) middle = count;
    let end: int32 = middle + width;
    if (end > count) end = count;
    let left: int32 = start;
    let right: int32 = middle;
    let at: int32 = start;
    while (left < middle && right < end) {
      const a: any = from[left];
      const b: any = from[right];
      const order: int32 = comparer.Compare(a, b);
      if (order > 0) {
        to[at] = b;
        right++;
      } else {
        to[at] = a;
        left++;
      }
      at++;
    }
    while (left < middle) {
      to[at] = from[left];
      left++;
      at++;
    }
    while (right < end) {
      to[at] = from[right];
      right++;
      at++;
    }
  }
}
