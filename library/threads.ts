/** System.Threading on one thread: what blocks runs everything else until it may go on. */
import { isCancellationRequested } from "./cancellation.ts";
import { schedule, startTimer, stopTimer, waitFor } from "./event-loop.ts";
import { InvalidOperationException, OperationCanceledException } from "./exceptions.ts";
import { Task, zero } from "./task.ts";

let lastThread: int32 = 1;

export class Thread {
  static readonly $type: string = "System.Threading.Thread";
  work: any;
  /** 0 not started, 1 started, 2 ended */
  state: int32;
  Name: any;
  IsBackground: boolean;
  Priority: int32;
  ManagedThreadId: int32;
  constructor(work: any) {
    this.work = work;
    this.state = 0;
    this.Name = undefined;
    this.IsBackground = false;
    this.Priority = 2;
    this.ManagedThreadId = lastThread;
    lastThread++;
  }
  get IsAlive(): boolean {
    return this.state === 1;
  }
  get IsThreadPoolThread(): boolean {
    return false;
  }
  Start(argument?: any): void {
    if (this.state !== 0) throw new InvalidOperationException("Thread is running or terminated; it cannot restart.");
    this.state = 1;
    schedule((): void => {
      const outer: Thread = current;
      current = this;
      try {
        this.work(argument);
      } finally {
        current = outer;
        this.state = 2;
      }
    });
  }
  Join(limit?: any): boolean {
    return waitFor(limit ?? -1, (): boolean => this.state === 2);
  }
}

let current: Thread = new Thread(undefined);

export function createThread(work: any): Thread {
  return new Thread(work);
}
export function currentThread(): Thread {
  return current;
}
export function queueWork(work: any, state?: any): boolean {
  schedule((): any => work(state));
  return true;
}

/** SemaphoreSlim: who waits longest goes first. */
export class Semaphore {
  static readonly $type: string = "System.Threading.SemaphoreSlim";
  CurrentCount: int32;
  waiting: any;
  constructor(count: int32) {
    this.CurrentCount = count;
    this.waiting = [];
  }
  Wait(first?: any, second?: any): boolean {
    const token: any = typeof first === "number" ? second : first;
    if (!waitFor(typeof first === "number" ? first : -1, (): boolean => this.CurrentCount > 0 || isCancellationRequested(token))) return false;
    if (isCancellationRequested(token)) throw new OperationCanceledException();
    this.CurrentCount--;
    return true;
  }
  WaitAsync(_first?: any): Task {
    if (this.CurrentCount > 0) {
      this.CurrentCount--;
      return zero();
    }
    const task: Task = new Task();
    this.waiting.push(task);
    return task;
  }
  Release(count?: any): int32 {
    const before: int32 = this.CurrentCount;
    for (let left: int32 = count ?? 1; left > 0; left--) {
      if (this.waiting.length === 0) this.CurrentCount++;
      else {
        const next: Task = this.waiting.shift();
        schedule((): any => next.succeed(undefined));
      }
    }
    return before;
  }
  Dispose(): void {}
}
export function createSemaphore(count: int32, _most?: any): Semaphore {
  return new Semaphore(count);
}

/** ManualResetEvent, its slim form and AutoResetEvent. */
export class Signal {
  static readonly $type: string = "System.Threading.EventWaitHandle";
  IsSet: boolean;
  closesAgain: boolean;
  constructor(set: boolean, closesAgain: boolean) {
    this.IsSet = set;
    this.closesAgain = closesAgain;
  }
  Set(): boolean {
    this.IsSet = true;
    return true;
  }
  Reset(): boolean {
    this.IsSet = false;
    return true;
  }
  WaitOne(limit?: any): boolean {
    if (!waitFor(typeof limit === "number" ? limit : -1, (): boolean => this.IsSet)) return false;
    if (this.closesAgain) this.IsSet = false;
    return true;
  }
  Wait(limit?: any): boolean {
    return this.WaitOne(limit);
  }
  Close(): void {}
  Dispose(): void {}
}
export function createManualSignal(set?: any): Signal {
  return new Signal(set === true, false);
}
export function createAutoSignal(set: any): Signal {
  return new Signal(set === true, true);
}

export class Countdown {
  static readonly $type: string = "System.Threading.CountdownEvent";
  InitialCount: int32;
  CurrentCount: int32;
  constructor(count: int32) {
    this.InitialCount = count;
    this.CurrentCount = count;
  }
  get IsSet(): boolean {
    return this.CurrentCount === 0;
  }
  Signal(count?: any): boolean {
    const by: int32 = count ?? 1;
    if (by > this.CurrentCount) throw new InvalidOperationException("Invalid attempt made to decrement the event's count below zero.");
    this.CurrentCount = this.CurrentCount - by;
    return this.CurrentCount === 0;
  }
  AddCount(count?: any): void {
    const by: int32 = count ?? 1;
    this.CurrentCount = this.CurrentCount + by;
  }
  Wait(limit?: any): boolean {
    return waitFor(typeof limit === "number" ? limit : -1, (): boolean => this.CurrentCount === 0);
  }
  Dispose(): void {}
}
export function createCountdown(count: int32): Countdown {
  return new Countdown(count);
}

/** System.Threading.Timer: it does not keep the program from ending. */
export class ThreadingTimer {
  static readonly $type: string = "System.Threading.Timer";
  callback: any;
  state: any;
  pending: any;
  constructor(callback: any, state: any) {
    this.callback = callback;
    this.state = state;
    this.pending = undefined;
  }
  Change(due: float64, period: float64): boolean {
    this.Dispose();
    if (due < 0) return true;
    this.pending = startTimer(
      due,
      (): void => {
        this.pending = undefined;
        if (period > 0) this.Change(period, period);
        this.callback(this.state);
      },
      true,
    );
    return true;
  }
  Dispose(): void {
    if (this.pending !== undefined) stopTimer(this.pending);
    this.pending = undefined;
  }
}
export function createThreadingTimer(callback: any, state?: any, due?: any, period?: any): ThreadingTimer {
  const timer: ThreadingTimer = new ThreadingTimer(callback, state);
  timer.Change(due ?? -1, period ?? -1);
  return timer;
}

/** Work is never interrupted by other work unless it waits, so a lock is always free. */
export function enterMonitor(_lock: any, taken?: any): void {
  if (taken !== undefined) taken.contents = true;
}
export function tryEnterMonitor(): boolean {
  return true;
}
export function leaveMonitor(): void {}

/** The sum as the cell's integer type has it: an int64 is a bigint. */
const sum = (a: any, b: any): any => (typeof a === "bigint" ? BigInt.asIntN(64, a + b) : ((a as int32) + (b as int32)) | 0);

export function interlockedAdd(cell: any, by: any): any {
  cell.contents = sum(cell.contents, by);
  return cell.contents;
}
export function interlockedIncrement(cell: any): any {
  return interlockedAdd(cell, typeof cell.contents === "bigint" ? 1n : 1);
}
export function interlockedDecrement(cell: any): any {
  return interlockedAdd(cell, typeof cell.contents === "bigint" ? -1n : -1);
}
export function interlockedExchange(cell: any, value: any): any {
  const old: any = cell.contents;
  cell.contents = value;
  return old;
}
export function interlockedCompareExchange(cell: any, value: any, comparand: any): any {
  const old: any = cell.contents;
  if (old === comparand) cell.contents = value;
  return old;
}
export function readCell(cell: any): any {
  return cell.contents;
}
export function writeCell(cell: any, value: any): void {
  cell.contents = value;
}
