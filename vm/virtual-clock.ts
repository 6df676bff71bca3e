import type { Capabilities } from "./embed/capabilities.ts";

/** Capabilities whose clock moves only while the guest sleeps, and then at once: runs with timers take no time and end the same way every time. */
export class VirtualClock implements Capabilities {
  #now: number;

  /** Takes milliseconds since 1970. */
  constructor(start = 0) {
    this.#now = start;
  }

  readonly clock = (): number => this.#now;

  readonly timer = (milliseconds: number): undefined => {
    this.#now += milliseconds;
  };
}
