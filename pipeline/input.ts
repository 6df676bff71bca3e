/** Standard input, read when the guest asks for it. */
import { readSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";

const chunk = 64 * 1024;
/** Milliseconds between looks at an input that has nothing yet. */
const patience = 10;

export class Input {
  readonly #decoder = new StringDecoder("utf8");

  /** Text of some length, or null at the end. */
  read(): string | null | Promise<string | null> {
    const bytes = Buffer.alloc(chunk);
    for (;;) {
      try {
        const count = readSync(0, bytes);
        const text = count === 0 ? this.#decoder.end() : this.#decoder.write(bytes.subarray(0, count));
        if (text !== "") return text;
        if (count === 0) return null;
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === "EOF") return null;
        if (code !== "EAGAIN") throw error;
        return new Promise((resolve) => setTimeout(resolve, patience)).then(() => this.read());
      }
    }
  }
}
