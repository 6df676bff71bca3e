// System.Array.Sort, BinarySearch, Reverse and Clear with whatever their overloads take.
import { checkClear, checkPart } from "./array-ranges.ts";
import { compare } from "./equality.ts";
import { sortInPlaceWith } from "./merge-sort.ts";

/** A function for an IComparer, a Comparison or null. */
const comparisonOf = (order: any): any => {
  if (order == null) return compare;
  return typeof order === "function" ? order : (x: any, y: any): int32 => order.Compare(x, y);
};

/** Items; items and how to compare them; keys and the items to sort along. */
export function sortArray(items: any, order?: any): void {
  if (Array.isArray(order)) sortPairs(items, order, undefined);
  else sortInPlaceWith(items, comparisonOf(order));
}
/** Keys, items, comparer. */
export function sortPairs(keys: any, items: any, order?: any): void {
  checkPart(items, 0, keys.length, "length");
  const comparison: any = comparisonOf(order);
  const places: any[] = [];
  for (let i: int32 = 0; i < keys.length; i++) places.push(i);
  sortInPlaceWith(places, (x: any, y: any): int32 => comparison(keys[x], keys[y]));
  const [sortedKeys, sortedItems] = [places.map((at: any): any => keys[at]), places.map((at: any): any => items[at])];
  for (let i: int32 = 0; i < places.length; i++) {
    keys[i] = sortedKeys[i];
    items[i] = sortedItems[i];
  }
}
/** Items and a part of them, then how to compare them. */
export function sortRange(items: any, start: int32, count: int32, order?: any): void {
  checkPart(items, start, count, "length");
  const part: any[] = [];
  for (let i: int32 = 0; i < count; i++) part.push(items[start + i]);
  sortInPlaceWith(part, comparisonOf(order));
  for (let i: int32 = 0; i < count; i++) items[start + i] = part[i];
}
/** Where the value is, or the complement of where it would be. */
export function binarySearch(items: any, value: any, order?: any): int32 {
  const comparison: any = comparisonOf(order);
  let low: int32 = 0;
  let high: int32 = items.length - 1;
  while (low <= high) {
    const middle: int32 = low + ((high - low) >> 1);
    const found: int32 = comparison(items[middle], value);
    if (found === 0) return middle;
    if (found < 0) low = middle + 1;
    else high = middle - 1;
  }
  return ~low;
}
export function sortListPart(items: any, start: int32, count: int32, order?: any): void {
  checkPart(items, start, count, "count");
  sortRange(items, start, count, order);
}
/** All items, or a part, to the default of their type, which is read off them. */
export function clearArray(items: any, start?: any, count?: any): void {
  const from: int32 = start ?? 0;
  const size: int32 = count ?? items.length;
  checkClear(items, from, size);
  if (items.length === 0) return;
  const first: any = items[0];
  const zero: any = typeof first === "number" ? 0 : typeof first === "bigint" ? 0n : typeof first === "boolean" ? false : null;
  for (let i: int32 = from; i < from + size; i++) items[i] = zero;
}
export function reverseListPart(items: any, start: int32, count: int32): void {
  checkPart(items, start, count, "count");
  reverseRange(items, start, count);
}
export function reverseRange(items: any, start?: any, count?: any): void {
  if (count !== undefined) checkPart(items, start, count, "length");
  let low: int32 = start ?? 0;
  let high: int32 = (count === undefined ? items.length : low + count) - 1;
  while (low < high) {
    const held: any = items[low];
    items[low] = items[high];
    items[high] = held;
    low++;
    high--;
  }
}
