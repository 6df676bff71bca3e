/** What values are written to and read from: objects are mentioned by number, in order of first mention, and described apart. */
import type { ByteReader } from "../../schemas/fzb/bytes.ts";
import { ByteWriter } from "../../schemas/fzb/bytes.ts";
import { Sink, type Source } from "../../schemas/fzb/wire.ts";
import { Numbering } from "../large-set.ts";
import type { Machine } from "../machine.ts";

export class HeapSink extends Sink {
  readonly machine: Machine;
  /** Names what a handle holds. */
  readonly handleText: (held: unknown) => string;
  /** All objects mentioned so far, by number. */
  readonly objects: object[] = [];
  readonly #numbers = new Numbering();

  constructor(machine: Machine, handleText: (held: unknown) => string) {
    super();
    this.machine = machine;
    this.handleText = handleText;
  }

  number(object: object): number {
    const number = this.#numbers.find(object);
    return number >= 0 ? number : this.objects.push(object) - 1;
  }

  /** Writes to other bytes for a while. */
  into(bytes: ByteWriter, write: () => void): ByteWriter {
    const outer = this.bytes;
    this.bytes = bytes;
    write();
    this.bytes = outer;
    return bytes;
  }

  section(write: () => void): Uint8Array {
    return this.into(new ByteWriter(), write).finish();
  }
}

export interface HeapSource extends Source {
  bytes: ByteReader;
  readonly machine: Machine;
  /** By number; all of them are made before any contents are read. */
  readonly objects: object[];
  /** Bytes of the contents that no object has claimed yet. */
  unclaimed: number;
  /** Closures can be of these functions only, by `openFunctions`. */
  readonly open: Uint8Array;
  /** Gives what a handle held. */
  readonly handle: (text: string) => unknown;
}
