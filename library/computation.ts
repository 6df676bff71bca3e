/**
 * Computations of `async { }` and `task { }` are functions of a context, which holds what to do next: after success, after an exception, after
 * cancellation. Every call of a next step is in tail position, so that loops of any length take no room.
 */
import type { CancellationToken } from "./cancellation.ts";
import { getEnumerator } from "./enumerators.ts";
import { OperationCanceledException } from "./exceptions.ts";

export class Context {
  onSuccess: any;
  onError: any;
  onCancel: any;
  token: CancellationToken;
  constructor(onSuccess: any, onError: any, onCancel: any, token: CancellationToken) {
    this.onSuccess = onSuccess;
    this.onError = onError;
    this.onCancel = onCancel;
    this.token = token;
  }
}

export function cancelled(ctx: Context): any {
  return ctx.onCancel(new OperationCanceledException());
}

/** Goes on with the computation that `next` gives for a value; only `next` itself is guarded here. */
function goOn(ctx: Context, next: any, value: any): any {
  let computation: any;
  try {
    computation = next(value);
  } catch (e) {
    return ctx.onError(e);
  }
  return computation(ctx);
}

export function succeed(value: any): any {
  return (ctx: Context): any => (ctx.token.isCancelled ? cancelled(ctx) : ctx.onSuccess(value));
}

export function delay(generator: any): any {
  return (ctx: Context): any => (ctx.token.isCancelled ? cancelled(ctx) : goOn(ctx, generator, undefined));
}

export function bind(computation: any, binder: any): any {
  return (ctx: Context): any => {
    if (ctx.token.isCancelled) return cancelled(ctx);
    return computation(new Context((value: any): any => goOn(ctx, binder, value), ctx.onError, ctx.onCancel, ctx.token));
  };
}

export function combine(first: any, second: any): any {
  return (ctx: Context): any => {
    if (ctx.token.isCancelled) return cancelled(ctx);
    return first(new Context((_: any): any => second(ctx), ctx.onError, ctx.onCancel, ctx.token));
  };
}

export function tryWith(computation: any, handler: any): any {
  return (ctx: Context): any => {
    if (ctx.token.isCancelled) return cancelled(ctx);
    return computation(new Context(ctx.onSuccess, (e: any): any => goOn(ctx, handler, e), ctx.onCancel, ctx.token));
  };
}

export function tryFinally(computation: any, compensation: any): any {
  return (ctx: Context): any => {
    if (ctx.token.isCancelled) return cancelled(ctx);
    const after = (next: any): any => {
      return (value: any): any => {
        try {
          compensation();
        } catch (e) {
          return ctx.onError(e);
        }
        return next(value);
      };
    };
    return computation(new Context(after(ctx.onSuccess), after(ctx.onError), after(ctx.onCancel), ctx.token));
  };
}

export function using(resource: any, binder: any): any {
  return tryFinally(
    delay((): any => binder(resource)),
    (): void => {
      if (resource != null) resource.Dispose();
    },
  );
}

export function whileLoop(guard: any, body: any): any {
  return (ctx: Context): any => {
    const turn = (_: any): any => {
      if (ctx.token.isCancelled) return cancelled(ctx);
      let goesOn: boolean;
      try {
        goesOn = guard();
      } catch (e) {
        return ctx.onError(e);
      }
      if (!goesOn) return ctx.onSuccess(undefined);
      return body(new Context(turn, ctx.onError, ctx.onCancel, ctx.token));
    };
    return turn(undefined);
  };
}

export function forLoop(sequence: any, body: any): any {
  return delay((): any => {
    const e: any = getEnumerator(sequence);
    return tryFinally(
      whileLoop(
        (): any => e["System.Collections.IEnumerator.MoveNext"](),
        delay((): any => body(e["System.Collections.Generic.IEnumerator`1.get_Current"]())),
      ),
      (): void => e.Dispose(),
    );
  });
}
