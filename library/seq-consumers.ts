import { array_is, array_is_typed, map_size, value_class } from "fusabi:builtin";
import { failEmptySequence, failNotFound, failSeqItem, failTooLong, requireNonNegative } from "./collection-errors.ts";
import { orderOf } from "./comparers.ts";
import { getEnumerator } from "./enumerators.ts";
import { FSharpList, length as lengthOfList } from "./list.ts";
import { some, value as valueOf } from "./option.ts";
import { requireSource, toArray } from "./seq.ts";
import { disposeEnumerator, eachOf } from "./sequence.ts";

/** The functions of Seq that read sequences. */

export function iterate(action: any, xs: any): void {
  requireSource(xs);
  eachOf(xs, (x: any): any => {
    action(x);
    return false;
  });
}
export function iterateIndexed(action: any, xs: any): void {
  let i: int32 = -1;
  requireSource(xs);
  eachOf(xs, (x: any): any => {
    i++;
    action(i, x);
    return false;
  });
}
export function fold(folder: any, state: any, xs: any): any {
  let acc: any = state;
  requireSource(xs);
  eachOf(xs, (x: any): any => {
    acc = folder(acc, x);
    return false;
  });
  return acc;
}
export function foldBack(folder: any, xs: any, state: any): any {
  const items: any = toArray(xs);
  let acc: any = state;
  for (let i: int32 = items.length - 1; i >= 0; i--) acc = folder(items[i], acc);
  return acc;
}
export function length(xs: any): int32 {
  requireSource(xs);
  if (array_is(xs) || array_is_typed(xs)) return xs.length;
  if (xs instanceof FSharpList) return lengthOfList(xs);
  const kind: int32 = value_class(xs);
  if (kind === 8 || kind === 9) return map_size(xs);
  let n: int32 = 0;
  eachOf(xs, (_: any): any => {
    n++;
    return false;
  });
  return n;
}
/** What Fable calls for Option.count. */
export { length as count };
export function sum(xs: any, adder: any): any {
  let acc: any = adder.GetZero();
  requireSource(xs);
  eachOf(xs, (x: any): any => {
    acc = adder.Add(acc, x);
    return false;
  });
  return acc;
}
export function sumBy(f: any, xs: any, adder: any): any {
  let acc: any = adder.GetZero();
  requireSource(xs);
  eachOf(xs, (x: any): any => {
    acc = adder.Add(acc, f(x));
    return false;
  });
  return acc;
}
export function average(xs: any, averager: any): any {
  let total: any = averager.GetZero();
  let count: int32 = 0;
  requireSource(xs);
  eachOf(xs, (x: any): any => {
    total = averager.Add(total, x);
    count++;
    return false;
  });
  return count === 0 ? failEmptySequence("source") : averager.DivideByInt(total, count);
}
export function averageBy(f: any, xs: any, averager: any): any {
  let total: any = averager.GetZero();
  let count: int32 = 0;
  requireSource(xs);
  eachOf(xs, (x: any): any => {
    total = averager.Add(total, f(x));
    count++;
    return false;
  });
  return count === 0 ? failEmptySequence("source") : averager.DivideByInt(total, count);
}
export function reduce(folder: any, xs: any): any {
  let acc: any;
  let started: boolean = false;
  requireSource(xs);
  eachOf(xs, (x: any): any => {
    acc = started ? folder(acc, x) : x;
    started = true;
    return false;
  });
  return started ? acc : failEmptySequence("source");
}
export function reduceBack(folder: any, xs: any): any {
  const items: any = toArray(xs);
  let i: int32 = items.length - 1;
  if (i < 0) failEmptySequence("source");
  let acc: any = items[i];
  for (i = i - 1; i >= 0; i--) acc = folder(items[i], acc);
  return acc;
}
function extreme(projection: any, xs: any, comparer: any, direction: int32): any {
  let best: any;
  let bestKey: any;
  let started: boolean = false;
  requireSource(xs);
  eachOf(xs, (x: any): any => {
    const key: any = projection == null ? x : projection(x);
    const order: int32 = started ? orderOf(comparer, key, bestKey) : direction;
    if ((direction > 0 && order > 0) || (direction < 0 && order < 0)) {
      best = x;
      bestKey = key;
    }
    started = true;
    return false;
  });
  return started ? best : failEmptySequence("source");
}
export function max(xs: any, comparer: any): any {
  return extreme(undefined, xs, comparer, 1);
}
export function min(xs: any, comparer: any): any {
  return extreme(undefined, xs, comparer, -1);
}
export function maxBy(projection: any, xs: any, comparer: any): any {
  return extreme(projection, xs, comparer, 1);
}
export function minBy(projection: any, xs: any, comparer: any): any {
  return extreme(projection, xs, comparer, -1);
}

/** Reads on until `test` holds of an element; where none does, undefined, else that element as an option. */
function firstWhere(test: any, xs: any): any {
  let found: any;
  requireSource(xs);
  eachOf(xs, (x: any): any => {
    if (!test(x)) return false;
    found = some(x);
    return true;
  });
  return found;
}
export function tryFind(predicate: any, xs: any): any {
  return firstWhere(predicate, xs);
}
export function find(predicate: any, xs: any): any {
  const found: any = firstWhere(predicate, xs);
  return found == null ? failNotFound() : valueOf(found);
}
export function tryFindIndex(predicate: any, xs: any): any {
  let i: int32 = -1;
  const found: any = firstWhere((x: any): any => {
    i++;
    return predicate(x);
  }, xs);
  return found == null ? undefined : i;
}
export function findIndex(predicate: any, xs: any): any {
  return tryFindIndex(predicate, xs) ?? failNotFound();
}
export function tryPick(chooser: any, xs: any): any {
  let picked: any;
  firstWhere((x: any): any => {
    picked = chooser(x);
    return picked != null;
  }, xs);
  return picked;
}
export function pick(chooser: any, xs: any): any {
  const picked: any = tryPick(chooser, xs);
  return picked == null ? failNotFound() : valueOf(picked);
}
export function exists(predicate: any, xs: any): boolean {
  requireSource(xs);
  return eachOf(xs, (x: any): any => !!predicate(x));
}
export function forAll(predicate: any, xs: any): boolean {
  requireSource(xs);
  return !eachOf(xs, (x: any): any => !predicate(x));
}
export function contains(value: any, xs: any, comparer: any): boolean {
  requireSource(xs);
  return eachOf(xs, (x: any): any => !!comparer.Equals(value, x));
}
export function tryFindBack(predicate: any, xs: any): any {
  const items: any = toArray(xs);
  for (let i: int32 = items.length - 1; i >= 0; i--) {
    if (predicate(items[i])) return some(items[i]);
  }
  return undefined;
}
export function findBack(predicate: any, xs: any): any {
  const found: any = tryFindBack(predicate, xs);
  return found == null ? failNotFound() : valueOf(found);
}
export function tryFindIndexBack(predicate: any, xs: any): any {
  const items: any = toArray(xs);
  for (let i: int32 = items.length - 1; i >= 0; i--) {
    if (predicate(items[i])) return i;
  }
  return undefined;
}
export function findIndexBack(predicate: any, xs: any): any {
  return tryFindIndexBack(predicate, xs) ?? failNotFound();
}
export function isEmpty(xs: any): boolean {
  requireSource(xs);
  if (array_is(xs) || array_is_typed(xs)) return xs.length === 0;
  if (xs instanceof FSharpList) return xs.tail == null;
  return firstWhere((_: any): any => true, xs) == null;
}
export function tryHead(xs: any): any {
  return firstWhere((_: any): any => true, xs);
}
export function head(xs: any): any {
  const found: any = tryHead(xs);
  return found == null ? failEmptySequence("source") : valueOf(found);
}
export function tryLast(xs: any): any {
  let last: any;
  let started: boolean = false;
  requireSource(xs);
  eachOf(xs, (x: any): any => {
    last = x;
    started = true;
    return false;
  });
  return started ? some(last) : undefined;
}
export function last(xs: any): any {
  const found: any = tryLast(xs);
  return found == null ? failEmptySequence("source") : valueOf(found);
}
export function tryItem(index: int32, xs: any): any {
  if (index < 0) return undefined;
  let i: int32 = -1;
  return firstWhere((_: any): any => {
    i++;
    return i === index;
  }, xs);
}
export function item(index: int32, xs: any): any {
  requireNonNegative(index, "index");
  let i: int32 = -1;
  const found: any = firstWhere((_: any): any => {
    i++;
    return i === index;
  }, xs);
  return found == null ? failSeqItem(index - i) : valueOf(found);
}
function firstTwo(xs: any): any {
  const found: any[] = [];
  firstWhere((x: any): any => found.push(x) > 1, xs);
  return found;
}
export function exactlyOne(xs: any): any {
  const found: any = firstTwo(xs);
  if (found.length === 0) return failEmptySequence("source");
  return found.length === 1 ? found[0] : failTooLong("source");
}
export function tryExactlyOne(xs: any): any {
  const found: any = firstTwo(xs);
  return found.length === 1 ? some(found[0]) : undefined;
}

/** Walks two sequences together, as far as the shorter one goes; stops where the action gives true. */
function together(xs: any, ys: any, action: any): void {
  requireSource(xs);
  const a: any = getEnumerator(xs);
  try {
    requireSource(ys);
    const b: any = getEnumerator(ys);
    try {
      while (a["System.Collections.IEnumerator.MoveNext"]() && b["System.Collections.IEnumerator.MoveNext"]()) {
        if (action(a["System.Collections.Generic.IEnumerator`1.get_Current"](), b["System.Collections.Generic.IEnumerator`1.get_Current"]())) return;
      }
    } finally {
      disposeEnumerator(b);
    }
  } finally {
    disposeEnumerator(a);
  }
}
export function iterate2(action: any, xs: any, ys: any): void {
  together(xs, ys, (x: any, y: any): any => {
    action(x, y);
    return false;
  });
}
export function iterateIndexed2(action: any, xs: any, ys: any): void {
  let i: int32 = -1;
  together(xs, ys, (x: any, y: any): any => {
    i++;
    action(i, x, y);
    return false;
  });
}
export function fold2(folder: any, state: any, xs: any, ys: any): any {
  let acc: any = state;
  together(xs, ys, (x: any, y: any): any => {
    acc = folder(acc, x, y);
    return false;
  });
  return acc;
}
export function exists2(predicate: any, xs: any, ys: any): boolean {
  let found: boolean = false;
  together(xs, ys, (x: any, y: any): any => {
    found = predicate(x, y);
    return found;
  });
  return found;
}
export function forAll2(predicate: any, xs: any, ys: any): boolean {
  return !exists2((x: any, y: any): any => !predicate(x, y), xs, ys);
}
