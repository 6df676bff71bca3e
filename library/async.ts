/** The members of F#'s Async. An async is a computation (see computation.ts); what .NET hands to the thread pool waits in the queue of the event loop. */
import { new_tuple } from "fusabi:op";
import { type CancellationToken, createLinked, defaultToken } from "./cancellation.ts";
import { Choice_makeChoice1Of2, Choice_makeChoice2Of2 } from "./choice.ts";
import { bind, Context, cancelled, succeed } from "./computation.ts";
import { getEnumerator } from "./enumerators.ts";
import { schedule, startTimer, stopTimer, waitFor } from "./event-loop.ts";
import { InvalidOperationException, OperationCanceledException, TimeoutException } from "./exceptions.ts";
import { failureOf, startComputation, Task } from "./task.ts";

function nothing(_: any): void {}

/** Nobody is there to see the exception but who runs the step that raises it: the caller, or the event loop, and the program ends with it. */
function unhandled(e: any): void {
  throw e;
}

export function startWithContinuations(computation: any, onSuccess: any, onError: any, onCancel: any, token?: any): any {
  return computation(new Context(onSuccess ?? nothing, onError, onCancel, token ?? defaultToken()));
}
export function startImmediate(computation: any, token?: any): any {
  return startWithContinuations(computation, nothing, unhandled, nothing, token);
}
export function start(computation: any, token?: any): void {
  const by: CancellationToken = token ?? defaultToken();
  schedule((): any => startImmediate(computation, by));
}
export function startImmediateAsTask(computation: any, token?: any): Task {
  return startComputation(computation, token ?? defaultToken());
}
export function startAsTask(computation: any, _options?: any, token?: any): Task {
  const task: Task = new Task();
  const by: CancellationToken = token ?? defaultToken();
  schedule((): void => {
    startComputation(computation, by).whenDone((done: any): any => task.complete(done.state, done.value, done.error));
  });
  return task;
}
export function startAsPromise(computation: any, token?: any): Task {
  return startImmediateAsTask(computation, token);
}

export function runSynchronously(computation: any, timeout?: any, token?: any): any {
  const limit: float64 = timeout ?? -1;
  const cancellation: CancellationToken = limit < 0 ? (token ?? defaultToken()) : createLinked([token ?? defaultToken()]);
  let result: any;
  let failure: any;
  let done: boolean = false;
  const end = (failed: any): any => {
    return (x: any): any => {
      done = true;
      if (failed) failure = x;
      else result = x;
      return undefined;
    };
  };
  computation(new Context(end(false), end(true), end(true), cancellation));
  if (!waitFor(limit, (): boolean => done)) {
    cancellation.cancel();
    throw new TimeoutException();
  }
  if (failure !== undefined) throw failure;
  return result;
}

export function startChild(computation: any, timeout?: any): any {
  return (ctx: Context): any => {
    const token: CancellationToken = createLinked([ctx.token]);
    const child: Task = new Task();
    const timer: any =
      timeout === undefined || timeout < 0
        ? undefined
        : startTimer(
            timeout,
            (): void => {
              child.fail(new TimeoutException());
              token.cancel();
            },
            true,
          );
    schedule((): void => {
      startComputation(computation, token).whenDone((done: any): any => {
        if (timer !== undefined) stopTimer(timer);
        return child.complete(done.state, done.value, done.error);
      });
    });
    return ctx.onSuccess(awaitChild(child));
  };
}
/** Unlike a task's, a child's cancellation cancels what awaits it. */
function awaitChild(child: Task): any {
  return (ctx: Context): any => {
    const resume = (_: any): any => (child.IsCanceled ? ctx.onCancel(child.error) : child.IsFaulted ? ctx.onError(child.error) : ctx.onSuccess(child.value));
    return child.IsCompleted ? resume(child) : child.waiting.push(resume);
  };
}
export function startChildAsTask(computation: any, _options?: any): any {
  return (ctx: Context): any => ctx.onSuccess(startAsTask(computation, undefined, ctx.token));
}

export function awaitPromise(given: any): any {
  const task: Task = given;
  return (ctx: Context): any => {
    const resume = (_: any): any => (task.IsCompletedSuccessfully ? ctx.onSuccess(task.value) : ctx.onError(task.IsCanceled ? failureOf(task) : task.Exception));
    return task.IsCompleted ? resume(task) : task.waiting.push(resume);
  };
}
export const awaitTask = awaitPromise;

export function awaitEvent(event: any, cancelAction?: any): any {
  return (ctx: Context): any => {
    if (ctx.token.isCancelled) return cancelled(ctx);
    let registration: any;
    const handler = (_: any, value: any): any => {
      registration.Dispose();
      event.RemoveHandler(handler);
      return ctx.onSuccess(value);
    };
    registration = ctx.token.register((): any => {
      event.RemoveHandler(handler);
      if (cancelAction != null) cancelAction();
      return cancelled(ctx);
    });
    return event.AddHandler(handler);
  };
}

export function cancellationToken(): any {
  return (ctx: Context): any => ctx.onSuccess(ctx.token);
}
export function get_DefaultCancellationToken(): CancellationToken {
  return defaultToken();
}

/** Calls back when the token is cancelled before the registration is disposed of; one that cancelling disposes of is still called. */
export function onCancel(interruption: any): any {
  return (ctx: Context): any => {
    const registration: any = ctx.token.register(interruption);
    return ctx.onSuccess({
      Dispose(): void {
        if (!ctx.token.isCancelled) registration.Dispose();
      },
    });
  };
}
export function tryCancelled(computation: any, compensation: any): any {
  return (ctx: Context): any => {
    const onCancel = (e: any): any => {
      compensation(e);
      return ctx.onCancel(e);
    };
    return computation(new Context(ctx.onSuccess, ctx.onError, onCancel, ctx.token));
  };
}

export function catchAsync(computation: any): any {
  return (ctx: Context): any => {
    const onSuccess = (x: any): any => ctx.onSuccess(Choice_makeChoice1Of2(x));
    const onError = (e: any): any => ctx.onSuccess(Choice_makeChoice2Of2(e));
    return computation(new Context(onSuccess, onError, ctx.onCancel, ctx.token));
  };
}

/** A continuation called before the function has returned is called after it, so that the function may do more and loops take no room. */
export function fromContinuations(f: any): any {
  return (ctx: Context): any => {
    if (ctx.token.isCancelled) return cancelled(ctx);
    let inside: boolean = true;
    let chosen: any;
    let given: any;
    const once = (next: any): any => {
      return (x: any): any => {
        if (chosen !== undefined) throw new InvalidOperationException("A continuation provided by Async.FromContinuations was invoked multiple times");
        chosen = next;
        given = x;
        return inside ? undefined : next(x);
      };
    };
    try {
      f(new_tuple("tuple", once(ctx.onSuccess), once(ctx.onError), once(ctx.onCancel)));
    } catch (e) {
      if (chosen !== undefined) throw e;
      chosen = ctx.onError;
      given = e;
    }
    inside = false;
    return chosen === undefined ? undefined : chosen(given);
  };
}

export function ignore(computation: any): any {
  return bind(computation, (_: any): any => succeed(undefined));
}

const computationsOf = (given: any): any => {
  const all: any = [];
  const e: any = getEnumerator(given);
  while (e["System.Collections.IEnumerator.MoveNext"]()) all.push(e["System.Collections.Generic.IEnumerator`1.get_Current"]());
  return all;
};

/** Children in the queue, so many at a time; the first that fails cancels the others. */
export function parallel(given: any, most?: any): any {
  return (ctx: Context): any => {
    if (ctx.token.isCancelled) return cancelled(ctx);
    let children: any;
    try {
      children = computationsOf(given);
    } catch (e) {
      return ctx.onError(e);
    }
    const count: int32 = children.length;
    if (count === 0) return ctx.onSuccess([]);
    const token: CancellationToken = createLinked([ctx.token]);
    const results: any = new Array(count);
    let next: int32 = 0;
    let left: int32 = count;
    let ended: any;
    let startNext: any;
    const finish = (): any => {
      left--;
      if (left === 0) return ended === undefined ? ctx.onSuccess(results) : ended();
      return startNext();
    };
    const fail = (end: any): any => {
      if (ended === undefined) {
        ended = end;
        token.cancel();
      }
      return finish();
    };
    startNext = (): any => {
      if (next === count) return undefined;
      const at: int32 = next;
      next++;
      const onSuccess = (x: any): any => {
        results[at] = x;
        return finish();
      };
      const onError = (e: any): any => fail((): any => ctx.onError(e));
      const onCancel = (e: any): any => fail((): any => ctx.onCancel(e));
      const run = (): any => (token.isCancelled ? onCancel(new OperationCanceledException()) : children[at](new Context(onSuccess, onError, onCancel, token)));
      return schedule(run);
    };
    for (let i: int32 = most ?? count; i > 0 && next < count; i--) startNext();
    return undefined;
  };
}
export function sequential(given: any): any {
  return parallel(given, 1);
}

/** The first that gives Some; None when all give None. */
export function choice(given: any): any {
  return (ctx: Context): any => {
    const children: any = computationsOf(given);
    const token: CancellationToken = createLinked([ctx.token]);
    let left: int32 = children.length;
    let ended: boolean = false;
    if (left === 0) return ctx.onSuccess(undefined);
    const end = (next: any, x: any): any => {
      if (ended) return undefined;
      ended = true;
      token.cancel();
      return next(x);
    };
    for (const child of children) {
      const onSuccess = (x: any): any => {
        left--;
        return x !== undefined || left === 0 ? end(ctx.onSuccess, x) : undefined;
      };
      const onError = (e: any): any => end(ctx.onError, e);
      const onCancel = (e: any): any => end(ctx.onCancel, e);
      schedule((): any => child(new Context(onSuccess, onError, onCancel, token)));
    }
    return undefined;
  };
}

export function sleep(milliseconds: float64): any {
  return (ctx: Context): any => {
    if (ctx.token.isCancelled) return cancelled(ctx);
    let registration: any;
    const timer: any =
      milliseconds < 0
        ? undefined
        : startTimer(
            milliseconds,
            (): any => {
              registration.Dispose();
              return ctx.onSuccess(undefined);
            },
            false,
          );
    registration = ctx.token.register((): any => {
      if (timer !== undefined) stopTimer(timer);
      return cancelled(ctx);
    });
    return undefined;
  };
}

/** Goes on behind what waits in the queue. */
export function switchToThreadPool(): any {
  return (ctx: Context): any => schedule((): any => ctx.onSuccess(undefined));
}
export const switchToNewThread = switchToThreadPool;
export function switchToContext(_: any): any {
  return succeed(undefined);
}
