// Runs programs by backtracking over stacks of its own: a match is as long as its steps and as deep as the memory it is given.
import { str_char_code_at, str_from_char_code, str_starts_with } from "fusabi:builtin";
import * as I from "./regex-instructions.ts";
import { find, grown, MatchState, span } from "./regex-match-state.ts";
import type { RegexProgram } from "./regex-program.ts";
import { RIGHT_TO_LEFT } from "./regex-scanner.ts";
import type { FirstUnits } from "./regex-set.ts";

/** Searches one text. */
export class RegexMatcher extends MatchState {
  /** Looks for a match at or after a position (before it, to the left); `start` and `end` say where it is. */
  search(from: int32): boolean {
    const program: RegexProgram = this.program;
    const length: int32 = this.text.length;
    for (let i: int32 = 0; i < program.slots; i++) this.registers[i] = -1;
    if ((program.options & RIGHT_TO_LEFT) !== 0) {
      for (let at: int32 = from; at >= 0; at--) {
        if (this.found(at)) return true;
      }
      return false;
    }
    if (program.anchored) return from === 0 && this.found(0);
    const prefix: string = program.prefix;
    const known: any = program.first;
    if (prefix !== "") {
      for (let at: int32 = find(this.text, prefix, from); at < length; at = find(this.text, prefix, at + 1)) {
        if (this.found(at)) return true;
      }
      return false;
    }
    if (known === undefined) {
      for (let at: int32 = from; at <= length; at++) {
        if (this.found(at)) return true;
      }
      return false;
    }
    const first: FirstUnits = known;
    for (let at: int32 = this.skip(first, from); at < length; at = this.skip(first, at + 1)) {
      if (this.found(at)) return true;
    }
    return false;
  }

  /** The next position where a match may begin. */
  skip(first: FirstUnits, from: int32): int32 {
    const text: string = this.text;
    const length: int32 = text.length;
    let at: int32 = span(text, from, length, first.others());
    while (at < length && !first.wide && str_char_code_at(text, at) >= 128) at = span(text, at + 1, length, first.others());
    return at;
  }

  found(at: int32): boolean {
    const end: int32 = this.run(at);
    if (end < 0) return false;
    this.start = at < end ? at : end;
    this.end = at < end ? end : at;
    return true;
  }

  /** Where the match that starts at a position ends, -1 where there is none. */
  run(from: int32): int32 {
    const code: Int32Array = this.program.code;
    const bits: Int32Array = this.program.bits;
    const text: string = this.text;
    const length: int32 = text.length;
    const registers: Int32Array = this.registers;
    let choices: Int32Array = this.choices;
    let trail: Int32Array = this.trail;
    let captures: Int32Array = this.captures;
    // Space for what one instruction can push.
    let choiceLimit: int32 = choices.length - 4;
    let trailLimit: int32 = trail.length - 4;
    let choiceTop: int32 = 0;
    let trailTop: int32 = 0;
    let captureTop: int32 = 0;
    let pc: int32 = 0;
    let pos: int32 = from;
    while (true) {
      if (choiceTop > choiceLimit) {
        choices = this.choices = grown(choices);
        choiceLimit = choices.length - 4;
      }
      if (trailTop > trailLimit) {
        trail = this.trail = grown(trail);
        trailLimit = trail.length - 4;
      }
      switch (code[pc]) {
        case I.UNIT:
          if (pos < length && str_char_code_at(text, pos) === code[pc + 1]) {
            pos++;
            pc += 2;
            continue;
          }
          break;
        case I.UNIT_BACK:
          if (pos > 0 && str_char_code_at(text, pos - 1) === code[pc + 1]) {
            pos--;
            pc += 2;
            continue;
          }
          break;
        case I.ONE: {
          if (pos >= length) break;
          const unit: int32 = str_char_code_at(text, pos);
          const set: int32 = code[pc + 1];
          if (unit < 128 ? ((bits[(set << 2) + (unit >> 5)] >>> (unit & 31)) & 1) !== 0 : this.hasWide(set, unit)) {
            pos++;
            pc += 2;
            continue;
          }
          break;
        }
        case I.ONE_BACK: {
          if (pos <= 0) break;
          const unit: int32 = str_char_code_at(text, pos - 1);
          const set: int32 = code[pc + 1];
          if (unit < 128 ? ((bits[(set << 2) + (unit >> 5)] >>> (unit & 31)) & 1) !== 0 : this.hasWide(set, unit)) {
            pos--;
            pc += 2;
            continue;
          }
          break;
        }
        case I.STRING: {
          const part: string = this.program.texts[code[pc + 1]];
          if (str_starts_with(text, part, pos)) {
            pos += part.length;
            pc += 2;
            continue;
          }
          break;
        }
        case I.RUN:
        case I.ATOMIC_RUN: {
          const set: int32 = code[pc + 1];
          const least: int32 = pos + code[pc + 2];
          const most: int32 = code[pc + 3] < length - pos ? pos + code[pc + 3] : length;
          pos = this.spanOf(set, pos, most);
          if (pos < least || least < 0) break;
          if (pos > least && code[pc] === I.RUN) {
            choices[choiceTop] = pc + 4;
            choices[choiceTop + 1] = pos - 1;
            choices[choiceTop + 2] = least;
            choices[choiceTop + 3] = trailTop;
            choiceTop += 4;
          }
          pc += 4;
          continue;
        }
        case I.RUN_BACK: {
          const set: int32 = code[pc + 1];
          const most: int32 = pos - code[pc + 2];
          const least: int32 = code[pc + 3] < pos ? pos - code[pc + 3] : 0;
          while (pos > least) {
            const unit: int32 = str_char_code_at(text, pos - 1);
            if (unit < 128 ? ((bits[(set << 2) + (unit >> 5)] >>> (unit & 31)) & 1) === 0 : !this.hasWide(set, unit)) break;
            pos--;
          }
          if (pos > most) break;
          if (pos < most) {
            choices[choiceTop] = pc + 4;
            choices[choiceTop + 1] = pos + 1;
            choices[choiceTop + 2] = most;
            choices[choiceTop + 3] = trailTop;
            choiceTop += 4;
          }
          pc += 4;
          continue;
        }
        case I.RUN_UNTIL:
        case I.ATOMIC_RUN_UNTIL: {
          const least: int32 = pos + code[pc + 2];
          pos = find(text, str_from_char_code(code[pc + 1]), pos);
          if (pos < least) break;
          if (pos > least && code[pc] === I.RUN_UNTIL) {
            choices[choiceTop] = pc + 3;
            choices[choiceTop + 1] = pos - 1;
            choices[choiceTop + 2] = least;
            choices[choiceTop + 3] = trailTop;
            choiceTop += 4;
          }
          pc += 3;
          continue;
        }
        case I.SPLIT:
          choices[choiceTop] = code[pc + 1];
          choices[choiceTop + 1] = pos;
          choices[choiceTop + 2] = pos;
          choices[choiceTop + 3] = trailTop;
          choiceTop += 4;
          pc += 2;
          continue;
        case I.SPLIT_AWAY:
          choices[choiceTop] = pc + 2;
          choices[choiceTop + 1] = pos;
          choices[choiceTop + 2] = pos;
          choices[choiceTop + 3] = trailTop;
          choiceTop += 4;
          pc = code[pc + 1];
          continue;
        case I.JUMP:
          pc = code[pc + 1];
          continue;
        case I.LOOP_START: {
          const r: int32 = code[pc + 1];
          trail[trailTop] = r;
          trail[trailTop + 1] = registers[r];
          trail[trailTop + 2] = r + 1;
          trail[trailTop + 3] = registers[r + 1];
          trailTop += 4;
          registers[r] = 0;
          registers[r + 1] = -1;
          pc += 2;
          continue;
        }
        case I.LOOP_NEXT:
        case I.LAZY_NEXT: {
          const r: int32 = code[pc + 1];
          const count: int32 = registers[r];
          const isLazy: boolean = code[pc] === I.LAZY_NEXT;
          const after: int32 = isLazy ? pc + 8 : pc + 5;
          if (count >= code[pc + 2]) {
            if (count >= code[pc + 3] || registers[r + 1] === pos) {
              pc = after;
              continue;
            }
            choices[choiceTop] = pc + 5;
            choices[choiceTop + 1] = pos;
            choices[choiceTop + 2] = pos;
            choices[choiceTop + 3] = trailTop;
            choiceTop += 4;
            if (isLazy) {
              pc = after;
              continue;
            }
          }
          trail[trailTop] = r;
          trail[trailTop + 1] = count;
          trail[trailTop + 2] = r + 1;
          trail[trailTop + 3] = registers[r + 1];
          trailTop += 4;
          registers[r] = count + 1;
          registers[r + 1] = pos;
          pc = code[pc + 4];
          continue;
        }
        case I.LAZY_AGAIN: {
          const r: int32 = code[pc + 1];
          trail[trailTop] = r;
          trail[trailTop + 1] = registers[r];
          trail[trailTop + 2] = r + 1;
          trail[trailTop + 3] = registers[r + 1];
          trailTop += 4;
          registers[r] = registers[r] + 1;
          registers[r + 1] = pos;
          pc = code[pc + 2];
          continue;
        }
        case I.CAPTURE_START: {
          const r: int32 = code[pc + 1];
          trail[trailTop] = r;
          trail[trailTop + 1] = registers[r];
          trailTop += 2;
          registers[r] = pos;
          pc += 2;
          continue;
        }
        case I.CAPTURE_END:
        case I.CAPTURE_FIXED: {
          const isFixed: boolean = code[pc] === I.CAPTURE_FIXED;
          const slot: int32 = isFixed ? code[pc + 1] : code[pc + 2];
          const start: int32 = isFixed ? pos - code[pc + 2] : registers[code[pc + 1]];
          if (captureTop + 3 > captures.length) captures = this.captures = grown(captures);
          captures[captureTop] = start < pos ? start : pos;
          captures[captureTop + 1] = start < pos ? pos : start;
          captures[captureTop + 2] = registers[slot];
          trail[trailTop] = ~slot;
          trail[trailTop + 1] = registers[slot];
          trailTop += 2;
          registers[slot] = captureTop;
          captureTop += 3;
          pc += 3;
          continue;
        }
        case I.CAPTURE_BALANCED: {
          const other: int32 = code[pc + 3];
          const taken: int32 = registers[other];
          if (taken < 0) break;
          trail[trailTop] = other;
          trail[trailTop + 1] = taken;
          trailTop += 2;
          registers[other] = captures[taken + 2];
          const slot: int32 = code[pc + 2];
          if (slot >= 0) {
            if (captureTop + 3 > captures.length) captures = this.captures = grown(captures);
            this.between(registers[code[pc + 1]], pos, taken, captureTop);
            captures[captureTop + 2] = registers[slot];
            trail[trailTop] = ~slot;
            trail[trailTop + 1] = registers[slot];
            trailTop += 2;
            registers[slot] = captureTop;
            captureTop += 3;
          }
          pc += 4;
          continue;
        }
        case I.MARK:
        case I.LOOK_START:
        case I.NOT_START: {
          const r: int32 = code[pc + 1];
          trail[trailTop] = r;
          trail[trailTop + 1] = registers[r];
          trailTop += 2;
          registers[r] = choiceTop;
          if (code[pc] !== I.MARK) {
            trail[trailTop] = r + 1;
            trail[trailTop + 1] = registers[r + 1];
            trailTop += 2;
            registers[r + 1] = pos;
          }
          if (code[pc] !== I.NOT_START) {
            pc += 2;
            continue;
          }
          choices[choiceTop] = code[pc + 2];
          choices[choiceTop + 1] = pos;
          choices[choiceTop + 2] = pos;
          choices[choiceTop + 3] = trailTop;
          choiceTop += 4;
          pc += 3;
          continue;
        }
        case I.CUT:
          choiceTop = registers[code[pc + 1]];
          pc += 2;
          continue;
        case I.LOOK_END:
          choiceTop = registers[code[pc + 1]];
          pos = registers[code[pc + 1] + 1];
          pc += 2;
          continue;
        case I.NOT_END:
          choiceTop = registers[code[pc + 1]];
          break;
        case I.UNLESS_CAPTURED:
          pc = registers[code[pc + 1]] < 0 ? code[pc + 2] : pc + 3;
          continue;
        case I.REFERENCE: {
          const end: int32 = this.repeated(registers[code[pc + 1]], code[pc + 2] !== 0, code[pc + 3] !== 0, pos);
          if (end < 0) break;
          pos = end;
          pc += 4;
          continue;
        }
        case I.ASSERT:
          if (this.holds(code[pc + 1], pos)) {
            pc += 2;
            continue;
          }
          break;
        case I.FORGET: {
          const slot: int32 = code[pc + 1];
          trail[trailTop] = slot;
          trail[trailTop + 1] = registers[slot];
          trailTop += 2;
          registers[slot] = -1;
          pc += 2;
          continue;
        }
        default:
          return pos;
      }
      const floor: int32 = choiceTop === 0 ? 0 : choices[choiceTop - 1];
      while (trailTop > floor) {
        trailTop -= 2;
        const r: int32 = trail[trailTop];
        if (r >= 0) registers[r] = trail[trailTop + 1];
        else {
          captureTop = registers[~r];
          registers[~r] = trail[trailTop + 1];
        }
      }
      if (choiceTop === 0) return -1;
      const top: int32 = choiceTop - 4;
      pc = choices[top];
      pos = choices[top + 1];
      const last: int32 = choices[top + 2];
      if (pos === last) choiceTop = top;
      else choices[top + 1] = pos < last ? pos + 1 : pos - 1;
    }
  }
}
