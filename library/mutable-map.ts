import { array_new } from "fusabi:builtin";
import { get_element, get_item, new_tuple, set_element } from "fusabi:op";
import { checkRoom } from "./argument-checks.ts";
import { EnumeratorIterator, failModified, getEnumerator } from "./enumerators.ts";
import { equals, structuralHash } from "./equality.ts";
import { ArgumentNullException } from "./exceptions.ts";
import { failDuplicateKey, failKeyNotFound } from "./map-util.ts";
import { FunctionSequence, SequenceEnumerator } from "./sequence.ts";

/**
 * Dictionary and HashSet over a comparer: .NET's layout of entries in order of insertion, freed ones used again last in first out, so that
 * enumeration has .NET's order. A bucket has one more than the index of the first entry of its chain.
 */
export class HashTable {
  comparer: any;
  buckets: any;
  /** 32 less the bits of a bucket's number. */
  shift: int32;
  keys_: any[];
  values_: any[];
  hashes: any[];
  /** The next entry of the chain, -1 at the end; of a free entry `startOfFree` less the one that is free after it. */
  next: any[];
  free: int32;
  size_: int32;
  additions: int32;
  /** Of the key that was looked for last. */
  hash: int32;

  constructor(comparer: any) {
    this.comparer = comparer ?? { Equals: equals, GetHashCode: structuralHash };
    this.reset();
  }
  reset(): void {
    this.buckets = array_new("Int32Array", 1 << smallest);
    this.shift = 32 - smallest;
    this.keys_ = [];
    this.values_ = [];
    this.hashes = [];
    this.next = [];
    this.free = -1;
    this.size_ = 0;
  }
  get size(): int32 {
    return this.size_;
  }
  clear(): void {
    this.reset();
  }
  has(key: any): boolean {
    return findEntry(this, key) >= 0;
  }
  delete(key: any): boolean {
    return removeEntry(this, key);
  }
  "System.Collections.Generic.ICollection`1.Clear"(): void {
    this.clear();
  }
  "System.Collections.Generic.ICollection`1.get_Count"(): int32 {
    return this.size_;
  }
  "System.Collections.Generic.ICollection`1.get_IsReadOnly"(): boolean {
    return false;
  }
  "System.Collections.Generic.ICollection`1.CopyToZ3B4C077E"(array: any, start: int32): void {
    checkRoom(array, start, this.size_, "index");
    let at: int32 = start;
    const e: any = getEnumerator(this);
    while (e["System.Collections.IEnumerator.MoveNext"]()) {
      array[at] = e["System.Collections.Generic.IEnumerator`1.get_Current"]();
      at++;
    }
  }
}

/** Bits of a bucket's number in an empty table. */
const smallest: int32 = 3;
const startOfFree: int32 = -3;
/** The golden ratio of 32 bits: hashes that differ in few bits come to different buckets. */
const spreading: int32 = -1640531527;

const bucketOf = (table: HashTable, hash: int32): int32 => Math.imul(hash, spreading) >>> table.shift;
const nextOf = (table: HashTable, i: int32): int32 => get_element("array<int32>", table.next, i);
const isUsed = (table: HashTable, i: int32): boolean => nextOf(table, i) >= -1;

export function findEntry(table: HashTable, key: any): int32 {
  if (key == null && table instanceof Dictionary) throw new ArgumentNullException("key");
  const comparer: any = table.comparer;
  const hash: int32 = comparer.GetHashCode(key);
  let i: int32 = get_element("array<int32>", table.buckets, bucketOf(table, hash)) - 1;
  while (i >= 0) {
    if (get_element("array<int32>", table.hashes, i) === hash && comparer.Equals(get_element("array<obj>", table.keys_, i), key)) break;
    i = nextOf(table, i);
  }
  // the comparer may have looked for another key
  table.hash = hash;
  return i;
}

/** The value of a key, undefined where there is none. */
export function valueOf(table: HashTable, key: any): any {
  const i: int32 = findEntry(table, key);
  return i < 0 ? undefined : table.values_[i];
}

/** Adds an entry for the key that was looked for last, which has none. */
export function addEntry(table: HashTable, key: any, value: any): void {
  if (table.size_ >= table.buckets.length) grow(table);
  const hash: int32 = table.hash;
  const bucket: int32 = bucketOf(table, hash);
  const following: int32 = get_element("array<int32>", table.buckets, bucket) - 1;
  let i: int32 = table.free;
  if (i >= 0) {
    table.free = startOfFree - nextOf(table, i);
    table.keys_[i] = key;
    table.values_[i] = value;
    table.hashes[i] = hash;
    table.next[i] = following;
  } else {
    i = table.keys_.length;
    table.keys_.push(key);
    table.values_.push(value);
    table.hashes.push(hash);
    table.next.push(following);
  }
  set_element("array<int32>", table.buckets, bucket, i + 1);
  table.size_ = table.size_ + 1;
  table.additions = table.additions + 1;
}

/** Twice the buckets. */
function grow(table: HashTable): void {
  table.buckets = array_new("Int32Array", table.buckets.length * 2);
  table.shift = table.shift - 1;
  const count: int32 = table.keys_.length;
  for (let i: int32 = 0; i < count; i++) {
    if (isUsed(table, i)) {
      const bucket: int32 = bucketOf(table, get_element("array<int32>", table.hashes, i));
      table.next[i] = get_element("array<int32>", table.buckets, bucket) - 1;
      set_element("array<int32>", table.buckets, bucket, i + 1);
    }
  }
}

function removeEntry(table: HashTable, key: any): boolean {
  const i: int32 = findEntry(table, key);
  if (i < 0) return false;
  const bucket: int32 = bucketOf(table, table.hash);
  const following: int32 = nextOf(table, i);
  let at: int32 = get_element("array<int32>", table.buckets, bucket) - 1;
  if (at === i) set_element("array<int32>", table.buckets, bucket, following + 1);
  else {
    while (nextOf(table, at) !== i) at = nextOf(table, at);
    table.next[at] = following;
  }
  table.keys_[i] = undefined;
  table.values_[i] = undefined;
  table.next[i] = startOfFree - table.free;
  table.free = i;
  table.size_ = table.size_ - 1;
  return true;
}

/** The first entry in use from an index on, -1 at the end; `additions` says how many there were. */
export function nextEntry(table: HashTable, from: int32, additions: int32): int32 {
  if (table.additions !== additions) failModified();
  const count: int32 = table.keys_.length;
  let i: int32 = from;
  while (i < count && !isUsed(table, i)) i++;
  return i < count ? i : -1;
}

class HashTableEnumerator extends SequenceEnumerator {
  table: HashTable;
  /** 0 entries, 1 keys, 2 values */
  what: int32;
  index: int32;
  additions: int32;
  constructor(table: HashTable, what: int32) {
    super();
    this.table = table;
    this.what = what;
    this.index = 0;
    this.additions = table.additions;
  }
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    const table: HashTable = this.table;
    const i: int32 = nextEntry(table, this.index, this.additions);
    if (i < 0) return false;
    this.index = i + 1;
    if (this.what === 0) this.current = new_tuple("tuple", table.keys_[i], table.values_[i]);
    else this.current = this.what === 1 ? table.keys_[i] : table.values_[i];
    return true;
  }
}

export class Dictionary extends HashTable {
  static readonly $type: string = "System.Collections.Generic.Dictionary";

  constructor(pairs: any, comparer: any) {
    super(comparer);
    const e: any = getEnumerator(pairs ?? []);
    while (e["System.Collections.IEnumerator.MoveNext"]()) {
      const pair: any = e["System.Collections.Generic.IEnumerator`1.get_Current"]();
      Dictionary__Add_5BDDA1(this, get_item("tuple<obj,obj>", 0, pair), get_item("tuple<obj,obj>", 1, pair));
    }
  }
  get(key: any): any {
    return Dictionary__get_Item_2B595(this, key);
  }
  set(key: any, value: any): any {
    const i: int32 = findEntry(this, key);
    if (i >= 0) this.values_[i] = value;
    else addEntry(this, key, value);
    return this;
  }
  TryAdd(key: any, value: any): boolean {
    if (findEntry(this, key) >= 0) return false;
    addEntry(this, key, value);
    return true;
  }
  TryGetValue(key: any, result: any): boolean {
    const i: int32 = findEntry(this, key);
    if (i < 0) return false;
    result.contents = this.values_[i];
    return true;
  }
  keys(): any {
    return new FunctionSequence((): any => new HashTableEnumerator(this, 1));
  }
  values(): any {
    return new FunctionSequence((): any => new HashTableEnumerator(this, 2));
  }
  entries(): any {
    return new FunctionSequence((): any => new HashTableEnumerator(this, 0));
  }
  forEach(f: any): void {
    for (let i: int32 = 0; i < this.keys_.length; i++) {
      if (isUsed(this, i)) f(this.values_[i], this.keys_[i], this);
    }
  }
  GetEnumerator(): any {
    return new HashTableEnumerator(this, 0);
  }
  "System.Collections.IEnumerable.GetEnumerator"(): any {
    return new HashTableEnumerator(this, 0);
  }
  [Symbol.iterator](): any {
    return new EnumeratorIterator(new HashTableEnumerator(this, 0));
  }
  "System.Collections.Generic.ICollection`1.Add2B595"(item: any): void {
    Dictionary__Add_5BDDA1(this, item[0], item[1]);
  }
  "System.Collections.Generic.ICollection`1.Contains2B595"(item: any): boolean {
    const i: int32 = findEntry(this, item[0]);
    return i >= 0 && equals(this.values_[i], item[1]);
  }
  "System.Collections.Generic.ICollection`1.Remove2B595"(item: any): boolean {
    const i: int32 = findEntry(this, item[0]);
    return i >= 0 && equals(this.values_[i], item[1]) && removeEntry(this, item[0]);
  }
  "System.Collections.Generic.IDictionary`2.Add5BDDA1"(key: any, value: any): void {
    Dictionary__Add_5BDDA1(this, key, value);
  }
  "System.Collections.Generic.IDictionary`2.ContainsKey2B595"(key: any): boolean {
    return findEntry(this, key) >= 0;
  }
  "System.Collections.Generic.IDictionary`2.get_Item2B595"(key: any): any {
    return Dictionary__get_Item_2B595(this, key);
  }
  "System.Collections.Generic.IDictionary`2.set_Item5BDDA1"(key: any, value: any): void {
    this.set(key, value);
  }
  "System.Collections.Generic.IDictionary`2.get_Keys"(): any {
    return this.keys();
  }
  "System.Collections.Generic.IDictionary`2.get_Values"(): any {
    return this.values();
  }
  "System.Collections.Generic.IDictionary`2.Remove2B595"(key: any): boolean {
    return removeEntry(this, key);
  }
  "System.Collections.Generic.IDictionary`2.TryGetValue6DC89625"(key: any, result: any): boolean {
    return this.TryGetValue(key, result);
  }
}

export function createDictionary(comparer: any): any {
  return new Dictionary([], comparer);
}
export function Dictionary_$ctor_6623D9B3(pairs: any, comparer: any): any {
  return new Dictionary(pairs, comparer);
}
export function Dictionary__get_Comparer(dictionary: Dictionary): any {
  return dictionary.comparer;
}
export function Dictionary__Clear(dictionary: Dictionary): void {
  dictionary.clear();
}
export function Dictionary__get_Count(dictionary: Dictionary): int32 {
  return dictionary.size_;
}
export function Dictionary__get_Item_2B595(dictionary: Dictionary, key: any): any {
  const i: int32 = findEntry(dictionary, key);
  return i < 0 ? failKeyNotFound(key) : dictionary.values_[i];
}
export function Dictionary__TryFind_2B595(dictionary: Dictionary, key: any): any {
  const i: int32 = findEntry(dictionary, key);
  return i < 0 ? undefined : new_tuple("tuple", dictionary.keys_[i], dictionary.values_[i]);
}
export function Dictionary__set_Item_5BDDA1(dictionary: Dictionary, key: any, value: any): void {
  dictionary.set(key, value);
}
export function Dictionary__Add_5BDDA1(dictionary: Dictionary, key: any, value: any): void {
  if (findEntry(dictionary, key) >= 0) failDuplicateKey(key);
  addEntry(dictionary, key, value);
}
export function Dictionary__ContainsKey_2B595(dictionary: Dictionary, key: any): boolean {
  return findEntry(dictionary, key) >= 0;
}
export function Dictionary__Remove_2B595(dictionary: Dictionary, key: any): boolean {
  return removeEntry(dictionary, key);
}

export class HashSet extends HashTable {
  static readonly $type: string = "System.Collections.Generic.HashSet";

  constructor(items: any, comparer: any) {
    super(comparer);
    const e: any = getEnumerator(items ?? []);
    while (e["System.Collections.IEnumerator.MoveNext"]()) this.add_new(e["System.Collections.Generic.IEnumerator`1.get_Current"]());
  }
  add_new(item: any): boolean {
    if (findEntry(this, item) >= 0) return false;
    addEntry(this, item, undefined);
    return true;
  }
  add(item: any): any {
    this.add_new(item);
    return this;
  }
  keys(): any {
    return new FunctionSequence((): any => new HashTableEnumerator(this, 1));
  }
  values(): any {
    return new FunctionSequence((): any => new HashTableEnumerator(this, 1));
  }
  forEach(f: any): void {
    for (let i: int32 = 0; i < this.keys_.length; i++) {
      if (isUsed(this, i)) f(this.keys_[i], this.keys_[i], this);
    }
  }
  GetEnumerator(): any {
    return new HashTableEnumerator(this, 1);
  }
  "System.Collections.IEnumerable.GetEnumerator"(): any {
    return new HashTableEnumerator(this, 1);
  }
  [Symbol.iterator](): any {
    return new EnumeratorIterator(new HashTableEnumerator(this, 1));
  }
  "System.Collections.Generic.ICollection`1.Add2B595"(item: any): void {
    this.add_new(item);
  }
  "System.Collections.Generic.ICollection`1.Contains2B595"(item: any): boolean {
    return findEntry(this, item) >= 0;
  }
  "System.Collections.Generic.ICollection`1.Remove2B595"(item: any): boolean {
    return removeEntry(this, item);
  }
}

export function HashSet_$ctor_Z6150332D(items: any, comparer: any): any {
  return new HashSet(items, comparer);
}
export function HashSet__get_Comparer(set: HashSet): any {
  return set.comparer;
}
export function HashSet__Clear(set: HashSet): void {
  set.clear();
}
export function HashSet__get_Count(set: HashSet): int32 {
  return set.size_;
}
export function HashSet__Add_2B595(set: HashSet, item: any): boolean {
  return set.add_new(item);
}
export function HashSet__Contains_2B595(set: HashSet, item: any): boolean {
  return findEntry(set, item) >= 0;
}
export function HashSet__Remove_2B595(set: HashSet, item: any): boolean {
  return removeEntry(set, item);
}
