import { new_tuple } from "fusabi:op";
import { failNotEnough, failSeqSkip, failSeqTake } from "./collection-errors.ts";
import { disposeEnumerator, SequenceEnumerator } from "./sequence.ts";

/** Enumerators of single functions of Seq. */

export class IndexedMapEnumerator extends SequenceEnumerator {
  source: any;
  f: any;
  index: int32;
  constructor(source: any, f: any) {
    super();
    this.source = source;
    this.f = f;
    this.index = 0;
  }
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    if (!this.source["System.Collections.IEnumerator.MoveNext"]()) return false;
    const f: any = this.f;
    const index: int32 = this.index;
    this.index = index + 1;
    this.current = f(index, this.source["System.Collections.Generic.IEnumerator`1.get_Current"]());
    return true;
  }
  Dispose(): void {
    disposeEnumerator(this.source);
  }
}

export class Map2Enumerator extends SequenceEnumerator {
  first: any;
  second: any;
  f: any;
  constructor(first: any, second: any, f: any) {
    super();
    this.first = first;
    this.second = second;
    this.f = f;
  }
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    if (!this.first["System.Collections.IEnumerator.MoveNext"]() || !this.second["System.Collections.IEnumerator.MoveNext"]()) return false;
    const f: any = this.f;
    this.current = f(this.first["System.Collections.Generic.IEnumerator`1.get_Current"](), this.second["System.Collections.Generic.IEnumerator`1.get_Current"]());
    return true;
  }
  Dispose(): void {
    try {
      disposeEnumerator(this.first);
    } finally {
      disposeEnumerator(this.second);
    }
  }
}

export class Map3Enumerator extends SequenceEnumerator {
  first: any;
  second: any;
  third: any;
  f: any;
  constructor(first: any, second: any, third: any, f: any) {
    super();
    this.first = first;
    this.second = second;
    this.third = third;
    this.f = f;
  }
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    if (
      !this.first["System.Collections.IEnumerator.MoveNext"]() ||
      !this.second["System.Collections.IEnumerator.MoveNext"]() ||
      !this.third["System.Collections.IEnumerator.MoveNext"]()
    )
      return false;
    const f: any = this.f;
    this.current = f(
      this.first["System.Collections.Generic.IEnumerator`1.get_Current"](),
      this.second["System.Collections.Generic.IEnumerator`1.get_Current"](),
      this.third["System.Collections.Generic.IEnumerator`1.get_Current"](),
    );
    return true;
  }
  Dispose(): void {
    disposeEnumerator(this.first);
    disposeEnumerator(this.second);
    disposeEnumerator(this.third);
  }
}

export class InitEnumerator extends SequenceEnumerator {
  count: int32;
  f: any;
  index: int32;
  constructor(count: int32, f: any) {
    super();
    this.count = count;
    this.f = f;
    this.index = 0;
  }
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    const index: int32 = this.index;
    if (index >= this.count) return false;
    const f: any = this.f;
    this.current = f(index);
    this.index = index + 1;
    return true;
  }
}

/** The first elements; a strict one complains where there are fewer. */
export class TakeEnumerator extends SequenceEnumerator {
  source: any;
  count: int32;
  taken: int32;
  strict: boolean;
  constructor(source: any, count: int32, strict: boolean) {
    super();
    this.source = source;
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
  Dispose(): void {
    disposeEnumerator(this.source);
  }
}

export class SkipEnumerator extends SequenceEnumerator {
  source: any;
  skipped: int32;
  count: int32;
  isTail: boolean;
  constructor(source: any, count: int32, isTail: boolean) {
    super();
    this.source = source;
    this.skipped = 0;
    this.count = count;
    this.isTail = isTail;
  }
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    while (this.skipped < this.count) {
      if (!this.source["System.Collections.IEnumerator.MoveNext"]()) {
        if (this.isTail) failNotEnough("source");
        failSeqSkip(this.skipped + 1);
      }
      this.skipped = this.skipped + 1;
    }
    if (!this.source["System.Collections.IEnumerator.MoveNext"]()) return false;
    this.current = this.source["System.Collections.Generic.IEnumerator`1.get_Current"]();
    return true;
  }
  Dispose(): void {
    disposeEnumerator(this.source);
  }
}

export class TakeWhileEnumerator extends SequenceEnumerator {
  source: any;
  predicate: any;
  constructor(source: any, predicate: any) {
    super();
    this.source = source;
    this.predicate = predicate;
  }
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    if (this.predicate == null || !this.source["System.Collections.IEnumerator.MoveNext"]()) return false;
    const predicate: any = this.predicate;
    this.current = this.source["System.Collections.Generic.IEnumerator`1.get_Current"]();
    if (predicate(this.current)) return true;
    this.predicate = undefined;
    return false;
  }
  Dispose(): void {
    disposeEnumerator(this.source);
  }
}

export class SkipWhileEnumerator extends SequenceEnumerator {
  source: any;
  predicate: any;
  constructor(source: any, predicate: any) {
    super();
    this.source = source;
    this.predicate = predicate;
  }
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    while (this.source["System.Collections.IEnumerator.MoveNext"]()) {
      this.current = this.source["System.Collections.Generic.IEnumerator`1.get_Current"]();
      const predicate: any = this.predicate;
      if (predicate == null) return true;
      if (!predicate(this.current)) {
        this.predicate = undefined;
        return true;
      }
    }
    return false;
  }
  Dispose(): void {
    disposeEnumerator(this.source);
  }
}

export class ScanEnumerator extends SequenceEnumerator {
  source: any;
  f: any;
  started: boolean;
  constructor(source: any, f: any, state: any) {
    super();
    this.source = source;
    this.f = f;
    this.current = state;
    this.started = false;
  }
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    if (!this.started) {
      this.started = true;
      return true;
    }
    if (!this.source["System.Collections.IEnumerator.MoveNext"]()) return false;
    const f: any = this.f;
    this.current = f(this.current, this.source["System.Collections.Generic.IEnumerator`1.get_Current"]());
    return true;
  }
  Dispose(): void {
    disposeEnumerator(this.source);
  }
}

export class PairEnumerator extends SequenceEnumerator {
  source: any;
  previous: any;
  started: boolean;
  constructor(source: any) {
    super();
    this.source = source;
    this.started = false;
  }
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    if (!this.started) {
      this.started = true;
      if (!this.source["System.Collections.IEnumerator.MoveNext"]()) return false;
      this.previous = this.source["System.Collections.Generic.IEnumerator`1.get_Current"]();
    }
    if (!this.source["System.Collections.IEnumerator.MoveNext"]()) return false;
    const x: any = this.source["System.Collections.Generic.IEnumerator`1.get_Current"]();
    this.current = new_tuple("tuple", this.previous, x);
    this.previous = x;
    return true;
  }
  Dispose(): void {
    disposeEnumerator(this.source);
  }
}
