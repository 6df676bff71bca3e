import { bind, combine, delay, forLoop, succeed, tryFinally, tryWith, using, whileLoop } from "./computation.ts";

/** What `async { }` becomes. */
export class AsyncBuilder {
  Bind(computation: any, binder: any): any {
    return bind(computation, binder);
  }
  Combine(first: any, second: any): any {
    return combine(first, second);
  }
  Delay(generator: any): any {
    return delay(generator);
  }
  For(sequence: any, body: any): any {
    return forLoop(sequence, body);
  }
  Return(value: any): any {
    return succeed(value);
  }
  ReturnFrom(computation: any): any {
    return computation;
  }
  TryFinally(computation: any, compensation: any): any {
    return tryFinally(computation, compensation);
  }
  TryWith(computation: any, handler: any): any {
    return tryWith(computation, handler);
  }
  Using(resource: any, binder: any): any {
    return using(resource, binder);
  }
  While(guard: any, body: any): any {
    return whileLoop(guard, body);
  }
  Zero(): any {
    return succeed(undefined);
  }
}

export const singleton: AsyncBuilder = new AsyncBuilder();
