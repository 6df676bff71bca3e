/** What the guest's timers wait for. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Comes back when so many milliseconds are over; what the guest did since it last slept counts as part of them. */
  sleep(milliseconds: number): Promise<void> | void;
}

export class RealClock implements Clock {
  /** When the last sleep should have ended, on the clock of `performance`. */
  #due = performance.now();

  now(): number {
    return Date.now();
  }

  sleep(milliseconds: number): Promise<void> | void {
    this.#due += milliseconds;
    const left = this.#due - performance.now();
    if (left <= 0) return;
    // Does not keep an interrupted process alive.
    return new Promise((resolve) => setTimeout(resolve, left).unref());
  }
}
