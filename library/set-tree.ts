import { array_pop, array_push } from "fusabi:builtin";
import { new_tuple } from "fusabi:op";
import { order } from "./key-order.ts";

/* The balanced trees of Set, as FSharp.Core builds them; a leaf is a node of height 1. */

export class SetTreeLeaf$1 {
  k: any;
  constructor(k: any) {
    this.k = k;
  }
}

export class SetTreeNode$1 extends SetTreeLeaf$1 {
  left: SetTreeNode$1 | null;
  right: SetTreeNode$1 | null;
  h: int32;
  constructor(k: any, left: SetTreeNode$1 | null, right: SetTreeNode$1 | null, h: int32) {
    super(k);
    this.left = left;
    this.right = right;
    this.h = h;
  }
}

export function SetTreeLeaf$1_$ctor_2B595(k: any): SetTreeNode$1 {
  return new SetTreeNode$1(k, null, null, 1);
}
export function SetTreeLeaf$1__get_Key(node: SetTreeNode$1): any {
  return node.k;
}
export function SetTreeNode$1_$ctor_5F465FC9(k: any, left: SetTreeNode$1 | null, right: SetTreeNode$1 | null, h: int32): SetTreeNode$1 {
  return new SetTreeNode$1(k, left, right, h);
}
export function SetTreeNode$1__get_Left(node: SetTreeNode$1): SetTreeNode$1 | null {
  return node.left;
}
export function SetTreeNode$1__get_Right(node: SetTreeNode$1): SetTreeNode$1 | null {
  return node.right;
}
export function SetTreeNode$1__get_Height(node: SetTreeNode$1): int32 {
  return node.h;
}

export function SetTreeModule_countAux(tree: SetTreeNode$1 | null, count: int32): int32 {
  let total: int32 = count;
  let rest: SetTreeNode$1 | null = tree;
  while (rest != null) {
    total = SetTreeModule_countAux(rest.left, total + 1);
    rest = rest.right;
  }
  return total;
}

const heightOf = (tree: SetTreeNode$1 | null): int32 => (tree == null ? 0 : tree.h);

export function SetTreeModule_mk(left: SetTreeNode$1 | null, k: any, right: SetTreeNode$1 | null): SetTreeNode$1 {
  const l: int32 = heightOf(left);
  const r: int32 = heightOf(right);
  return new SetTreeNode$1(k, left, right, (l < r ? r : l) + 1);
}

export function SetTreeModule_rebalance(left: SetTreeNode$1 | null, k: any, right: SetTreeNode$1 | null): SetTreeNode$1 {
  const l: int32 = heightOf(left);
  const r: int32 = heightOf(right);
  const difference: int32 = l - r;
  if (difference < -2) return rotateLeft(left, k, right!, l);
  if (difference > 2) return rotateRight(left!, k, right, r);
  return new SetTreeNode$1(k, left, right, (l < r ? r : l) + 1);
}
function rotateLeft(left: SetTreeNode$1 | null, k: any, right: SetTreeNode$1, height: int32): SetTreeNode$1 {
  const inner: SetTreeNode$1 | null = right.left;
  const most: int32 = height + 1;
  if (inner != null && inner.h > most) return SetTreeModule_mk(SetTreeModule_mk(left, k, inner.left), inner.k, SetTreeModule_mk(inner.right, right.k, right.right));
  return SetTreeModule_mk(SetTreeModule_mk(left, k, inner), right.k, right.right);
}
function rotateRight(left: SetTreeNode$1, k: any, right: SetTreeNode$1 | null, height: int32): SetTreeNode$1 {
  const inner: SetTreeNode$1 | null = left.right;
  const most: int32 = height + 1;
  if (inner != null && inner.h > most) return SetTreeModule_mk(SetTreeModule_mk(left.left, left.k, inner.left), inner.k, SetTreeModule_mk(inner.right, k, right));
  return SetTreeModule_mk(left.left, left.k, SetTreeModule_mk(inner, k, right));
}

export function SetTreeModule_add(comparer: any, k: any, tree: SetTreeNode$1 | null): SetTreeNode$1 {
  if (tree == null) return new SetTreeNode$1(k, null, null, 1);
  const c: int32 = order(comparer, k, tree.k);
  if (c < 0) return SetTreeModule_rebalance(SetTreeModule_add(comparer, k, tree.left), tree.k, tree.right);
  if (c > 0) return SetTreeModule_rebalance(tree.left, tree.k, SetTreeModule_add(comparer, k, tree.right));
  return tree;
}

/** Trees of any heights with a key between them. */
export function SetTreeModule_balance(comparer: any, left: SetTreeNode$1 | null, k: any, right: SetTreeNode$1 | null): SetTreeNode$1 {
  if (left == null) return SetTreeModule_add(comparer, k, right);
  if (right == null) return SetTreeModule_add(comparer, k, left);
  if (left.h + 2 < right.h) return SetTreeModule_rebalance(SetTreeModule_balance(comparer, left, k, right.left), right.k, right.right);
  if (right.h + 2 < left.h) return SetTreeModule_rebalance(left.left, left.k, SetTreeModule_balance(comparer, left.right, k, right));
  return SetTreeModule_mk(left, k, right);
}

/** What is less than a key, whether it is there, and what is greater. */
export function SetTreeModule_split(comparer: any, pivot: any, tree: SetTreeNode$1 | null): any {
  if (tree == null) return new_tuple("tuple", undefined, false, undefined);
  const c: int32 = order(comparer, pivot, tree.k);
  if (c === 0) return new_tuple("tuple", tree.left, true, tree.right);
  const inner: any = SetTreeModule_split(comparer, pivot, c < 0 ? tree.left : tree.right);
  if (c < 0) return new_tuple("tuple", inner[0], inner[1], SetTreeModule_balance(comparer, inner[2], tree.k, tree.right));
  return new_tuple("tuple", SetTreeModule_balance(comparer, tree.left, tree.k, inner[0]), inner[1], inner[2]);
}

function withoutFirst(tree: SetTreeNode$1): SetTreeNode$1 | null {
  return tree.left == null ? tree.right : SetTreeModule_mk(withoutFirst(tree.left), tree.k, tree.right);
}
export function SetTreeModule_remove(comparer: any, k: any, tree: SetTreeNode$1 | null): SetTreeNode$1 | null {
  if (tree == null) return null;
  const c: int32 = order(comparer, k, tree.k);
  if (c < 0) return SetTreeModule_rebalance(SetTreeModule_remove(comparer, k, tree.left), tree.k, tree.right);
  if (c > 0) return SetTreeModule_rebalance(tree.left, tree.k, SetTreeModule_remove(comparer, k, tree.right));
  if (tree.left == null) return tree.right;
  if (tree.right == null) return tree.left;
  let next: SetTreeNode$1 = tree.right;
  while (next.left != null) next = next.left;
  return SetTreeModule_mk(tree.left, next.k, withoutFirst(tree.right));
}

export function SetTreeModule_mem(comparer: any, k: any, tree: SetTreeNode$1 | null): boolean {
  let at: SetTreeNode$1 | null = tree;
  while (at != null) {
    const c: int32 = order(comparer, k, at.k);
    if (c === 0) return true;
    at = c < 0 ? at.left : at.right;
  }
  return false;
}

export function SetTreeModule_iter(f: any, tree: SetTreeNode$1 | null): void {
  let rest: SetTreeNode$1 | null = tree;
  while (rest != null) {
    SetTreeModule_iter(f, rest.left);
    f(rest.k);
    rest = rest.right;
  }
}
export function SetTreeModule_fold(f: any, state: any, tree: SetTreeNode$1 | null): any {
  let acc: any = state;
  let rest: SetTreeNode$1 | null = tree;
  while (rest != null) {
    acc = f(SetTreeModule_fold(f, acc, rest.left), rest.k);
    rest = rest.right;
  }
  return acc;
}
export function SetTreeModule_foldBack(f: any, tree: SetTreeNode$1 | null, state: any): any {
  let acc: any = state;
  let rest: SetTreeNode$1 | null = tree;
  while (rest != null) {
    acc = f(rest.k, SetTreeModule_foldBack(f, rest.right, acc));
    rest = rest.left;
  }
  return acc;
}

/** The order of two sets: that of their elements in order. */
export function SetTreeModule_compare(comparer: any, x: SetTreeNode$1 | null, y: SetTreeNode$1 | null): int32 {
  const xs: SetWalk = new SetWalk(x);
  const ys: SetWalk = new SetWalk(y);
  for (;;) {
    const a: SetTreeNode$1 | null = nextNode(xs);
    const b: SetTreeNode$1 | null = nextNode(ys);
    if (a == null) return b == null ? 0 : -1;
    if (b == null) return 1;
    const c: int32 = order(comparer, a.k, b.k);
    if (c !== 0) return c;
  }
}

/** A place in a tree: the nodes whose left side is done or being walked, and what comes before them. */
export class SetWalk {
  above: any[];
  next: SetTreeNode$1 | null;
  constructor(tree: SetTreeNode$1 | null) {
    this.above = [];
    this.next = tree;
  }
}
export function nextNode(walk: SetWalk): SetTreeNode$1 | null {
  const above: any[] = walk.above;
  let next: SetTreeNode$1 | null = walk.next;
  while (next != null) {
    array_push(above, next);
    next = next.left;
  }
  if (above.length === 0) {
    walk.next = null;
    return null;
  }
  const node: SetTreeNode$1 = array_pop(above);
  walk.next = node.right;
  return node;
}
