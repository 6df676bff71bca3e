import { new_tuple } from "fusabi:op";
import { getEnumerator } from "./enumerators.ts";
import { disposeEnumerator, eachOf, FunctionEnumerator, Sequence, SequenceEnumerator, SourceEnumerator } from "./sequence.ts";

/** Sequences and enumerators of single functions of Seq. */

export class IndexedMapSequence extends Sequence {
  source: any;
  f: any;
  constructor(source: any, f: any) {
    super();
    this.source = source;
    this.f = f;
  }
  each(sink: any): boolean {
    const f: any = this.f;
    let i: int32 = -1;
    return eachOf(this.source, (x: any): any => {
      i++;
      return sink(f(i, x));
    });
  }
  GetEnumerator(): any {
    return new IndexedMapEnumerator(getEnumerator(this.source), this.f);
  }
}
class IndexedMapEnumerator extends FunctionEnumerator {
  index: int32;
  constructor(source: any, f: any) {
    super(source, f);
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

export class InitSequence extends Sequence {
  count: int32;
  f: any;
  constructor(count: int32, f: any) {
    super();
    this.count = count;
    this.f = f;
  }
  each(sink: any): boolean {
    const count: int32 = this.count;
    const f: any = this.f;
    for (let i: int32 = 0; i < count; i++) {
      if (sink(f(i))) return true;
    }
    return false;
  }
  GetEnumerator(): any {
    return new InitEnumerator(this.count, this.f);
  }
}
class InitEnumerator extends SequenceEnumerator {
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

export class ScanSequence extends Sequence {
  source: any;
  f: any;
  state: any;
  constructor(source: any, f: any, state: any) {
    super();
    this.source = source;
    this.f = f;
    this.state = state;
  }
  each(sink: any): boolean {
    const f: any = this.f;
    let acc: any = this.state;
    return (
      sink(acc) ||
      eachOf(this.source, (x: any): any => {
        acc = f(acc, x);
        return sink(acc);
      })
    );
  }
  GetEnumerator(): any {
    return new ScanEnumerator(getEnumerator(this.source), this.f, this.state);
  }
}
class ScanEnumerator extends FunctionEnumerator {
  started: boolean;
  constructor(source: any, f: any, state: any) {
    super(source, f);
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
}

export class PairSequence extends Sequence {
  source: any;
  constructor(source: any) {
    super();
    this.source = source;
  }
  each(sink: any): boolean {
    let started: boolean = false;
    let previous: any;
    return eachOf(this.source, (x: any): any => {
      const before: any = previous;
      previous = x;
      if (started) return sink(new_tuple("tuple", before, x));
      started = true;
      return false;
    });
  }
  GetEnumerator(): any {
    return new PairEnumerator(getEnumerator(this.source));
  }
}
class PairEnumerator extends SourceEnumerator {
  previous: any;
  started: boolean;
  constructor(source: any) {
    super(source);
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
}
