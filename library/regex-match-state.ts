// The stacks of a matcher, and what its rarer instructions ask.
import { array_set_from, char_caseless, str_char_code_at, str_find, str_from_char_code, str_index_of, str_span } from "fusabi:builtin";
import { ASCII_BOUNDARY, BOUNDARY, END, LAST_LINE_END, LINE_END, LINE_START, NO_BOUNDARY, PREVIOUS_END, START } from "./regex-node.ts";
import { missingIsEmpty, type RegexProgram } from "./regex-program.ts";
import { type CharSet, isAsciiWordUnit, isBoundaryUnit } from "./regex-set.ts";

export function grown(words: Int32Array): Int32Array {
  const larger: Int32Array = new Int32Array(words.length * 2);
  array_set_from(larger, words, 0);
  return larger;
}

/** The next index of a part, or the text's length. */
export function find(text: string, part: string, from: int32): int32 {
  const length: int32 = text.length;
  for (let at: int32 = from; at < length; at += 128) {
    const found: int32 = str_find(128, text, part, at);
    if (found >= 0) return found;
  }
  return length;
}

const window: int32 = 64;

/** The first index from `from` on, below `end`, of a unit that is not in the set of some bits, or from 128 on. */
export function span(text: string, from: int32, end: int32, bits: Int32Array): int32 {
  let at: int32 = from;
  while (at < end) {
    const size: int32 = end - at < window ? end - at : window;
    const next: int32 = str_span(size, text, at, bits);
    if (next < at + size) return next;
    at = next;
  }
  return at;
}

/** What a matcher holds between its steps. */
export class MatchState {
  program: RegexProgram;
  text: string;
  /** Where the last match ended: what `\G` means. */
  origin: int32;
  /** Slots: the last capture of each group, an index into `captures`, or -1. Then marks and counts. */
  registers: Int32Array;
  /** Choices not yet taken: where to go on, position, last position, height of the trail. One that has several positions moves from the first to the last. */
  choices: Int32Array;
  /** What to undo, in order: a register and what it held; or ~slot and its former capture, which forgets the latest of `captures`. */
  trail: Int32Array;
  /** Start, end, the capture before it of the same group. */
  captures: Int32Array;
  start: int32;
  end: int32;

  constructor(program: RegexProgram, text: string) {
    this.program = program;
    this.text = text;
    this.origin = 0;
    this.registers = new Int32Array(program.registers);
    for (let i: int32 = 0; i < program.slots; i++) this.registers[i] = -1;
    this.choices = new Int32Array(64);
    this.trail = new Int32Array(64);
    this.captures = new Int32Array(3 * program.slots + 24);
    this.start = 0;
    this.end = 0;
  }

  /** The first index from `from` on, below `end`, of a unit that is not in a set. */
  spanOf(set: int32, from: int32, end: int32): int32 {
    const units: CharSet = this.program.sets[set];
    const bits: Int32Array = units.first.bits;
    let at: int32 = span(this.text, from, end, bits);
    while (at < end && units.first.wide) {
      const unit: int32 = str_char_code_at(this.text, at);
      if (unit < 128 || !units.has(unit)) break;
      at = span(this.text, at + 1, end, bits);
    }
    return at;
  }

  hasWide(set: int32, unit: int32): boolean {
    return this.program.sets[set].has(unit);
  }

  /** Writes the bounds of a capture that takes another one away: what lies between the two. */
  between(from: int32, to: int32, taken: int32, into: int32): void {
    const otherStart: int32 = this.captures[taken];
    const otherEnd: int32 = this.captures[taken + 1];
    let start: int32 = from < to ? from : to;
    let end: int32 = from < to ? to : from;
    if (start >= otherEnd) {
      end = start;
      start = otherEnd;
    } else if (end <= otherStart) start = otherStart;
    else {
      if (end > otherEnd) end = otherEnd;
      if (otherStart > start) start = otherStart;
    }
    this.captures[into] = start;
    this.captures[into + 1] = end;
  }

  /** The position after (before, to the left) what a capture took, once more; -1 where something else stands. */
  repeated(capture: int32, caseless: boolean, back: boolean, pos: int32): int32 {
    if (capture < 0) return missingIsEmpty(this.program) ? pos : -1;
    const from: int32 = this.captures[capture];
    const length: int32 = this.captures[capture + 1] - from;
    const at: int32 = back ? pos - length : pos;
    if (at < 0 || at + length > this.text.length) return -1;
    for (let i: int32 = 0; i < length; i++) {
      const a: int32 = str_char_code_at(this.text, from + i);
      const b: int32 = str_char_code_at(this.text, at + i);
      if (a !== b && !(caseless && str_index_of(char_caseless(a), str_from_char_code(b), 0) >= 0)) return -1;
    }
    return back ? at : at + length;
  }

  holds(assertion: int32, pos: int32): boolean {
    const text: string = this.text;
    const length: int32 = text.length;
    switch (assertion) {
      case LINE_START:
        return pos === 0 || str_char_code_at(text, pos - 1) === 10;
      case LINE_END:
        return pos === length || str_char_code_at(text, pos) === 10;
      case START:
        return pos === 0;
      case END:
        return pos === length;
      case LAST_LINE_END:
        return pos === length || (pos === length - 1 && str_char_code_at(text, pos) === 10);
      case PREVIOUS_END:
        return pos === this.origin;
      case BOUNDARY:
        return this.isInWord(pos - 1) !== this.isInWord(pos);
      case NO_BOUNDARY:
        return this.isInWord(pos - 1) === this.isInWord(pos);
      case ASCII_BOUNDARY:
        return this.isInAsciiWord(pos - 1) !== this.isInAsciiWord(pos);
      default:
        return this.isInAsciiWord(pos - 1) === this.isInAsciiWord(pos);
    }
  }

  isInWord(at: int32): boolean {
    return at >= 0 && at < this.text.length && isBoundaryUnit(str_char_code_at(this.text, at));
  }

  isInAsciiWord(at: int32): boolean {
    return at >= 0 && at < this.text.length && isAsciiWordUnit(str_char_code_at(this.text, at));
  }
}
