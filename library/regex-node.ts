// The tree of a pattern.
import type { CharSet } from "./regex-set.ts";

/** Matches the empty text. */
export const EMPTY: int32 = 0;
/** `text`, unit by unit. */
export const TEXT: int32 = 1;
/** One unit of `set`. */
export const SET: int32 = 2;
/** `children` in order. */
export const CONCAT: int32 = 3;
/** One of `children`. */
export const ALTERNATION: int32 = 4;
/** The only child, `min` to `max` times; `lazy` prefers fewer. */
export const LOOP: int32 = 5;
/** The only child as a capture of `group` (-1 for none) that takes one away from `other` (-1 for none). */
export const CAPTURE: int32 = 6;
/** The only child without its alternatives. */
export const ATOMIC: int32 = 7;
/** The only child as a condition ahead, or behind where `behind`; `negative` wants it not to match. */
export const LOOK: int32 = 8;
/** What `group` captured last; `caseless`. */
export const BACKREFERENCE: int32 = 9;
/** An assertion, by its own code in `min`. */
export const ASSERTION: int32 = 10;
/** The first child where `group` has captured, else the second. */
export const IF_CAPTURED: int32 = 11;
/** The second child where the first matches here, else the third. */
export const IF_MATCHES: int32 = 12;

export const LINE_START: int32 = 0;
export const LINE_END: int32 = 1;
export const START: int32 = 2;
export const END: int32 = 3;
/** The end, or before the newline that ends the text. */
export const LAST_LINE_END: int32 = 4;
export const PREVIOUS_END: int32 = 5;
export const BOUNDARY: int32 = 6;
export const NO_BOUNDARY: int32 = 7;
export const ASCII_BOUNDARY: int32 = 8;
export const ASCII_NO_BOUNDARY: int32 = 9;

export const UNBOUNDED: int32 = 2147483647;

export class RegexNode {
  kind: int32;
  text: string;
  set: any;
  children: any;
  min: int32;
  max: int32;
  lazy: boolean;
  group: int32;
  other: int32;
  negative: boolean;
  behind: boolean;
  caseless: boolean;

  constructor(kind: int32, children: any) {
    this.kind = kind;
    this.text = "";
    this.set = undefined;
    this.children = children;
    this.min = 0;
    this.max = 0;
    this.lazy = false;
    this.group = -1;
    this.other = -1;
    this.negative = false;
    this.behind = false;
    this.caseless = false;
  }
}

export function textNode(text: string): RegexNode {
  const node: RegexNode = new RegexNode(TEXT, []);
  node.text = text;
  return node;
}

export function setNode(set: CharSet): RegexNode {
  set.seal();
  const node: RegexNode = new RegexNode(SET, []);
  node.set = set;
  return node;
}

export function assertionNode(code: int32): RegexNode {
  const node: RegexNode = new RegexNode(ASSERTION, []);
  node.min = code;
  return node;
}

export function backreferenceNode(group: int32, caseless: boolean): RegexNode {
  const node: RegexNode = new RegexNode(BACKREFERENCE, []);
  node.group = group;
  node.caseless = caseless;
  return node;
}

export function loopNode(child: RegexNode, min: int32, max: int32, lazy: boolean): RegexNode {
  if (max === 0) return new RegexNode(EMPTY, []);
  const node: RegexNode = new RegexNode(LOOP, [child]);
  node.min = min;
  node.max = max;
  node.lazy = lazy;
  return node;
}

/** One child stands for itself, none for the empty text. */
export function listNode(kind: int32, children: any): RegexNode {
  if (children.length === 1) return children[0];
  return new RegexNode(children.length === 0 ? EMPTY : kind, children);
}
