import { str_from_char_code } from "fusabi:builtin";
import { ArgumentException } from "./exceptions.ts";
import { Sequence, SequenceEnumerator } from "./sequence.ts";

/** `start .. step .. stop`: the n-th element is start + n × step, for floats as .NET computes them; it ends where the step is too small to change one. */
class NumberRange extends Sequence {
  start: float64;
  step: float64;
  stop: float64;
  constructor(start: float64, step: float64, stop: float64) {
    super();
    this.start = start;
    this.step = step;
    this.stop = stop;
  }
  each(sink: any): boolean {
    const start: float64 = this.start;
    const step: float64 = this.step;
    const stop: float64 = this.stop;
    let n: float64 = 0;
    let x: float64 = start;
    while (step > 0 ? x <= stop : x >= stop) {
      if (sink(x)) return true;
      n = n + 1;
      const next: float64 = start + n * step;
      if (next === x) return false;
      x = next;
    }
    return false;
  }
  GetEnumerator(): any {
    return new NumberRangeEnumerator(this);
  }
}
class NumberRangeEnumerator extends SequenceEnumerator {
  range: NumberRange;
  n: float64;
  constructor(range: NumberRange) {
    super();
    this.range = range;
    this.n = 0;
  }
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    const range: NumberRange = this.range;
    const step: float64 = range.step;
    const x: float64 = range.start + this.n * step;
    if ((step > 0 ? !(x <= range.stop) : !(x >= range.stop)) || (this.n > 0 && x === this.current)) return false;
    this.current = x;
    this.n = this.n + 1;
    return true;
  }
}

/** Over whole numbers of 32 bits: none is passed over, however near the ends of their range they are. */
export class IntegerRange extends Sequence {
  start: int32;
  step: int32;
  stop: int32;
  constructor(start: int32, step: int32, stop: int32) {
    super();
    this.start = start;
    this.step = step;
    this.stop = stop;
  }
  each(sink: any): boolean {
    const start: int32 = this.start;
    const step: int32 = this.step;
    const stop: int32 = this.stop;
    if (step === 1) {
      for (let x: int32 = start; x <= stop; x++) {
        if (sink(x)) return true;
        if (x === 2147483647) return false;
      }
      return false;
    }
    const last: float64 = stop;
    for (let x: float64 = start; step > 0 ? x <= last : x >= last; x = x + step) {
      if (sink(x)) return true;
    }
    return false;
  }
  GetEnumerator(): any {
    return new IntegerRangeEnumerator(this.start, this.step, this.stop);
  }
}
class IntegerRangeEnumerator extends SequenceEnumerator {
  next: float64;
  step: int32;
  stop: int32;
  constructor(next: int32, step: int32, stop: int32) {
    super();
    this.next = next;
    this.step = step;
    this.stop = stop;
  }
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    const x: float64 = this.next;
    if (this.step > 0 ? x > this.stop : x < this.stop) return false;
    this.current = x;
    this.next = x + this.step;
    return true;
  }
}
export function enumerateRange(range: any): any {
  return range.GetEnumerator();
}

/** The same over bigints, and over whatever adds and compares like them. */
class WideRange extends Sequence {
  start: any;
  step: any;
  stop: any;
  upwards: boolean;
  constructor(start: any, step: any, stop: any, upwards: boolean) {
    super();
    this.start = start;
    this.step = step;
    this.stop = stop;
    this.upwards = upwards;
  }
  each(sink: any): boolean {
    const step: any = this.step;
    const stop: any = this.stop;
    const upwards: boolean = this.upwards;
    let x: any = this.start;
    while (upwards ? x <= stop : x >= stop) {
      if (sink(x)) return true;
      x = x + step;
    }
    return false;
  }
  GetEnumerator(): any {
    return new WideRangeEnumerator(this);
  }
}
class WideRangeEnumerator extends SequenceEnumerator {
  range: WideRange;
  next: any;
  constructor(range: WideRange) {
    super();
    this.range = range;
    this.next = range.start;
  }
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    const range: WideRange = this.range;
    const x: any = this.next;
    if (range.upwards ? x > range.stop : x < range.stop) return false;
    this.current = x;
    this.next = x + range.step;
    return true;
  }
}

class CharRange extends Sequence {
  start: int32;
  stop: int32;
  constructor(start: int32, stop: int32) {
    super();
    this.start = start;
    this.stop = stop;
  }
  each(sink: any): boolean {
    const stop: int32 = this.stop;
    for (let at: int32 = this.start; at <= stop; at++) {
      if (sink(str_from_char_code(at))) return true;
    }
    return false;
  }
  GetEnumerator(): any {
    return new CharRangeEnumerator(this.start, this.stop);
  }
}
class CharRangeEnumerator extends SequenceEnumerator {
  at: int32;
  stop: int32;
  constructor(at: int32, stop: int32) {
    super();
    this.at = at;
    this.stop = stop;
  }
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    if (this.at > this.stop) return false;
    this.current = str_from_char_code(this.at);
    this.at = this.at + 1;
    return true;
  }
}

function failStep(what: string): any {
  throw new ArgumentException("The step of a range cannot be " + what + ".", "step");
}

export function rangeDouble(start: float64, step: float64, stop: float64): any {
  if (step === 0) failStep("zero");
  if (step !== step) failStep("NaN");
  return new NumberRange(start, step, stop);
}
/** What stands for rangeDouble where all three are whole numbers of 32 bits. */
export function rangeInt32(start: int32, step: int32, stop: int32): any {
  if (step === 0) failStep("zero");
  return new IntegerRange(start, step, stop);
}
function wideRange(start: any, step: any, stop: any): any {
  if (step === 0n) failStep("zero");
  return new WideRange(start, step, stop, step > 0n);
}
export function rangeBigInt(start: any, step: any, stop: any): any {
  return wideRange(start, step, stop);
}
export function rangeInt64(start: any, step: any, stop: any): any {
  return wideRange(start, step, stop);
}
export function rangeUInt64(start: any, step: any, stop: any): any {
  return wideRange(start, step, stop);
}
export function rangeChar(start: string, stop: string): any {
  return new CharRange(start.charCodeAt(0), stop.charCodeAt(0));
}
