import { new_tuple } from "fusabi:op";
import { AsyncBuilder } from "./async-builder.ts";
import { none } from "./cancellation.ts";
import { bind } from "./computation.ts";
import { schedule } from "./event-loop.ts";
import { awaitTask, startComputation, Task } from "./task.ts";

/** What `let!` takes as a computation: tasks are awaited, asyncs are ones. */
const awaited = (given: any): any => (given instanceof Task ? awaitTask(given) : given);

/** What `task { }` becomes: as an async, but it runs at once, until it awaits a task that is not done. */
export class TaskBuilder extends AsyncBuilder {
  Bind(given: any, binder: any): any {
    return bind(awaited(given), binder);
  }
  ReturnFrom(given: any): any {
    return awaited(given);
  }
  /** `and!`: one after the other, as .NET's; the tasks themselves run already. */
  "TaskBuilder.MergeSources"(first: any, second: any): any {
    const both: any = this.Bind(first, (x: any): any => this.Bind(second, (y: any): any => this.Return(new_tuple("tuple", x, y))));
    return startComputation(both, none);
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
