// Asyncs and tasks across the boundary: what a host function promised, and what the host gets of an async or a task.
import { runSynchronously } from "./async.ts";
import { type Context, cancelled } from "./computation.ts";
import { awaitCall } from "./event-loop.ts";
import { Exception } from "./exceptions.ts";
import { resultOf, Task } from "./task.ts";

/** Calls `succeed` with the converted answer, or `fail` with an exception. */
function follow(token: int32, convert: any, succeed: any, fail: any): void {
  awaitCall(token, (succeeded: boolean, answer: any): any => {
    if (!succeeded) return fail(new Exception(answer));
    let value: any;
    try {
      value = convert(answer);
    } catch (e) {
      return fail(e);
    }
    return succeed(value);
  });
}

/** Each run of the async calls the host, and others run until it answers. */
export function async_later(start: any, convert: any): any {
  return (ctx: Context): any => {
    if (ctx.token.isCancelled) return cancelled(ctx);
    follow(start(), convert, ctx.onSuccess, ctx.onError);
    return undefined;
  };
}
export function task_later(start: any, convert: any): Task {
  const task: Task = new Task();
  follow(
    start(),
    convert,
    (value: any): any => task.succeed(value),
    (error: any): any => task.fail(error),
  );
  return task;
}

export function async_result(computation: any): any {
  return runSynchronously(computation);
}
export function task_result(task: any): any {
  return resultOf(task);
}
