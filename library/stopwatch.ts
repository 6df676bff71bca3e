import { bigint_of } from "fusabi:builtin";
import { now } from "fusabi:host";

/** System.Diagnostics.Stopwatch, to the milliseconds of the host's clock. */
export class Stopwatch {
  static readonly $type: string = "System.Diagnostics.Stopwatch";
  before: float64;
  started: float64;
  IsRunning: boolean;
  constructor() {
    this.before = 0;
    this.started = 0;
    this.IsRunning = false;
  }
  get Elapsed(): float64 {
    return Math.max(this.IsRunning ? this.before + now() - this.started : this.before, 0);
  }
  get ElapsedMilliseconds(): int64 {
    return bigint_of(Math.trunc(this.Elapsed));
  }
  get ElapsedTicks(): int64 {
    return bigint_of(Math.trunc(this.Elapsed * ticksPerMillisecond));
  }
  Start(): void {
    if (this.IsRunning) return;
    this.started = now();
    this.IsRunning = true;
  }
  Stop(): void {
    this.before = this.Elapsed;
    this.IsRunning = false;
  }
  Reset(): void {
    this.before = 0;
    this.IsRunning = false;
  }
  Restart(): void {
    this.Reset();
    this.Start();
  }
}
const ticksPerMillisecond: float64 = 10000;

export function createStopwatch(): Stopwatch {
  return new Stopwatch();
}
export function startStopwatch(): Stopwatch {
  const watch: Stopwatch = new Stopwatch();
  watch.Start();
  return watch;
}
export function timestamp(): int64 {
  return bigint_of(Math.trunc(now() * ticksPerMillisecond));
}
export function elapsedSince(start: int64): float64 {
  return Number(timestamp() - start) / ticksPerMillisecond;
}
