import { array_pop, array_push } from "fusabi:builtin";
import { new_tuple } from "fusabi:op";
import type { FSharpMap } from "fable-library/Map.js";
import type { MapTreeNode$2 } from "./map-tree.ts";
import { FunctionSequence, SequenceEnumerator } from "./sequence.ts";

/* What of Map is not its trees' work: its fields, and enumeration. */

export function FSharpMap__get_Comparer(map: FSharpMap): any {
  return map.comparer;
}
export function FSharpMap__get_Tree(map: FSharpMap): any {
  return map.tree;
}

/** The keys and values of a Map's tree in order. */
class MapEnumerator extends SequenceEnumerator {
  tree: MapTreeNode$2 | null;
  /** Nodes whose left side is being walked. */
  above: any[];
  next: MapTreeNode$2 | null;
  constructor(tree: MapTreeNode$2 | null) {
    super();
    this.tree = tree;
    this.above = [];
    this.next = tree;
  }
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    const above: any[] = this.above;
    let next: MapTreeNode$2 | null = this.next;
    while (next != null) {
      array_push(above, next);
      next = next.left;
    }
    if (above.length === 0) {
      this.next = null;
      return false;
    }
    const node: MapTreeNode$2 = array_pop(above);
    this.current = new_tuple("tuple", node.k, node.v);
    this.next = node.right;
    return true;
  }
  "System.Collections.IEnumerator.Reset"(): void {
    this.above = [];
    this.next = this.tree;
  }
}

export function enumerateMap(map: FSharpMap): any {
  return new MapEnumerator(map.tree);
}
export function MapTreeModule_mkIEnumerator(tree: MapTreeNode$2 | null): any {
  return new MapEnumerator(tree);
}
export function MapTreeModule_toSeq(tree: MapTreeNode$2 | null): any {
  return new FunctionSequence((): any => new MapEnumerator(tree));
}
