import { none } from "./cancellation.ts";
import { bind, combine, delay, forLoop, succeed, tryFinally, tryWith, using, whileLoop } from "./computation.ts";
import { schedule } from "./event-loop.ts";
import { awaitTask, startComputation, Task } from "./task.ts";

/** What `let!` takes as a computation: tasks are awaited, asyncs are ones. */
const awaited = (given: any): any => (given instanceof Task ? awaitTask(given) : given);

/** What `task { }` becomes: it runs at once, until it awaits a task that is not done. */
export class TaskBuilder {
  Bind(given: any, binder: any): any {
    return bind(awaited(given), binder);
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
  ReturnFrom(given: any): any {
    return awaited(given);
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
  Run(computation: any): any {
    return startComputation(computation, none);
  }
}

export const singleton: TaskBuilder = new TaskBuilder();
export function task(): any {
  return singleton;
}
export function backgroundTask(): any {
  return singleton;
}
/** What ends `backgroundTask { }`: it begins when what runs now is done. */
export function runInBackground(_builder: any, computation: any): any {
  const task: Task = new Task();
  schedule((): void => {
    startComputation(computation, none).whenDone((done: any): any => task.complete(done.state, done.value, done.error));
  });
  return task;
}
