/** A guest's standard output and error: collected, written in large pieces and in the order of writing, complete at exit. */
import { writeSync } from "node:fs";

const flushAt = 1 << 16;

export class Output {
  #pending = "";
  #target = 1;
  /** Set when the reader of the pipe is gone: the program has nobody to write to. */
  broken = false;

  write(text: string, target: 1 | 2 = 1): void {
    if (target !== this.#target) this.flush();
    this.#target = target;
    this.#pending += text;
    if (this.#pending.length >= flushAt) this.flush();
  }

  flush(): void {
    if (this.#pending === "") return;
    const bytes = Buffer.from(this.#pending, "utf8");
    this.#pending = "";
    for (let written = 0; written < bytes.length && !this.broken; ) {
      try {
        written += writeSync(this.#target, bytes, written);
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === "EAGAIN") waitBriefly();
        else if (code === "EPIPE" || code === "EOF") this.broken = true;
        else throw error;
      }
    }
  }
}

const sleeper = new Int32Array(new SharedArrayBuffer(4));

/** A full pipe that does not block: lets its reader catch up. */
function waitBriefly(): void {
  Atomics.wait(sleeper, 0, 0, 1);
}
