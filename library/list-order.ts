import { failEmptySequence } from "./collection-errors.ts";
import { orderOf } from "./comparers.ts";
import { type FSharpList, fold, ofArray, toArray } from "./list.ts";
import { sortedBy, sortInPlace, sortInPlaceDescending, sortInPlaceWith } from "./merge-sort.ts";

/** The functions of List that order, sum or choose an extreme. */

export function sortWith(comparer: any, xs: FSharpList): FSharpList {
  return ofArray(sortInPlaceWith(toArray(xs), comparer));
}
export function sort(xs: FSharpList, comparer: any): FSharpList {
  return ofArray(sortInPlace(toArray(xs), comparer));
}
export function sortDescending(xs: FSharpList, comparer: any): FSharpList {
  return ofArray(sortInPlaceDescending(toArray(xs), comparer));
}
export function sortBy(projection: any, xs: FSharpList, comparer: any): FSharpList {
  return ofArray(sortedBy(toArray(xs), projection, comparer, false));
}
export function sortByDescending(projection: any, xs: FSharpList, comparer: any): FSharpList {
  return ofArray(sortedBy(toArray(xs), projection, comparer, true));
}

export function sum(xs: FSharpList, adder: any): any {
  let acc: any = adder.GetZero();
  let rest: FSharpList = xs;
  while (rest.tail != null) {
    acc = adder.Add(acc, rest.head);
    rest = rest.tail;
  }
  return acc;
}
export function sumBy(f: any, xs: FSharpList, adder: any): any {
  let acc: any = adder.GetZero();
  let rest: FSharpList = xs;
  while (rest.tail != null) {
    acc = adder.Add(acc, f(rest.head));
    rest = rest.tail;
  }
  return acc;
}
export function average(xs: FSharpList, averager: any): any {
  if (xs.tail == null) failEmptySequence("source");
  let count: int32 = 0;
  const total: any = fold(
    (acc: any, x: any): any => {
      count++;
      return averager.Add(acc, x);
    },
    averager.GetZero(),
    xs,
  );
  return averager.DivideByInt(total, count);
}
export function averageBy(f: any, xs: FSharpList, averager: any): any {
  if (xs.tail == null) failEmptySequence("source");
  let count: int32 = 0;
  const total: any = fold(
    (acc: any, x: any): any => {
      count++;
      return averager.Add(acc, f(x));
    },
    averager.GetZero(),
    xs,
  );
  return averager.DivideByInt(total, count);
}

/** The first element that no other one exceeds in `direction`. */
function extreme(xs: FSharpList, comparer: any, direction: int32): any {
  if (xs.tail == null) return failEmptySequence("list");
  let best: any = xs.head;
  let rest: FSharpList = xs.tail;
  while (rest.tail != null) {
    const x: any = rest.head;
    const order: int32 = orderOf(comparer, x, best);
    if ((direction > 0 && order > 0) || (direction < 0 && order < 0)) best = x;
    rest = rest.tail;
  }
  return best;
}
function extremeBy(projection: any, xs: FSharpList, comparer: any, direction: int32): any {
  if (xs.tail == null) return failEmptySequence("list");
  let best: any = xs.head;
  let bestKey: any = projection(best);
  let rest: FSharpList = xs.tail;
  while (rest.tail != null) {
    const key: any = projection(rest.head);
    const order: int32 = orderOf(comparer, key, bestKey);
    if ((direction > 0 && order > 0) || (direction < 0 && order < 0)) {
      best = rest.head;
      bestKey = key;
    }
    rest = rest.tail;
  }
  return best;
}
export function max(xs: FSharpList, comparer: any): any {
  return extreme(xs, comparer, 1);
}
export function min(xs: FSharpList, comparer: any): any {
  return extreme(xs, comparer, -1);
}
export function maxBy(projection: any, xs: FSharpList, comparer: any): any {
  return extremeBy(projection, xs, comparer, 1);
}
export function minBy(projection: any, xs: FSharpList, comparer: any): any {
  return extremeBy(projection, xs, comparer, -1);
}
