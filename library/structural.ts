import { sameShape } from "./array-shape.ts";
import { compareArraysWith, equalArraysWith, hashedElements } from "./equality.ts";
import type { FSharpList } from "./list.ts";

/*
 * Equality, comparison and hash of lists and arrays, by a function of their elements: lowering/structural.ts asks them where the elements' type is known.
 */

export function equalLists(x: FSharpList, y: FSharpList, equal: any): boolean {
  let xs: FSharpList = x;
  let ys: FSharpList = y;
  while (xs.tail != null && ys.tail != null) {
    if (!equal(xs.head, ys.head)) return false;
    xs = xs.tail;
    ys = ys.tail;
  }
  return xs.tail == null && ys.tail == null;
}
export function compareLists(x: FSharpList, y: FSharpList, compareElements: any): int32 {
  let xs: FSharpList = x;
  let ys: FSharpList = y;
  while (xs.tail != null && ys.tail != null) {
    const order: int32 = compareElements(xs.head, ys.head);
    if (order !== 0) return order;
    xs = xs.tail;
    ys = ys.tail;
  }
  if (xs.tail != null) return 1;
  return ys.tail != null ? -1 : 0;
}
export function hashList(x: FSharpList, hashElement: any): int32 {
  let xs: FSharpList = x;
  let hash: int32 = 0;
  for (let i: int32 = 0; i <= hashedElements && xs.tail != null; i++) {
    const element: int32 = hashElement(xs.head);
    hash = (((hash << 1) + element) | 0) + Math.imul(631, i);
    xs = xs.tail;
  }
  return hash;
}
export function equalArrays(x: any, y: any, equal: any): boolean {
  return equalArraysWith(x, y, equal) && (x == null || sameShape(x, y));
}
export function compareArrays(x: any, y: any, compareElements: any): int32 {
  return compareArraysWith(x, y, compareElements);
}
export function hashArray(x: any, hashElement: any): int32 {
  if (x == null) return 0;
  let i: int32 = x.length - 1;
  if (i > hashedElements) i = hashedElements;
  let hash: int32 = 0;
  while (i >= 0) {
    const element: int32 = hashElement(x[i]);
    hash = (((hash << 1) + element) | 0) + Math.imul(631, i);
    i--;
  }
  return hash;
}
