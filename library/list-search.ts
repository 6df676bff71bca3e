import { failNotFound } from "./collection-errors.ts";
import { ArgumentException } from "./exceptions.ts";
import { checkBothEnded, type FSharpList, reverse } from "./list.ts";
import { some, value } from "./option.ts";

/** The functions of List that look for something in one. */

export function indexNotFound(): any {
  return failNotFound();
}
export function tryPick(f: any, xs: FSharpList): any {
  let rest: FSharpList = xs;
  while (rest.tail != null) {
    const picked: any = f(rest.head);
    if (picked != null) return picked;
    rest = rest.tail;
  }
  return undefined;
}
export function pick(f: any, xs: FSharpList): any {
  const picked: any = tryPick(f, xs);
  return picked == null ? failNotFound() : value(picked);
}
function cellWhere(f: any, xs: FSharpList): FSharpList | null {
  let rest: FSharpList = xs;
  while (rest.tail != null) {
    if (f(rest.head)) return rest;
    rest = rest.tail;
  }
  return null;
}
export function tryFind(f: any, xs: FSharpList): any {
  const cell: FSharpList | null = cellWhere(f, xs);
  return cell == null ? undefined : some(cell.head);
}
export function find(f: any, xs: FSharpList): any {
  const cell: FSharpList | null = cellWhere(f, xs);
  return cell == null ? failNotFound() : cell.head;
}
export function tryFindBack(f: any, xs: FSharpList): any {
  return tryFind(f, reverse(xs));
}
export function findBack(f: any, xs: FSharpList): any {
  return find(f, reverse(xs));
}
function indexWhere(f: any, xs: FSharpList): int32 {
  let rest: FSharpList = xs;
  for (let i: int32 = 0; rest.tail != null; i++) {
    if (f(rest.head)) return i;
    rest = rest.tail;
  }
  return -1;
}
export function tryFindIndex(f: any, xs: FSharpList): any {
  const i: int32 = indexWhere(f, xs);
  return i < 0 ? undefined : i;
}
export function findIndex(f: any, xs: FSharpList): int32 {
  const i: int32 = indexWhere(f, xs);
  return i < 0 ? failNotFound() : i;
}
function lastIndexWhere(f: any, xs: FSharpList): int32 {
  const backwards: FSharpList = reverse(xs);
  const fromEnd: int32 = indexWhere(f, backwards);
  if (fromEnd < 0) return -1;
  let count: int32 = 0;
  let rest: FSharpList = xs;
  while (rest.tail != null) {
    count++;
    rest = rest.tail;
  }
  return count - 1 - fromEnd;
}
export function tryFindIndexBack(f: any, xs: FSharpList): any {
  const i: int32 = lastIndexWhere(f, xs);
  return i < 0 ? undefined : i;
}
export function findIndexBack(f: any, xs: FSharpList): int32 {
  const i: int32 = lastIndexWhere(f, xs);
  return i < 0 ? failNotFound() : i;
}
export function contains(value: any, xs: FSharpList, eq: any): boolean {
  let rest: FSharpList = xs;
  while (rest.tail != null) {
    if (eq.Equals(value, rest.head)) return true;
    rest = rest.tail;
  }
  return false;
}
export function exists(f: any, xs: FSharpList): boolean {
  return cellWhere(f, xs) != null;
}
export function exists2(f: any, xs: FSharpList, ys: FSharpList): boolean {
  let a: FSharpList = xs;
  let b: FSharpList = ys;
  while (a.tail != null && b.tail != null) {
    if (f(a.head, b.head)) return true;
    a = a.tail;
    b = b.tail;
  }
  if (a.tail != null || b.tail != null) throw new ArgumentException("The lists had different lengths.", "list2");
  return false;
}
export function forAll(f: any, xs: FSharpList): boolean {
  let rest: FSharpList = xs;
  while (rest.tail != null) {
    if (!f(rest.head)) return false;
    rest = rest.tail;
  }
  return true;
}
export function forAll2(f: any, xs: FSharpList, ys: FSharpList): boolean {
  let a: FSharpList = xs;
  let b: FSharpList = ys;
  while (a.tail != null && b.tail != null) {
    if (!f(a.head, b.head)) return false;
    a = a.tail;
    b = b.tail;
  }
  checkBothEnded(a, b);
  return true;
}
export function compareWith(comparer: any, xs: FSharpList, ys: FSharpList): int32 {
  let a: FSharpList = xs;
  let b: FSharpList = ys;
  while (a.tail != null && b.tail != null) {
    const order: int32 = comparer(a.head, b.head);
    if (order !== 0) return order;
    a = a.tail;
    b = b.tail;
  }
  if (a.tail != null) return 1;
  return b.tail != null ? -1 : 0;
}
