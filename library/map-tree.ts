import { new_tuple } from "fusabi:op";
import { KeyNotFoundException_$ctor } from "fable-library/System.Collections.Generic.js";
import { order } from "./key-order.ts";
import { some } from "./option.ts";

/* The balanced trees of Map, as FSharp.Core builds them; a leaf is a node of height 1. */

export class MapTreeLeaf$2 {
  k: any;
  v: any;
  constructor(k: any, v: any) {
    this.k = k;
    this.v = v;
  }
}

export class MapTreeNode$2 extends MapTreeLeaf$2 {
  left: MapTreeNode$2 | null;
  right: MapTreeNode$2 | null;
  h: int32;
  constructor(k: any, v: any, left: MapTreeNode$2 | null, right: MapTreeNode$2 | null, h: int32) {
    super(k, v);
    this.left = left;
    this.right = right;
    this.h = h;
  }
}

export function MapTreeLeaf$2_$ctor_5BDDA1(k: any, v: any): MapTreeNode$2 {
  return new MapTreeNode$2(k, v, null, null, 1);
}
export function MapTreeLeaf$2__get_Key(node: MapTreeNode$2): any {
  return node.k;
}
export function MapTreeLeaf$2__get_Value(node: MapTreeNode$2): any {
  return node.v;
}
export function MapTreeNode$2_$ctor_Z39DE9543(k: any, v: any, left: MapTreeNode$2 | null, right: MapTreeNode$2 | null, h: int32): MapTreeNode$2 {
  return new MapTreeNode$2(k, v, left, right, h);
}
export function MapTreeNode$2__get_Left(node: MapTreeNode$2): MapTreeNode$2 | null {
  return node.left;
}
export function MapTreeNode$2__get_Right(node: MapTreeNode$2): MapTreeNode$2 | null {
  return node.right;
}
export function MapTreeNode$2__get_Height(node: MapTreeNode$2): int32 {
  return node.h;
}

export function MapTreeModule_sizeAux(count: int32, tree: MapTreeNode$2 | null): int32 {
  let total: int32 = count;
  let rest: MapTreeNode$2 | null = tree;
  while (rest != null) {
    total = MapTreeModule_sizeAux(total + 1, rest.left);
    rest = rest.right;
  }
  return total;
}

const heightOf = (tree: MapTreeNode$2 | null): int32 => (tree == null ? 0 : tree.h);

export function MapTreeModule_mk(left: MapTreeNode$2 | null, k: any, v: any, right: MapTreeNode$2 | null): MapTreeNode$2 {
  const l: int32 = heightOf(left);
  const r: int32 = heightOf(right);
  return new MapTreeNode$2(k, v, left, right, (l < r ? r : l) + 1);
}

export function MapTreeModule_rebalance(left: MapTreeNode$2 | null, k: any, v: any, right: MapTreeNode$2 | null): MapTreeNode$2 {
  const l: int32 = heightOf(left);
  const r: int32 = heightOf(right);
  const difference: int32 = l - r;
  if (difference < -2) return rotateLeft(left, k, v, right!, l);
  if (difference > 2) return rotateRight(left!, k, v, right, r);
  return new MapTreeNode$2(k, v, left, right, (l < r ? r : l) + 1);
}
function rotateLeft(left: MapTreeNode$2 | null, k: any, v: any, right: MapTreeNode$2, height: int32): MapTreeNode$2 {
  const inner: MapTreeNode$2 | null = right.left;
  const most: int32 = height + 1;
  if (inner != null && inner.h > most) {
    return MapTreeModule_mk(MapTreeModule_mk(left, k, v, inner.left), inner.k, inner.v, MapTreeModule_mk(inner.right, right.k, right.v, right.right));
  }
  return MapTreeModule_mk(MapTreeModule_mk(left, k, v, inner), right.k, right.v, right.right);
}
function rotateRight(left: MapTreeNode$2, k: any, v: any, right: MapTreeNode$2 | null, height: int32): MapTreeNode$2 {
  const inner: MapTreeNode$2 | null = left.right;
  const most: int32 = height + 1;
  if (inner != null && inner.h > most) {
    return MapTreeModule_mk(MapTreeModule_mk(left.left, left.k, left.v, inner.left), inner.k, inner.v, MapTreeModule_mk(inner.right, k, v, right));
  }
  return MapTreeModule_mk(left.left, left.k, left.v, MapTreeModule_mk(inner, k, v, right));
}

export function MapTreeModule_add(comparer: any, k: any, v: any, tree: MapTreeNode$2 | null): MapTreeNode$2 {
  if (tree == null) return new MapTreeNode$2(k, v, null, null, 1);
  const c: int32 = order(comparer, k, tree.k);
  if (c < 0) return MapTreeModule_rebalance(MapTreeModule_add(comparer, k, v, tree.left), tree.k, tree.v, tree.right);
  if (c > 0) return MapTreeModule_rebalance(tree.left, tree.k, tree.v, MapTreeModule_add(comparer, k, v, tree.right));
  return new MapTreeNode$2(k, v, tree.left, tree.right, tree.h);
}

/** The node of a key, or null. */
function nodeOf(comparer: any, k: any, tree: MapTreeNode$2 | null): MapTreeNode$2 | null {
  let at: MapTreeNode$2 | null = tree;
  while (at != null) {
    const c: int32 = order(comparer, k, at.k);
    if (c === 0) return at;
    at = c < 0 ? at.left : at.right;
  }
  return null;
}
export function MapTreeModule_tryFind(comparer: any, k: any, tree: MapTreeNode$2 | null): any {
  const node: MapTreeNode$2 | null = nodeOf(comparer, k, tree);
  return node == null ? undefined : some(node.v);
}
export function MapTreeModule_find(comparer: any, k: any, tree: MapTreeNode$2 | null): any {
  const node: MapTreeNode$2 | null = nodeOf(comparer, k, tree);
  if (node == null) throw KeyNotFoundException_$ctor();
  return node.v;
}
export function MapTreeModule_mem(comparer: any, k: any, tree: MapTreeNode$2 | null): boolean {
  return nodeOf(comparer, k, tree) != null;
}

/** The first key and value of a tree, and the tree without them. */
export function MapTreeModule_spliceOutSuccessor(tree: MapTreeNode$2): any {
  let first: MapTreeNode$2 = tree;
  while (first.left != null) first = first.left;
  return new_tuple("tuple", first.k, first.v, withoutFirst(tree));
}
function withoutFirst(tree: MapTreeNode$2): MapTreeNode$2 | null {
  return tree.left == null ? tree.right : MapTreeModule_mk(withoutFirst(tree.left), tree.k, tree.v, tree.right);
}
export function MapTreeModule_remove(comparer: any, k: any, tree: MapTreeNode$2 | null): MapTreeNode$2 | null {
  if (tree == null) return null;
  const c: int32 = order(comparer, k, tree.k);
  if (c < 0) return MapTreeModule_rebalance(MapTreeModule_remove(comparer, k, tree.left), tree.k, tree.v, tree.right);
  if (c > 0) return MapTreeModule_rebalance(tree.left, tree.k, tree.v, MapTreeModule_remove(comparer, k, tree.right));
  if (tree.left == null) return tree.right;
  if (tree.right == null) return tree.left;
  let next: MapTreeNode$2 = tree.right;
  while (next.left != null) next = next.left;
  return MapTreeModule_mk(tree.left, next.k, next.v, withoutFirst(tree.right));
}

export function MapTreeModule_iter(f: any, tree: MapTreeNode$2 | null): void {
  let rest: MapTreeNode$2 | null = tree;
  while (rest != null) {
    MapTreeModule_iter(f, rest.left);
    f(rest.k, rest.v);
    rest = rest.right;
  }
}
export function MapTreeModule_fold(f: any, state: any, tree: MapTreeNode$2 | null): any {
  let acc: any = state;
  let rest: MapTreeNode$2 | null = tree;
  while (rest != null) {
    acc = f(MapTreeModule_fold(f, acc, rest.left), rest.k, rest.v);
    rest = rest.right;
  }
  return acc;
}
export function MapTreeModule_foldBack(f: any, tree: MapTreeNode$2 | null, state: any): any {
  let acc: any = state;
  let rest: MapTreeNode$2 | null = tree;
  while (rest != null) {
    acc = f(rest.k, rest.v, MapTreeModule_foldBack(f, rest.right, acc));
    rest = rest.left;
  }
  return acc;
}
export function MapTreeModule_map(f: any, tree: MapTreeNode$2 | null): MapTreeNode$2 | null {
  if (tree == null) return null;
  const left: MapTreeNode$2 | null = MapTreeModule_map(f, tree.left);
  const value: any = f(tree.v);
  return new MapTreeNode$2(tree.k, value, left, MapTreeModule_map(f, tree.right), tree.h);
}
export function MapTreeModule_mapi(f: any, tree: MapTreeNode$2 | null): MapTreeNode$2 | null {
  if (tree == null) return null;
  const left: MapTreeNode$2 | null = MapTreeModule_mapi(f, tree.left);
  const value: any = f(tree.k, tree.v);
  return new MapTreeNode$2(tree.k, value, left, MapTreeModule_mapi(f, tree.right), tree.h);
}
