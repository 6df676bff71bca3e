import { array_is, array_is_typed, object_has } from "fusabi:builtin";
import { get_element, get_item } from "fusabi:op";
import { EnumeratorIterator, failModified, failReset, getEnumerator } from "./enumerators.ts";
import { FSharpList } from "./list.ts";
import { Some } from "./option.ts";

/*
 * Lazy sequences. Each can be pulled (GetEnumerator) and pushed: `each` hands every element to a function, the sink, until that gives true, and tells
 * whether it did. Consumers push, since it needs no enumerators and what is known when the program is built becomes one loop. Effects, order and
 * disposal are the same either way.
 */

export class Sequence {
  /** Overridden where a sequence can do better than to be pulled. */
  each(sink: any): boolean {
    return pull(this.GetEnumerator(), sink);
  }
  GetEnumerator(): any {
    return undefined;
  }
  "System.Collections.IEnumerable.GetEnumerator"(): any {
    return this.GetEnumerator();
  }
  [Symbol.iterator](): any {
    return new EnumeratorIterator(this.GetEnumerator());
  }
}

function pull(e: any, sink: any): boolean {
  try {
    while (e["System.Collections.IEnumerator.MoveNext"]()) {
      if (sink(e["System.Collections.Generic.IEnumerator`1.get_Current"]())) return true;
    }
  } finally {
    if (object_has(e, "Dispose")) e.Dispose();
  }
  return false;
}

/** Hands the elements of anything enumerable to a sink. */
export function eachOf(xs: any, sink: any): boolean {
  if (xs instanceof FSharpList) {
    let rest: FSharpList = xs;
    while (rest.tail != null) {
      if (sink(rest.head)) return true;
      rest = rest.tail;
    }
    return false;
  }
  if (xs instanceof Sequence) return xs.each(sink);
  if (array_is(xs) || array_is_typed(xs)) {
    const count: int32 = xs.length;
    for (let i: int32 = 0; i < count; i++) {
      if (sink(get_element("array<obj>", xs, i))) return true;
      const length: int32 = xs.length;
      if (length !== count) failModified();
    }
    return false;
  }
  return pull(getEnumerator(xs), sink);
}

/** What the enumerators of sequences share; by itself over no elements. */
export class SequenceEnumerator {
  current: any;
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    return false;
  }
  "System.Collections.Generic.IEnumerator`1.get_Current"(): any {
    return this.current;
  }
  "System.Collections.IEnumerator.get_Current"(): any {
    return this.current;
  }
  "System.Collections.IEnumerator.Reset"(): void {
    failReset();
  }
  Dispose(): void {}
}

export function disposeEnumerator(e: any): void {
  if (e != null && object_has(e, "Dispose")) e.Dispose();
}

/** Over a source's enumerator, which it disposes of. */
export class SourceEnumerator extends SequenceEnumerator {
  source: any;
  constructor(source: any) {
    super();
    this.source = source;
  }
  Dispose(): void {
    disposeEnumerator(this.source);
  }
}

/** … and a function of its elements. */
export class FunctionEnumerator extends SourceEnumerator {
  f: any;
  constructor(source: any, f: any) {
    super(source);
    this.f = f;
  }
}

/** A sequence whose enumerators a function makes. */
export class FunctionSequence extends Sequence {
  make: any;
  constructor(make: any) {
    super();
    this.make = make;
  }
  GetEnumerator(): any {
    return this.make();
  }
}

export class DelayedSequence extends Sequence {
  make: any;
  constructor(make: any) {
    super();
    this.make = make;
  }
  each(sink: any): boolean {
    return eachOf(this.make(), sink);
  }
  GetEnumerator(): any {
    return getEnumerator(this.make());
  }
}

/** `seq { … }`: nothing of it runs before the first element is asked for. No kind of `DelayedSequence`: where one is known, `each` is put in its place. */
export class GeneratedSequence extends Sequence {
  make: any;
  constructor(make: any) {
    super();
    this.make = make;
  }
  each(sink: any): boolean {
    return eachOf(this.make(), sink);
  }
  GetEnumerator(): any {
    return new GeneratedEnumerator(this.make);
  }
}
/** What stands behind delays, of which the first element is asked for at once. */
export function made(xs: any): any {
  let at: any = xs;
  while (at instanceof GeneratedSequence || at instanceof DelayedSequence) at = at.make();
  return at;
}
class GeneratedEnumerator extends SourceEnumerator {
  make: any;
  constructor(make: any) {
    super(undefined);
    this.make = make;
  }
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    if (this.source == null) {
      const make: any = this.make;
      this.source = getEnumerator(made(make()));
    }
    if (!this.source["System.Collections.IEnumerator.MoveNext"]()) return false;
    this.current = this.source["System.Collections.Generic.IEnumerator`1.get_Current"]();
    return true;
  }
}

export class SingletonSequence extends Sequence {
  item: any;
  constructor(item: any) {
    super();
    this.item = item;
  }
  each(sink: any): boolean {
    return sink(this.item);
  }
  GetEnumerator(): any {
    return new SingletonEnumerator(this.item);
  }
}
class SingletonEnumerator extends SequenceEnumerator {
  done: boolean;
  constructor(item: any) {
    super();
    this.current = item;
    this.done = false;
  }
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    if (this.done) return false;
    this.done = true;
    return true;
  }
}

export class EmptySequence extends Sequence {
  each(_sink: any): boolean {
    return false;
  }
  GetEnumerator(): any {
    return new SequenceEnumerator();
  }
}

export class MappedSequence extends Sequence {
  f: any;
  source: any;
  constructor(f: any, source: any) {
    super();
    this.f = f;
    this.source = source;
  }
  each(sink: any): boolean {
    const f: any = this.f;
    return eachOf(this.source, (x: any): any => sink(f(x)));
  }
  GetEnumerator(): any {
    return new MapEnumerator(getEnumerator(this.source), this.f);
  }
}
class MapEnumerator extends FunctionEnumerator {
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    if (!this.source["System.Collections.IEnumerator.MoveNext"]()) return false;
    const f: any = this.f;
    this.current = f(this.source["System.Collections.Generic.IEnumerator`1.get_Current"]());
    return true;
  }
}

export class FilteredSequence extends Sequence {
  f: any;
  source: any;
  constructor(f: any, source: any) {
    super();
    this.f = f;
    this.source = source;
  }
  each(sink: any): boolean {
    const f: any = this.f;
    return eachOf(this.source, (x: any): any => (f(x) ? sink(x) : false));
  }
  GetEnumerator(): any {
    return new FilterEnumerator(getEnumerator(this.source), this.f);
  }
}
class FilterEnumerator extends FunctionEnumerator {
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    const f: any = this.f;
    while (this.source["System.Collections.IEnumerator.MoveNext"]()) {
      const x: any = this.source["System.Collections.Generic.IEnumerator`1.get_Current"]();
      if (f(x)) {
        this.current = x;
        return true;
      }
    }
    return false;
  }
}

export class ChosenSequence extends Sequence {
  f: any;
  source: any;
  constructor(f: any, source: any) {
    super();
    this.f = f;
    this.source = source;
  }
  each(sink: any): boolean {
    const f: any = this.f;
    return eachOf(this.source, (x: any): any => {
      const chosen: any = f(x);
      return chosen == null ? false : sink(chosen instanceof Some ? chosen.value : chosen);
    });
  }
  GetEnumerator(): any {
    return new ChooseEnumerator(getEnumerator(this.source), this.f);
  }
}
class ChooseEnumerator extends FunctionEnumerator {
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    const f: any = this.f;
    while (this.source["System.Collections.IEnumerator.MoveNext"]()) {
      const chosen: any = f(this.source["System.Collections.Generic.IEnumerator`1.get_Current"]());
      if (chosen != null) {
        this.current = chosen instanceof Some ? chosen.value : chosen;
        return true;
      }
    }
    return false;
  }
}

export class UnfoldedSequence extends Sequence {
  f: any;
  state: any;
  constructor(f: any, state: any) {
    super();
    this.f = f;
    this.state = state;
  }
  each(sink: any): boolean {
    const f: any = this.f;
    let step: any = f(this.state);
    while (step != null) {
      if (sink(get_item("tuple<obj,obj>", 0, step))) return true;
      step = f(get_item("tuple<obj,obj>", 1, step));
    }
    return false;
  }
  GetEnumerator(): any {
    return new UnfoldEnumerator(this.f, this.state);
  }
}
class UnfoldEnumerator extends SequenceEnumerator {
  f: any;
  state: any;
  constructor(f: any, state: any) {
    super();
    this.f = f;
    this.state = state;
  }
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    const f: any = this.f;
    const step: any = f(this.state);
    if (step == null) return false;
    this.current = get_item("tuple<obj,obj>", 0, step);
    this.state = get_item("tuple<obj,obj>", 1, step);
    return true;
  }
}
