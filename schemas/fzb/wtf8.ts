/**
 * Strings as WTF-8: UTF-8 that also encodes lone surrogates, since F# strings may hold them. One encoding per string: surrogate pairs are
 * always joined, and every sequence is the shortest.
 */

/** Number of bytes `encodeText` writes. */
export const textBytes = (text: string): number => {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (unit >= 0xd800 && unit < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      bytes += 4;
      i++;
    } else bytes += 3;
  }
  return bytes;
};

/** Writes a string at an offset; gives the offset behind it. */
export const encodeText = (text: string, into: Uint8Array, at: number): number => {
  for (let i = 0; i < text.length; i++) {
    let point = text.charCodeAt(i);
    if (point < 0x80) {
      into[at++] = point;
      continue;
    }
    if (point < 0x800) into[at++] = 0xc0 | (point >> 6);
    else {
      const low = point >= 0xd800 && point < 0xdc00 ? text.charCodeAt(i + 1) : 0;
      if ((low & 0xfc00) === 0xdc00) {
        i++;
        point = 0x10000 + ((point - 0xd800) << 10) + (low - 0xdc00);
        into[at++] = 0xf0 | (point >> 18);
        into[at++] = 0x80 | ((point >> 12) & 0x3f);
      } else into[at++] = 0xe0 | (point >> 12);
      into[at++] = 0x80 | ((point >> 6) & 0x3f);
    }
    into[at++] = 0x80 | (point & 0x3f);
  }
  return at;
};

const chunk = 4096;
const units = new Uint16Array(chunk + 2);
const unitsToText = (count: number): string => String.fromCharCode.apply(null, (count === units.length ? units : units.subarray(0, count)) as unknown as number[]);

/** The string in bytes [at, end), or the offset of the byte that is not well-formed. */
export const decodeText = (bytes: Uint8Array, at: number, end: number): string | number => {
  let text = "";
  let count = 0;
  let previous = 0;
  while (at < end) {
    const lead = bytes[at];
    if (lead < 0x80) {
      units[count++] = previous = lead;
      at++;
    } else {
      const size = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
      if (size === 0 || at + size > end) return at;
      let point = lead & (0xff >> (size + 1));
      for (let i = 1; i < size; i++) {
        if ((bytes[at + i] & 0xc0) !== 0x80) return at + i;
        point = (point << 6) | (bytes[at + i] & 0x3f);
      }
      if (size === 3 && (point < 0x800 || ((point & 0xfc00) === 0xdc00 && (previous & 0xfc00) === 0xd800))) return at;
      if (size === 4) {
        if (point < 0x10000 || point > 0x10ffff) return at;
        units[count++] = 0xd800 + ((point - 0x10000) >> 10);
        // A pair that was joined is no lone lead for what follows.
        units[count++] = 0xdc00 + (point & 0x3ff);
        previous = 0;
      } else units[count++] = previous = point;
      at += size;
    }
    if (count >= chunk) {
      text += unitsToText(count);
      count = 0;
    }
  }
  return count === 0 ? text : text + unitsToText(count);
};

/** Texts in bytes [at, end): those that are ASCII are cut from one string, which the host makes and searches faster than a loop that is not compiled yet. */
export class TextBlock {
  readonly #bytes: Uint8Array;
  readonly #at: number;
  readonly #latin: string;
  readonly #high = /[\u0080-\u00ff]/g;
  /** Where the next byte is that is not ASCII, from the last text on. */
  #next = -1;

  constructor(bytes: Uint8Array, at: number, end: number) {
    this.#bytes = bytes;
    this.#at = at;
    let latin = "";
    for (let from = at; from < end; from += chunk) {
      const size = Math.min(chunk, end - from);
      units.set(bytes.subarray(from, from + size));
      latin += unitsToText(size);
    }
    this.#latin = latin;
  }

  /** As `decodeText`. Texts are asked for in their order. */
  text(at: number, end: number): string | number {
    if (this.#next < at) this.#next = this.#search(at);
    return this.#next < end ? decodeText(this.#bytes, at, end) : this.#latin.slice(at - this.#at, end - this.#at);
  }

  #search(at: number): number {
    this.#high.lastIndex = at - this.#at;
    return this.#at + (this.#high.exec(this.#latin)?.index ?? this.#latin.length);
  }
}
