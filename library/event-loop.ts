/**
 * What waits to run: a queue of work, and timers in the order of their time and then of their making. Time stands still while work runs and moves
 * when the host has slept until the next timer, so the order of everything is the same under a real clock and a virtual one.
 */
import { settled, sleep, start_sleep } from "fusabi:host";
import { InvalidOperationException } from "./exceptions.ts";

export class Timer {
  due: float64;
  order: int32;
  work: any;
  /** A timer of the background does not keep the program from ending. */
  background: boolean;
  constructor(due: float64, order: int32, work: any, background: boolean) {
    this.due = due;
    this.order = order;
    this.work = work;
    this.background = background;
  }
}

/** Work from `head` on. */
let queue: any = [];
let head: int32 = 0;
/** A binary heap; a cancelled timer stays in it without work. */
const timers: any = [];
let made: int32 = 0;
/** Timers in the heap that keep the program from ending. */
let awaited: int32 = 0;
/** Milliseconds since the start. */
let time: float64 = 0;
/** What goes on when the host answers a call, by the call's token. */
const calls: any = new Map();
/** When the host wakes us while calls are open; negative where it does not. */
let sleepsUntil: float64 = -1;

/** The machine sets it when the host gives up a run (`abandonedGlobal` of schemas/isa/exceptions.ts). */
let abandoned: boolean = false;

/** Before a call of the host's: what a run that was given up has left waiting ended with it. Timers of the background are the instance's. */
export function beginCall(): void {
  if (!abandoned) return;
  abandoned = false;
  queue = [];
  head = 0;
  calls.clear();
  sleepsUntil = -1;
  for (const timer of timers) if (!timer.background) stopTimer(timer);
}

/** Runs work when what runs now is done. */
export function schedule(work: any): void {
  queue.push(work);
}

const before = (a: Timer, b: Timer): boolean => a.due < b.due || (a.due === b.due && a.order < b.order);

/** Runs work once, after so many milliseconds. */
export function startTimer(milliseconds: float64, work: any, background: boolean): Timer {
  made++;
  const timer: Timer = new Timer(time + (milliseconds > 0 ? milliseconds : 0), made, work, background);
  if (!background) awaited++;
  let at: int32 = timers.length;
  timers.push(timer);
  while (at > 0) {
    const parent: int32 = (at - 1) >> 1;
    if (!before(timer, timers[parent])) break;
    timers[at] = timers[parent];
    at = parent;
  }
  timers[at] = timer;
  return timer;
}

export function stopTimer(timer: Timer): void {
  if (timer.work === undefined) return;
  timer.work = undefined;
  if (!timer.background) awaited--;
}

function takeTimer(): Timer {
  const first: Timer = timers[0];
  const last: Timer = timers.pop();
  const count: int32 = timers.length;
  if (count === 0) return first;
  let at: int32 = 0;
  for (;;) {
    let child: int32 = 2 * at + 1;
    if (child >= count) break;
    if (child + 1 < count && before(timers[child + 1], timers[child])) child++;
    if (!before(timers[child], last)) break;
    timers[at] = timers[child];
    at = child;
  }
  timers[at] = last;
  return first;
}

/** Runs the next piece of work, sleeping until a timer where there is nothing else; false when nothing is left. */
function runNext(): boolean {
  if (head < queue.length) {
    const work: any = queue[head];
    queue[head] = undefined;
    head++;
    if (head === queue.length) {
      queue = [];
      head = 0;
    } else if (head === 1024) {
      queue = queue.slice(head);
      head = 0;
    }
    work();
    return true;
  }
  while (timers.length > 0 && timers[0].work === undefined) takeTimer();
  if (calls.size > 0 && (timers.length === 0 || timers[0].due > time)) return takeAnswer();
  if (timers.length === 0) return false;
  const due: float64 = timers[0].due;
  if (due > time) {
    sleep(due - time);
    time = due;
    return true;
  }
  const timer: Timer = takeTimer();
  const work: any = timer.work;
  timer.work = undefined;
  if (!timer.background) awaited--;
  work();
  return true;
}

/** Goes on with `resume(succeeded, answer or message)` when the host has answered a call. */
export function awaitCall(token: int32, resume: any): void {
  calls.set(token, resume);
}

/** Waits until the host answers any call, or the next timer is due. */
function takeAnswer(): boolean {
  if (timers.length > 0 && (sleepsUntil < 0 || timers[0].due < sleepsUntil)) {
    const due: float64 = timers[0].due;
    sleepsUntil = due;
    calls.set(start_sleep(due - time), (): void => {
      if (due > time) time = due;
      if (sleepsUntil === due) sleepsUntil = -1;
    });
  }
  const answer: any = settled();
  if (answer === undefined) {
    // The host gave up a run that waited: nobody answers these any more.
    calls.clear();
    sleepsUntil = -1;
    return runNext();
  }
  const resume: any = calls.get(answer[0]);
  if (resume === undefined) return true;
  calls.delete(answer[0]);
  resume(answer[1], answer[2]);
  return true;
}

/** Runs until nothing is pending but timers of the background. */
export function runPending(): void {
  while (head < queue.length || awaited > 0 || (calls.size > 0 && sleepsUntil < 0) || calls.size > 1) runNext();
}

/** Blocks the caller, while everything else goes on, until the condition holds. */
export function waitUntil(condition: any): void {
  while (!condition()) {
    if (!runNext()) throw new InvalidOperationException("The wait cannot end: nothing is left to run.");
  }
}

/** Blocks for so many milliseconds at most; whether the condition came to hold. Infinitely long when negative. */
export function waitFor(milliseconds: float64, condition: any): boolean {
  if (milliseconds < 0) {
    waitUntil(condition);
    return true;
  }
  let over: boolean = false;
  const timer: Timer = startTimer(
    milliseconds,
    (): void => {
      over = true;
    },
    false,
  );
  waitUntil((): boolean => over || condition());
  stopTimer(timer);
  return condition();
}

/** Thread.Sleep */
export function blockFor(milliseconds: float64): void {
  waitFor(milliseconds, (): boolean => false);
}

/** Milliseconds since the start, as timers count them. */
export function elapsed(): float64 {
  return time;
}
