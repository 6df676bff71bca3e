import { array_new } from "fusabi:builtin";
import { new_tuple } from "fusabi:op";
import { failPermutation, failShorterList, failShorterThanIndex, failSkip, failWithinBounds, requireNonNegative, requirePositive } from "./collection-errors.ts";
import { InvalidOperationException } from "./exceptions.ts";
import { append, empty, FSharpList, length, ofArray, ofSeq, toArray } from "./list.ts";
import { filter } from "./list-build.ts";

/** The functions of List that take lists apart by position. */

const emptyList: FSharpList = empty();

/** The first `count` elements, ending in `end`; with `strict`, complains where there are fewer. */
function firstCells(count: int32, xs: FSharpList, end: FSharpList, strict: boolean): FSharpList {
  const root: FSharpList = new FSharpList(undefined, null);
  let node: FSharpList = root;
  let rest: FSharpList = xs;
  for (let i: int32 = 0; i < count; i++) {
    if (rest.tail == null) {
      if (strict) failShorterThanIndex(count - i);
      break;
    }
    const cell: FSharpList = new FSharpList(rest.head, null);
    node.tail = cell;
    node = cell;
    rest = rest.tail;
  }
  node.tail = end;
  return root.tail!;
}
export function take(count: int32, xs: FSharpList): FSharpList {
  requireNonNegative(count, "count");
  return firstCells(count, xs, emptyList, true);
}
export function truncate(count: int32, xs: FSharpList): FSharpList {
  return firstCells(count, xs, emptyList, false);
}
export function skip(count: int32, xs: FSharpList): FSharpList {
  let rest: FSharpList = xs;
  for (let i: int32 = 0; i < count; i++) {
    if (rest.tail == null) return failSkip(count, count - i);
    rest = rest.tail;
  }
  return rest;
}
export function skipWhile(predicate: any, xs: FSharpList): FSharpList {
  let rest: FSharpList = xs;
  while (rest.tail != null && predicate(rest.head)) rest = rest.tail;
  return rest;
}
export function takeWhile(predicate: any, xs: FSharpList): FSharpList {
  const root: FSharpList = new FSharpList(undefined, null);
  let node: FSharpList = root;
  let rest: FSharpList = xs;
  while (rest.tail != null && predicate(rest.head)) {
    const cell: FSharpList = new FSharpList(rest.head, null);
    node.tail = cell;
    node = cell;
    rest = rest.tail;
  }
  node.tail = emptyList;
  return root.tail!;
}
export function getSlice(startIndex: any, endIndex: any, xs: FSharpList): FSharpList {
  const count: int32 = length(xs);
  let start: int32 = startIndex ?? 0;
  let end: int32 = endIndex ?? count - 1;
  if (start < 0) start = 0;
  if (end >= count) end = count - 1;
  if (end < start) return emptyList;
  return firstCells(end - start + 1, skip(start, xs), emptyList, false);
}
export function splitAt(index: int32, xs: FSharpList): any {
  requireNonNegative(index, "index");
  if (index > 0 && xs.tail == null) throw new InvalidOperationException("The input list was empty.");
  return new_tuple("tuple", firstCells(index, xs, emptyList, true), skip(index, xs));
}
export function where(predicate: any, xs: FSharpList): FSharpList {
  return filter(predicate, xs);
}

export function chunkBySize(chunkSize: int32, xs: FSharpList): FSharpList {
  requirePositive(chunkSize, "chunkSize");
  const chunks: any[] = [];
  let rest: FSharpList = xs;
  while (rest.tail != null) {
    chunks.push(firstCells(chunkSize, rest, emptyList, false));
    for (let i: int32 = 0; i < chunkSize && rest.tail != null; i++) rest = rest.tail;
  }
  return ofArray(chunks);
}
export function windowed(windowSize: int32, xs: FSharpList): FSharpList {
  requirePositive(windowSize, "windowSize");
  const windows: any[] = [];
  let rest: FSharpList = xs;
  for (let left: int32 = length(xs); left >= windowSize; left--) {
    windows.push(firstCells(windowSize, rest, emptyList, false));
    rest = rest.tail!;
  }
  return ofArray(windows);
}
export function splitInto(count: int32, xs: FSharpList): FSharpList {
  requirePositive(count, "count");
  const total: int32 = length(xs);
  const pieces: int32 = count < total ? count : total;
  const chunks: any[] = [];
  let rest: FSharpList = xs;
  for (let i: int32 = 0; i < pieces; i++) {
    const size: int32 = ((total / pieces) | 0) + (i < total % pieces ? 1 : 0);
    chunks.push(firstCells(size, rest, emptyList, false));
    rest = skip(size, rest);
  }
  return ofArray(chunks);
}
export function transpose(lists: any): FSharpList {
  const rows: any[] = toArray(ofSeq(lists));
  if (rows.length === 0) return emptyList;
  const width: int32 = length(rows[0]);
  for (let i: int32 = 1; i < rows.length; i++) {
    const other: int32 = length(rows[i]);
    if (other < width) failShorterList("list.[" + i + "]", "list.[0]", width - other);
    if (other > width) failShorterList("list.[0]", "list.[" + i + "]", other - width);
  }
  const columns: any[] = [];
  for (let column: int32 = 0; column < width; column++) {
    const items: any[] = [];
    for (let i: int32 = 0; i < rows.length; i++) {
      const row: FSharpList = rows[i];
      items.push(row.head);
      rows[i] = row.tail;
    }
    columns.push(ofArray(items));
  }
  return ofArray(columns);
}
export function permute(indexMap: any, xs: FSharpList): FSharpList {
  const items: any[] = toArray(xs);
  const count: int32 = items.length;
  const result: any[] = array_new("Array", count);
  const taken: any[] = array_new("Array", count);
  for (let i: int32 = 0; i < count; i++) {
    const to: int32 = indexMap(i);
    if (to < 0 || to >= count || taken[to] === true) failPermutation();
    taken[to] = true;
    result[to] = items[i];
  }
  return ofArray(result);
}

function checkIndex(index: int32, end: int32): void {
  if (index < 0 || index >= end) failWithinBounds("list");
}
export function insertAt(index: int32, y: any, xs: FSharpList): FSharpList {
  checkIndex(index, length(xs) + 1);
  return firstCells(index, xs, new FSharpList(y, skip(index, xs)), false);
}
export function insertManyAt(index: int32, ys: any, xs: FSharpList): FSharpList {
  checkIndex(index, length(xs) + 1);
  return firstCells(index, xs, append(ofSeq(ys), skip(index, xs)), false);
}
export function removeAt(index: int32, xs: FSharpList): FSharpList {
  checkIndex(index, length(xs));
  return firstCells(index, xs, skip(index + 1, xs), false);
}
export function removeManyAt(index: int32, count: int32, xs: FSharpList): FSharpList {
  checkIndex(index, length(xs) - count + 1);
  return firstCells(index, xs, skip(index + count, xs), false);
}
export function updateAt(index: int32, y: any, xs: FSharpList): FSharpList {
  checkIndex(index, length(xs));
  return firstCells(index, xs, new FSharpList(y, skip(index + 1, xs)), false);
}
