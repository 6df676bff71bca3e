// Trees to programs (regex-instructions.ts).
import { str_char_code_at } from "fusabi:builtin";
import { disjoint, firstOf, fixedLength, isSingle, leadingText, minimumLength, startsAnchored } from "./regex-analysis.ts";
import type { RegexGroups } from "./regex-groups.ts";
import * as I from "./regex-instructions.ts";
import type { RegexNode } from "./regex-node.ts";
import * as N from "./regex-node.ts";
import { RegexParser } from "./regex-parser.ts";
import { ECMA_SCRIPT, JAVA_SCRIPT, RIGHT_TO_LEFT } from "./regex-scanner.ts";
import { CharSet, type FirstUnits } from "./regex-set.ts";

export class RegexProgram {
  code: Int32Array;
  /** For each set, which units below 128 it has: 4 words. */
  bits: Int32Array;
  sets: any;
  texts: any;
  /** Slots come first among the registers: each holds its last capture. */
  slots: int32;
  registers: int32;
  groups: RegexGroups;
  options: int32;
  /** Matches begin with this text, when it is not empty; with one of these units, when they are known; at the start only. */
  prefix: string;
  first: any;
  anchored: boolean;

  constructor(pattern: string, options: int32) {
    const parser: RegexParser = new RegexParser(pattern, options);
    const tree: RegexNode = parser.parse();
    const emitter: Emitter = new Emitter(parser.groups, options);
    const back: boolean = (options & RIGHT_TO_LEFT) !== 0;
    emitter.emit(tree, back, undefined);
    emitter.code.push(I.DONE);
    this.code = toInt32Array(emitter.code);
    this.sets = emitter.sets;
    this.texts = emitter.texts;
    this.bits = new Int32Array(emitter.sets.length * 4);
    for (let i: int32 = 0; i < emitter.sets.length; i++) {
      const first: FirstUnits = emitter.sets[i].first;
      for (let word: int32 = 0; word < 4; word++) this.bits[i * 4 + word] = first.bits[word];
    }
    this.groups = parser.groups;
    this.slots = parser.groups.numbers.length;
    this.registers = emitter.registers;
    this.options = options;
    this.prefix = back ? "" : leadingText(tree);
    const first: FirstUnits = firstOf(tree);
    this.first = back || first.empty ? undefined : first;
    this.anchored = !back && startsAnchored(tree);
  }
}

export function toInt32Array(items: any): Int32Array {
  const array: Int32Array = new Int32Array(items.length);
  for (let i: int32 = 0; i < array.length; i++) array[i] = items[i];
  return array;
}

class Emitter {
  code: any;
  sets: any;
  texts: any;
  registers: int32;
  groups: RegexGroups;
  options: int32;

  constructor(groups: RegexGroups, options: int32) {
    this.code = [];
    this.sets = [];
    this.texts = [];
    this.registers = groups.numbers.length;
    this.groups = groups;
    this.options = options;
  }

  /** Registers in a row. */
  take(count: int32): int32 {
    const first: int32 = this.registers;
    this.registers = first + count;
    return first;
  }

  slot(group: int32): int32 {
    return this.groups.numbers.indexOf(group);
  }

  /** Writes a target that is not known yet; where to put it. */
  ahead(): int32 {
    return this.code.push(0) - 1;
  }

  land(at: int32): void {
    this.code[at] = this.code.length;
  }

  setIndex(node: RegexNode): int32 {
    let set: any = node.set;
    if (node.kind === N.TEXT) {
      set = new CharSet().addUnits(node.text);
      set.seal();
    }
    return this.sets.push(set) - 1;
  }

  /** `follower` is what comes after the node in its sequence, where that is known. */
  emit(node: RegexNode, back: boolean, follower: any): void {
    switch (node.kind) {
      case N.EMPTY:
        return;
      case N.TEXT:
        this.emitText(node.text, back);
        return;
      case N.SET:
        this.code.push(back ? I.ONE_BACK : I.ONE, this.setIndex(node));
        return;
      case N.CONCAT:
        this.emitSequence(node.children, back, follower);
        return;
      case N.ALTERNATION:
        this.emitAlternation(node.children, back, follower);
        return;
      case N.LOOP:
        this.emitLoop(node, back, follower);
        return;
      case N.CAPTURE:
        this.emitCapture(node, back, follower);
        return;
      case N.ATOMIC: {
        const register: int32 = this.take(1);
        this.code.push(I.MARK, register);
        this.emit(node.children[0], back, undefined);
        this.code.push(I.CUT, register);
        return;
      }
      case N.LOOK:
        this.emitLook(node);
        return;
      case N.BACKREFERENCE:
        this.code.push(I.REFERENCE, this.slot(node.group), node.caseless ? 1 : 0, back ? 1 : 0);
        return;
      case N.ASSERTION:
        this.code.push(I.ASSERT, node.min);
        return;
      case N.IF_CAPTURED: {
        this.code.push(I.UNLESS_CAPTURED, this.slot(node.group));
        const otherwise: int32 = this.ahead();
        this.emitBranches(node.children[0], node.children[1], otherwise, back, follower);
        return;
      }
      default: {
        const register: int32 = this.take(2);
        this.code.push(I.NOT_START, register);
        const otherwise: int32 = this.ahead();
        this.emit(node.children[0], back, undefined);
        this.code.push(I.LOOK_END, register);
        this.emitBranches(node.children[1], node.children[2], otherwise, back, follower);
      }
    }
  }

  emitText(text: string, back: boolean): void {
    if (back) {
      for (let i: int32 = text.length - 1; i >= 0; i--) this.code.push(I.UNIT_BACK, str_char_code_at(text, i));
    } else if (text.length === 1) this.code.push(I.UNIT, str_char_code_at(text, 0));
    else this.code.push(I.STRING, this.texts.push(text) - 1);
  }

  /** Texts that follow each other become one. */
  emitSequence(children: any, back: boolean, follower: any): void {
    const nodes: any = [];
    for (const child of children) {
      const last: any = nodes.length > 0 ? nodes[nodes.length - 1] : undefined;
      if (child.kind === N.TEXT && last && last.kind === N.TEXT) nodes[nodes.length - 1] = N.textNode(last.text + child.text);
      else nodes.push(child);
    }
    if (back) nodes.reverse();
    for (let i: int32 = 0; i < nodes.length; i++) this.emit(nodes[i], back, i + 1 < nodes.length ? nodes[i + 1] : follower);
  }

  emitAlternation(children: any, back: boolean, follower: any): void {
    const ends: any = [];
    for (let i: int32 = 0; i < children.length; i++) {
      const isLast: boolean = i === children.length - 1;
      if (!isLast) this.code.push(I.SPLIT);
      const other: int32 = isLast ? -1 : this.ahead();
      this.emit(children[i], back, follower);
      if (isLast) continue;
      this.code.push(I.JUMP);
      ends.push(this.ahead());
      this.land(other);
    }
    for (const end of ends) this.land(end);
  }

  emitBranches(then: RegexNode, otherwise: RegexNode, unless: int32, back: boolean, follower: any): void {
    this.emit(then, back, follower);
    this.code.push(I.JUMP);
    const end: int32 = this.ahead();
    this.land(unless);
    this.emit(otherwise, back, follower);
    this.land(end);
  }

  emitLoop(node: RegexNode, back: boolean, follower: any): void {
    const body: RegexNode = node.children[0];
    if (isSingle(body) && (!node.lazy || node.min === node.max)) {
      this.emitRun(body, node.min, node.max, back, follower);
      return;
    }
    const isSimple: boolean = minimumLength(body) > 0 && (this.options & JAVA_SCRIPT) === 0;
    if (isSimple && node.max === N.UNBOUNDED && (node.min < 2 || isSingle(body))) this.emitStar(node, body, back);
    else if (node.min === 0 && node.max === 1) {
      this.code.push(node.lazy ? I.SPLIT_AWAY : I.SPLIT);
      const skip: int32 = this.ahead();
      this.emit(body, back, follower);
      this.land(skip);
    } else this.emitCounted(node, body, back);
  }

  /** A body that takes something each time, so that no count is needed. */
  emitStar(node: RegexNode, body: RegexNode, back: boolean): void {
    if (isSingle(body)) {
      if (node.min > 0) this.emitRun(body, node.min, node.min, back, undefined);
    } else if (node.min === 1) {
      const start: int32 = this.code.length;
      this.emit(body, back, undefined);
      this.code.push(node.lazy ? I.SPLIT_AWAY : I.SPLIT);
      const exit: int32 = this.ahead();
      this.code.push(I.JUMP, start);
      this.land(exit);
      return;
    }
    const again: int32 = this.code.length;
    this.code.push(node.lazy ? I.SPLIT_AWAY : I.SPLIT);
    const exit: int32 = this.ahead();
    this.emit(body, back, undefined);
    this.code.push(I.JUMP, again);
    this.land(exit);
  }

  emitCounted(node: RegexNode, body: RegexNode, back: boolean): void {
    const register: int32 = this.take(2);
    this.code.push(I.LOOP_START, register);
    this.code.push(I.JUMP);
    const first: int32 = this.ahead();
    const start: int32 = this.code.length;
    this.forgetCaptures(body);
    this.emit(body, back, undefined);
    this.land(first);
    this.code.push(node.lazy ? I.LAZY_NEXT : I.LOOP_NEXT, register, node.min, node.max, start);
    if (!node.lazy) return;
    this.code.push(I.LAZY_AGAIN, register, start);
  }

  /** JavaScript's captures do not outlive the turn of the loop that they are made in. */
  forgetCaptures(body: RegexNode): void {
    if ((this.options & JAVA_SCRIPT) === 0) return;
    const slots: any = [];
    this.collectSlots(body, slots);
    for (const slot of slots) this.code.push(I.FORGET, slot);
  }

  collectSlots(node: RegexNode, slots: any): void {
    if (node.kind === N.CAPTURE) slots.push(this.slot(node.group));
    for (const child of node.children) this.collectSlots(child, slots);
  }

  /** A single unit repeated: what cannot begin what follows need not be given back. */
  emitRun(body: RegexNode, min: int32, max: int32, back: boolean, follower: any): void {
    const set: int32 = this.setIndex(body);
    if (back) {
      this.code.push(I.RUN_BACK, set, min, max);
      return;
    }
    const first: FirstUnits = this.sets[set].first;
    const next: any = follower === undefined ? undefined : firstOf(follower);
    const isAtomic: boolean = min === max || (next !== undefined && !next.empty && disjoint(first, next));
    const stop: int32 = max === N.UNBOUNDED ? this.onlyUnitOutside(this.sets[set]) : -1;
    if (stop >= 0) this.code.push(isAtomic ? I.ATOMIC_RUN_UNTIL : I.RUN_UNTIL, stop, min);
    else this.code.push(isAtomic ? I.ATOMIC_RUN : I.RUN, set, min, max);
  }

  /** The unit of a set like `[^x]`, -1 of others. */
  onlyUnitOutside(set: CharSet): int32 {
    const bounds: Int32Array = set.sealed;
    const isOne: boolean = set.negated && !set.caseless && set.categories === 0 && set.without === undefined && bounds.length === 2;
    return isOne && bounds[0] === bounds[1] ? bounds[0] : -1;
  }

  emitCapture(node: RegexNode, back: boolean, follower: any): void {
    const body: RegexNode = node.children[0];
    const length: int32 = back || node.other !== -1 ? -1 : fixedLength(body);
    if (length >= 0) {
      this.emit(body, back, follower);
      this.code.push(I.CAPTURE_FIXED, this.slot(node.group), length);
      return;
    }
    const register: int32 = this.take(1);
    this.code.push(I.CAPTURE_START, register);
    this.emit(body, back, follower);
    if (node.other === -1) this.code.push(I.CAPTURE_END, register, this.slot(node.group));
    else this.code.push(I.CAPTURE_BALANCED, register, node.group === -1 ? -1 : this.slot(node.group), this.slot(node.other));
  }

  emitLook(node: RegexNode): void {
    const register: int32 = this.take(2);
    if (!node.negative) {
      this.code.push(I.LOOK_START, register);
      this.emit(node.children[0], node.behind, undefined);
      this.code.push(I.LOOK_END, register);
      return;
    }
    this.code.push(I.NOT_START, register);
    const after: int32 = this.ahead();
    this.emit(node.children[0], node.behind, undefined);
    this.code.push(I.NOT_END, register);
    this.land(after);
  }
}

/** Whether a backreference to a group without a capture matches the empty text. */
export const missingIsEmpty = (program: RegexProgram): boolean => (program.options & (ECMA_SCRIPT | JAVA_SCRIPT)) !== 0;
