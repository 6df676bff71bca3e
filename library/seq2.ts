import { new_tuple } from "fusabi:op";
import { getEnumerator } from "./enumerators.ts";
import { ofArray } from "./list.ts";
import { addEntry, findEntry, HashTable } from "./mutable-map.ts";
import { readOnly, requireSource, toArray } from "./seq.ts";
import { DelayedSequence, eachOf, FilteredSequence } from "./sequence.ts";

/** distinct, groupBy and countBy over a comparer; null is a key like any other. */

/** Adds a key that is new, tells whether it was. */
function isNew(seen: HashTable, key: any): boolean {
  if (findEntry(seen, key) >= 0) return false;
  addEntry(seen, key, undefined);
  return true;
}

/** Groups as an array of tuples of the key and what `finish` makes of the array of its elements. */
function groups(projection: any, xs: any, comparer: any, finish: any): any {
  const table: HashTable = new HashTable(comparer);
  eachOf(xs, (x: any): any => {
    const key: any = projection(x);
    const i: int32 = findEntry(table, key);
    if (i >= 0) table.values_[i].push(x);
    else addEntry(table, key, [x]);
    return false;
  });
  const result: any = [];
  for (let i: int32 = 0; i < table.keys_.length; i++) result.push(new_tuple("tuple", table.keys_[i], finish(table.values_[i])));
  return result;
}
function counts(projection: any, xs: any, comparer: any): any {
  const table: HashTable = new HashTable(comparer);
  eachOf(xs, (x: any): any => {
    const key: any = projection(x);
    const i: int32 = findEntry(table, key);
    if (i >= 0) table.values_[i] = table.values_[i] + 1;
    else addEntry(table, key, 1);
    return false;
  });
  const result: any = [];
  for (let i: int32 = 0; i < table.keys_.length; i++) result.push(new_tuple("tuple", table.keys_[i], table.values_[i]));
  return result;
}
const itself = (x: any): any => x;

export function distinct(xs: any, comparer: any): any {
  return distinctBy(itself, xs, comparer);
}
export function distinctBy(projection: any, xs: any, comparer: any): any {
  requireSource(xs);
  return new DelayedSequence((): any => {
    const seen: HashTable = new HashTable(comparer);
    return new FilteredSequence((x: any): any => isNew(seen, projection(x)), xs);
  });
}
export function except(excluded: any, xs: any, comparer: any): any {
  requireSource(xs);
  return new DelayedSequence((): any => {
    const seen: HashTable = new HashTable(comparer);
    const e: any = getEnumerator(excluded);
    while (e["System.Collections.IEnumerator.MoveNext"]()) isNew(seen, e["System.Collections.Generic.IEnumerator`1.get_Current"]());
    return new FilteredSequence((x: any): any => isNew(seen, x), xs);
  });
}
export function countBy(projection: any, xs: any, comparer: any): any {
  requireSource(xs);
  return new DelayedSequence((): any => counts(projection, xs, comparer));
}
export function groupBy(projection: any, xs: any, comparer: any): any {
  requireSource(xs);
  return new DelayedSequence((): any => groups(projection, xs, comparer, readOnly));
}
export function Array_distinct(xs: any, comparer: any): any {
  return toArray(distinct(xs, comparer));
}
export function Array_distinctBy(projection: any, xs: any, comparer: any): any {
  return toArray(distinctBy(projection, xs, comparer));
}
export function Array_except(excluded: any, xs: any, comparer: any): any {
  return toArray(except(excluded, xs, comparer));
}
export function Array_countBy(projection: any, xs: any, comparer: any): any {
  return counts(projection, xs, comparer);
}
export function Array_groupBy(projection: any, xs: any, comparer: any): any {
  return groups(projection, xs, comparer, itself);
}
export function List_distinct(xs: any, comparer: any): any {
  return ofArray(Array_distinct(xs, comparer));
}
export function List_distinctBy(projection: any, xs: any, comparer: any): any {
  return ofArray(Array_distinctBy(projection, xs, comparer));
}
export function List_except(excluded: any, xs: any, comparer: any): any {
  return ofArray(Array_except(excluded, xs, comparer));
}
export function List_countBy(projection: any, xs: any, comparer: any): any {
  return ofArray(counts(projection, xs, comparer));
}
export function List_groupBy(projection: any, xs: any, comparer: any): any {
  return ofArray(groups(projection, xs, comparer, ofArray));
}
