import { failNotEnough, failSeqSkip, failSeqTake } from "./collection-errors.ts";
import { getEnumerator } from "./enumerators.ts";
import { eachOf, FunctionEnumerator, Sequence, SequenceEnumerator, SourceEnumerator } from "./sequence.ts";

/** Seq's take, truncate and skip, takeWhile and skipWhile. */

/** The first elements; a strict one complains where there are fewer. */
export class TakeSequence extends Sequence {
  source: any;
  count: int32;
  strict: boolean;
  constructor(source: any, count: int32, strict: boolean) {
    super();
    this.source = source;
    this.count = count;
    this.strict = strict;
  }
  each(sink: any): boolean {
    const count: int32 = this.count;
    if (count <= 0) return false;
    let taken: int32 = 0;
    let stopped: boolean = false;
    eachOf(this.source, (x: any): any => {
      taken++;
      stopped = sink(x);
      return stopped || taken === count;
    });
    if (this.strict && taken < count && !stopped) failSeqTake(count - taken, count);
    return stopped;
  }
  GetEnumerator(): any {
    return this.count <= 0 ? new SequenceEnumerator() : new TakeEnumerator(getEnumerator(this.source), this.count, this.strict);
  }
}
class TakeEnumerator extends SourceEnumerator {
  count: int32;
  taken: int32;
  strict: boolean;
  constructor(source: any, count: int32, strict: boolean) {
    super(source);
    this.count = count;
    this.taken = 0;
    this.strict = strict;
  }
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    if (this.taken >= this.count) return false;
    if (!this.source["System.Collections.IEnumerator.MoveNext"]()) {
      if (this.strict) failSeqTake(this.count - this.taken, this.count);
      return false;
    }
    this.taken = this.taken + 1;
    this.current = this.source["System.Collections.Generic.IEnumerator`1.get_Current"]();
    return true;
  }
}

export class SkipSequence extends Sequence {
  source: any;
  count: int32;
  isTail: boolean;
  constructor(source: any, count: int32, isTail: boolean) {
    super();
    this.source = source;
    this.count = count;
    this.isTail = isTail;
  }
  each(sink: any): boolean {
    const count: int32 = this.count;
    let skipped: int32 = 0;
    const stopped: boolean = eachOf(this.source, (x: any): any => {
      if (skipped >= count) return sink(x);
      skipped++;
      return false;
    });
    if (skipped < count) failSkipped(this.isTail, skipped);
    return stopped;
  }
  GetEnumerator(): any {
    return new SkipEnumerator(getEnumerator(this.source), this.count, this.isTail);
  }
}
function failSkipped(isTail: boolean, skipped: int32): any {
  return isTail ? failNotEnough("source") : failSeqSkip(skipped + 1);
}
class SkipEnumerator extends SourceEnumerator {
  skipped: int32;
  count: int32;
  isTail: boolean;
  constructor(source: any, count: int32, isTail: boolean) {
    super(source);
    this.skipped = 0;
    this.count = count;
    this.isTail = isTail;
  }
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    while (this.skipped < this.count) {
      if (!this.source["System.Collections.IEnumerator.MoveNext"]()) {
        failSkipped(this.isTail, this.skipped);
      }
      this.skipped = this.skipped + 1;
    }
    if (!this.source["System.Collections.IEnumerator.MoveNext"]()) return false;
    this.current = this.source["System.Collections.Generic.IEnumerator`1.get_Current"]();
    return true;
  }
}

export class TakeWhileSequence extends Sequence {
  source: any;
  predicate: any;
  constructor(source: any, predicate: any) {
    super();
    this.source = source;
    this.predicate = predicate;
  }
  each(sink: any): boolean {
    const predicate: any = this.predicate;
    let stopped: boolean = false;
    eachOf(this.source, (x: any): any => {
      if (!predicate(x)) return true;
      stopped = sink(x);
      return stopped;
    });
    return stopped;
  }
  GetEnumerator(): any {
    return new TakeWhileEnumerator(getEnumerator(this.source), this.predicate);
  }
}
class TakeWhileEnumerator extends FunctionEnumerator {
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    if (this.f == null || !this.source["System.Collections.IEnumerator.MoveNext"]()) return false;
    const predicate: any = this.f;
    this.current = this.source["System.Collections.Generic.IEnumerator`1.get_Current"]();
    if (predicate(this.current)) return true;
    this.f = undefined;
    return false;
  }
}

export class SkipWhileSequence extends Sequence {
  source: any;
  predicate: any;
  constructor(source: any, predicate: any) {
    super();
    this.source = source;
    this.predicate = predicate;
  }
  each(sink: any): boolean {
    const predicate: any = this.predicate;
    let skipping: boolean = true;
    return eachOf(this.source, (x: any): any => {
      if (skipping && predicate(x)) return false;
      skipping = false;
      return sink(x);
    });
  }
  GetEnumerator(): any {
    return new SkipWhileEnumerator(getEnumerator(this.source), this.predicate);
  }
}
class SkipWhileEnumerator extends FunctionEnumerator {
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    while (this.source["System.Collections.IEnumerator.MoveNext"]()) {
      this.current = this.source["System.Collections.Generic.IEnumerator`1.get_Current"]();
      const predicate: any = this.f;
      if (predicate == null) return true;
      if (!predicate(this.current)) {
        this.f = undefined;
        return true;
      }
    }
    return false;
  }
}
