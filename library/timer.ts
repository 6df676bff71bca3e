import { Event } from "./event.ts";
import { startTimer, stopTimer } from "./event-loop.ts";

/** System.Timers.Timer. It ticks while the program runs and does not keep it from ending. */
export class Timer {
  static readonly $type: string = "System.Timers.Timer";
  Interval: float64;
  AutoReset: boolean;
  elapsed: any;
  pending: any;

  constructor(interval?: any) {
    this.Interval = interval ?? 100;
    this.AutoReset = true;
    this.elapsed = new Event();
    this.pending = undefined;
  }

  Elapsed(): any {
    return this.elapsed.Publish;
  }
  get Enabled(): boolean {
    return this.pending !== undefined;
  }
  set Enabled(on: boolean) {
    if (on === this.Enabled) return;
    if (on) this.Start();
    else this.Stop();
  }
  Start(): void {
    if (this.pending !== undefined) return;
    this.pending = startTimer(this.Interval, (): void => this.tick(), true);
  }
  tick(): void {
    this.pending = undefined;
    if (this.AutoReset) this.Start();
    this.elapsed.Trigger(undefined);
  }
  Stop(): void {
    if (this.pending !== undefined) stopTimer(this.pending);
    this.pending = undefined;
  }
  Close(): void {
    this.Stop();
  }
  Dispose(): void {
    this.Stop();
  }
}
