import type { FSharpSet } from "fable-library/Set.js";
import { ArgumentException } from "./exceptions.ts";
import { some } from "./option.ts";
import { SequenceEnumerator } from "./sequence.ts";
import { nextNode, type SetTreeNode$1, SetWalk } from "./set-tree.ts";

/** What of Set is not its trees' work: its fields, extremes with FSharp.Core's errors for an empty set, enumeration. */

export function FSharpSet__get_Comparer(set: FSharpSet): any {
  return set.comparer;
}
export function FSharpSet__get_Tree(set: FSharpSet): any {
  return set.tree;
}

function failEmpty(): any {
  throw new ArgumentException("Set contains no elements.", "s");
}
function leftmost(tree: SetTreeNode$1): SetTreeNode$1 {
  let at: SetTreeNode$1 = tree;
  while (at.left != null) at = at.left;
  return at;
}
function rightmost(tree: SetTreeNode$1): SetTreeNode$1 {
  let at: SetTreeNode$1 = tree;
  while (at.right != null) at = at.right;
  return at;
}
export function SetTreeModule_minimumElementOpt(tree: SetTreeNode$1 | null): any {
  return tree == null ? undefined : some(leftmost(tree).k);
}
export function SetTreeModule_maximumElementOpt(tree: SetTreeNode$1 | null): any {
  return tree == null ? undefined : some(rightmost(tree).k);
}
export function SetTreeModule_minimumElement(tree: SetTreeNode$1 | null): any {
  return tree == null ? failEmpty() : leftmost(tree).k;
}
export function SetTreeModule_maximumElement(tree: SetTreeNode$1 | null): any {
  return tree == null ? failEmpty() : rightmost(tree).k;
}

/** The elements of a Set's tree in order. */
class SetEnumerator extends SequenceEnumerator {
  tree: SetTreeNode$1 | null;
  walk: SetWalk;
  constructor(tree: SetTreeNode$1 | null) {
    super();
    this.tree = tree;
    this.walk = new SetWalk(tree);
  }
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    const node: SetTreeNode$1 | null = nextNode(this.walk);
    if (node == null) return false;
    this.current = node.k;
    return true;
  }
  "System.Collections.IEnumerator.Reset"(): void {
    this.walk = new SetWalk(this.tree);
  }
}

export function enumerateSet(set: FSharpSet): any {
  return new SetEnumerator(set.tree);
}
export function SetTreeModule_mkIEnumerator(tree: SetTreeNode$1 | null): any {
  return new SetEnumerator(tree);
}
/** A set is its sequence. */
export function toSeq(set: FSharpSet): any {
  return set;
}
