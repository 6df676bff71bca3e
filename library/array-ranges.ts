// Members of System.Array and ResizeArray that take a part of the items: its first index, or its last one, and how many.
import { checkForward, checkNotNull, checkSign, failCount, failIndex, failPart } from "./argument-checks.ts";
import { equals } from "./equality.ts";
import { ArgumentOutOfRangeException, IndexOutOfRangeException } from "./exceptions.ts";

/** What members of arrays call `length`, and those of lists `count`. */
export function checkPart(items: any, start: int32, count: int32, name: string): void {
  checkSign(start, "index");
  checkSign(count, name);
  if (items.length - start < count) failPart();
}

/** An empty array is searched from -1, or from 0. */
const checkBackward = (items: any, last: int32, count: int32): void => {
  const size: int32 = items.length;
  if (size === 0 ? last !== -1 && last !== 0 : last < 0 || last >= size) failIndex("startIndex", "");
  if (size > 0 && (count < 0 || last - count + 1 < 0)) failCount();
};

const findForward = (items: any, start: int32, count: int32, predicate: any): int32 => {
  for (let i: int32 = start; i < start + count; i++) if (predicate(items[i])) return i;
  return -1;
};
const findBackward = (items: any, last: int32, count: int32, predicate: any): int32 => {
  if (items.length === 0) return -1;
  for (let i: int32 = last; i > last - count; i--) if (predicate(items[i])) return i;
  return -1;
};

const restOf = (items: any, start: int32, count: any): int32 => count ?? items.length - start;

export function indexInArray(items: any, value: any, start: int32, count?: any): int32 {
  checkNotNull(items, "array");
  const size: int32 = restOf(items, start, count);
  checkForward(start, size, items.length);
  return findForward(items, start, size, (x: any): boolean => equals(x, value));
}
export function indexInList(items: any, value: any, start: int32, count?: any): int32 {
  if (start > items.length) failIndex("index", "or equal to ");
  return indexInArray(items, value, start, count);
}
export function lastIndexInArray(items: any, value: any, last: int32, count?: any): int32 {
  const size: int32 = count ?? last + 1;
  checkBackward(items, last, size);
  return findBackward(items, last, size, (x: any): boolean => equals(x, value));
}
export function lastIndexInList(items: any, value: any, last: int32, count?: any): int32 {
  if (last >= items.length) failIndex("index", "");
  if (items.length === 0) return -1;
  const size: int32 = count ?? last + 1;
  checkSign(last, "index");
  checkSign(size, "count");
  if (size > last + 1) throw new ArgumentOutOfRangeException("count", "Larger than collection size.");
  return findBackward(items, last, size, (x: any): boolean => equals(x, value));
}

/** (items, start, predicate), (items, start, count, predicate). */
export function findIndexIn(items: any, start: int32, countOrPredicate: any, predicate?: any): int32 {
  if (predicate === undefined) return findIndexIn(items, start, items.length - start, countOrPredicate);
  checkForward(start, countOrPredicate, items.length);
  return findForward(items, start, countOrPredicate, predicate);
}
export function findLastIndexIn(items: any, last: int32, countOrPredicate: any, predicate?: any): int32 {
  if (predicate === undefined) return findLastIndexIn(items, last, last + 1, countOrPredicate);
  if (items.length === 0 && last !== -1) failIndex("startIndex", "");
  checkBackward(items, last, countOrPredicate);
  return findBackward(items, last, countOrPredicate, predicate);
}

export function fillPart(items: any, value: any, start: int32, count: int32): void {
  checkNotNull(items, "array");
  checkForward(start, count, items.length);
  for (let i: int32 = start; i < start + count; i++) items[i] = value;
}

export function checkClear(items: any, start: int32, count: int32): void {
  checkNotNull(items, "array");
  if (start < 0 || count < 0 || start + count > items.length) throw new IndexOutOfRangeException();
}
