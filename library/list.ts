import { array_is, array_is_typed, array_new, object_has, value_class } from "fusabi:builtin";
import { checkNotNull } from "./argument-checks.ts";
import { failEmptyList, failEmptyListMember, failEmptySequence, failIndexOutsideList, failShorterList, failTooLong, failTwoLists } from "./collection-errors.ts";
import { EnumeratorIterator, getEnumerator } from "./enumerators.ts";
import { compare, equals, structuralHash } from "./equality.ts";
import { ArgumentException } from "./exceptions.ts";
import { some } from "./option.ts";
import { Object_values } from "./platform-object.ts";

/**
 * A list cell; the empty list is a cell without a tail. Tails are set only while a function of this library builds a list forward, before anyone sees it.
 */
export class FSharpList {
  static readonly $type: string = "Microsoft.FSharp.Collections.FSharpList";
  head: any;
  tail: FSharpList | null;

  constructor(head: any, tail: FSharpList | null) {
    this.head = head;
    this.tail = tail;
  }

  Equals(other: any): boolean {
    if (!(other instanceof FSharpList)) return false;
    let xs: FSharpList = this;
    let ys: FSharpList = other;
    while (xs.tail != null && ys.tail != null) {
      if (xs === ys) return true;
      if (!equals(xs.head, ys.head)) return false;
      xs = xs.tail;
      ys = ys.tail;
    }
    return xs.tail == null && ys.tail == null;
  }

  GetHashCode(): int32 {
    let xs: FSharpList = this;
    let hash: int32 = 0;
    for (let i: int32 = 0; i <= 18 && xs.tail != null; i++) {
      hash = ((hash << 1) + structuralHash(xs.head) + Math.imul(631, i)) | 0;
      xs = xs.tail;
    }
    return hash;
  }

  CompareTo(other: any): int32 {
    if (!(other instanceof FSharpList)) return 1;
    let xs: FSharpList = this;
    let ys: FSharpList = other;
    while (xs.tail != null && ys.tail != null) {
      const order: int32 = compare(xs.head, ys.head);
      if (order !== 0) return order;
      xs = xs.tail;
      ys = ys.tail;
    }
    if (xs.tail != null) return 1;
    return ys.tail != null ? -1 : 0;
  }

  GetEnumerator(): any {
    return new ListEnumerator(this);
  }
  "System.Collections.IEnumerable.GetEnumerator"(): any {
    return new ListEnumerator(this);
  }
  [Symbol.iterator](): any {
    return new EnumeratorIterator(new ListEnumerator(this));
  }
}

export class ListEnumerator {
  list: FSharpList;
  rest: FSharpList;
  current: any;

  constructor(list: FSharpList) {
    this.list = list;
    this.rest = list;
    this.current = undefined;
  }
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    const rest: FSharpList = this.rest;
    const tail: FSharpList | null = rest.tail;
    if (tail == null) return false;
    this.current = rest.head;
    this.rest = tail;
    return true;
  }
  "System.Collections.Generic.IEnumerator`1.get_Current"(): any {
    return this.current;
  }
  "System.Collections.IEnumerator.get_Current"(): any {
    return this.current;
  }
  "System.Collections.IEnumerator.Reset"(): void {
    this.rest = this.list;
  }
  Dispose(): void {}
}

export function enumerateList(xs: FSharpList): any {
  return new ListEnumerator(xs);
}

const emptyList: FSharpList = new FSharpList(undefined, null);

export function empty(): FSharpList {
  return emptyList;
}
export function cons(x: any, xs: FSharpList): FSharpList {
  return new FSharpList(x, xs);
}
export function singleton(x: any): FSharpList {
  return new FSharpList(x, emptyList);
}
export function isEmpty(xs: FSharpList): boolean {
  return xs.tail == null;
}
export function length(xs: FSharpList): int32 {
  let n: int32 = 0;
  let rest: FSharpList = xs;
  while (rest.tail != null) {
    n++;
    rest = rest.tail;
  }
  return n;
}
export function head(xs: FSharpList): any {
  return xs.tail == null ? failEmptyList() : xs.head;
}
export function tail(xs: FSharpList): FSharpList {
  return xs.tail ?? failEmptyList();
}
/** `xs.Head` */
export function memberHead(xs: FSharpList): any {
  return xs.tail == null ? failEmptyListMember() : xs.head;
}
/** `xs.Tail` */
export function memberTail(xs: FSharpList): FSharpList {
  return xs.tail ?? failEmptyListMember();
}
export function tryHead(xs: FSharpList): any {
  return xs.tail == null ? undefined : some(xs.head);
}
function lastCell(xs: FSharpList): FSharpList {
  let cell: FSharpList = xs;
  let rest: FSharpList = xs;
  while (rest.tail != null) {
    cell = rest;
    rest = rest.tail;
  }
  return cell;
}
export function last(xs: FSharpList): any {
  return xs.tail == null ? failEmptyList() : lastCell(xs).head;
}
export function tryLast(xs: FSharpList): any {
  return xs.tail == null ? undefined : some(lastCell(xs).head);
}
export function item(n: int32, xs: FSharpList): any {
  let rest: FSharpList = xs;
  for (let i: int32 = n; i >= 0 && rest.tail != null; i--) {
    if (i === 0) return rest.head;
    rest = rest.tail;
  }
  return failIndexOutsideList("index");
}
export function element(n: int32, xs: FSharpList): any {
  let rest: FSharpList = xs;
  for (let i: int32 = n; i >= 0 && rest.tail != null; i--) {
    if (i === 0) return rest.head;
    rest = rest.tail;
  }
  if (n < 0 && xs.tail != null) throw new ArgumentException("The input must be non-negative.", "n");
  return failIndexOutsideList("n");
}
export function tryItem(n: int32, xs: FSharpList): any {
  let rest: FSharpList = xs;
  for (let i: int32 = n; i >= 0 && rest.tail != null; i--) {
    if (i === 0) return some(rest.head);
    rest = rest.tail;
  }
  return undefined;
}
export function exactlyOne(xs: FSharpList): any {
  if (xs.tail == null) return failEmptySequence("source");
  return xs.tail.tail == null ? xs.head : failTooLong("source");
}
export function tryExactlyOne(xs: FSharpList): any {
  return xs.tail != null && xs.tail.tail == null ? some(xs.head) : undefined;
}

export const FSharpList_get_Empty = empty;
export const FSharpList_Cons_305B8EAC = cons;
export const FSharpList__get_IsEmpty = isEmpty;
export const FSharpList__get_Length = length;
export const FSharpList__get_Head = head;
export const FSharpList__get_Tail = tail;
export function FSharpList__get_Item_Z524259A4(xs: FSharpList, index: int32): any {
  return item(index, xs);
}

export function toArray(xs: FSharpList): MutableArray {
  const items: any[] = array_new("Array", length(xs));
  let rest: FSharpList = xs;
  for (let i: int32 = 0; rest.tail != null; i++) {
    items[i] = rest.head;
    rest = rest.tail;
  }
  return items;
}
export function ofArrayWithTail(array: any, tail: FSharpList): FSharpList {
  let xs: FSharpList = tail;
  // In Fable's library an array literal of two or more items is taken for a tuple.
  const items: any = value_class(array) === 17 ? Object_values(array) : array;
  for (let i: int32 = items.length - 1; i >= 0; i--) xs = new FSharpList(items[i], xs);
  return xs;
}
export function ofArray(items: any): FSharpList {
  return ofArrayWithTail(items, emptyList);
}
export function toSeq(xs: FSharpList): any {
  return xs;
}
export function ofSeq(xs: any): FSharpList {
  if (xs instanceof FSharpList) return xs;
  if (array_is(xs) || array_is_typed(xs)) return ofArray(xs);
  checkNotNull(xs, "source");
  const root: FSharpList = new FSharpList(undefined, null);
  let node: FSharpList = root;
  const e: any = getEnumerator(xs);
  try {
    while (e["System.Collections.IEnumerator.MoveNext"]()) {
      const cell: FSharpList = new FSharpList(e["System.Collections.Generic.IEnumerator`1.get_Current"](), null);
      node.tail = cell;
      node = cell;
    }
  } finally {
    if (object_has(e, "Dispose")) e.Dispose();
  }
  node.tail = emptyList;
  return root.tail!;
}

export function reverse(xs: FSharpList): FSharpList {
  let result: FSharpList = emptyList;
  let rest: FSharpList = xs;
  while (rest.tail != null) {
    result = new FSharpList(rest.head, result);
    rest = rest.tail;
  }
  return result;
}
export function append(xs: FSharpList, ys: FSharpList): FSharpList {
  if (xs.tail == null) return ys;
  if (ys.tail == null) return xs;
  const root: FSharpList = new FSharpList(undefined, null);
  let node: FSharpList = root;
  let rest: FSharpList = xs;
  while (rest.tail != null) {
    const cell: FSharpList = new FSharpList(rest.head, null);
    node.tail = cell;
    node = cell;
    rest = rest.tail;
  }
  node.tail = ys;
  return root.tail!;
}
export function concat(lists: any): FSharpList {
  const root: FSharpList = new FSharpList(undefined, null);
  let node: FSharpList = root;
  let outer: FSharpList = ofSeq(lists);
  while (outer.tail != null) {
    let rest: FSharpList = outer.head;
    while (rest.tail != null) {
      const cell: FSharpList = new FSharpList(rest.head, null);
      node.tail = cell;
      node = cell;
      rest = rest.tail;
    }
    outer = outer.tail;
  }
  node.tail = emptyList;
  return root.tail!;
}

export function iterate(action: any, xs: FSharpList): void {
  let rest: FSharpList = xs;
  while (rest.tail != null) {
    action(rest.head);
    rest = rest.tail;
  }
}
export function iterateIndexed(action: any, xs: FSharpList): void {
  let rest: FSharpList = xs;
  for (let i: int32 = 0; rest.tail != null; i++) {
    action(i, rest.head);
    rest = rest.tail;
  }
}
/** Complains if one of two lists walked together has ended before the other. */
export function checkBothEnded(xs: FSharpList, ys: FSharpList): void {
  if (xs.tail != null) failShorterList("list2", "list1", length(xs));
  if (ys.tail != null) failShorterList("list1", "list2", length(ys));
}
export function iterate2(action: any, xs: FSharpList, ys: FSharpList): void {
  let a: FSharpList = xs;
  let b: FSharpList = ys;
  while (a.tail != null && b.tail != null) {
    action(a.head, b.head);
    a = a.tail;
    b = b.tail;
  }
  checkBothEnded(a, b);
}
export function iterateIndexed2(action: any, xs: FSharpList, ys: FSharpList): void {
  let a: FSharpList = xs;
  let b: FSharpList = ys;
  for (let i: int32 = 0; a.tail != null && b.tail != null; i++) {
    action(i, a.head, b.head);
    a = a.tail;
    b = b.tail;
  }
  checkBothEnded(a, b);
}

export function fold(folder: any, state: any, xs: FSharpList): any {
  let acc: any = state;
  let rest: FSharpList = xs;
  while (rest.tail != null) {
    acc = folder(acc, rest.head);
    rest = rest.tail;
  }
  return acc;
}
export function foldIndexed(folder: any, state: any, xs: FSharpList): any {
  let acc: any = state;
  let rest: FSharpList = xs;
  for (let i: int32 = 0; rest.tail != null; i++) {
    acc = folder(i, acc, rest.head);
    rest = rest.tail;
  }
  return acc;
}
export function fold2(folder: any, state: any, xs: FSharpList, ys: FSharpList): any {
  let acc: any = state;
  let a: FSharpList = xs;
  let b: FSharpList = ys;
  while (a.tail != null && b.tail != null) {
    acc = folder(acc, a.head, b.head);
    a = a.tail;
    b = b.tail;
  }
  checkBothEnded(a, b);
  return acc;
}
export function foldBack(folder: any, xs: FSharpList, state: any): any {
  const items: any[] = toArray(xs);
  let acc: any = state;
  for (let i: int32 = items.length - 1; i >= 0; i--) acc = folder(items[i], acc);
  return acc;
}
export function foldBack2(folder: any, xs: FSharpList, ys: FSharpList, state: any): any {
  const a: any[] = toArray(xs);
  const b: any[] = toArray(ys);
  if (a.length !== b.length) failTwoLists(a.length, b.length);
  let acc: any = state;
  for (let i: int32 = a.length - 1; i >= 0; i--) acc = folder(a[i], b[i], acc);
  return acc;
}
export function reduce(f: any, xs: FSharpList): any {
  return xs.tail == null ? failEmptyList() : fold(f, xs.head, xs.tail);
}
export function reduceBack(f: any, xs: FSharpList): any {
  const items: any[] = toArray(xs);
  let i: int32 = items.length - 1;
  if (i < 0) failEmptyList();
  let acc: any = items[i];
  for (i = i - 1; i >= 0; i--) acc = f(items[i], acc);
  return acc;
}
