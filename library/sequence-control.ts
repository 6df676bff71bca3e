import { getEnumerator } from "./enumerators.ts";
import { disposeEnumerator, eachOf, Sequence, SequenceEnumerator } from "./sequence.ts";

/** What `while`, `use`, `try … finally` and `try … with` in a sequence expression are. */

export class WhileSequence extends Sequence {
  guard: any;
  body: any;
  constructor(guard: any, body: any) {
    super();
    this.guard = guard;
    this.body = body;
  }
  each(sink: any): boolean {
    const guard: any = this.guard;
    while (guard()) {
      if (eachOf(this.body, sink)) return true;
    }
    return false;
  }
  GetEnumerator(): any {
    return new WhileEnumerator(this.guard, this.body);
  }
}
class WhileEnumerator extends SequenceEnumerator {
  guard: any;
  body: any;
  inner: any;
  constructor(guard: any, body: any) {
    super();
    this.guard = guard;
    this.body = body;
  }
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    const guard: any = this.guard;
    for (;;) {
      if (this.inner == null) {
        if (!guard()) return false;
        this.inner = getEnumerator(this.body);
      }
      if (this.inner["System.Collections.IEnumerator.MoveNext"]()) {
        this.current = this.inner["System.Collections.Generic.IEnumerator`1.get_Current"]();
        return true;
      }
      const inner: any = this.inner;
      this.inner = undefined;
      disposeEnumerator(inner);
    }
  }
  Dispose(): void {
    disposeEnumerator(this.inner);
  }
}

/** Runs the compensation once its enumerator is disposed of, whether it ended or not. */
export class FinallySequence extends Sequence {
  source: any;
  compensation: any;
  constructor(source: any, compensation: any) {
    super();
    this.source = source;
    this.compensation = compensation;
  }
  each(sink: any): boolean {
    const compensation: any = this.compensation;
    try {
      return eachOf(this.source, sink);
    } finally {
      compensation();
    }
  }
  GetEnumerator(): any {
    const compensation: any = this.compensation;
    try {
      return new FinallyEnumerator(getEnumerator(this.source), compensation);
    } catch (e) {
      compensation();
      throw e;
    }
  }
}
class FinallyEnumerator extends SequenceEnumerator {
  source: any;
  compensation: any;
  constructor(source: any, compensation: any) {
    super();
    this.source = source;
    this.compensation = compensation;
  }
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    if (this.source == null) return false;
    if (!this.source["System.Collections.IEnumerator.MoveNext"]()) {
      this.Dispose();
      return false;
    }
    this.current = this.source["System.Collections.Generic.IEnumerator`1.get_Current"]();
    return true;
  }
  Dispose(): void {
    const { source, compensation } = this;
    this.source = undefined;
    this.compensation = undefined;
    try {
      disposeEnumerator(source);
    } finally {
      if (compensation != null) compensation();
    }
  }
}

/** `use resource = …` around the sequence that a function makes of it. */
export class UsingSequence extends Sequence {
  resource: any;
  body: any;
  constructor(resource: any, body: any) {
    super();
    this.resource = resource;
    this.body = body;
  }
  each(sink: any): boolean {
    const body: any = this.body;
    try {
      return eachOf(body(this.resource), sink);
    } finally {
      disposeEnumerator(this.resource);
    }
  }
  GetEnumerator(): any {
    const body: any = this.body;
    const resource: any = this.resource;
    try {
      return new FinallyEnumerator(getEnumerator(body(resource)), () => disposeEnumerator(resource));
    } catch (e) {
      disposeEnumerator(resource);
      throw e;
    }
  }
}

/** Pushing would put the consumer's exceptions under the handler, so it is always pulled. */
export class TryWithSequence extends Sequence {
  source: any;
  filter: any;
  handler: any;
  constructor(source: any, filter: any, handler: any) {
    super();
    this.source = source;
    this.filter = filter;
    this.handler = handler;
  }
  GetEnumerator(): any {
    return new TryWithEnumerator(this.source, this.filter, this.handler);
  }
}
class TryWithEnumerator extends SequenceEnumerator {
  source: any;
  filter: any;
  handler: any;
  inner: any;
  caught: boolean;
  constructor(source: any, filter: any, handler: any) {
    super();
    this.source = source;
    this.filter = filter;
    this.handler = handler;
    this.caught = false;
  }
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    if (this.caught) return this.advance();
    try {
      if (this.inner == null) this.inner = getEnumerator(this.source);
      return this.advance();
    } catch (e) {
      const filter: any = this.filter;
      const handler: any = this.handler;
      if (filter(e) === 0) throw e;
      this.caught = true;
      disposeEnumerator(this.inner);
      this.inner = getEnumerator(handler(e));
    }
    return this.advance();
  }
  advance(): boolean {
    if (!this.inner["System.Collections.IEnumerator.MoveNext"]()) return false;
    this.current = this.inner["System.Collections.Generic.IEnumerator`1.get_Current"]();
    return true;
  }
  Dispose(): void {
    disposeEnumerator(this.inner);
  }
}
