/** Tasks as .NET has them: what awaits a completed task goes on at once, what awaits another when it completes. */
import { type CancellationToken, isCancellation, isCancellationRequested, none } from "./cancellation.ts";
import { Context } from "./computation.ts";
import { getEnumerator } from "./enumerators.ts";
import { schedule, startTimer, stopTimer, waitFor, waitUntil } from "./event-loop.ts";
import { AggregateException, ArgumentException, InvalidOperationException, OperationCanceledException, TaskCanceledException } from "./exceptions.ts";

const running: int32 = 0;
const succeeded: int32 = 1;
const faulted: int32 = 2;
const canceled: int32 = 3;

let lastId: int32 = 0;

export class Task {
  static readonly $type: string = "System.Threading.Tasks.Task";
  state: int32;
  value: any;
  /** The exception of a faulted or canceled task. */
  error: any;
  /** Called with the task when it completes. */
  waiting: any;
  /** What a task that was not started runs. */
  work: any;
  id: int32;

  constructor() {
    this.state = running;
    this.value = undefined;
    this.error = undefined;
    this.waiting = [];
    this.work = undefined;
    this.id = 0;
  }

  /** Whether it was still running. */
  complete(state: int32, value: any, error: any): boolean {
    if (this.state !== running) return false;
    this.state = state;
    this.value = value;
    this.error = error;
    const waiting: any = this.waiting;
    this.waiting = [];
    for (let i: int32 = 0; i < waiting.length; i++) waiting[i](this);
    return true;
  }
  succeed(value: any): boolean {
    return this.complete(succeeded, value, undefined);
  }
  fail(error: any): boolean {
    return this.complete(faulted, undefined, error);
  }
  cancel(error: any): boolean {
    return this.complete(canceled, undefined, error instanceof TaskCanceledException ? error : new TaskCanceledException());
  }
  /** Ends it as a computation that raised does: cancellation is no fault. */
  raise(error: any): boolean {
    return isCancellation(error) ? this.complete(canceled, undefined, error) : this.fail(error);
  }
  whenDone(next: any): void {
    if (this.state === running) this.waiting.push(next);
    else next(this);
  }

  get IsCompleted(): boolean {
    return this.state !== running;
  }
  get IsCompletedSuccessfully(): boolean {
    return this.state === succeeded;
  }
  get IsFaulted(): boolean {
    return this.state === faulted;
  }
  get IsCanceled(): boolean {
    return this.state === canceled;
  }
  get Exception(): any {
    return this.state === faulted ? aggregate(this) : undefined;
  }
  /** A System.Threading.Tasks.TaskStatus. */
  get Status(): int32 {
    switch (this.state) {
      case succeeded:
        return 5;
      case faulted:
        return 7;
      case canceled:
        return 6;
      default:
        return this.work === undefined ? 1 : 0;
    }
  }
  get Id(): int32 {
    if (this.id === 0) {
      lastId++;
      this.id = lastId;
    }
    return this.id;
  }
  get Result(): any {
    waitUntil((): boolean => this.state !== running);
    return unwrap(this);
  }
  /** Takes milliseconds, a token, or both. */
  Wait(first?: any, second?: any): boolean {
    const token: any = typeof first === "number" ? second : first;
    if (!waitFor(typeof first === "number" ? first : -1, (): boolean => this.state !== running || isCancellationRequested(token))) return false;
    if (this.state === running) throw new OperationCanceledException();
    unwrap(this);
    return true;
  }
  ContinueWith(next: any): Task {
    const after: Task = new Task();
    this.whenDone((task: any): void => schedule((): void => complete(after, (): any => next(task))));
    return after;
  }
  Start(): void {
    const work: any = this.work;
    if (work === undefined) throw new InvalidOperationException("Start may not be called on a task that has completed.");
    this.work = undefined;
    schedule((): void => complete(this, work));
  }
  RunSynchronously(): void {
    const work: any = this.work;
    this.work = undefined;
    complete(this, work);
  }
  ConfigureAwait(_: any): Task {
    return this;
  }
  Dispose(): void {}
}

/** Completes a task with what a function gives or raises. */
function complete(task: Task, work: any): void {
  let value: any;
  try {
    value = work();
  } catch (e) {
    task.raise(e);
    return;
  }
  task.succeed(value);
}

/** What a faulted task's Exception is. */
function aggregate(task: Task): any {
  return task.error instanceof AggregateException ? task.error : new AggregateException([task.error]);
}

/** The result; what Result and Wait raise where there is none. */
function unwrap(task: Task): any {
  if (task.state === succeeded) return task.value;
  throw task.state === faulted ? aggregate(task) : new AggregateException([task.error]);
}

/** What `await` of a task that failed raises: the first exception itself. */
export function failureOf(task: Task): any {
  return task.error instanceof AggregateException ? task.error.innerException : task.error;
}

/** Blocks until a task is done; what GetAwaiter().GetResult() does. */
export function resultOf(task: Task): any {
  waitUntil((): boolean => task.state !== running);
  if (task.state === succeeded) return task.value;
  throw failureOf(task);
}

/** A computation that awaits a task. */
export function awaitTask(task: Task): any {
  return (ctx: Context): any => {
    if (task.state === running) return task.waiting.push((_: any): any => resume(task, ctx));
    return resume(task, ctx);
  };
}
function resume(task: Task, ctx: Context): any {
  return task.state === succeeded ? ctx.onSuccess(task.value) : ctx.onError(failureOf(task));
}

/** Starts a computation here and now; the task completes with it. */
export function startComputation(computation: any, token: CancellationToken): Task {
  const task: Task = new Task();
  computation(
    new Context(
      (value: any): any => task.succeed(value),
      (e: any): any => task.raise(e),
      (e: any): any => task.cancel(e),
      token,
    ),
  );
  return task;
}

export class TaskCompletionSource {
  static readonly $type: string = "System.Threading.Tasks.TaskCompletionSource";
  task: Task;
  constructor() {
    this.task = new Task();
  }
  SetResult(value?: any): void {
    ended(this.task.succeed(value));
  }
  SetException(error: any): void {
    ended(this.task.fail(error));
  }
  SetCancelled(): void {
    ended(this.task.cancel(undefined));
  }
  SetCanceled(): void {
    ended(this.task.cancel(undefined));
  }
  TrySetResult(value?: any): boolean {
    return this.task.succeed(value);
  }
  TrySetException(error: any): boolean {
    return this.task.fail(error);
  }
  TrySetCanceled(): boolean {
    return this.task.cancel(undefined);
  }
  get_Task(): Task {
    return this.task;
  }
  get Task(): Task {
    return this.task;
  }
}
function ended(first: boolean): void {
  if (!first) throw new InvalidOperationException("An attempt was made to transition a task to a final state when it had already completed.");
}

export function fromResult(value?: any): Task {
  const task: Task = new Task();
  task.succeed(value);
  return task;
}
export function fromException(error: any): Task {
  const task: Task = new Task();
  task.fail(error);
  return task;
}
export function fromCanceled(_: any): Task {
  const task: Task = new Task();
  task.cancel(undefined);
  return task;
}
export function zero(): Task {
  return fromResult(undefined);
}
/** `Task(fun () -> …)`, not started yet. */
export function createTask(work: any): Task {
  const task: Task = new Task();
  task.work = work;
  return task;
}
/** A ValueTask is the task it is made of, or a completed one. */
export function valueTask(given?: any): Task {
  return given instanceof Task ? given : fromResult(given);
}
/** Task.Run: of a task that the function gives, the result is taken. */
export function run(work: any, _token?: any): Task {
  const task: Task = new Task();
  schedule((): void => {
    let value: any;
    try {
      value = work();
    } catch (e) {
      task.raise(e);
      return;
    }
    if (value instanceof Task) value.whenDone((done: any): void => copy(done, task));
    else task.succeed(value);
  });
  return task;
}
function copy(from: Task, to: Task): void {
  to.complete(from.state, from.value, from.error);
}

export function delay(milliseconds: float64, token?: any): Task {
  const task: Task = new Task();
  const by: CancellationToken = token ?? none;
  if (by.isCancelled) {
    task.cancel(undefined);
    return task;
  }
  if (milliseconds < 0) return task;
  const timer: any = startTimer(milliseconds, (): any => task.succeed(undefined), false);
  if (token != null) {
    const registration: any = by.register((): void => {
      stopTimer(timer);
      task.cancel(undefined);
    });
    task.whenDone((_: any): void => registration.Dispose());
  }
  return task;
}

/** The tasks of a sequence, or those given one by one. */
const tasksOf = (given: any, second?: any): any => {
  if (given instanceof Task) return second === undefined ? [given] : [given, second];
  const tasks: any = [];
  const e: any = getEnumerator(given);
  while (e["System.Collections.IEnumerator.MoveNext"]()) tasks.push(e["System.Collections.Generic.IEnumerator`1.get_Current"]());
  return tasks;
};

/** Completes with the results in order, or when all are done with every exception. */
export function whenAll(given: any): Task {
  const all: Task = new Task();
  const tasks: any = tasksOf(given);
  let left: int32 = tasks.length;
  if (left === 0) all.succeed([]);
  for (const task of tasks) {
    task.whenDone((_: any): void => {
      left--;
      if (left > 0) return;
      const failures: any = tasks.filter((one: any): any => one.IsFaulted).map((one: any): any => one.error);
      if (failures.length > 0) all.fail(failures.length === 1 ? failures[0] : new AggregateException(failures));
      else if (tasks.some((one: any): any => one.IsCanceled)) all.cancel(undefined);
      else all.succeed(tasks.map((one: any): any => one.value));
    });
  }
  return all;
}
export function whenAny(given: any, second?: any): Task {
  const any: Task = new Task();
  const tasks: any = tasksOf(given, second);
  if (tasks.length === 0) throw new ArgumentException("The tasks argument contains no tasks.", "tasks");
  for (const task of tasks) task.whenDone((done: any): any => any.succeed(done));
  return any;
}
export function waitAll(given: any, limit?: any): boolean {
  const all: Task = whenAll(given);
  return all.Wait(limit);
}
export function waitAny(given: any): int32 {
  const tasks: any = tasksOf(given);
  waitUntil((): any => tasks.some((one: any): any => one.IsCompleted));
  return tasks.findIndex((one: any): any => one.IsCompleted);
}
export function get_CompletedTask(): Task {
  return fromResult(undefined);
}
/** Task.Yield: what awaits it goes on behind the work that waits already. */
function yieldTask(): Task {
  const task: Task = new Task();
  schedule((): any => task.succeed(undefined));
  return task;
}

export { yieldTask as yield };

export function getAwaiter(task: any): any {
  return task;
}
export function getResult(task: any): any {
  return resultOf(task);
}
