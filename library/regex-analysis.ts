// What can be known of a tree before it runs.
import { str_char_code_at } from "fusabi:builtin";
import { ALTERNATION, ASSERTION, ATOMIC, CAPTURE, CONCAT, EMPTY, LOOK, LOOP, type RegexNode, SET, START, TEXT } from "./regex-node.ts";
import { FirstUnits } from "./regex-set.ts";

/** Lengths beyond this one are held for this one. */
const longest: int32 = 100000000;

/** The least number of units that a node takes. */
export function minimumLength(node: RegexNode): int32 {
  switch (node.kind) {
    case TEXT:
      return node.text.length;
    case SET:
      return 1;
    case CONCAT: {
      let sum: int32 = 0;
      for (const child of node.children) sum = atMost(sum + minimumLength(child));
      return sum;
    }
    case ALTERNATION: {
      let least: int32 = longest;
      for (const child of node.children) {
        const length: int32 = minimumLength(child);
        if (length < least) least = length;
      }
      return least;
    }
    case LOOP:
      return times(minimumLength(node.children[0]), node.min);
    case CAPTURE:
    case ATOMIC:
      return minimumLength(node.children[0]);
    default:
      return 0;
  }
}

const atMost = (length: int32): int32 => (length > longest ? longest : length);

function times(length: int32, count: int32): int32 {
  if (length === 0 || count === 0) return 0;
  const most: int32 = (longest / count) | 0;
  return length > most ? longest : length * count;
}

/** The number of units that a node always takes, -1 where it varies. */
export function fixedLength(node: RegexNode): int32 {
  switch (node.kind) {
    case TEXT:
      return node.text.length;
    case SET:
      return 1;
    case CONCAT: {
      let sum: int32 = 0;
      for (const child of node.children) {
        const length: int32 = fixedLength(child);
        if (length < 0) return -1;
        sum = atMost(sum + length);
      }
      return sum;
    }
    case ALTERNATION: {
      const length: int32 = fixedLength(node.children[0]);
      for (const child of node.children) {
        if (fixedLength(child) !== length) return -1;
      }
      return length;
    }
    case LOOP: {
      const length: int32 = fixedLength(node.children[0]);
      return node.min === node.max && length >= 0 ? times(length, node.min) : -1;
    }
    case CAPTURE:
    case ATOMIC:
      return fixedLength(node.children[0]);
    case ASSERTION:
    case LOOK:
    case EMPTY:
      return 0;
    default:
      return -1;
  }
}

/** The text that every match begins with; empty where none is known. */
export function leadingText(node: RegexNode): string {
  switch (node.kind) {
    case TEXT:
      return node.text;
    case CAPTURE:
    case ATOMIC:
      return leadingText(node.children[0]);
    case CONCAT: {
      let text: string = "";
      for (const child of node.children) {
        text = text + leadingText(child);
        if (child.kind !== TEXT) break;
      }
      return text;
    }
    case LOOP:
      return node.min > 0 ? leadingText(node.children[0]) : "";
    default:
      return "";
  }
}

/** Whether matches begin at the start of the text only. */
export function startsAnchored(node: RegexNode): boolean {
  if (node.kind === ASSERTION) return node.min === START;
  if (node.kind === CONCAT || node.kind === CAPTURE || node.kind === ATOMIC) return startsAnchored(node.children[0]);
  if (node.kind !== ALTERNATION) return false;
  for (const child of node.children) {
    if (!startsAnchored(child)) return false;
  }
  return true;
}

/** What a node can begin with, read to the right. */
export function firstOf(node: RegexNode): FirstUnits {
  const first: FirstUnits = new FirstUnits();
  switch (node.kind) {
    case TEXT:
      first.addUnit(str_char_code_at(node.text, 0));
      return first;
    case SET:
      return node.set.first;
    case CONCAT:
      for (const child of node.children) {
        const next: FirstUnits = firstOf(child);
        first.add(next);
        if (!next.empty) return first;
      }
      first.empty = true;
      return first;
    case ALTERNATION:
      for (const child of node.children) {
        const next: FirstUnits = firstOf(child);
        first.add(next);
        if (next.empty) first.empty = true;
      }
      return first;
    case LOOP: {
      const body: FirstUnits = firstOf(node.children[0]);
      first.add(body);
      first.empty = node.min === 0 || body.empty;
      return first;
    }
    case CAPTURE:
    case ATOMIC:
      return firstOf(node.children[0]);
    case ASSERTION:
    case LOOK:
    case EMPTY:
      first.empty = true;
      return first;
    default:
      first.addAll();
      first.empty = true;
      return first;
  }
}

/** Whether no unit is in both. */
export function disjoint(a: FirstUnits, b: FirstUnits): boolean {
  if (a.wide && b.wide) return false;
  for (let i: int32 = 0; i < 4; i++) {
    if ((a.bits[i] & b.bits[i]) !== 0) return false;
  }
  return true;
}

export const isSingle = (node: RegexNode): boolean => node.kind === SET || (node.kind === TEXT && node.text.length === 1);
