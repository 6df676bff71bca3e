// Sequences of the elements of several: collect, concat and append.
import { getEnumerator } from "./enumerators.ts";
import { disposeEnumerator, EmptySequence, eachOf, FunctionEnumerator, made, Sequence, SequenceEnumerator, SingletonSequence } from "./sequence.ts";

/** The elements of the sequences that a function gives for each element of a source. */
export class CollectedSequence extends Sequence {
  f: any;
  source: any;
  constructor(f: any, source: any) {
    super();
    this.f = f;
    this.source = source;
  }
  each(sink: any): boolean {
    const f: any = this.f;
    return eachOf(this.source, (x: any): any => eachOf(f(x), sink));
  }
  GetEnumerator(): any {
    return new CollectEnumerator(getEnumerator(this.source), this.f);
  }
}
class CollectEnumerator extends FunctionEnumerator {
  inner: any;
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    const f: any = this.f;
    for (;;) {
      const inner: any = this.inner;
      if (inner != null) {
        if (inner["System.Collections.IEnumerator.MoveNext"]()) {
          this.current = inner["System.Collections.Generic.IEnumerator`1.get_Current"]();
          return true;
        }
        this.inner = undefined;
        disposeEnumerator(inner);
      }
      if (!this.source["System.Collections.IEnumerator.MoveNext"]()) return false;
      const next: any = made(f(this.source["System.Collections.Generic.IEnumerator`1.get_Current"]()));
      if (next instanceof SingletonSequence) {
        this.current = next.item;
        return true;
      }
      if (!(next instanceof EmptySequence)) this.inner = getEnumerator(next);
    }
  }
  Dispose(): void {
    const inner: any = this.inner;
    this.inner = undefined;
    try {
      disposeEnumerator(inner);
    } finally {
      disposeEnumerator(this.source);
    }
  }
}

export class AppendedSequence extends Sequence {
  first: any;
  second: any;
  constructor(first: any, second: any) {
    super();
    this.first = first;
    this.second = second;
  }
  each(sink: any): boolean {
    return eachOf(this.first, sink) || eachOf(this.second, sink);
  }
  GetEnumerator(): any {
    return new AppendEnumerator(this.first, this.second);
  }
}
class AppendEnumerator extends SequenceEnumerator {
  inner: any;
  second: any;
  constructor(first: any, second: any) {
    super();
    this.inner = getEnumerator(first);
    this.second = second;
  }
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    while (!this.inner["System.Collections.IEnumerator.MoveNext"]()) {
      if (this.second == null) return false;
      disposeEnumerator(this.inner);
      const next: any = made(this.second);
      if (next instanceof AppendedSequence) {
        // Right-nested appends are walked in a row, not one inside the other.
        this.inner = getEnumerator(next.first);
        this.second = next.second;
      } else {
        this.inner = getEnumerator(next);
        this.second = undefined;
      }
    }
    this.current = this.inner["System.Collections.Generic.IEnumerator`1.get_Current"]();
    return true;
  }
  Dispose(): void {
    disposeEnumerator(this.inner);
  }
}
