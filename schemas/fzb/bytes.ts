/** A growing writer and a bounded reader of bytes: LEB128 numbers (unsigned, in their shortest form), zigzag for signed ones. */

import type { FzbErrorCode } from "./error.ts";
import { FzbError } from "./error.ts";

export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  /** Makes room and gives the array to write to, and moves on by `size`. */
  reserve(size: number): { readonly bytes: Uint8Array; readonly at: number } {
    const at = this.#length;
    if (at + size > this.#bytes.length) {
      const wider = new Uint8Array(Math.max(this.#bytes.length * 2, at + size));
      wider.set(this.#bytes);
      this.#bytes = wider;
    }
    this.#length += size;
    return { bytes: this.#bytes, at };
  }

  byte(value: number): void {
    const { bytes, at } = this.reserve(1);
    bytes[at] = value;
  }

  all(given: Uint8Array): void {
    const { bytes, at } = this.reserve(given.length);
    bytes.set(given, at);
  }

  /** A number in [0, 2^32). */
  unsigned(value: number): void {
    if (value >>> 0 !== value) throw new Error(`expected a number from 0 to 2^32 - 1, found ${value}`);
    while (value > 0x7f) {
      this.byte((value & 0x7f) | 0x80);
      value >>>= 7;
    }
    this.byte(value);
  }

  /** A number in [-2^31, 2^31). */
  signed(value: number): void {
    if ((value | 0) !== value) throw new Error(`expected a signed 32-bit number, found ${value}`);
    this.unsigned(((value << 1) ^ (value >> 31)) >>> 0);
  }
}

export class ByteReader {
  readonly bytes: Uint8Array;
  at: number;
  readonly end: number;

  constructor(bytes: Uint8Array, at: number, end: number) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  get remaining(): number {
    return this.end - this.at;
  }

  fail(code: FzbErrorCode, detail: string, at = this.at): never {
    throw new FzbError(code, at, `byte ${at}: ${detail}`);
  }

  byte(): number {
    if (this.at >= this.end) this.fail("truncated", "expected a byte");
    return this.bytes[this.at++];
  }

  /** The offset of `size` bytes, which are skipped. */
  skip(size: number): number {
    const at = this.at;
    if (size > this.end - at) this.fail("truncated", `expected ${size} bytes, found ${this.end - at}`);
    this.at += size;
    return at;
  }

  /** A number in [0, 2^32). */
  unsigned(): number {
    const first = this.at < this.end ? this.bytes[this.at] : 0x80;
    if (first < 0x80) {
      this.at++;
      return first;
    }
    const start = this.at;
    let value = 0;
    let scale = 1;
    for (let i = 0; i < 5; i++) {
      const byte = this.byte();
      value += (byte & 0x7f) * scale;
      scale *= 128;
      if (byte < 0x80) {
        if ((byte === 0 && i > 0) || value > 0xffff_ffff) this.fail("bad_number", "a number is too large or not in its shortest form", start);
        return value;
      }
    }
    return this.fail("bad_number", "a number is longer than five bytes", start);
  }

  /** A number in [0, 2^31). */
  index(): number {
    const start = this.at;
    // Most have one byte.
    if (start < this.end && this.bytes[start] < 0x80) return this.bytes[this.at++];
    const value = this.unsigned();
    if (value > 0x7fff_ffff) this.fail("bad_number", `${value} is no index`, start);
    return value;
  }

  /** A number in [-2^31, 2^31). */
  signed(): number {
    const value = this.at < this.end && this.bytes[this.at] < 0x80 ? this.bytes[this.at++] : this.unsigned();
    return (value >>> 1) ^ -(value & 1);
  }

  /** A count of things that take at least `size` bytes each: never more than the bytes that remain could hold. */
  count(size: number): number {
    const start = this.at;
    const value = this.unsigned();
    if (value * size > this.end - this.at) this.fail("truncated", `${value} entries cannot fit into ${this.end - this.at} bytes`, start);
    return value;
  }
}
