import { array_from, array_is, array_is_typed, array_type_name } from "fusabi:builtin";
import { new_tuple } from "fusabi:op";
import { cache } from "fable-library/Seq.js";
import {
  insertAt as insertArrayAt,
  insertManyAt as insertManyArrayAt,
  removeAt as removeArrayAt,
  removeManyAt as removeManyArrayAt,
  updateAt as updateArrayAt,
} from "./array-slices.ts";
import { requireNonNegative, requirePositive } from "./collection-errors.ts";
import { getEnumerator } from "./enumerators.ts";
import { ArgumentNullException, ArgumentOutOfRangeException, InvalidOperationException, NotSupportedException } from "./exceptions.ts";
import { AppendedSequence, CollectedSequence } from "./joined-sequences.ts";
import { toArray as arrayOfList, empty as emptyList, FSharpList, ofArray as listOfArray } from "./list.ts";
import { sortedBy, sortInPlace, sortInPlaceDescending, sortInPlaceWith } from "./merge-sort.ts";
import { IndexedMapSequence, InitSequence, Map2Enumerator, Map3Enumerator, PairSequence, ScanSequence } from "./seq-enumerators.ts";
import { SkipSequence, SkipWhileSequence, TakeSequence, TakeWhileSequence } from "./seq-limits.ts";
import {
  ChosenSequence,
  DelayedSequence,
  EmptySequence,
  eachOf,
  FilteredSequence,
  FunctionSequence,
  GeneratedSequence,
  MappedSequence,
  SingletonSequence,
  UnfoldedSequence,
} from "./sequence.ts";
import { FinallySequence, TryWithSequence, UsingSequence, WhileSequence } from "./sequence-control.ts";

/** The functions of Seq that make sequences. */

/** Throws apart, so that nothing is left of a check of what is known. */
export function requireSource(xs: any): void {
  if (xs == null) failNull();
}
function failNull(): any {
  throw new ArgumentNullException("source");
}

export { FunctionSequence as Enumerator_Seq };
export function Enumerator_Seq_$ctor_673A07F2(make: any): any {
  return new FunctionSequence(make);
}
export function mkSeq(make: any): any {
  return new FunctionSequence(make);
}
export function Enumerator_noReset(): any {
  throw new NotSupportedException("Reset is not supported on this enumerator.");
}
export function Enumerator_notStarted(): any {
  throw new InvalidOperationException("Enumeration has not started. Call MoveNext.");
}
export function Enumerator_alreadyFinished(): any {
  throw new InvalidOperationException("Enumeration already finished.");
}

export function empty(): any {
  return new EmptySequence();
}
export function singleton(x: any): any {
  return new SingletonSequence(x);
}
export function delay(make: any): any {
  return new GeneratedSequence(make);
}
export function ofSeq(xs: any): any {
  requireSource(xs);
  return getEnumerator(xs);
}
/** No array to who tests or prints it. */
export function ofArray(items: any): any {
  requireSource(items);
  return readOnly(items);
}
/** The columns of rows, of which the shorter ones have no items in the last columns. */
export function transpose(rows: any): any {
  requireSource(rows);
  return new DelayedSequence((): any => {
    const columns: any = [];
    eachOf(rows, (row: any): any => {
      let at: int32 = 0;
      eachOf(row, (x: any): any => {
        if (at === columns.length) columns.push([]);
        columns[at].push(x);
        at++;
        return false;
      });
      return false;
    });
    return columns.map(readOnly);
  });
}
export function ofList(xs: any): any {
  return xs;
}
export function readOnly(xs: any): any {
  return new DelayedSequence((): any => xs);
}
export function cast(xs: any): any {
  requireSource(xs);
  return xs;
}
export function map(f: any, xs: any): any {
  requireSource(xs);
  return new MappedSequence(f, xs);
}
export function filter(f: any, xs: any): any {
  requireSource(xs);
  return new FilteredSequence(f, xs);
}
export function where(f: any, xs: any): any {
  requireSource(xs);
  return new FilteredSequence(f, xs);
}
export function choose(f: any, xs: any): any {
  requireSource(xs);
  return new ChosenSequence(f, xs);
}
export function collect(f: any, xs: any): any {
  requireSource(xs);
  return new CollectedSequence(f, xs);
}
export function concat(sources: any): any {
  requireSource(sources);
  return new CollectedSequence((x: any): any => x, sources);
}
export function append(xs: any, ys: any): any {
  requireSource(xs);
  requireSource(ys);
  return new AppendedSequence(xs, ys);
}
export function unfold(f: any, state: any): any {
  return new UnfoldedSequence(f, state);
}
export function enumerateWhile(guard: any, body: any): any {
  return new WhileSequence(guard, body);
}
export function enumerateThenFinally(source: any, compensation: any): any {
  return new FinallySequence(source, compensation);
}
export function enumerateUsing(resource: any, body: any): any {
  return new UsingSequence(resource, body);
}
export function enumerateTryWith(source: any, filter: any, handler: any): any {
  return new TryWithSequence(source, filter, handler);
}
export function mapIndexed(f: any, xs: any): any {
  requireSource(xs);
  return new IndexedMapSequence(xs, f);
}
export function indexed(xs: any): any {
  return mapIndexed((i: any, x: any): any => new_tuple("tuple", i, x), xs);
}
export function map2(f: any, xs: any, ys: any): any {
  requireSource(xs);
  requireSource(ys);
  return new FunctionSequence((): any => new Map2Enumerator(getEnumerator(xs), getEnumerator(ys), f));
}
export function mapIndexed2(f: any, xs: any, ys: any): any {
  return new DelayedSequence((): any => {
    let i: int32 = -1;
    return map2(
      (x: any, y: any): any => {
        i++;
        return f(i, x, y);
      },
      xs,
      ys,
    );
  });
}
export function map3(f: any, xs: any, ys: any, zs: any): any {
  return new FunctionSequence((): any => new Map3Enumerator(getEnumerator(xs), getEnumerator(ys), getEnumerator(zs), f));
}
export function zip(xs: any, ys: any): any {
  return map2((x: any, y: any): any => new_tuple("tuple", x, y), xs, ys);
}
export function zip3(xs: any, ys: any, zs: any): any {
  return map3((x: any, y: any, z: any): any => new_tuple("tuple", x, y, z), xs, ys, zs);
}
export function allPairs(xs: any, ys: any): any {
  const second: any = cache(ys);
  return collect((x: any): any => map((y: any): any => new_tuple("tuple", x, y), second), xs);
}
export function initialize(count: int32, f: any): any {
  requireNonNegative(count, "count");
  return new InitSequence(count, f);
}
export function initializeInfinite(f: any): any {
  return new InitSequence(2147483647, f);
}
export function replicate(count: int32, x: any): any {
  if (count < 0) throw new ArgumentOutOfRangeException("count");
  return initialize(count, (_: any): any => x);
}
export function take(count: int32, xs: any): any {
  requireNonNegative(count, "count");
  requireSource(xs);
  return new TakeSequence(xs, count, true);
}
export function truncate(count: int32, xs: any): any {
  requireSource(xs);
  return new TakeSequence(xs, count, false);
}
export function skip(count: int32, xs: any): any {
  requireSource(xs);
  return new SkipSequence(xs, count, false);
}
export function tail(xs: any): any {
  requireSource(xs);
  return new SkipSequence(xs, 1, true);
}
export function takeWhile(predicate: any, xs: any): any {
  requireSource(xs);
  return new TakeWhileSequence(xs, predicate);
}
export function skipWhile(predicate: any, xs: any): any {
  requireSource(xs);
  return new SkipWhileSequence(xs, predicate);
}
export function scan(f: any, state: any, xs: any): any {
  requireSource(xs);
  return new ScanSequence(xs, f, state);
}
export function pairwise(xs: any): any {
  requireSource(xs);
  return new PairSequence(xs);
}
export function chunkBySize(size: int32, xs: any): any {
  requirePositive(size, "chunkSize");
  requireSource(xs);
  return new DelayedSequence((): any => {
    const e: any = getEnumerator(xs);
    return new FinallySequence(
      new UnfoldedSequence((_: any): any => {
        const chunk: any = [];
        while (chunk.length < size && e["System.Collections.IEnumerator.MoveNext"]()) chunk.push(e["System.Collections.Generic.IEnumerator`1.get_Current"]());
        return chunk.length === 0 ? undefined : new_tuple("tuple", chunk, undefined);
      }, undefined),
      (): any => e.Dispose(),
    );
  });
}
export function windowed(size: int32, xs: any): any {
  requirePositive(size, "windowSize");
  requireSource(xs);
  return new DelayedSequence((): any => {
    const e: any = getEnumerator(xs);
    let window: any = [];
    return new FinallySequence(
      new UnfoldedSequence((_: any): any => {
        window = window.length === size ? window.slice(1) : window;
        while (window.length < size) {
          if (!e["System.Collections.IEnumerator.MoveNext"]()) return undefined;
          window.push(e["System.Collections.Generic.IEnumerator`1.get_Current"]());
        }
        return new_tuple("tuple", window.slice(0), undefined);
      }, undefined),
      (): any => e.Dispose(),
    );
  });
}

export function toArray(xs: any): MutableArray {
  if (xs instanceof FSharpList) return arrayOfList(xs);
  requireSource(xs);
  if (array_is(xs)) return array_from(xs, undefined);
  if (array_is_typed(xs)) return array_from(xs, array_type_name(xs));
  const items: any = [];
  eachOf(xs, (x: any): any => {
    items.push(x);
    return false;
  });
  return items;
}
export function toList(xs: any): any {
  if (xs instanceof FSharpList) return xs;
  requireSource(xs);
  if (array_is(xs) || array_is_typed(xs)) return listOfArray(xs);
  const root: FSharpList = new FSharpList(undefined, null);
  let node: FSharpList = root;
  eachOf(xs, (x: any): any => {
    const cell: FSharpList = new FSharpList(x, null);
    node.tail = cell;
    node = cell;
    return false;
  });
  node.tail = emptyList();
  return root.tail;
}

/** Changed on first use, with Array's checks. */
export function insertAt(index: int32, y: any, xs: any): any {
  requireSource(xs);
  return new DelayedSequence((): any => insertArrayAt(index, y, toArray(xs)));
}
export function insertManyAt(index: int32, ys: any, xs: any): any {
  requireSource(xs);
  return new DelayedSequence((): any => insertManyArrayAt(index, ys, toArray(xs)));
}
export function removeAt(index: int32, xs: any): any {
  requireSource(xs);
  return new DelayedSequence((): any => removeArrayAt(index, toArray(xs)));
}
export function removeManyAt(index: int32, count: int32, xs: any): any {
  requireSource(xs);
  return new DelayedSequence((): any => removeSome(index, count, toArray(xs)));
}
/** Only where it starts has to be inside of the sequence. */
const removeSome = (index: int32, count: int32, items: any): any => {
  if (index === items.length) return removeArrayAt(index, items);
  const after: int32 = Math.max(0, items.length - index);
  return removeManyArrayAt(index, Math.min(count, after), items);
};
export function updateAt(index: int32, y: any, xs: any): any {
  requireSource(xs);
  return new DelayedSequence((): any => updateArrayAt(index, y, toArray(xs)));
}

/** Sorted on first use. */
export function sortWith(comparer: any, xs: any): any {
  requireSource(xs);
  return new DelayedSequence((): any => sortInPlaceWith(toArray(xs), comparer));
}
export function sort(xs: any, comparer: any): any {
  requireSource(xs);
  return new DelayedSequence((): any => sortInPlace(toArray(xs), comparer));
}
export function sortDescending(xs: any, comparer: any): any {
  requireSource(xs);
  return new DelayedSequence((): any => sortInPlaceDescending(toArray(xs), comparer));
}
export function sortBy(projection: any, xs: any, comparer: any): any {
  requireSource(xs);
  return new DelayedSequence((): any => sortedBy(toArray(xs), projection, comparer, false));
}
export function sortByDescending(projection: any, xs: any, comparer: any): any {
  requireSource(xs);
  return new DelayedSequence((): any => sortedBy(toArray(xs), projection, comparer, true));
}
export function reverse(xs: any): any {
  requireSource(xs);
  return new DelayedSequence((): any => toArray(xs).reverse());
}
